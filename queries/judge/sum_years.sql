-- Purpose: the calendar year a group's sum of what counts from New Year is of: the newest that reaches the floor alone
-- Grain: group_id, indicator_id
-- Params: none
-- Columns: group_id, indicator_id, sum_year
-- Reads: members, reports, indicators, rules
WITH applicable AS (
    SELECT members.group_id, reports.indicator_id, CASE WHEN reports.gap IS NULL THEN year(reports.as_of) END AS figure_year
    FROM members
    JOIN reports ON reports.unit_id = members.unit_id
    JOIN indicators ON indicators.indicator_id = reports.indicator_id
    WHERE indicators.summable AND indicators.period = 'year_to_date'
),
sizes AS (
    SELECT group_id, indicator_id, count(*) AS members FROM applicable GROUP BY group_id, indicator_id
),
years AS (
    SELECT group_id, indicator_id, figure_year, count(*) AS reporting
    FROM applicable
    WHERE figure_year IS NOT NULL
    GROUP BY group_id, indicator_id, figure_year
)
SELECT years.group_id, years.indicator_id, years.figure_year::INTEGER AS sum_year
FROM years
JOIN sizes ON sizes.group_id = years.group_id AND sizes.indicator_id = years.indicator_id
CROSS JOIN rules
-- Where no year reaches it, the newest: one early half-yearly report does not blank a group that reaches it otherwise.
QUALIFY row_number() OVER (
    PARTITION BY years.group_id, years.indicator_id
    ORDER BY 100 * years.reporting >= rules.coverage_floor_percent * sizes.members DESC, years.figure_year DESC
) = 1
