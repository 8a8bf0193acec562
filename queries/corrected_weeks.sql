-- Purpose: the weeks in which a revision changed a figure of some units, for the note below what is drawn of them
-- Grain: week
-- Params: files VARCHAR[], units VARCHAR[], indicator_id VARCHAR
-- Columns: week
-- Reads: lights.parquet of all revisions of the weeks that have several ($files); NULL means all indicators
WITH figures AS (
    SELECT
        week,
        unit_id,
        seen.indicator_id,
        count(DISTINCT (as_of, numerator, denominator)) AS different
    FROM seen_rows($files) AS seen
    WHERE list_contains($units, unit_id) AND ($indicator_id IS NULL OR seen.indicator_id = $indicator_id)
    GROUP BY week, unit_id, seen.indicator_id
)

SELECT week
FROM figures
WHERE different > 1
GROUP BY week
ORDER BY week
