-- Purpose: the indicators of some units through some weeks, with the thresholds that were in force
-- Grain: unit_id, indicator_id, week
-- Params: files VARCHAR[], units VARCHAR[], indicators VARCHAR[]
-- Columns: unit_id, indicator_id, week, as_of, numerator, denominator, status, green, amber, target_from
-- Reads: lights.parquet of the weeks shown ($files)
SELECT
    unit_id,
    indicator_id,
    week,
    as_of,
    numerator,
    denominator,
    status,
    green,
    amber,
    target_from
FROM seen_rows($files)
WHERE list_contains($units, unit_id) AND list_contains($indicators, indicator_id)
ORDER BY unit_id, indicator_id, week
