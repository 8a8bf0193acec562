"""What letters to units say beside the texts of the catalogue, and what the page and the command say about letters."""

from __future__ import annotations

KINDS = {
    "figures": "Đôn đốc gửi số liệu",
    "low": "Đôn đốc nhiệm vụ đạt thấp",
    "explain": "Yêu cầu giải trình",
}

# The form.
NUMBER = "Số:      /{sign}"
SIGN_OF_DRAFTER = "{sign}-{drafter}"
ABOUT = "V/v {subject}"
NAME = "Công văn"
COMMITTEE = "UBND {name}"
THROUGH_SHORT = "{committee} (để chỉ đạo UBND cấp xã)"
THROUGH = "{committee} (để chỉ đạo {members})"
ORDERS = "{committee} chỉ đạo {members}"
MEMBERS = "các xã, phường, thị trấn có tên trong danh sách kèm theo"
MEMBERS_RECEIVE = "- Các xã, phường, thị trấn có tên trong danh sách;"
MEMBER_RECEIVES = "- {member};"
MANY = "Các đơn vị có tên trong danh sách kèm theo"
OF_DISTRICT = "{unit}, {district}"
TASKS_BELOW = "{count} nhiệm vụ nêu dưới đây"
TASKS_LISTED = "các nhiệm vụ nêu trong danh sách kèm theo"
TASKS_OF_CHAT = "{count} nhiệm vụ"
ITEM = "- {text}"
ITEM_OF_LIST = "{place}. {unit}"
TASK_TITLE = "{task}. {title}"
STATUS_WEEKS = "{status}, {weeks}"
IN_TABLE = "Số liệu cụ thể:"
ANNEX = "Phụ lục"
ANNEX_TITLES = {
    "figures": "DANH SÁCH ĐƠN VỊ CHƯA GỬI ĐỦ SỐ LIỆU",
    "low": "DANH SÁCH ĐƠN VỊ CÓ NHIỆM VỤ ĐẠT THẤP",
    "explain": "DANH SÁCH ĐƠN VỊ PHẢI GIẢI TRÌNH",
}
ENCLOSED = "(Kèm theo Công văn số      /{sign} ngày {day} tháng {month} năm {year} của {by})"
SOURCE = "Nguồn: {code}."

# The tables.
TASK = "Nhiệm vụ"
FACTS = ("Chỉ số", "Kết quả", "Mức yêu cầu", "Căn cứ của mức yêu cầu", "Còn thiếu")
LACKING = ("Chỉ số", "Tình trạng số liệu", "Cần gửi")
DURATION = "Thời gian"
ONE_WEEK = "1 tuần"
WEEKS = "{weeks} tuần liên tiếp"
WEEKS_LEAST = "từ {weeks} tuần liên tiếp trở lên"
NO_ANSWER = "Đã yêu cầu giải trình, hạn {due}; đến nay chưa có giải trình."
NO_ANSWER_AGAIN = "Đã trả lại giải trình, hạn {due}; đến nay chưa có giải trình lại."
NO_ANSWER_AGAIN_SHORT = "chưa có giải trình lại, hạn {due}"
NO_ANSWER_SHORT = "chưa có giải trình, hạn {due}"
NO_FIGURE = "chưa có số liệu"
STALE = "số liệu ngày {date} đã quá hạn"
FRESH = "số liệu mới, không quá {days} ngày"
WHOLE = "100%"
AT_LEAST = "từ {green}"
AT_MOST = "không quá {green}"
VALUE = "{value} ({fraction})"
ABSENT = "–"
BASIS = "{basis} ({evidence})"
NOTE_NEEDED = "Phần còn thiếu được tính với mẫu số giữ nguyên."
NOTE_UNVERIFIED = "“Cần kiểm chứng”: căn cứ đang được đối chiếu với văn bản gốc."
NOTE_PROPOSED = "“Ngưỡng quản trị”: mức dùng để theo dõi, không phải quy định của văn bản."
FIGURE_IN_LINE = "{indicator} {value}"
SEND_IN_LINE = "cần gửi {needed}"
REQUIRED_IN_LINE = "mức yêu cầu {target}"

# Files.
FILE = "cong-van-{kind}-{week}-{who}"
FILE_KINDS = {"figures": "gui-so-lieu", "low": "dat-thap", "explain": "giai-trinh"}
FILE_MEMBERS = "{district} cac xa"
FILE_MANY = "nhieu don vi"
FILE_ALL = "cong-van-{kind}-{week}.zip"
BARRED_D = "đ"
FILE_CHATS = "tin-nhan.txt"
CHAT_HEAD = "=== {unit} ==="

