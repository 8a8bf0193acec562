-- Purpose: how many lights of some units had each status in each week, for the counts and the 12 weeks
-- Grain: week
-- Params: files VARCHAR[], units VARCHAR[], tasks INTEGER[]
-- Columns: week, n_red, n_amber, n_green, n_missing
-- Reads: task_lights.parquet of the weeks shown ($files)
SELECT
    week,
    count(*) FILTER (status = 'red') AS n_red,
    count(*) FILTER (status = 'amber') AS n_amber,
    count(*) FILTER (status = 'green') AS n_green,
    count(*) FILTER (status = 'missing') AS n_missing
FROM seen_rows($files)
WHERE list_contains($units, unit_id) AND list_contains($tasks, task_no)
GROUP BY week
ORDER BY week
