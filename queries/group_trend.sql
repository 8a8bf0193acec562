-- Purpose: one indicator of some groups through some weeks, with the thresholds that were in force
-- Grain: group_id, week
-- Params: files VARCHAR[], cut_off_days DATE[], groups VARCHAR[], indicator_id VARCHAR
-- Columns: group_id, week, as_of, numerator, denominator, status, green, amber, target_from, members
-- Reads: group_lights.parquet of the weeks shown, the last one last ($files)
WITH weeks AS (
    SELECT unnest($files) AS file, unnest($cut_off_days) AS cut_off_day, generate_subscripts($files, 1) AS place
),
history AS (
    SELECT lights.group_id, lights.week, lights.as_of, lights.numerator, lights.denominator, lights.status,
        lights.green, lights.amber, lights.target_from, lights.members, weeks.cut_off_day,
        max_by(lights.valid_from, weeks.place) OVER (PARTITION BY lights.group_id) AS alive_from
    FROM seen_group_rows($files) AS lights
    JOIN weeks ON weeks.file = lights.filename
    WHERE list_contains($groups, lights.group_id) AND lights.indicator_id = $indicator_id
)

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
FROM history
-- An earlier life of a district's code is another district; a group without a district has no life of its own.
WHERE alive_from IS NULL OR cut_off_day >= alive_from
ORDER BY group_id, week
