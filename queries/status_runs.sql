-- Purpose: the lights of units on tasks up to one week, weeks in a row of one status put together
-- Grain: unit_id, task_no, first_place
-- Params: files VARCHAR[], cut_off_days DATE[], unit_id VARCHAR, task_no INTEGER
-- Columns: unit_id, task_no, first_place, last_place, status
-- Reads: task_lights.parquet of the current revisions, oldest first, this snapshot last ($files); NULL means all
WITH weeks AS (
    SELECT unnest($files) AS file, unnest($cut_off_days) AS cut_off_day, generate_subscripts($files, 1) AS place
),
history AS (
    SELECT lights.unit_id, lights.task_no, lights.status, lights.valid_from, weeks.place, weeks.cut_off_day
    FROM seen_rows($files) AS lights
    JOIN weeks ON weeks.file = lights.filename
    WHERE ($unit_id::VARCHAR IS NULL OR lights.unit_id = $unit_id)
        AND ($task_no::INTEGER IS NULL OR lights.task_no = $task_no)
),
lives AS (
    -- An earlier life of a code is another unit; one that has no light in the last week is chased no more.
    SELECT unit_id, task_no, valid_from FROM history WHERE place = len($files)
),
numbered AS (
    -- Weeks in a row have places in a row: a week without a light ends the run, as it ends the weeks in status.
    SELECT history.unit_id, history.task_no, history.status, history.place,
        history.place - row_number() OVER (
            PARTITION BY history.unit_id, history.task_no, history.status ORDER BY history.place
        ) AS run
    FROM history
    JOIN lives ON lives.unit_id = history.unit_id AND lives.task_no = history.task_no
    WHERE history.cut_off_day >= lives.valid_from
)
SELECT
    unit_id,
    task_no,
    min(place)::INTEGER AS first_place,
    max(place)::INTEGER AS last_place,
    status
FROM numbered
GROUP BY unit_id, task_no, status, run
ORDER BY unit_id, task_no, first_place
