"""What the forms of the page of chasing say."""

from __future__ import annotations

PAST = "{field} {found} đã qua. Hãy chọn ngày {day} hoặc sau đó; không có gì được ghi."
NOT_NEWEST = (
    "Đã có tuần hoặc bản mới hơn, nên không ghi vào đây nữa. Hãy xem bản mới nhất của tuần mới nhất rồi làm lại; không "
    "có gì được ghi."
)
LEFT = "Chưa được ghi: {title}"
LEFT_NOTE = "Nội dung này chưa được ghi và không còn ô để ghi; hãy chép lại nếu cần."
LEFT_DROP = "Bỏ nội dung này"
FILE_LEFT = "(tệp đã chọn phải chọn lại)"
CHOOSE = "Chọn…"
NO_CAUSES = "{label} (hiện không đọc được danh sách nguyên nhân)"
DONE = "Đã ghi: {move} ({about})."
# Where the name of the move begins with WRITE already.
WRITE = "ghi"
DONE_WRITING = "Đã {move} ({about})."

TITLE = "{unit} · Nhiệm vụ {task}"
OPEN_UNIT = "Mở trang đơn vị"
NO_LIGHT = "Nhiệm vụ này không áp dụng cho đơn vị, nên không có đèn và không có gì để đôn đốc."
NO_MATTER = "Chưa có yêu cầu, giải trình, đề nghị, ý kiến chỉ đạo hay ghi chú nào về đèn này."
STEP = "Bậc {step}: {name}"
REOPENED = "mở lại ở bậc cũ"
CLOSED = "vừa về xanh sau bậc {step}"
FIGURES = "Số liệu quyết định đèn"
NO_FIGURES = "Không có chỉ số quyết định nào."
INDICATOR = "Chỉ số"
FIGURE = "Số liệu"
WANTED = "Ngưỡng đạt"
DAY = "Ngày số liệu"
LIGHT = "Đèn"
HISTORY = "Đã yêu cầu và trả lời"
READ_ONLY = "Đang xem tuần đã qua hoặc bản cũ: chỉ xem, không ghi thêm."
OVERDUE = "QUÁ HẠN {due}"
DUE = "Hạn {due}"
WEEK_OF = "trong {week}"

BUTTON = "Ghi: {move}"
# What a form is called where the name of its move alone could mean two things.
TITLES = {
    "explanation answer": "Trả lời yêu cầu giải trình",
    "explanation prolong": "Gia hạn trả lời",
    "explanation return": "Trả lại giải trình",
    "explanation accept": "Chấp nhận giải trình",
    "explanation cancel": "Thôi yêu cầu giải trình",
    "correction accept": "Chấp nhận và công bố số đơn vị đề nghị",
    "correction decline": "Không chấp nhận đề nghị sửa số liệu",
}
ASK = "Yêu cầu giải trình đèn này"
NOTE = "Ghi chú về đèn này"
NOTE_SEEN = "Đơn vị đọc được ghi chú về mình."
CONTEST = "Đề nghị sửa một số liệu"
CONTEST_NOTE = (
    "Số phần trăm không gõ: hãy gõ tử số và mẫu số. Chỉ số không phải tỷ lệ thì gõ giá trị vào ô tử số và để trống mẫu "
    "số. Đèn chỉ đổi sau khi Sở Nội vụ chấp nhận và công bố."
)
CONTEST_INDICATOR = "Chỉ số có số liệu sai"
CONTEST_FILE = "Tệp làm căn cứ (tối đa {most} MB)"
CONTESTED = "Chỉ số: {name}"
PROOF = "Tải tệp làm căn cứ: {name}"
COMPARED = "Hai số cạnh nhau"
DOUBTS = "Cần xem lại: {advice}"
PUBLISHED = "Đã công bố bản {revision} và ghi: chấp nhận đề nghị sửa số liệu ({about})."
ACCEPT_NOTE = "Chấp nhận sẽ công bố ngay một bản mới của tuần mới nhất, với số đơn vị đề nghị."

