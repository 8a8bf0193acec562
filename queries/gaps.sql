-- Purpose: how many of each unit's indicators have no figure or one that is too old, and how new its newest figure is
-- Grain: unit_id
-- Params: files VARCHAR[]
-- Columns: unit_id, indicators, missing, stale, newest_as_of
-- Reads: lights.parquet of one snapshot ($files)
SELECT
    unit_id,
    count(*) AS indicators,
    count(*) FILTER (WHERE status = 'missing') AS missing,
    count(*) FILTER (WHERE status = 'stale') AS stale,
    max(as_of) AS newest_as_of
FROM seen_rows($files)
GROUP BY unit_id
ORDER BY unit_id
