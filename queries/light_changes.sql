-- Purpose: every light on an indicator that differs between two snapshots, core or followed only, and what changed it
-- Grain: unit_id, indicator_id
-- Params: lights_before VARCHAR[], lights_now VARCHAR[], unit_id VARCHAR, task_no INTEGER, lower_is_better VARCHAR[], by_rule VARCHAR[], statuses_before_rule VARCHAR[], redefined VARCHAR[]
-- Columns: unit_id, task_no, indicator_id, status_before, status, cause, numerator_before, denominator_before, numerator, denominator, as_of_before, as_of, green_before, amber_before, green, amber, core
-- Reads: lights.parquet of the snapshot before ($lights_before) and of this one ($lights_now); NULL means all
WITH before AS (
    SELECT unit_id, indicator_id, status, as_of, numerator, denominator, green, amber
    FROM seen_rows($lights_before)
),
today AS (
    -- Exact decimals as the judge compares; only a ratio has a denominator.
    SELECT unit_id, task_no, indicator_id, status, as_of, numerator, denominator, green, amber, core,
        CASE WHEN list_contains($lower_is_better, indicator_id) THEN -1 ELSE 1 END::DECIMAL(1, 0) AS sign,
        CASE WHEN denominator IS NULL THEN 1 ELSE 100 END::DECIMAL(3, 0) * numerator::DECIMAL(24, 3) AS scaled,
        CASE WHEN denominator IS NULL THEN 1 ELSE denominator END::DECIMAL(24, 3) AS yardstick
    FROM seen_rows($lights_now)
)
SELECT
    today.unit_id,
    today.task_no,
    today.indicator_id,
    before.status AS status_before,
    today.status,
    CASE
        -- The rule before would have kept the light on the figures of now, or the figures are not of one thing.
        WHEN list_contains($redefined, today.indicator_id) THEN 'definition'
        WHEN $statuses_before_rule[list_position($by_rule, today.unit_id || '|' || today.indicator_id)]
            = before.status THEN 'rule'
        WHEN today.status = 'stale' AND before.status <> 'missing' AND today.as_of >= before.as_of THEN 'ageing'
        WHEN today.as_of IS NULL OR today.as_of < before.as_of THEN 'correction'
        WHEN before.status IN ('missing', 'stale') AND today.as_of IS DISTINCT FROM before.as_of THEN 'new_report'
        -- The figure of today would have kept the light: the thresholds changed it, whatever the figure did.
        WHEN before.status = CASE
                WHEN yardstick = 0 THEN 'none_arising'
                WHEN before.green IS NULL THEN 'no_rule'
                WHEN sign * (scaled - before.green * yardstick) >= 0 THEN 'green'
                WHEN sign * (scaled - before.amber * yardstick) >= 0 THEN 'amber'
                ELSE 'red'
            END
            OR (today.status = 'no_rule' AND before.status IN ('green', 'amber', 'red')) THEN 'rule'
        WHEN today.as_of = before.as_of AND (today.numerator IS DISTINCT FROM before.numerator
            OR today.denominator IS DISTINCT FROM before.denominator) THEN 'correction'
        WHEN today.as_of = before.as_of THEN 'rule'
        ELSE 'result'
    END AS cause,
    before.numerator AS numerator_before, before.denominator AS denominator_before,
    today.numerator, today.denominator,
    before.as_of AS as_of_before,
    today.as_of,
    before.green AS green_before,
    before.amber AS amber_before,
    today.green,
    today.amber,
    today.core
FROM today
JOIN before ON before.unit_id = today.unit_id AND before.indicator_id = today.indicator_id
WHERE today.status <> before.status
    AND ($unit_id::VARCHAR IS NULL OR today.unit_id = $unit_id)
    AND ($task_no::INTEGER IS NULL OR today.task_no = $task_no)
ORDER BY today.unit_id, today.task_no, today.indicator_id
