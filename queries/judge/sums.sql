-- Purpose: the sums of every group on every core, additive ratio that applies to one of its members
-- Grain: group_id, indicator_id
-- Params: none
-- Columns: group_id, indicator_id, scopes, as_of, numerator, denominator, members, current, gap
-- Reads: members, reports, indicators, rules
WITH totals AS (
    SELECT
        members.group_id,
        reports.indicator_id,
        any_value(members.scopes) AS scopes,
        max(reports.as_of) FILTER (reports.gap IS NULL) AS as_of,
        sum(reports.numerator) FILTER (reports.gap IS NULL) AS numerator,
        sum(reports.denominator) FILTER (reports.gap IS NULL) AS denominator,
        count(*)::INTEGER AS members,
        (count(*) FILTER (reports.gap IS NULL))::INTEGER AS current
    FROM members
    JOIN reports ON reports.unit_id = members.unit_id
    JOIN indicators ON indicators.indicator_id = reports.indicator_id
    WHERE indicators.summable
    GROUP BY members.group_id, reports.indicator_id
)
SELECT
    totals.group_id,
    totals.indicator_id,
    totals.scopes,
    totals.as_of,
    totals.numerator::DECIMAL(24, 3) AS numerator,
    totals.denominator::DECIMAL(24, 3) AS denominator,
    totals.members,
    totals.current,
    CASE
        WHEN totals.current = 0 OR 100 * totals.current < rules.coverage_floor_percent * totals.members THEN 'missing'
    END AS gap
FROM totals
CROSS JOIN rules