OPTIONAL = " (không bắt buộc)"
LABELS = {
    "ask text": f"Nội dung yêu cầu{OPTIONAL}",
    "ask due": "Trả lời chậm nhất ngày",
    "prolong due": "Hạn mới",
    "prolong text": "Lý do gia hạn",
    "answer text": "Giải trình",
    "answer action": "Biện pháp khắc phục",
    "return text": "Cần trả lời thêm điều gì",
    "return due": "Trả lời lại chậm nhất ngày",
    "accept text": f"Ý kiến{OPTIONAL}",
    "cancel text": "Lý do thôi yêu cầu",
    "withdraw text": f"Lý do rút{OPTIONAL}",
    "decline text": "Lý do không chấp nhận",
    "decide text": "Nội dung chỉ đạo",
    "amend text": "Nội dung chỉ đạo",
    "decide due": "Báo cáo chậm nhất ngày",
    "amend due": "Báo cáo chậm nhất ngày",
    "close text": "Kết quả",
    "reopen text": "Lý do theo dõi lại",
    "reopen due": "Hạn mới",
    "propose text": "Lý do",
    "propose numerator": "Tử số (hoặc giá trị)",
    "propose denominator": "Mẫu số",
    "propose revision": "So với bản",
    "propose as_of": "Số liệu của ngày",
    "owner_unit": "Đơn vị thực hiện",
    "owner_name": "Hoặc người thực hiện khác (ghi tên)",
    "about_unit": "Về đơn vị (bỏ trống là mọi đơn vị)",
    "about_task": "Về nhiệm vụ (bỏ trống là mọi nhiệm vụ)",
}
TWO_OWNERS = "Hãy chọn một đơn vị thực hiện, hoặc ghi tên người khác, không ghi cả hai; không có gì được ghi."

ASKING = "Yêu cầu giải trình nhiều đơn vị một lúc"
ASKING_NOTE = "{count} đèn trong danh sách chưa được yêu cầu giải trình."
ASKED_ALREADY = "Không hỏi lại {count} đèn đã có yêu cầu đang mở: {names}."
ACCEPTED_ALREADY = (
    "Không hỏi lại {count} đèn có giải trình đã được chấp nhận: {names}. Muốn hỏi lại, hãy mở riêng đèn đó."
)
ASKING_SOME = "Chỉ các đèn chọn dưới đây"
ASKING_ALL = "Tất cả {count} đèn trong danh sách"
ASKING_WHOM = "Gửi yêu cầu tới"
ASKING_CHOSEN = "Các đèn"
ASKING_BUTTON = "Gửi yêu cầu giải trình"
ASKING_NOBODY = "Chưa chọn đèn nào. Hãy chọn các đèn, hoặc chọn gửi tất cả; không có yêu cầu nào được gửi."
ASKED = "Đã gửi {count} yêu cầu giải trình, hạn trả lời {due}."
LISTED = "{unit} · nhiệm vụ {task} · {light}"
LIST_CHANGED = "Danh sách đã đổi từ khi trang được in. Hãy xem lại danh sách rồi gửi; không có yêu cầu nào được gửi."
MOST_NAMED = 12
AND_MORE = "và {count} đèn khác"

DECISIONS = "Ý kiến chỉ đạo"
DECISIONS_NOTE = "Ý kiến còn mở được nhắc lại mỗi tuần cho đến khi kết thúc theo dõi."
NO_DECISIONS = "Chưa có ý kiến chỉ đạo nào."
OPEN_FIRST = "{open} đang theo dõi, {overdue} quá hạn, {closed} đã kết thúc"
ABOUT = "Về"
WHOLE_WEEK = "Toàn tỉnh, {week}"
ABOUT_TASK = "Nhiệm vụ {task}"
TEXT = "Nội dung"
OWNER = "Thực hiện"
DUE_DAY = "Hạn"
STATE = "Trạng thái"
DECIDE = "Ghi ý kiến chỉ đạo mới"
CHOOSE_DECISION = "Xử lý một ý kiến"
DECISION_OPTION = "Số {matter}: {text}"
NOTES = "Ghi chú"
WRITE_NOTE = "Ghi chú mới"
NO_NOTES = "Chưa có ghi chú nào."
NUMBER = "Số"
LOG = "Các lần ghi"
