-- Purpose: the weeks in which a revision changed a figure of some units, for the note below what is drawn of them
-- Grain: week
-- Params: files VARCHAR[], cut_off_days DATE[], units VARCHAR[], alive_from DATE[], indicator_id VARCHAR
-- Columns: week
-- Reads: lights.parquet of all revisions of the weeks that have several ($files); NULL means all indicators
WITH weeks AS (
    SELECT unnest($files) AS file, unnest($cut_off_days) AS cut_off_day
),
shown AS (
    SELECT unnest($units) AS unit_id, unnest($alive_from) AS alive_from
),
figures AS (
    SELECT
        seen.week,
        seen.unit_id,
        seen.indicator_id,
        count(DISTINCT (seen.as_of, seen.numerator, seen.denominator)) AS different
    FROM seen_rows($files) AS seen
    JOIN weeks ON weeks.file = seen.filename
    -- An earlier life of a code is another unit: what was corrected of it is nobody's that is shown.
    JOIN shown ON shown.unit_id = seen.unit_id AND weeks.cut_off_day >= shown.alive_from
    WHERE $indicator_id IS NULL OR seen.indicator_id = $indicator_id
    GROUP BY seen.week, seen.unit_id, seen.indicator_id
)

SELECT week
FROM figures
WHERE different > 1
GROUP BY week
ORDER BY week
