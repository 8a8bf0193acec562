-- Purpose: the lights of one snapshot by unit and task, with how long they stand and what stood there the week before
-- Grain: unit_id, task_no
-- Params: files VARCHAR[], cut_off_days DATE[], unit_id VARCHAR, task_no INTEGER
-- Columns: unit_id, task_no, status, decided_by, core_applicable, core_current, weeks_in_status, previous_status
-- Reads: task_lights.parquet of the current revisions, oldest first, this snapshot last ($files); NULL means all
WITH weeks AS (
    SELECT unnest($files) AS file, unnest($cut_off_days) AS cut_off_day, len($files) - generate_subscripts($files, 1) AS weeks_ago
),
history AS (
    SELECT lights.unit_id, lights.task_no, lights.status, lights.decided_by, lights.core_applicable,
        lights.core_current, lights.valid_from, weeks.weeks_ago, weeks.cut_off_day
    FROM seen_rows($files) AS lights
    JOIN weeks ON weeks.file = lights.filename
    WHERE ($unit_id::VARCHAR IS NULL OR lights.unit_id = $unit_id)
        AND ($task_no::INTEGER IS NULL OR lights.task_no = $task_no)
),
today AS (
    SELECT unit_id, task_no, status, decided_by, core_applicable, core_current, valid_from FROM history WHERE weeks_ago = 0
),
same_life AS (
    -- An earlier life of a code is another unit: its weeks neither count nor are a previous status.
    SELECT history.unit_id, history.task_no, history.status, history.weeks_ago, history.status = today.status AS same
    FROM history
    JOIN today ON today.unit_id = history.unit_id AND today.task_no = history.task_no
    WHERE history.cut_off_day >= today.valid_from
),
numbered AS (
    SELECT unit_id, task_no, weeks_ago, row_number() OVER (PARTITION BY unit_id, task_no ORDER BY weeks_ago) - 1 AS place
    FROM same_life
    WHERE same
),
runs AS (
    -- As long as place and weeks_ago agree, no published week in between had another status or none.
    SELECT unit_id, task_no, count(*)::INTEGER AS weeks_in_status FROM numbered WHERE place = weeks_ago
    GROUP BY unit_id, task_no
)
SELECT
    today.unit_id,
    today.task_no,
    today.status,
    today.decided_by,
    today.core_applicable,
    today.core_current,
    runs.weeks_in_status,
    week_before.status AS previous_status
FROM today
JOIN runs ON runs.unit_id = today.unit_id AND runs.task_no = today.task_no
LEFT JOIN same_life AS week_before
    ON week_before.unit_id = today.unit_id AND week_before.task_no = today.task_no AND week_before.weeks_ago = 1
ORDER BY today.unit_id, today.task_no
