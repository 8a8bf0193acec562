-- Purpose: how many lights of some units had each status in each week, for the counts and the 12 weeks
-- Grain: week
-- Params: files VARCHAR[], cut_off_days DATE[], units VARCHAR[], alive_from DATE[], tasks INTEGER[]
-- Columns: week, n_red, n_amber, n_green, n_missing
-- Reads: task_lights.parquet of the weeks shown ($files)
WITH weeks AS (
    SELECT unnest($files) AS file, unnest($cut_off_days) AS cut_off_day
),
shown AS (
    SELECT unnest($units) AS unit_id, unnest($alive_from) AS alive_from
)
SELECT
    lights.week,
    count(*) FILTER (lights.status = 'red') AS n_red,
    count(*) FILTER (lights.status = 'amber') AS n_amber,
    count(*) FILTER (lights.status = 'green') AS n_green,
    count(*) FILTER (lights.status = 'missing') AS n_missing
FROM seen_rows($files) AS lights
JOIN weeks ON weeks.file = lights.filename
-- An earlier life of a code is another unit: its lights are nobody's that is shown.
JOIN shown ON shown.unit_id = lights.unit_id AND weeks.cut_off_day >= shown.alive_from
WHERE list_contains($tasks, lights.task_no)
GROUP BY lights.week
ORDER BY lights.week
