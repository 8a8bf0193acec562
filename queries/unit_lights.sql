-- Purpose: every indicator of one unit with its figure, source, target and status: the reason of its lights
-- Grain: indicator_id
-- Params: lights VARCHAR[], observations VARCHAR[], unit_id VARCHAR, task_no INTEGER
-- Columns: task_no, indicator_id, as_of, numerator, denominator, status, green, amber, target_from, legal_basis, evidence, age_days, small_n, core, source, note
-- Reads: lights.parquet ($lights) and observations.parquet ($observations) of one snapshot; task_no NULL means all
WITH figures AS (
    SELECT indicator_id, as_of, source, note
    FROM seen_rows($observations)
    WHERE unit_id = $unit_id
)
SELECT
    light.task_no,
    light.indicator_id,
    light.as_of,
    light.numerator,
    light.denominator,
    light.status,
    light.green,
    light.amber,
    light.target_from,
    light.legal_basis,
    light.evidence,
    light.age_days,
    light.small_n,
    light.core,
    figures.source,
    figures.note
FROM seen_rows($lights) AS light
LEFT JOIN figures USING (indicator_id, as_of)
WHERE light.unit_id = $unit_id AND ($task_no::INTEGER IS NULL OR light.task_no = $task_no)
ORDER BY light.task_no, light.core DESC, light.indicator_id
