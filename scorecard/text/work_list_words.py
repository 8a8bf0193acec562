"""What the work list of the page of chasing says."""

from __future__ import annotations

TITLE = "Danh sách đôn đốc"
TITLE_OWN = "Việc của đơn vị"
NOTE = (
    "Xếp theo mức độ × số tuần × phần còn thiếu so với ngưỡng xanh. Bậc tính từ các đèn đã công bố; ngày hẹn tính "
    "đến {day}."
)
NOTE_OWN = "Các đèn của đơn vị đang được đôn đốc, và những gì cần trả lời. Ngày hẹn tính đến {day}."
NO_LADDER = "Danh mục của tuần này chưa có bậc đôn đốc (ladder.csv): danh sách chỉ theo đèn và số tuần."

LISTS = "Các danh sách"
LOW = "Đạt thấp"
FIGURES = "Chưa gửi số liệu"
DECISIONS = "Ý kiến chỉ đạo"
COUNTED = "{name} ({count})"

NEWS = "Tuần này"
NEWS_NAMES = {
    "new": "mới giảm mức",
    "better": "có tiến bộ",
    "promised": "đến ngày cam kết, chưa đạt",
    "due": "đến hạn trả lời trong 7 ngày",
    "unanswered": "CHƯA CÓ GIẢI TRÌNH",
    "review": "chờ Sở Nội vụ xem xét",
}
# What a unit reads instead.
NEWS_NAMES_OWN = NEWS_NAMES | {"review": "chờ xem xét"}

FILTERS = "Lọc danh sách đôn đốc"
DISTRICT = "Địa bàn"
ALL_DISTRICTS = "Mọi địa bàn"
UNIT = "Đơn vị"
ALL_UNITS = "Mọi đơn vị"
LEVEL = "Cấp"
ALL_LEVELS = "Mọi cấp"
TASK = "Nhiệm vụ"
ALL_TASKS = "Mọi nhiệm vụ"
TASK_OPTION = "{task} · {title}"
STEP = "Bậc"
ALL_STEPS = "Mọi bậc"
STEP_NAME = "Bậc {step} · {name}"
NO_STEP_FOUND = "Không có bậc đôn đốc {found} trong danh mục của tuần này. Hãy kiểm tra phần step trong địa chỉ."

TABLE = "{list}: {count} đèn, {week}"
HEADS = {
    "unit": "Đơn vị",
    "task": "Nhiệm vụ",
    "light": "Đèn",
    "figures": "Kết quả so với ngưỡng",
    "weeks": "Số tuần",
    "step": "Bậc đôn đốc",
    "explanation": "Giải trình",
}
FIGURE = "{name}: {value}"
FIGURE_TARGET = "{name}: {value} ({threshold})"
MORE_FIGURES = "và {count} chỉ số khác"
WEEKS = "{weeks} tuần"
WEEKS_LEAST = "ít nhất {weeks} tuần"
NEW = "mới tuần này"
BEFORE_STATUS = "tuần công bố trước: {status}"
WHY = "Vì sao: {light}"
NOT_YET = "chưa đến bậc nào"
REOPENED = "mở lại"
CLOSED = "đã khép ở bậc {step}"
NO_EXPLANATION = "chưa yêu cầu"
CONTESTED = "đơn vị đề nghị sửa số liệu"
DUE = "hạn {date}"
PROMISED = "cam kết đạt {date}"
PROMISE_BROKEN = "cam kết đạt {date}, chưa đạt"

EMPTY = {
    "": "Không có đèn nào phải đôn đốc.",
    "low": "Không có đèn nào đạt thấp phải đôn đốc.",
    "figures": "Không có đơn vị nào chưa gửi số liệu.",
    "new": "Không có đèn nào mới giảm mức trong tuần này.",
    "better": "Không có đèn nào có tiến bộ trong tuần này.",
    "promised": "Không có cam kết nào đã đến ngày mà chưa đạt.",
    "due": "Không có giải trình nào đến hạn trong 7 ngày tới.",
    "unanswered": "Không có giải trình nào quá hạn trả lời.",
    "review": "Không có giải trình hay đề nghị sửa số liệu nào chờ xem xét.",
}
WIDEN = "Danh sách đang được lọc. Để xem rộng hơn:"
WITHOUT = "bỏ “{filter}”"
WITHOUT_ALL = "bỏ mọi bộ lọc"
REST = "Còn {count} dòng nữa."
SHOW_ALL = "Hiện tất cả {count} dòng"
DOWN = "Xuống phần giải trình, công văn"
SHOW_FIRST = "Chỉ hiện {count} dòng đầu"

BACK = "Về danh sách"
BEFORE = "Đèn trước: {light}"
AFTER = "Đèn sau: {light}"
LIGHT = "{unit} · nhiệm vụ {task}"
WAYS = "Đường về danh sách"

STEP_CHANGES = "Bản sửa đã làm đổi bậc ({count})"
STEP_CHANGE = "{unit}, nhiệm vụ {task}: từ {before} thành {after}, vì bản sửa của {weeks}."
CHANGED_STEP = "bậc {step} ({name})"
CHANGED_NONE = "không đôn đốc"
CHANGED_WEEK = "tuần {number}/{year}"
