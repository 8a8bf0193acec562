"""What the workbook of a week says."""

from __future__ import annotations

MATRIX = "Bảng đèn"
LIGHTS = "Đèn theo nhiệm vụ"
FIGURES = "Số liệu"
ORIGIN = "Nguồn gốc"

UNIT = "Đơn vị"
LIGHT_HEADS = (
    ("Mã đơn vị", 12),
    (UNIT, 34),
    ("Nhiệm vụ", 11),
    ("Tên nhiệm vụ", 30),
    ("Đèn", 17),
    ("Tuần trước", 17),
    ("Số tuần giữ màu ({most} là từ {most} trở lên)", 18),
    ("Chỉ số quyết định", 20),
)
FIGURE_HEADS = (
    ("Mã đơn vị", 12),
    (UNIT, 30),
    ("Nhiệm vụ", 10),
    ("Mã chỉ số", 10),
    ("Chỉ số", 46),
    ("Tử số", 13),
    ("Mẫu số", 13),
    ("Giá trị", 11),
    ("Đơn vị tính", 11),
    ("Đèn", 17),
    ("Ngưỡng xanh", 11),
    ("Ngưỡng vàng", 11),
    ("Căn cứ", 36),
    ("Loại căn cứ", 22),
    ("Ngày số liệu", 12),
    ("Cốt lõi", 9),
)
EVIDENCE = {
    "letter": "theo văn bản",
    "law": "theo pháp luật",
    "unverified": "chưa đối chiếu văn bản",
    "proposed": "ngưỡng quản trị",
}
YES = "có"
NO = "không"

KIND = "Loại số liệu"
REAL = "Số liệu thật"
CUT_OFF = "Số liệu tính đến"
REASON = "Lý do của bản này"
SCOPE = "Phạm vi"
FILTER = "Bộ lọc"
NO_FILTER = "không lọc"
CONTAINS = "Tệp gồm"
WHOLE = "toàn bộ số liệu của {units} đơn vị trong tuần"
SHOWN = "phần đang xem: {units} đơn vị"
SNAPSHOT = "Mã băm của bản công bố (SHA-256)"
RULES = "Phiên bản quy tắc"
PUBLISHED = "Công bố lúc"
FILE = "SHA-256 của {name}"
RULE = "Quy tắc"
FACT = "Mục"
VALUE = "Nội dung"
PAGE = "Trang &P/&N"
