-- Purpose: the one place where a colour is decided, for units and groups alike: a figure against the target in force
-- Grain: subject, indicator_id
-- Params: none
-- Columns: subject, indicator_id, value, status, green, amber, target_from, legal_basis, evidence, small_n
-- Reads: reports, sums, indicators, targets, rules
WITH figures AS (
    SELECT 'unit:' || unit_id AS subject, indicator_id, scopes, as_of, numerator::DECIMAL(24, 3) AS numerator,
        denominator::DECIMAL(24, 3) AS denominator, gap
    FROM reports
    UNION ALL
    SELECT 'group:' || group_id, indicator_id, scopes, as_of, numerator, denominator, gap FROM sums
),
targets_in_force AS (
    -- The first scope that has any row by the figure's date wins, blank or not; within it the newest row.
    SELECT figures.subject, figures.indicator_id, targets.green, targets.amber, targets.effective_from,
        targets.legal_basis, targets.evidence
    FROM figures
    JOIN targets ON targets.indicator_id = figures.indicator_id
        AND list_contains(figures.scopes, targets.scope)
        AND targets.effective_from <= figures.as_of
    QUALIFY row_number() OVER (
        PARTITION BY figures.subject, figures.indicator_id
        ORDER BY list_position(figures.scopes, targets.scope), targets.effective_from DESC
    ) = 1
),
measured AS (
    -- Compared as 100·numerator against threshold·denominator: exact decimals, no division, no rounding.
    SELECT figures.subject, figures.indicator_id, figures.gap, figures.denominator, indicators.measure,
        indicators.direction, target.green, target.amber, target.effective_from AS target_from, target.legal_basis,
        target.evidence,
        CASE indicators.measure WHEN 'ratio' THEN 100 ELSE 1 END::DECIMAL(3, 0) * figures.numerator AS scaled,
        CASE indicators.measure WHEN 'ratio' THEN figures.denominator ELSE 1 END::DECIMAL(24, 3) AS yardstick
    FROM figures
    JOIN indicators ON indicators.indicator_id = figures.indicator_id
    LEFT JOIN targets_in_force AS target
        ON target.subject = figures.subject AND target.indicator_id = figures.indicator_id
)
SELECT
    subject,
    indicator_id,
    CASE WHEN yardstick > 0 THEN scaled::DOUBLE / yardstick::DOUBLE END AS value,
    CASE
        WHEN gap IS NOT NULL THEN gap
        WHEN yardstick = 0 THEN 'none_arising'
        WHEN green IS NULL THEN 'no_rule'
        WHEN CASE direction WHEN 'higher' THEN scaled >= green * yardstick ELSE scaled <= green * yardstick END
            THEN 'green'
        WHEN CASE direction WHEN 'higher' THEN scaled >= amber * yardstick ELSE scaled <= amber * yardstick END
            THEN 'amber'
        ELSE 'red'
    END AS status,
    green,
    amber,
    target_from,
    legal_basis,
    evidence,
    coalesce(measure = 'ratio' AND denominator > 0 AND denominator < rules.small_n_bound, false) AS small_n
FROM measured
CROSS JOIN rules
