-- Purpose: the light of every group on every indicator that can be summed, with its members by status
-- Grain: group_id, indicator_id
-- Params: none
-- Columns: group_id, task_no, indicator_id, as_of, numerator, denominator, value, status, green, amber, target_from, legal_basis, evidence, small_n, members, current, coverage, n_green, n_amber, n_red, n_missing, n_none_arising, n_no_rule
-- Reads: sums, verdicts, indicators, members, lights
WITH member_counts AS (
    SELECT
        members.group_id,
        lights.indicator_id,
        (count(*) FILTER (lights.status = 'green'))::INTEGER AS n_green,
        (count(*) FILTER (lights.status = 'amber'))::INTEGER AS n_amber,
        (count(*) FILTER (lights.status = 'red'))::INTEGER AS n_red,
        (count(*) FILTER (lights.status IN ('missing', 'stale')))::INTEGER AS n_missing,
        (count(*) FILTER (lights.status = 'none_arising'))::INTEGER AS n_none_arising,
        (count(*) FILTER (lights.status = 'no_rule'))::INTEGER AS n_no_rule
    FROM members
    JOIN lights ON lights.unit_id = members.unit_id
    GROUP BY members.group_id, lights.indicator_id
)
SELECT
    sums.group_id,
    indicators.task_no,
    sums.indicator_id,
    sums.as_of,
    sums.numerator,
    sums.denominator,
    verdicts.value,
    verdicts.status,
    verdicts.green,
    verdicts.amber,
    verdicts.target_from,
    verdicts.legal_basis,
    verdicts.evidence,
    verdicts.small_n,
    sums.members,
    sums.current,
    sums.current::DOUBLE / sums.members AS coverage,
    member_counts.n_green,
    member_counts.n_amber,
    member_counts.n_red,
    member_counts.n_missing,
    member_counts.n_none_arising,
    member_counts.n_no_rule
FROM sums
JOIN verdicts ON verdicts.subject = 'group:' || sums.group_id AND verdicts.indicator_id = sums.indicator_id
JOIN indicators ON indicators.indicator_id = sums.indicator_id
JOIN member_counts ON member_counts.group_id = sums.group_id AND member_counts.indicator_id = sums.indicator_id
