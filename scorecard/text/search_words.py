"""What the search in the header says."""

from __future__ import annotations

SEARCH = "Tìm đơn vị, nhiệm vụ, chỉ số"
PLACEHOLDER = "Tìm…"
RESULTS = "Kết quả tìm"
FOUND = "{number} kết quả"
NONE = "Không tìm thấy"
ABSENT = "Nhiệm vụ {number} không có trong văn bản"
TASK = "Nhiệm vụ"
AREA = "Địa bàn"
UNIT = "Đơn vị"
INDICATOR = "Chỉ số"
VIEW = "Mục đã lưu"
TASK_SPELT = ("nhiệm vụ {}", "nhiệm vụ số {}", "nv {}")  # a task's number stands in the braces
OF_TASK = "nhiệm vụ {task}"
