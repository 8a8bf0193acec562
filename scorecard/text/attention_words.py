"""The sentences of "what needs a decision this week"."""

from __future__ import annotations

SHARED_LEAD = "Nhiệm vụ {tasks}: "
SHARED_NEXT = "; nhiệm vụ {tasks}: {part}"
SHARED_REST = "; nhiệm vụ {tasks}: từ {percent}% đơn vị trở lên cũng vậy"
SHARED_RED = "{count}/{every} đơn vị chưa đạt (đỏ), {weeks}"
SHARED_RED_COLOURED = "{count}/{every} đơn vị có đèn màu chưa đạt (đỏ), {weeks}"
SHARED_MISSING = "{count}/{every} đơn vị thiếu số liệu, {weeks}"
SHARED_NEW = "Trong đó {new} đèn mới đỏ tuần này, {fallen} từ xanh xuống đỏ."
SHARED_FIGURE = "Nhiệm vụ {task}, {figure}"

TASK_LEAD = "Nhiệm vụ {task} – {title}: "
TASK_NEW = "{red}/{all} đơn vị đỏ, {new} đơn vị mới đỏ tuần này."
TASK_OLD = "{red}/{all} đơn vị đỏ, không có đơn vị mới đỏ."
TASK_TIED = "{headline} Nhiệm vụ {tasks} cũng vậy."
GROUP_FIGURE = "{group}: {figure}."
GROUP_MISSING = "{group}: {name} chưa đủ đơn vị có số liệu để tính."
NAMED = "{name}."
NOT_SUMMED = "{name} ({against})."
SLOWEST = "Kém nhất: {units}."
SLOWEST_AMONG = "Kém nhất trong {count} đơn vị có số liệu: {units}."
SLOWEST_UNIT = "{unit} {value}"
SLOWEST_AGAINST = "{unit} {value} ({against})"
TIED = "{unit} và {count} đơn vị khác"

UNIT_LEAD = "{unit}: "
UNIT_REDS = "{count} nhiệm vụ đỏ ({tasks}), lâu nhất {weeks}."
UNIT_RED = "nhiệm vụ {tasks} đỏ {weeks}."
UNIT_EACH = "mỗi đơn vị {count} nhiệm vụ đỏ, lâu nhất {weeks}."
OF_TASK = "Nhiệm vụ {task}: {figure}"
OF_LIGHT = "{unit}, nhiệm vụ {task}: {figure}"

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
STANDING_EACH = "mỗi đơn vị có nhiệm vụ đỏ {weeks}."

MISSING_LEAD = "{count} đơn vị thiếu số liệu: "
MISSING = "{lights} đèn chưa kết luận được, lâu nhất {weeks} ở {unit}."

WEEKS_NEW = "1 tuần"
WEEKS = "{weeks} tuần liên tiếp"
WEEKS_LEAST = "từ {weeks} tuần liên tiếp trở lên"
