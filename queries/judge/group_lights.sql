-- Purpose: the lights of every group, its tasks' own rows (no indicator) before those of their indicators
-- Grain: group_id, task_no, indicator_id
-- Params: none
-- Columns: group_id, task_no, indicator_id, as_of, numerator, denominator, value, status, green, amber, target_from, legal_basis, evidence, small_n, members, current, coverage, n_green, n_amber, n_red, n_missing, n_none_arising, n_no_rule, not_included, valid_from
-- Reads: group_indicator_lights, group_task_lights, members
WITH both_kinds AS (
    SELECT group_id, task_no, indicator_id, as_of, numerator, denominator, value, status, green, amber, target_from,
        legal_basis, evidence, small_n, members, current, coverage, n_green, n_amber, n_red, n_missing,
        n_none_arising, n_no_rule, []::VARCHAR[] AS not_included
    FROM group_indicator_lights
    UNION ALL BY NAME
    SELECT group_id, task_no, status, false AS small_n, members, current, n_green, n_amber, n_red, n_missing,
        n_none_arising, n_no_rule, not_included
    FROM group_task_lights
),
lives AS (
    SELECT group_id, any_value(valid_from) AS valid_from FROM members GROUP BY group_id
)
SELECT
    both_kinds.group_id,
    both_kinds.task_no,
    both_kinds.indicator_id,
    both_kinds.as_of,
    both_kinds.numerator,
    both_kinds.denominator,
    both_kinds.value,
    both_kinds.status,
    both_kinds.green,
    both_kinds.amber,
    both_kinds.target_from,
    both_kinds.legal_basis,
    both_kinds.evidence,
    both_kinds.small_n,
    both_kinds.members,
    both_kinds.current,
    both_kinds.coverage,
    both_kinds.n_green,
    both_kinds.n_amber,
    both_kinds.n_red,
    both_kinds.n_missing,
    both_kinds.n_none_arising,
    both_kinds.n_no_rule,
    both_kinds.not_included,
    lives.valid_from
FROM both_kinds
JOIN lives ON lives.group_id = both_kinds.group_id
ORDER BY both_kinds.group_id, both_kinds.task_no, both_kinds.indicator_id NULLS FIRST
