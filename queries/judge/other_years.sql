-- Purpose: the members with a figure of another calendar year than the sum of their group on a task
-- Grain: group_id, task_no, unit_id
-- Params: none
-- Columns: group_id, task_no, unit_id
-- Reads: members, reports, indicators, sum_years
SELECT members.group_id, indicators.task_no, members.unit_id
FROM members
JOIN reports ON reports.unit_id = members.unit_id
JOIN indicators ON indicators.indicator_id = reports.indicator_id
JOIN sum_years ON sum_years.group_id = members.group_id AND sum_years.indicator_id = reports.indicator_id
WHERE reports.gap IS NULL AND year(reports.as_of) <> sum_years.sum_year
GROUP BY members.group_id, indicators.task_no, members.unit_id
