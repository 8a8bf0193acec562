-- Purpose: the lights of one snapshot by unit and indicator, as published
-- Grain: unit_id, indicator_id
-- Params: files VARCHAR[], unit_id VARCHAR, task_no INTEGER
-- Columns: unit_id, task_no, indicator_id, as_of, numerator, denominator, value, status, green, amber, target_from, legal_basis, evidence, age_days, small_n, core
-- Reads: lights.parquet of one snapshot ($files); unit_id and task_no NULL mean all
SELECT
    unit_id,
    task_no,
    indicator_id,
    as_of,
    numerator,
    denominator,
    value,
    status,
    green,
    amber,
    target_from,
    legal_basis,
    evidence,
    age_days,
    small_n,
    core
FROM seen_rows($files)
WHERE ($unit_id::VARCHAR IS NULL OR unit_id = $unit_id) AND ($task_no::INTEGER IS NULL OR task_no = $task_no)
ORDER BY unit_id, task_no, indicator_id
