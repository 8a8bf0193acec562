-- Purpose: every core light that differs between two snapshots, with from, to and what changed it
-- Grain: unit_id, indicator_id
-- Params: lights_before VARCHAR[], lights_now VARCHAR[], unit_id VARCHAR, task_no INTEGER
-- Columns: unit_id, task_no, indicator_id, status_before, status, cause, numerator_before, denominator_before, numerator, denominator, as_of_before, as_of
-- Reads: lights.parquet of the snapshot before ($lights_before) and of this one ($lights_now); NULL means all
WITH before AS (
    SELECT unit_id, indicator_id, status, as_of, numerator, denominator, green, amber
    FROM seen_rows($lights_before)
)
SELECT
    today.unit_id,
    today.task_no,
    today.indicator_id,
    before.status AS status_before,
    today.status,
    CASE
        WHEN today.status = 'stale' AND today.as_of = before.as_of THEN 'ageing'
        WHEN today.as_of IS NULL THEN 'correction'
        WHEN before.status IN ('missing', 'stale') AND today.as_of IS DISTINCT FROM before.as_of THEN 'new_report'
        WHEN today.as_of = before.as_of AND (today.numerator IS DISTINCT FROM before.numerator
            OR today.denominator IS DISTINCT FROM before.denominator) THEN 'correction'
        WHEN today.as_of = before.as_of THEN 'rule'
        WHEN today.as_of < before.as_of THEN 'correction'
        WHEN (today.green IS DISTINCT FROM before.green OR today.amber IS DISTINCT FROM before.amber)
            AND today.numerator IS NOT DISTINCT FROM before.numerator
            AND today.denominator IS NOT DISTINCT FROM before.denominator THEN 'rule'
        ELSE 'result'
    END AS cause,
    before.numerator AS numerator_before,
    before.denominator AS denominator_before,
    today.numerator,
    today.denominator,
    before.as_of AS as_of_before,
    today.as_of
FROM seen_rows($lights_now) AS today
JOIN before ON before.unit_id = today.unit_id AND before.indicator_id = today.indicator_id
WHERE today.core AND today.status <> before.status
    AND ($unit_id::VARCHAR IS NULL OR today.unit_id = $unit_id)
    AND ($task_no::INTEGER IS NULL OR today.task_no = $task_no)
ORDER BY today.unit_id, today.task_no, today.indicator_id
