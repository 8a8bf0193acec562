"""What is owed in a week: decisions that are open, and explanations that did not come."""

from __future__ import annotations

SECTION = "Đang chờ"
DECISIONS = "Ý kiến chỉ đạo đang theo dõi"
DECISIONS_COUNT = "{count} ý kiến chỉ đạo đang theo dõi"
DECISIONS_OVERDUE = "{count} ý kiến chỉ đạo đang theo dõi, {overdue} quá hạn"
ALL_DECISIONS = "Xem mọi ý kiến"
MORE_DECISIONS = "còn {count} ý kiến khác"
ABOUT_TASK = "nhiệm vụ {task}"
ABOUT_BOTH = "{unit}, nhiệm vụ {task}"
OWNER = "{owner}, hạn {due}"
OWNER_OVERDUE = "{owner}, QUÁ HẠN từ {due}"
SENTENCE = "{text} ({owner})"
SENTENCE_ABOUT = "{about}: {text} ({owner})"

NO_ANSWER = "CHƯA CÓ GIẢI TRÌNH"
LACKING = "{count} đèn CHƯA CÓ GIẢI TRÌNH"
LACKING_UNITS = "{count} đèn CHƯA CÓ GIẢI TRÌNH đã quá hạn trả lời: {units}."
LACKING_BELOW = "{count} đèn CHƯA CÓ GIẢI TRÌNH đã quá hạn trả lời, nêu tại bảng dưới đây."
LACKING_UNIT = "{unit} (nhiệm vụ {tasks})"
MORE_UNITS = "và {count} đơn vị khác"
AND_MORE = "{units} {more}"
LACKING_TABLE = "Đèn chưa có giải trình đã quá hạn trả lời"
UNREAD = "Không đọc được ý kiến chỉ đạo và giải trình, nên phần này không có trong bản tin."
UNREAD_WHY = "Không đọc được ý kiến chỉ đạo và giải trình: {detail}"

# Tables of the report and sheets of the workbook.
DECISION_HEAD = ("TT", "Ý kiến chỉ đạo", "Người thực hiện", "Hạn")
LACKING_HEAD = ("TT", "Đơn vị", "Nhiệm vụ", "Hạn trả lời")
TOTAL_OVERDUE = "Cộng; trong đó quá hạn: {overdue}"
OVERDUE_CELL = "{due} (quá hạn)"
SHEET_DECISIONS = "Ý kiến chỉ đạo"
SHEET_LACKING = "Chưa có giải trình"
SHEET_DECISION_HEADS = (
    ("Ý kiến chỉ đạo", 70), ("Về", 30), ("Người thực hiện", 28), ("Hạn", 12), ("Quá hạn", 10),
)  # fmt: skip
SHEET_LACKING_HEADS = (("Mã đơn vị", 14), ("Đơn vị", 36), ("Nhiệm vụ", 10), ("Hạn trả lời", 12))
YES = "có"

# Beside the reason of a light.
REASON = "Đôn đốc"
EXPLANATION = "Giải trình: {state}."
EXPLANATION_DUE = "Giải trình: {state} (hạn {due})."
CAUSE = "Nguyên nhân đơn vị nêu: {cause}."
CAUSE_ACCEPTED = "Nguyên nhân đã chấp nhận: {cause}."
PROMISED = "Đơn vị cam kết đạt ngày {day}."
PROMISE_PASSED = "Đơn vị cam kết đạt ngày {day} (đã quá ngày cam kết)."
DECISION = "Ý kiến chỉ đạo: {sentence}"
OPEN_LIGHT = "Mở đôn đốc đèn này"
OPINION = "Phần này là ý kiến, không đổi màu đèn."
GROUP_LACKING = "{count} đơn vị {words}: {units}."
