-- Purpose: the light of every unit on every indicator that applies to it, with the reason beside it
-- Grain: unit_id, indicator_id
-- Params: none
-- Columns: unit_id, task_no, indicator_id, as_of, numerator, denominator, value, status, green, amber, target_from, legal_basis, evidence, age_days, small_n, core
-- Reads: reports, verdicts, indicators
SELECT
    reports.unit_id,
    indicators.task_no,
    reports.indicator_id,
    reports.as_of,
    reports.numerator,
    reports.denominator,
    verdicts.value,
    verdicts.status,
    verdicts.green,
    verdicts.amber,
    verdicts.target_from,
    verdicts.legal_basis,
    verdicts.evidence,
    reports.age_days,
    verdicts.small_n,
    indicators.core
FROM reports
JOIN verdicts ON verdicts.subject = 'unit:' || reports.unit_id AND verdicts.indicator_id = reports.indicator_id
JOIN indicators ON indicators.indicator_id = reports.indicator_id
ORDER BY reports.unit_id, indicators.task_no, reports.indicator_id
