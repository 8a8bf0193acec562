"""What the weekly briefing says."""

from __future__ import annotations

STATUS = {"red": "đỏ", "amber": "vàng", "green": "xanh", "missing": "thiếu số liệu"}
MOMENT = "{hour} giờ {minute} ngày {day}"
HEADLINE = "Tính đến {moment}, {scope} có {counts}."
SCOPE_ALL = "{units} đơn vị"
SCOPE_AREA = "{units} đơn vị của {name}"
SCOPE_TASK = "nhiệm vụ {task} tại {units} đơn vị"
TASK_SCOPE = "Nhiệm vụ {task}: {title}"
TASK_LIGHT = "Đèn của nhiệm vụ, số tuần giữ màu"
DECIDES = "quyết định đèn"
FOLLOWED = "theo dõi thêm"
FOLLOWED_HEAD = "{name} (theo dõi thêm)"
ASKED = "Nội dung: {summary}"
TARGETS = "{code}. {name} ({role}): {targets}."
TARGET = "{limits}; căn cứ: {basis}"
NO_TARGET = "chưa có ngưỡng"
MORE_TARGETS = "và {count} ngưỡng khác"
TARGETS_TITLE = "Yêu cầu, chỉ số và ngưỡng"
NOTHING_IN_WEEKS = "Không có đèn đỏ hay vàng trong các tuần này."
ONE_FRAME = "Mỗi khung bản tin chỉ có một nhiệm vụ hoặc một địa bàn. Hãy bỏ phần task hoặc phần district."
COUNTED = "{number} đèn {status}"
AND = " và "
SCOPE_ROW = "Số đơn vị"
CUT_OFF_ROW = "Số liệu tính đến"
NO_CHANGE = "Số đèn đỏ và vàng không thay đổi so với tuần trước."
CHANGED = "So với tuần trước, {changes}."
ROSE = "số đèn {status} tăng {number}"
FELL = "số đèn {status} giảm {number}"
STAYED = "số đèn {status} không đổi"
TIMELINESS = (
    "{name}: {in_time}/{due} ({rate}); kể cả hoàn thành muộn {done}/{due} ({done_rate}), còn {open} chưa hoàn thành "
    "(tính {units}/{every} đơn vị có đủ hai số cùng ngày và khớp nhau)."
)
TIMELINESS_ALL_DONE = (
    "{name}: {in_time}/{due} ({rate}); kể cả hoàn thành muộn {done}/{due} ({done_rate}) "
    "(tính {units}/{every} đơn vị có đủ hai số cùng ngày và khớp nhau)."
)
WEEKS = "{weeks} tuần"
WEEKS_LEAST = "từ {weeks} tuần"
CORRECTED = "Bản {revision} thay bản {before}: {reason}; {lights}."
CORRECTED_ROW = "Bản {revision} thay bản {before}"
CORRECTED_COUNT = "{count} đèn đổi"
CORRECTED_LIGHTS = "{count} đèn đổi ({lights})"
CORRECTED_LIGHT = "{unit}, nhiệm vụ {task} từ {before} thành {now}"
CORRECTED_MORE = "và {count} đèn khác"
CORRECTED_NO_LIGHT = "không đèn nào đổi"

EMPTY_MATRIX = "Tuần {week} không có đèn nào trong phạm vi này, nên không làm bản tin. Hãy kiểm tra bằng lệnh lights."
NO_FONT = "Thiếu tệp phông chữ {file}, nên không làm bản tin. Hãy chép lại thư mục fonts của chương trình."
TOO_MANY_ROWS = "Bảng có {rows} dòng, không vừa một khung bản tin. Hãy làm từng địa bàn bằng --district."
OTHER_LIGHT = "Bản vẽ sai với đèn đã công bố ở {place}: vẽ {drawn}, đèn là {light}. Không ghi tệp nào."
BLANK = "Ảnh {file} trống hoặc sai cỡ, nên không ghi tệp nào."
UNKNOWN_FORMAT = "Không có định dạng “{found}”. Hãy ghi một hay nhiều trong: {known} (cách nhau bằng dấu phẩy)."
NOT_OF_TASK = "Không làm “{found}” cho riêng một nhiệm vụ. Hãy ghi một hay nhiều trong: {known}, hoặc bỏ --task."
NOT_THREE_PAGES = "Nội dung không vừa ba trang."
NOT_RENDERED = "Không dựng được tệp {format}: {detail}"

FRAME_TITLE = "Bản tin tuần: {title}, {week}"
CUT_OFF = "Số liệu đến {moment} · bản {revision}"
SUMS = "Đỏ · Vàng"

PAGE_ONE = "Tổng quan"
PAGE_TWO = "Thay đổi trong tuần và việc cần chỉ đạo"
PAGE_THREE = "Đèn đỏ và vàng theo đơn vị"
CHANGES = "Đèn thay đổi so với tuần trước"
NO_CHANGES = "Không có đèn nào thay đổi so với tuần trước."
NO_STANDING = "Không có đèn đỏ hay vàng."
DIRECTION = {"worse": "Xấu đi", "better": "Tốt lên", "other": "Đổi khác"}
UNIT = "Đơn vị"
TASK = "Nhiệm vụ"
TASK_NAME = "{task}. {title}"
LIGHT_NOW = "Đèn"
BEFORE = "Tuần trước"
NOW = "Tuần này"
FIGURE = "Chỉ số quyết định"
DURATION = "Thời gian"
COLOUR = {
    "red": "đỏ",
    "amber": "vàng",
    "green": "xanh",
    "missing": "thiếu số liệu",
    "stale": "số liệu quá hạn",
    "none_arising": "không phát sinh",
    "no_rule": "chưa có ngưỡng",
}
PAGE_OF = "Trang {page}/{pages}"
DOCUMENT = "{title}, {week} ({range})"
FILE = "ban-tin-{week}-r{revision}"
FILE_SHOWN = "bang-den-{week}-r{revision}-{block}"
ONLY = "do-vang"
FILE_TASK = "{name}-nv{task}"
SHORT_LIGHT = "NV {task} · {duration}"
STANDING_NOTE = (
    "NV: nhiệm vụ của văn bản; bên cạnh là số tuần liên tiếp có công bố mà đèn giữ nguyên màu, kể cả tuần này."
)
MORE_CHANGES = "và {count} thay đổi khác, xem bảng tính hoặc trang Nhiệm vụ."
MORE_UNITS = "và {count} đơn vị khác, xem bảng tính."

WRITTEN = "Đã ghi {count} tệp vào {folder}:"

CHOOSE = "Khung hình"
OVERVIEW = "Tổng quan, tất cả đơn vị"
TASK_FRAMES = "Từng nhiệm vụ"
DISTRICT_FRAMES = "Từng địa bàn"
IN_WORDS = "Nội dung bản tin bằng chữ"
SHOW = "Trình chiếu toàn màn hình"
SHOW_HOW = "Phím ← → chuyển khung hình, Esc thoát"
IN_CELLS = "Bảng đèn bằng chữ"
COPY = "Chép liên kết"
COPIED = "Đã chép"
FILE_PNG = "Ảnh PNG 1920×1080"
FILE_PNG_LARGE = "Ảnh PNG 3840×2160"
FILE_PDF = "PDF (A4, 3 trang)"
FILE_DOCX = "Dự thảo báo cáo (Word)"
FILE_XLSX = "Bảng tính (Excel)"
FILE_PPTX = "Trình chiếu (PowerPoint)"
FILE_CSV = "Số liệu (CSV)"
SHOWN_XLSX = "Bảng đang xem (Excel)"
