-- Purpose: how fresh the figures of each indicator are, over the units it applies to
-- Grain: indicator_id
-- Params: files VARCHAR[]
-- Columns: indicator_id, units, current, missing, stale, newest_as_of, oldest_as_of
-- Reads: lights.parquet of one snapshot ($files)
SELECT
    indicator_id,
    count(*) AS units,
    count(*) FILTER (WHERE status NOT IN ('missing', 'stale')) AS current,
    count(*) FILTER (WHERE status = 'missing') AS missing,
    count(*) FILTER (WHERE status = 'stale') AS stale,
    max(as_of) AS newest_as_of,
    min(as_of) AS oldest_as_of
FROM seen_rows($files)
GROUP BY indicator_id
ORDER BY indicator_id
