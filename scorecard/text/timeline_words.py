"""What the time line of a unit or a task says."""

from __future__ import annotations

SECTION = "Diễn biến"
COUNT = "{count} mục"
FIND = "Tìm trong diễn biến"
CLEAR = "Bỏ tìm"
FOUND = "Tìm thấy {found}/{count} mục."
NOTHING = "Chưa có đèn nào đổi, chưa có yêu cầu, ý kiến hay công văn nào."
NOTHING_FOUND = "Không có mục nào khớp với “{find}”."
MORE = "Còn {count} mục; tệp tải về có đủ."
FILE = "Tải diễn biến (CSV)"
FILE_NAME = "dien-bien-{about}-{week}.csv"
ABOUT_UNIT = "{unit}"
ABOUT_TASK = "nv{task}"
BAD_FIND = "Phần tìm trong diễn biến dài quá {most} ký tự. Hãy ghi ngắn hơn."

KINDS = {"light": "Đèn", "revision": "Bản sửa số liệu"}
EARLIER = "Trước ngày {day}: {name} (mã {code}, {since}–{until})"
NO_LIFE = "Mã {code} ở thời kỳ trước, không còn trong danh mục"
OTHER_LIFE = "Mã {code} từ ngày {since}, không còn trong danh mục"

LIGHT = "{before} → {now}"
OF_TASK = "Nhiệm vụ {task}: {what}"
LIGHT_GONE = "không còn đèn"
NO_LIGHT_YET = "chưa có đèn"
REVISED = "Bản {revision} của tuần {week}: {reason}"
PART = "{field}: {value}"

# Columns of the exported file.
DAY = "Ngày"
WEEK = "Tuần"
KIND = "Loại"
UNIT = "Đơn vị"
CODE = "Mã đơn vị"
SINCE = "Đơn vị từ ngày"
TASK = "Nhiệm vụ"
TITLE = "Việc"
TEXT = "Nội dung"
WHO = "Người thực hiện"
