"""The sentences of "what needs a decision this week"."""

from __future__ import annotations

TASK_LEAD = "Nhiệm vụ {task} – {title}: "
TASK_NEW = "{red}/{all} đơn vị đỏ, {new} đơn vị mới đỏ tuần này."
TASK_OLD = "{red}/{all} đơn vị đỏ, không có đơn vị mới đỏ."
GROUP_FIGURE = "{group}: {figure}."
GROUP_MISSING = "{group}: chưa đủ đơn vị có số liệu để tính."
SLOWEST = "Kém nhất: {units}."
SLOWEST_UNIT = "{unit} {value}"

UNIT_LEAD = "{unit}: "
UNIT_REDS = "{count} nhiệm vụ đỏ ({tasks}), lâu nhất {weeks}."
UNIT_RED = "nhiệm vụ {tasks} đỏ {weeks}."

FIGURE = "{figure}."
VALUE = "{name} {value} ({against})"
TOO_OLD = "số liệu ngày {date}, đã quá hạn"
DONE_AT_ALL = ", kể cả hoàn thành muộn là {rate}"
NO_FIGURE = "{name}: {status}"

FALLEN_LEAD = "{count} đèn rơi từ xanh xuống đỏ: "
FALLEN_ONE = "từ xanh xuống đỏ ở nhiệm vụ {task}."
LISTED = "{unit} (nhiệm vụ {tasks})"
AND_MORE = "{listed} và {count} đơn vị khác"

STANDING = "nhiệm vụ {task} đỏ {weeks}."

MISSING_LEAD = "{count} đơn vị thiếu số liệu: "
MISSING = "{lights} đèn chưa kết luận được, lâu nhất {weeks} ở {unit}."

WEEKS_NEW = "1 tuần"
WEEKS = "{weeks} tuần liên tiếp"
WEEKS_LEAST = "từ {weeks} tuần liên tiếp trở lên"
