-- Purpose: how the units of one level stand on every indicator: median, lowest and highest current value
-- Grain: indicator_id
-- Params: files VARCHAR[], units VARCHAR[]
-- Columns: indicator_id, units_with_value, median_value, lowest, highest
-- Reads: lights.parquet of one week ($files)
SELECT
    indicator_id,
    count(value)::INTEGER AS units_with_value,
    median(value) AS median_value,
    min(value) AS lowest,
    max(value) AS highest
FROM all_rows($files)
WHERE list_contains($units, unit_id) AND value IS NOT NULL AND status NOT IN ('missing', 'stale', 'none_arising')
GROUP BY indicator_id
ORDER BY indicator_id
