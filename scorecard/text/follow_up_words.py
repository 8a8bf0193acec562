"""Words of what follows a light: matters, their moves and states, and why a move is refused."""

from __future__ import annotations

KINDS = {
    "explanation": "Giải trình",
    "correction": "Đề nghị sửa số liệu",
    "decision": "Ý kiến chỉ đạo",
    "note": "Ghi chú",
    "letter": "Công văn",
}
STATES = {
    "new": "chưa có",
    "asked": "đã yêu cầu, chờ đơn vị trả lời",
    "answered": "đơn vị đã trả lời, chờ xem xét",
    "returned": "đã trả lại, chờ đơn vị trả lời lại",
    "accepted": "đã chấp nhận",
    "cancelled": "đã thôi yêu cầu",
    "proposed": "đơn vị đề nghị, chờ xem xét",
    "withdrawn": "đơn vị đã rút",
    "declined": "không chấp nhận",
    "open": "đang theo dõi",
    "closed": "đã kết thúc",
    "kept": "đã ghi",
    "drafted": "đã soạn",
    "sent": "đã gửi",
}
MOVES = {
    "ask": "Yêu cầu giải trình",
    "prolong": "Gia hạn",
    "answer": "Trả lời",
    "return": "Trả lại",
    "accept": "Chấp nhận",
    "cancel": "Thôi yêu cầu",
    "propose": "Đề nghị sửa số liệu",
    "withdraw": "Rút đề nghị",
    "decline": "Không chấp nhận",
    "decide": "Ghi ý kiến chỉ đạo",
    "amend": "Sửa ý kiến chỉ đạo",
    "close": "Kết thúc theo dõi",
    "reopen": "Theo dõi lại",
    "write": "Ghi chú",
    "draft": "Soạn công văn",
    "send": "Ghi số công văn đã gửi",
}
FIELDS = {
    "text": "Nội dung",
    "due": "Hạn",
    "cause": "Nguyên nhân",
    "action": "Biện pháp",
    "responsible": "Người chịu trách nhiệm",
    "promised": "Ngày cam kết đạt",
    "owner": "Người thực hiện",
    "numerator": "Tử số (hoặc giá trị)",
    "denominator": "Mẫu số",
    "as_of": "Ngày của số liệu",
    "file_name": "Tên tệp",
    "file_sha256": "Mã tệp",
    "revision": "Bản công bố",
    "letter": "Loại công văn",
    "number": "Số, ký hiệu",
    "sent_on": "Ngày gửi",
}
NO_ANSWER = "CHƯA CÓ GIẢI TRÌNH"
NO_ANSWER_SINCE = "CHƯA CÓ GIẢI TRÌNH (hạn {due})"
NO_ANSWER_AGAIN = "CHƯA GIẢI TRÌNH LẠI"
NO_ANSWER_AGAIN_SINCE = "CHƯA GIẢI TRÌNH LẠI (hạn {due})"
NOT_ANSWERED = "đã yêu cầu, chưa trả lời"
ENDED = "{unit} (đến {day})"

BAD_FIELD = "“{field}” không dùng được. Hãy ghi đúng dạng (ngày, số) và ngắn hơn; không có gì được ghi."
BAD_LETTERS = "“{field}” có ký tự không in được. Hãy gõ lại phần này; không có gì được ghi."
NEEDS = "{move}: hãy điền “{field}”; không có gì được ghi."
MAY_NOT = "Tài khoản này không được làm việc “{move}”."
NO_MATTER = "Không có mục này, hoặc tài khoản này không xem được. Hãy tải lại trang."
NO_MOVE = "Không có bước “{move}” ở trạng thái “{state}”."
NO_MOVE_NOW = "Không thể “{move}”: mục này {state}. Bước làm được: {allowed}."
NO_MORE_MOVES = "Không thể “{move}”: mục này {state}, không còn bước nào nữa."
CHANGED_MEANWHILE = (
    "{who} vừa đổi mục này lúc {moment} (nay {state}). Nội dung đang gõ chưa được ghi; hãy xem lại mục rồi làm tiếp."
)
ASKED_ALREADY = (
    "{unit}, nhiệm vụ {task}: đã có một yêu cầu giải trình đang mở. Hãy mở mục đó để gia hạn hoặc trả lại; không có "
    "yêu cầu nào được gửi."
)
