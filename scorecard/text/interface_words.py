"""What the pages say."""

from __future__ import annotations

LANGUAGE = "vi"
TITLE = "Theo dõi thực hiện chỉ đạo"
PAGE_TITLE = "{page} · {week}"
NO_SCRIPT = "Trang này cần JavaScript. Hãy bật JavaScript trong trình duyệt rồi tải lại trang."
NO_PAGE = "Không có trang này"
NO_PAGE_TEXT = "Hãy kiểm tra địa chỉ, hoặc mở trang tổng quan."
NAVIGATION = "Các trang"
PAGE_OVERVIEW = "Tổng quan"
PAGE_TASK = "Nhiệm vụ"
PAGE_UNIT = "Đơn vị"
PAGE_BRIEFING = "Bản tin tuần"

WEEK_FORM = "Chọn tuần báo cáo"
WEEK = "Tuần"
WEEK_OPTION = "{label} · {range}"
OTHER_YEARS = "Năm khác (tuần cuối năm)"
EARLIER = "Tuần trước đó"
LATER = "Tuần sau đó"
REVISION = "Bản"
REVISION_OPTION = "bản {revision}"
CUT_OFF = "Số liệu đến {moment}"

WEEK_CHOOSE = "Chọn một tuần"

CANNOT_SHOW = "Không hiển thị được nội dung yêu cầu"
OPEN_OVERVIEW = "Mở trang tổng quan"
SHOW_NEWEST = "Mở tuần mới nhất, tất cả đơn vị"
DISK = (
    "Máy chủ không đọc được dữ liệu: {detail}. Hãy báo người quản trị; số liệu đã công bố không bị thay đổi. Có thể "
    "chọn tuần khác ở đầu trang."
)
UNEXPECTED = (
    "Đã có lỗi ngoài dự kiến khi mở trang. Hãy tải lại trang; nếu vẫn lỗi, hãy báo người quản trị "
    "(lỗi đã ghi vào nhật ký)."
)
EMPTY_HOME = (
    "Chưa có tuần nào được công bố.\n"
    "Để xem thử với số liệu mô phỏng, hãy chạy: python -m scorecard demo\n"
    "Để đưa số liệu thật vào, hãy chạy: python -m scorecard ingest TỆP.csv --week 2023-W42"
)
NO_UNIT = "Không có đơn vị “{found}” vào ngày {date}. Hãy kiểm tra mã đơn vị trong địa chỉ."
NO_TASK = "Không có nhiệm vụ số {found} trong văn bản. Hãy kiểm tra số nhiệm vụ trong địa chỉ."
NO_GROUP = "Không có nhóm đơn vị “{found}”, hoặc địa chỉ thiếu số nhiệm vụ. Hãy kiểm tra địa chỉ."
GROUP_OF_TASK = (
    "Trang nhiệm vụ không nhận “group={found}”. Để chọn phạm vi, hãy ghi phần block trong địa chỉ "
    "(ví dụ block=district:mã huyện)."
)
BROKEN = "{number} bản tin trong kho không đọc được và bị bỏ qua. Để xem chi tiết, hãy chạy: python -m scorecard verify"
BAD_BLOCK = (
    "Không có phạm vi “{found}” trong tuần này. Hãy kiểm tra phần block trong địa chỉ (ví dụ block=district:mã huyện)."
)
BAD_ONLY = "“{found}” không phải là giá trị của bộ lọc “only”. Hãy ghi only=red_amber hoặc bỏ phần này."
BAD_REVISION = "“{found}” không phải là số bản. Hãy ghi một số nguyên từ 1, ví dụ revision=2."
BAD_WHY = "“{found}” không phải là một đèn. Hãy ghi mã đơn vị, dấu hai chấm và số nhiệm vụ, ví dụ why=SO-NV:4."
TOO_MANY_CHOSEN = "Chỉ chọn được tối đa {most} đơn vị trên biểu đồ. Hãy bỏ bớt trong phần chosen của địa chỉ."
NO_DISTRICT = "Không có địa bàn “{found}” vào ngày {date}. Hãy kiểm tra mã huyện trong địa chỉ."
NO_INDICATOR = "Không có chỉ số “{found}” trong danh mục. Hãy kiểm tra mã chỉ số trong địa chỉ."
OTHER_TASK = (
    "Chỉ số “{found}” thuộc nhiệm vụ {own}, không thuộc nhiệm vụ {task}. Hãy kiểm tra mã chỉ số và số nhiệm vụ trong "
    "địa chỉ."
)
BAD_TASK = "“{found}” không phải là số nhiệm vụ. Hãy ghi một số nguyên từ 1, ví dụ task=4."

