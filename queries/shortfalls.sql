-- Purpose: how much the numerator of each unit lacks (or is too much) to the green threshold it was judged by
-- Grain: unit_id
-- Params: files VARCHAR[], units VARCHAR[], indicator_id VARCHAR, higher BOOLEAN
-- Columns: unit_id, numerator, denominator, green, shortfall
-- Reads: lights.parquet of one snapshot ($files); only current figures that have a threshold; 0 where it is reached
WITH judged AS (
    SELECT unit_id, numerator, denominator, green, CAST(green AS DECIMAL(9, 3)) * 0.01 * denominator AS wanted
    FROM seen_rows($files)
    WHERE indicator_id = $indicator_id AND list_contains($units, unit_id) AND status IN ('green', 'amber', 'red')
)
SELECT
    unit_id,
    numerator,
    denominator,
    green,
    greatest(CASE WHEN $higher THEN wanted - numerator ELSE numerator - wanted END, 0) AS shortfall
FROM judged
ORDER BY shortfall DESC, unit_id
