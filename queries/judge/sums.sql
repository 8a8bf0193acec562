-- Purpose: the sums of every group on every core, additive ratio that applies to one of its members, of one calendar year
-- Grain: group_id, indicator_id
-- Params: none
-- Columns: group_id, indicator_id, scopes, sum_year, as_of, numerator, denominator, members, current, gap
-- Reads: members, reports, indicators, rules
WITH applicable AS (
    SELECT members.group_id, reports.indicator_id, members.scopes, reports.as_of, reports.numerator,
        reports.denominator, reports.gap IS NULL AS usable,
        -- Only what counts from New Year has a year of its own: a full year is never added to a first week.
        CASE WHEN indicators.period = 'year_to_date' AND reports.gap IS NULL THEN year(reports.as_of) END AS figure_year
    FROM members
    JOIN reports ON reports.unit_id = members.unit_id
    JOIN indicators ON indicators.indicator_id = reports.indicator_id
    WHERE indicators.summable
),
subjects AS (
    SELECT group_id, indicator_id, any_value(scopes) AS scopes, count(*)::INTEGER AS members
    FROM applicable
    GROUP BY group_id, indicator_id
),
years AS (
    SELECT group_id, indicator_id, figure_year, max(as_of) AS as_of, sum(numerator) AS numerator,
        sum(denominator) AS denominator, count(*)::INTEGER AS current
    FROM applicable
    WHERE usable
    GROUP BY group_id, indicator_id, figure_year
),
summed AS (
    -- The newest year that reaches the floor by itself; where none does, the newest.
    SELECT subjects.group_id, subjects.indicator_id, subjects.scopes, subjects.members, years.figure_year, years.as_of,
        years.numerator, years.denominator, coalesce(years.current, 0) AS current,
        coalesce(100 * years.current >= rules.coverage_floor_percent * subjects.members, false) AS reaches
    FROM subjects
    CROSS JOIN rules
    LEFT JOIN years ON years.group_id = subjects.group_id AND years.indicator_id = subjects.indicator_id
    QUALIFY row_number() OVER (
        PARTITION BY subjects.group_id, subjects.indicator_id ORDER BY reaches DESC, years.figure_year DESC
    ) = 1
)
SELECT
    group_id,
    indicator_id,
    scopes,
    figure_year::INTEGER AS sum_year,
    as_of,
    numerator::DECIMAL(24, 3) AS numerator,
    denominator::DECIMAL(24, 3) AS denominator,
    members,
    current,
    CASE WHEN current = 0 OR NOT reaches THEN 'missing' END AS gap
FROM summed
