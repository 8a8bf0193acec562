-- Purpose: the sums of every group on every core, additive ratio that applies to one of its members
-- Grain: group_id, indicator_id
-- Params: none
-- Columns: group_id, indicator_id, scopes, as_of, numerator, denominator, members, current, gap
-- Reads: members, reports, indicators, sum_years, rules
WITH applicable AS (
    -- A full year is never added to a first week.
    SELECT members.group_id, reports.indicator_id, members.scopes, reports.as_of, reports.numerator,
        reports.denominator,
        reports.gap IS NULL AND (sum_years.sum_year IS NULL OR sum_years.sum_year = year(reports.as_of)) AS counted
    FROM members
    JOIN reports ON reports.unit_id = members.unit_id
    JOIN indicators ON indicators.indicator_id = reports.indicator_id
    LEFT JOIN sum_years
        ON sum_years.group_id = members.group_id AND sum_years.indicator_id = reports.indicator_id
    WHERE indicators.summable
),
totals AS (
    SELECT
        group_id,
        indicator_id,
        any_value(scopes) AS scopes,
        max(as_of) FILTER (counted) AS as_of,
        sum(numerator) FILTER (counted) AS numerator,
        sum(denominator) FILTER (counted) AS denominator,
        count(*)::INTEGER AS members,
        (count(*) FILTER (counted))::INTEGER AS current
    FROM applicable
    GROUP BY group_id, indicator_id
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
