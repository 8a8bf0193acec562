-- Purpose: the light of every unit on every task: the worst of its core indicators
-- Grain: unit_id, task_no
-- Params: none
-- Columns: unit_id, task_no, status, decided_by, core_applicable, core_current, valid_from
-- Reads: lights, severities, units
WITH ranked AS (
    SELECT lights.unit_id, lights.task_no, lights.indicator_id, lights.status, severities.severity,
        severities.task_status,
        min(severities.severity) OVER (PARTITION BY lights.unit_id, lights.task_no) AS worst
    FROM lights
    JOIN severities ON severities.status = lights.status
    WHERE lights.core
)
SELECT
    ranked.unit_id,
    ranked.task_no,
    any_value(ranked.task_status) FILTER (ranked.severity = ranked.worst) AS status,
    list(ranked.indicator_id ORDER BY ranked.indicator_id) FILTER (ranked.severity = ranked.worst) AS decided_by,
    count(*)::INTEGER AS core_applicable,
    (count(*) FILTER (ranked.status NOT IN ('missing', 'stale')))::INTEGER AS core_current,
    any_value(units.valid_from) AS valid_from
FROM ranked
JOIN units ON units.unit_id = ranked.unit_id
GROUP BY ranked.unit_id, ranked.task_no
ORDER BY ranked.unit_id, ranked.task_no