NO_TEMPLATES = "Danh mục chưa có mẫu công văn (letters.csv). Hãy thêm tệp này rồi làm lại."
NO_TEMPLATE = "Danh mục chưa có mẫu công văn “{kind}”. Hãy nhờ người giữ danh mục thêm mẫu này vào tệp letters.csv."
NO_LIGHTS = "Không có nhiệm vụ nào của các đơn vị được chọn cần công văn loại này."
BAD_DUE = "“{found}” không phải là ngày trả lời dùng được. Hãy ghi một ngày từ {first} trở đi, theo mẫu 2023-11-03."

# The page.
TITLE = "Soạn công văn"
INTRO = (
    "{count} đơn vị trong danh sách. Số, ngày ký và chữ ký để trống; lịch sử của mỗi đơn vị có công văn ghi là "
    "“đã soạn”."
)
KIND = "Loại công văn"
SHAPE = "Hình thức"
EACH = "Mỗi nơi nhận một công văn"
TOGETHER = "Một công văn chung, kèm danh sách"
COMMUNES = "Với xã, phường, thị trấn, công văn gửi UBND cấp huyện để chỉ đạo, các xã của một huyện chung một công văn."
DUE = "Trả lời chậm nhất"
WHOM = "Đơn vị"
ALL_UNITS = "Tất cả {count} đơn vị trong danh sách"
SOME_UNITS = "Chỉ các đơn vị chọn dưới đây"
CHOSEN = "Các đơn vị"
DRAFT = "Soạn công văn"
CHOOSE_ONE = "Chưa chọn đơn vị nào. Hãy chọn các đơn vị, hoặc chọn tất cả; không có công văn nào được soạn."
CHOOSE_DUE = "Hãy chọn ngày trả lời chậm nhất; không có công văn nào được soạn."
LIST_CHANGED = "Danh sách đã đổi từ khi trang được in. Hãy xem lại rồi soạn; không có công văn nào được soạn."
DRAFTING = "Đang soạn công văn…"
DRAFTED = "Đã soạn {letters} công văn cho {units} đơn vị. Hãy tải về ở dưới danh sách."
MADE_TITLE = "Công văn vừa soạn"
MADE = "{kind}: {letters} công văn, {units} đơn vị, trả lời chậm nhất {due}."
DOWNLOAD_ONE = "Tải công văn (Word)"
DOWNLOAD_MANY = "Tải {count} công văn (ZIP)"
CHATS = "Tin nhắn để dán"
CHAT_OF = "Tin nhắn gửi"
SENT_TITLE = "Ghi công văn đã gửi"
SENT_WHICH = "Công văn đã soạn"
SENT_NOTE = "{count} công văn đã soạn cho các đơn vị trong danh sách, chưa ghi là đã gửi."
SENT_CHOICE = "{date} · {kind} · {units}"
SENT_MANY = "{unit} và {count} đơn vị khác"
SEND = "Ghi đã gửi"
SENT = "Đã ghi công văn số {number} gửi ngày {date} cho {units} đơn vị."
CHOOSE_DRAFT = "Hãy chọn một công văn đã soạn; không có gì được ghi."
DRAFT_GONE = "Công văn này đã được ghi là đã gửi, hoặc không xem được nữa. Hãy xem lại; không có gì được ghi."
SENT_LATER = "Ngày gửi {found} sau hôm nay ({day}). Hãy chọn lại ngày; không có gì được ghi."
SENT_BEFORE = "Ngày gửi {found} trước ngày soạn {day}. Hãy chọn lại ngày; không có gì được ghi."

# The command.
COMMAND = "Soạn công văn đôn đốc, yêu cầu giải trình thành tệp Word; số và chữ ký để trống."
KIND_HELP = "figures: đôn đốc gửi số liệu; low: đôn đốc nhiệm vụ đạt thấp; explain: yêu cầu giải trình."
UNIT_HELP = "Mã đơn vị; ghi nhiều lần cho nhiều đơn vị."
DISTRICT_HELP = "Mã huyện: văn phòng huyện và mọi xã của huyện."
TASK_HELP = "Chỉ những đơn vị phải đôn đốc ở nhiệm vụ này, và chỉ nhiệm vụ này."
TOGETHER_HELP = "Một công văn chung kèm danh sách, thay vì mỗi nơi nhận một công văn."
DUE_HELP = "Ngày trả lời chậm nhất, ví dụ 2023-11-03."
OUT_HELP = "Thư mục nhận các tệp, hoặc tên một tệp .zip; không ghi đè tệp nào."
WRITTEN = "Đã soạn {letters} công văn cho {units} đơn vị."
NOT_RECORDED = "Lệnh này chỉ ghi tệp. Muốn công văn có trong lịch sử của đơn vị, hãy soạn trên trang Đôn đốc."
