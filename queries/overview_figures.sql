-- Purpose: the figures behind the lights of all units in a week, for what hover and focus say
-- Grain: unit_id, indicator_id
-- Params: files VARCHAR[]
-- Columns: unit_id, task_no, indicator_id, as_of, numerator, denominator, status, green, amber, small_n
-- Reads: lights.parquet of one week ($files)
SELECT
    unit_id,
    task_no,
    indicator_id,
    as_of,
    numerator,
    denominator,
    status,
    green,
    amber,
    small_n
FROM seen_rows($files)
WHERE core
ORDER BY unit_id, task_no, indicator_id
