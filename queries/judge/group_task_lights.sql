-- Purpose: the light of every group on every task: the worst of its summed indicators, with its members by status
-- Grain: group_id, task_no
-- Params: none
-- Columns: group_id, task_no, status, members, current, n_green, n_amber, n_red, n_missing, n_none_arising, n_no_rule, not_included
-- Reads: group_indicator_lights, severities, members, task_lights, other_years, reports, indicators
WITH worst AS (
    SELECT lights.group_id, lights.task_no, arg_min(severities.task_status, severities.severity) AS status
    FROM group_indicator_lights AS lights
    JOIN severities ON severities.status = lights.status
    GROUP BY lights.group_id, lights.task_no
),
member_counts AS (
    SELECT
        members.group_id,
        task_lights.task_no,
        count(*)::INTEGER AS members,
        (count(*) FILTER (task_lights.status <> 'missing' AND other_years.unit_id IS NULL))::INTEGER AS current,
        (count(*) FILTER (task_lights.status = 'green'))::INTEGER AS n_green,
        (count(*) FILTER (task_lights.status = 'amber'))::INTEGER AS n_amber,
        (count(*) FILTER (task_lights.status = 'red'))::INTEGER AS n_red,
        (count(*) FILTER (task_lights.status = 'missing'))::INTEGER AS n_missing,
        (count(*) FILTER (task_lights.status = 'none_arising'))::INTEGER AS n_none_arising,
        (count(*) FILTER (task_lights.status = 'no_rule'))::INTEGER AS n_no_rule
    FROM members
    JOIN task_lights ON task_lights.unit_id = members.unit_id
    LEFT JOIN other_years ON other_years.group_id = members.group_id AND other_years.task_no = task_lights.task_no
        AND other_years.unit_id = members.unit_id
    GROUP BY members.group_id, task_lights.task_no
),
left_out AS (
    SELECT members.group_id, indicators.task_no,
        list(DISTINCT indicators.indicator_id ORDER BY indicators.indicator_id) AS not_included
    FROM members
    JOIN reports ON reports.unit_id = members.unit_id
    JOIN indicators ON indicators.indicator_id = reports.indicator_id
    WHERE indicators.core AND NOT indicators.summable
    GROUP BY members.group_id, indicators.task_no
)
SELECT
    worst.group_id,
    worst.task_no,
    worst.status,
    member_counts.members,
    member_counts.current,
    member_counts.n_green,
    member_counts.n_amber,
    member_counts.n_red,
    member_counts.n_missing,
    member_counts.n_none_arising,
    member_counts.n_no_rule,
    coalesce(left_out.not_included, []) AS not_included
FROM worst
JOIN member_counts ON member_counts.group_id = worst.group_id AND member_counts.task_no = worst.task_no
LEFT JOIN left_out ON left_out.group_id = worst.group_id AND left_out.task_no = worst.task_no
