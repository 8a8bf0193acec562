"""Which revision of a week is shown, in words."""

from __future__ import annotations

WEEK = "{week} ({parts})"
AS_PUBLISHED = "bản {revision}, như đã công bố"
CORRECTED = "bản {revision}, số sửa lại"
NEWEST = " (mới nhất)"
SUPERSEDED = "Đang xem {shown}. Tuần này đã có {current}; lý do: {reason}."
NO_REASON = "không ghi"
TAKEN_BACK = "Đang xem {shown} của một tuần đã được rút lại; lý do: {reason}."
REASON_WITHHELD = "số liệu được sửa"
SHOW_CURRENT = "Xem bản mới nhất"
CORRECTED_WEEKS = "Số sửa lại ở tuần: {weeks}."

AGAINST = "So với"
AGAINST_PREVIOUS = "Tuần trước đó: {week}"
BAD_AGAINST = (
    "Tuần so sánh {found} không ở trước tuần đang xem ({week}). Hãy chọn một tuần trước đó, hoặc bỏ phần against."
)
CHANGES = "Tuần này đổi gì"
CHANGES_SINCE = "Đổi gì so với {week}"
SINCE_PREVIOUS = "tuần công bố trước"
CHANGE = {"better": "tốt hơn {week}", "worse": "xấu hơn {week}", "other": "khác {week}"}
