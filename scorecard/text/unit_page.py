"""What the page of one unit says."""

from __future__ import annotations

CHOOSE = "Chọn đơn vị"
CHOOSE_HOW = "Bấm vào tên đơn vị để xem mọi nhiệm vụ và chỉ số của đơn vị."
LEVEL = {
    "department": "Cơ quan chuyên môn, ban quản lý",
    "district": "Cấp huyện (số liệu riêng của cơ quan, không gồm các xã)",
    "commune": "Cấp xã",
}
OF_DISTRICT = "Cấp xã, thuộc {parent}"
COUNTS = "{red} đỏ · {amber} vàng · {green} xanh · {missing} thiếu số liệu"
TABLE = "Các chỉ số của {unit}"
TASK = "{task} · {title}"
WEEKS = "{weeks} tuần ở mức này"
WEEKS_LEAST = "ít nhất {weeks} tuần ở mức này"
NEW = "mới đổi tuần này"
INDICATOR = "Chỉ số"
VALUE = "Kết quả"
FIGURES = "Số liệu"
TARGET = "Ngưỡng và căn cứ"
DATE = "Ngày, nguồn"
PEERS = "Trung vị · tốt nhất"
TREND = "{weeks} tuần"
GROUND = "{basis} · {evidence}"
NOTES = "Căn cứ và nguồn"
NOT_CORE = "theo dõi thêm"
PEER_VALUES = "{median} · {best}"
PEER_NOTE = (
    "Trung vị và tốt nhất tính trên các đơn vị cùng cấp có số liệu còn hạn. Đường nhỏ: {weeks} tuần; nền là vùng xanh, "
    "vàng, đỏ theo ngưỡng từng tuần."
)
AGE = "({days} ngày)"
SAME_DAY = "(ngày chốt)"
PAPER_AGE = "({days})"
PAPER_DATE = "Ngày (tuổi, ngày)"
OVERDUE = "quá hạn"
SPARK = "Diễn biến {weeks} tuần: {points}"
POINT = "tuần {week} {value}"
NO_SPARK = "chưa có diễn biến"
