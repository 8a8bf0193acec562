-- Purpose: which status is worse when several indicators decide one light, and what a task calls it
-- Grain: status
-- Params: none
-- Columns: status, severity, task_status
-- Reads: nothing
SELECT status, severity, task_status
FROM (
    VALUES
        ('red', 1, 'red'),
        ('amber', 2, 'amber'),
        ('missing', 3, 'missing'),
        ('stale', 3, 'missing'),
        ('green', 4, 'green'),
        ('none_arising', 5, 'none_arising'),
        ('no_rule', 6, 'no_rule')
) AS severities (status, severity, task_status)
