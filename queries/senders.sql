-- Purpose: when each unit last sent a new figure, and for how many published weeks it has sent none
-- Grain: unit_id
-- Params: files VARCHAR[], baseline VARCHAR
-- Columns: unit_id, last_sent, weeks_without, newest_as_of
-- Reads: observations.parquet of all weeks looked back on, current revisions ($files); the week $baseline is only compared with
WITH held AS (
    SELECT
        unit_id,
        indicator_id,
        week,
        as_of,
        numerator,
        denominator,
        lag(as_of) OVER weeks_of_a_figure AS as_of_before,
        lag(numerator) OVER weeks_of_a_figure AS numerator_before,
        lag(denominator) OVER weeks_of_a_figure AS denominator_before
    FROM read_parquet($files, hive_partitioning = true, hive_types_autocast = false)
    WINDOW weeks_of_a_figure AS (PARTITION BY unit_id, indicator_id ORDER BY week)
),

weeks AS (
    SELECT DISTINCT week
    FROM held
),

units AS (
    SELECT
        unit_id,
        max(week) FILTER (
            WHERE week <> $baseline
            -- A figure that fell back to an older one was taken back, not sent.
            AND (
                as_of_before IS NULL
                OR as_of > as_of_before
                OR (
                    as_of = as_of_before
                    AND (
                        numerator <> numerator_before
                        OR denominator IS DISTINCT FROM denominator_before
                    )
                )
            )
        ) AS last_sent,
        max(as_of) AS newest_as_of
    FROM held
    GROUP BY unit_id
)

SELECT
    units.unit_id,
    units.last_sent,
    (
        SELECT count(*)
        FROM weeks
        WHERE weeks.week <> $baseline AND (units.last_sent IS NULL OR weeks.week > units.last_sent)
    ) AS weeks_without,
    units.newest_as_of
FROM units
ORDER BY units.unit_id
