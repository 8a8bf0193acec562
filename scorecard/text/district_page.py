"""What the page of a district says."""

from __future__ import annotations

PAGE = "Địa bàn"
NO_DISTRICTS = "Danh mục của tuần này không có địa bàn nào, nên không có trang địa bàn."
FILTERS = "Chọn địa bàn và nhiệm vụ"
DISTRICT = "Địa bàn"
TASK = "Nhiệm vụ trên bản đồ"
INDICATOR = "Tô màu theo"
BY_TASK = "Đèn của nhiệm vụ"
ORDER = "Sắp xếp"
ORDER_WORST = "Mức xấu trước"
ORDER_CATALOG = "Theo danh mục"
TASK_OPTION = "{task} · {title}"
CAPTION = (
    "Mức thực hiện trên địa bàn {name}: toàn địa bàn, cơ quan huyện và từng xã theo từng nhiệm vụ, {week} ({range})"
)
BAD_ORDER = "“{found}” không phải là cách sắp xếp. Hãy ghi order=catalog hoặc bỏ phần này."

REPORTED = "{current}/{all} xã có báo cáo"
COVERED = "phủ {coverage} đơn vị"
OF_INDICATOR = "{indicator}: {parts}"

WHY = {
    "red": "Vì sao đỏ?",
    "amber": "Vì sao vàng?",
    "green": "Vì sao xanh?",
    "missing": "Vì sao thiếu số liệu?",
    "none_arising": "Vì sao không có màu?",
    "no_rule": "Vì sao không có màu?",
}
WHY_NONE = "Đèn chung của địa bàn"
WHY_PLACE = "{area}, nhiệm vụ {task} · {title}"
MORE = "Xem đầy đủ lý do"

SHORTFALL = "Phần còn thiếu so với ngưỡng xanh"
SHORTFALL_COMMUNES = "{count} xã chiếm {share}% số còn thiếu"
SHORTFALL_UNITS = "{count} đơn vị chiếm {share}% số còn thiếu"
SHORTFALL_ONE = "{name} chiếm {share}% số còn thiếu"
EXCESS_COMMUNES = "{count} xã chiếm {share}% số vượt"
EXCESS_UNITS = "{count} đơn vị chiếm {share}% số vượt"
EXCESS_ONE = "{name} chiếm {share}% số vượt"
OF_ALL = "{indicator}: tổng {total} ở {count} đơn vị chưa đạt; tính theo ngưỡng xanh của từng đơn vị."
NOTHING_LACKS = "{indicator}: không đơn vị nào có số liệu còn thiếu so với ngưỡng xanh."
LACKS = "{name} {number}"
