-- Purpose: which units are summed in which group, with the target scopes the group is judged by
-- Grain: group_id, unit_id
-- Params: none
-- Columns: group_id, unit_id, scopes, valid_from
-- Reads: units (lives valid on the cut-off day)
WITH areas AS (
    SELECT 'area:' || district.unit_id AS group_id, member.unit_id, 'area' AS scope, district.valid_from
    FROM units AS district
    JOIN units AS member
        ON member.unit_id = district.unit_id OR (member.level = 'commune' AND member.parent_id = district.unit_id)
    WHERE district.level = 'district'
),
communes AS (
    SELECT 'communes:' || district.unit_id AS group_id, member.unit_id, 'commune' AS scope, district.valid_from
    FROM units AS district
    JOIN units AS member ON member.level = 'commune' AND member.parent_id = district.unit_id
    WHERE district.level = 'district'
),
levels AS (
    SELECT 'level:' || level AS group_id, unit_id, level AS scope, NULL::DATE AS valid_from FROM units
),
province AS (
    SELECT 'province' AS group_id, unit_id, 'province' AS scope, NULL::DATE AS valid_from FROM units
),
groups AS (
    SELECT group_id, unit_id, scope, valid_from FROM areas
    UNION ALL SELECT group_id, unit_id, scope, valid_from FROM communes
    UNION ALL SELECT group_id, unit_id, scope, valid_from FROM levels
    UNION ALL SELECT group_id, unit_id, scope, valid_from FROM province
)
SELECT group_id, unit_id, [scope, '*'] AS scopes, valid_from
FROM groups
