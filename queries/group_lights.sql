-- Purpose: the lights of one snapshot by group, with how long they stand and what stood there the week before
-- Grain: group_id, task_no, indicator_id
-- Params: files VARCHAR[], cut_off_days DATE[], group_id VARCHAR, task_no INTEGER
-- Columns: group_id, task_no, indicator_id, as_of, numerator, denominator, value, status, green, amber, target_from, legal_basis, evidence, small_n, members, current, coverage, n_green, n_amber, n_red, n_missing, n_none_arising, n_no_rule, not_included, weeks_in_status, previous_status
-- Reads: group_lights.parquet of the current revisions, oldest first, this snapshot last ($files); NULL means all
WITH weeks AS (
    SELECT unnest($files) AS file, unnest($cut_off_days) AS cut_off_day, len($files) - generate_subscripts($files, 1) AS weeks_ago
),
history AS (
    SELECT lights.group_id, lights.task_no, lights.indicator_id, lights.as_of, lights.numerator, lights.denominator,
        lights.value, lights.status, lights.green, lights.amber, lights.target_from, lights.legal_basis,
        lights.evidence, lights.small_n, lights.members, lights.current, lights.coverage, lights.n_green,
        lights.n_amber, lights.n_red, lights.n_missing, lights.n_none_arising, lights.n_no_rule, lights.not_included,
        lights.valid_from, weeks.weeks_ago, weeks.cut_off_day,
        [lights.group_id, lights.task_no::VARCHAR, lights.indicator_id] AS subject
    FROM seen_group_rows($files) AS lights
    JOIN weeks ON weeks.file = lights.filename
    WHERE ($group_id::VARCHAR IS NULL OR lights.group_id = $group_id)
        AND ($task_no::INTEGER IS NULL OR lights.task_no = $task_no)
),
same_life AS (
    SELECT history.subject, history.status, history.weeks_ago, history.status = today.status AS same
    FROM history
    JOIN history AS today ON today.subject = history.subject AND today.weeks_ago = 0
    WHERE today.valid_from IS NULL OR history.cut_off_day >= today.valid_from
),
numbered AS (
    SELECT subject, weeks_ago, row_number() OVER (PARTITION BY subject ORDER BY weeks_ago) - 1 AS place
    FROM same_life
    WHERE same
),
runs AS (
    SELECT subject, count(*)::INTEGER AS weeks_in_status FROM numbered WHERE place = weeks_ago GROUP BY subject
)
SELECT
    today.group_id, today.task_no, today.indicator_id, today.as_of, today.numerator, today.denominator, today.value,
    today.status, today.green, today.amber, today.target_from, today.legal_basis, today.evidence, today.small_n,
    today.members, today.current, today.coverage, today.n_green, today.n_amber, today.n_red, today.n_missing,
    today.n_none_arising, today.n_no_rule, today.not_included, runs.weeks_in_status,
    week_before.status AS previous_status
FROM history AS today
JOIN runs ON runs.subject = today.subject
LEFT JOIN same_life AS week_before ON week_before.subject = today.subject AND week_before.weeks_ago = 1
WHERE today.weeks_ago = 0
ORDER BY today.group_id, today.task_no, today.indicator_id NULLS FIRST
