-- Purpose: every unit on every indicator that applies to it, with its figure and what keeps that figure from being current
-- Grain: unit_id, indicator_id
-- Params: cut_off_day DATE
-- Columns: unit_id, indicator_id, scopes, as_of, numerator, denominator, age_days, gap
-- Reads: units, indicators, indicator_levels, indicator_lives (those of the definition of the day), observations (at most one of a unit and indicator)
WITH applicable AS (
    SELECT units.unit_id, units.level, units.valid_from, indicators.indicator_id, indicators.measure,
        indicators.max_age_days
    FROM indicators
    JOIN indicator_levels ON indicator_levels.indicator_id = indicators.indicator_id
    JOIN units ON units.level = indicator_levels.level
    WHERE indicators.only_unit IS NULL OR indicators.only_unit = units.unit_id
),
usable AS (
    -- A figure of an earlier life of the code, of a day when the indicator was another one or none, of a day to come,
    -- or of the wrong shape is no figure.
    SELECT applicable.unit_id, applicable.indicator_id, observations.as_of, observations.numerator,
        observations.denominator
    FROM applicable
    JOIN observations
        ON observations.unit_id = applicable.unit_id AND observations.indicator_id = applicable.indicator_id
    JOIN indicator_lives
        ON indicator_lives.indicator_id = observations.indicator_id
            AND observations.as_of >= COALESCE(indicator_lives.valid_from, observations.as_of)
            AND observations.as_of <= COALESCE(indicator_lives.valid_to, observations.as_of)
    WHERE observations.as_of BETWEEN applicable.valid_from AND $cut_off_day
        AND (observations.denominator IS NOT NULL) = (applicable.measure = 'ratio')
)
SELECT
    applicable.unit_id,
    applicable.indicator_id,
    [applicable.unit_id, applicable.level, '*'] AS scopes,
    usable.as_of,
    usable.numerator,
    usable.denominator,
    ($cut_off_day - usable.as_of)::INTEGER AS age_days,
    CASE
        WHEN usable.as_of IS NULL THEN 'missing'
        WHEN $cut_off_day - usable.as_of > applicable.max_age_days THEN 'stale'
    END AS gap
FROM applicable
LEFT JOIN usable ON usable.unit_id = applicable.unit_id AND usable.indicator_id = applicable.indicator_id