FILTERS = "Lọc bảng"
BLOCK = "Phạm vi"
BLOCK_ALL = "Tất cả đơn vị"
BLOCK_ONE_AREA = "Một địa bàn"
ONLY_RED_AMBER = "Chỉ đỏ và vàng"
LEVELS = {
    "department": "Cơ quan chuyên môn, ban quản lý",
    "district": "Huyện, thị xã, thành phố",
    "commune": "Xã, phường, thị trấn",
}
SCOPES = {
    "department": "cấp sở",
    "district": "cấp huyện",
    "commune": "cấp xã",
    "area": "từng địa bàn",
    "province": "toàn tỉnh",
    "*": "mọi đơn vị",
}
SHORT_LEVELS = {"department": "cấp sở", "district": "cấp huyện", "commune": "cấp xã"}
AREA = "Toàn địa bàn"
OWN_OFFICE = "UBND {name}"
GROUP_NAMES = {
    "area": "Toàn địa bàn {name}",
    "communes": "Các xã, phường, thị trấn của {name}",
    "level:department": "Các cơ quan chuyên môn, ban quản lý",
    "level:district": "Các huyện, thị xã, thành phố",
    "level:commune": "Các xã, phường, thị trấn",
    "province": "Toàn tỉnh",
}

MATRIX = "Bảng đèn theo đơn vị và nhiệm vụ"
MATRIX_CAPTION = "Mức thực hiện của từng đơn vị theo từng nhiệm vụ, {week} ({range})"
SKIP_MATRIX = "Bỏ qua bảng đèn"
UNIT = "Đơn vị"
ONLY_EMPTY = "Không có đèn đỏ hay vàng nào trong phạm vi đang chọn."
SHARES = "{number} {status}"
WHY_LIGHT = "Vì sao?"

TIP_HEAD = "{unit} · Nhiệm vụ {task}"
TIP_TITLE = "{title}: {status}"
TIP_CHANGE = "{title}: {status} ({week}: {previous})"
TIP_LINE = "{name}: {value}{target} · số liệu {date}"
TIP_NO_FIGURE = "{name}: {status}"
TIP_TARGET = " ({threshold})"
TIP_MORE = "và {number} chỉ số khác"
GREEN_FROM = "xanh từ {green}"
GREEN_TO = "xanh đến {green}"

SIDE = "Số đèn và việc cần chỉ đạo"
COUNTS = "Số đèn theo mức"
MORE = "tăng"
FEWER = "giảm"
UNCHANGED = "không đổi"
COMPARED = "So với {week} ({range})."
COMPARED_AS_OF = "So với {week}."
COMPARED_NEWCOMERS = "Không so số đèn với {week}: {count} đơn vị tuần đó chưa có."
COMPARED_NONE = "Chưa có tuần trước để so sánh."
CALLS = "Cần chỉ đạo tuần này"
NO_CALLS = "Không có việc nào cần chỉ đạo riêng trong tuần này."

CHART_TITLE = "Diễn biến {number} tuần (số đèn)"
CHART_ALT = "Biểu đồ cột chồng số đèn đỏ và vàng theo tuần: {points}."
CHART_POINT = "tuần {week} có {red} đỏ, {amber} vàng"
CHART_GAP = "tuần {week} không công bố"
CHART_WEEK_AXIS = "Tuần"
CHART_COUNT_AXIS = "Số đèn"
NOT_PUBLISHED = "không công bố"

LEGEND = "Chú giải"
LEGEND_STATUS = {
    "green": "Đạt mục tiêu",
    "amber": "Cận ngưỡng",
    "red": "Không đạt",
    "missing": "Thiếu hoặc quá hạn số liệu",
    "none_arising": "Không phát sinh",
    "no_rule": "Chưa có ngưỡng",
}
LEGEND_NOT_APPLICABLE = "Không thuộc phạm vi"
LEGEND_SMALL = "Khoanh viền: mẫu số nhỏ"
BETTER = "tốt lên"
WORSE = "xấu đi"
OTHER = "đổi khác"
RULE_LINE = "Quy tắc: đèn của nhiệm vụ lấy mức xấu nhất trong các chỉ số cốt lõi."
CODE_LINE = "Quy tắc {rules} · bản tin {code}"
