-- Purpose: one indicator of some groups through some weeks, with the thresholds that were in force
-- Grain: group_id, week
-- Params: files VARCHAR[], groups VARCHAR[], indicator_id VARCHAR
-- Columns: group_id, week, as_of, numerator, denominator, status, green, amber, target_from, members
-- Reads: group_lights.parquet of the weeks shown ($files)
SELECT
    group_id,
    week,
    as_of,
    numerator,
    denominator,
    status,
    green,
    amber,
    target_from,
    members
FROM seen_group_rows($files)
WHERE list_contains($groups, group_id) AND indicator_id = $indicator_id
ORDER BY group_id, week
