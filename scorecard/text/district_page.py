"""What the page of a district says."""

from __future__ import annotations

PAGE = "Địa bàn"
NO_DISTRICTS = "Danh mục của tuần này không có địa bàn nào, nên không có trang địa bàn."
NO_AREA_SEEN = "Tài khoản này không xem địa bàn nào. Hãy mở trang của đơn vị mình."
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
BAD_SHAPE = "“{found}” không phải là kiểu bản đồ. Hãy ghi shape=boundaries hoặc bỏ phần này."
BAD_ORDER = "“{found}” không phải là cách sắp xếp. Hãy ghi order=catalog hoặc bỏ phần này."

COMMUNE = "Xã "  # what a name begins with where "xã" alone is right for all
REPORTED = "{current}/{all} xã có báo cáo"
REPORTED_MIXED = "{current}/{all} đơn vị cấp xã có báo cáo"
COVERED = "phủ {coverage} ({current}/{members} đơn vị)"
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
WHY_INDICATOR_NONE = "Số chung của chỉ số"
WHY_PLACE_INDICATOR = "{area}, {indicator} (nhiệm vụ {task})"
TASK_LIGHT = "Đèn chung của nhiệm vụ {task}: {status}."
MORE = "Xem đầy đủ lý do"

SHORTFALL = "Phần còn thiếu so với ngưỡng xanh"
SHORTFALL_COMMUNES = "{count} xã chiếm {share}% số còn thiếu"
SHORTFALL_MIXED = "{count} đơn vị cấp xã chiếm {share}% số còn thiếu"
SHORTFALL_UNITS = "{count} đơn vị chiếm {share}% số còn thiếu"
SHORTFALL_ONE = "{name} chiếm {share}% số còn thiếu"
EXCESS_COMMUNES = "{count} xã chiếm {share}% số vượt"
EXCESS_MIXED = "{count} đơn vị cấp xã chiếm {share}% số vượt"
EXCESS_UNITS = "{count} đơn vị chiếm {share}% số vượt"
EXCESS_ONE = "{name} chiếm {share}% số vượt"
OF_ALL = "{indicator}: tổng {total} ở {count} đơn vị chưa đạt; tính theo ngưỡng xanh của từng đơn vị."
SHORTFALL_OF = "{indicator}: {headline}"
NOTHING_LACKS = "{indicator}: các đơn vị có số liệu và ngưỡng đều đạt ngưỡng xanh của mình."
NO_THRESHOLD = "{indicator}: chưa có ngưỡng."
NO_FIGURES = "{indicator}: chưa có số liệu để tính."
NOTHING_AROSE = "{indicator}: không phát sinh trong kỳ."
LACKS = "{name}: {count}"

MAP_TITLE = "Nhiệm vụ {task} theo xã, phường, thị trấn"
MAP_TITLE_INDICATOR = "{indicator} theo xã, phường, thị trấn"
MAP_NOTE = "Bản đồ ô: mỗi ô một xã, vị trí tương đối, không thể hiện địa giới."
MAP_SIGNS = "Địa bàn đang chọn có viền đậm; ô trống có viền là không thuộc phạm vi; bấm vào ô để xem lý do."
SHAPES = "Kiểu bản đồ"
SHAPE_CELLS = "Bản đồ ô"
SHAPE_BOUNDARIES = "Ranh giới"
BOUNDARIES_NOTE = "Ranh giới theo tệp do đơn vị vận hành cài; đơn vị nhỏ có thêm hình tròn để dễ thấy."
NO_BOUNDARIES = "Chưa cài ranh giới khớp với các đơn vị của tuần này, nên đang hiển thị bản đồ ô."
MAP_NARROW = "Màn hình hẹp không đủ chỗ cho bản đồ ô; danh sách dưới đây có cùng nội dung."
MAP_ALT = "Bản đồ ô của {count} đơn vị: {counts}. Cùng nội dung có trong danh sách ngay dưới bản đồ."
MAP_LIST = "Bản đồ dưới dạng danh sách"
MAP_EMPTY = "Danh mục không có xã nào, nên không có bản đồ."
NEWEST = "Số liệu mới nhất ngày {date}."
LIST_DISTRICT = "Địa bàn"
LIST_UNIT = "Đơn vị"
LIST_LIGHT = "Mức và số liệu"
TIP_STATUS = "{line} · {status}"
# Words for the kind of a unit, left out in a cell of the map.
KINDS = ("Xã ", "Phường ", "Thị trấn ", "TT ", "Huyện ", "Thị xã ", "Thành phố ", "TX ", "TP ")
NUMBERED = "{kind}. {number}"
