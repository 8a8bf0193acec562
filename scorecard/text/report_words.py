"""What the report to the Chairman says: the fixed words of its form and the sentences of its four parts."""

from __future__ import annotations

NUMBER = "Số:      /BC-{sign}"
NAME = "BÁO CÁO"
SUBJECT = "Kết quả {title}\n{week} ({range})"

BASIS = "{by} báo cáo kết quả như sau (số liệu tính đến {moment}, bản {revision} của {week}):"
PART_1 = "I. KẾT QUẢ CHUNG"
PART_2 = "II. KẾT QUẢ THEO TỪNG NHIỆM VỤ"
PART_3 = "III. ĐƠN VỊ CHƯA ĐẠT VÀ NGUYÊN NHÂN"
PART_4 = "IV. ĐỀ XUẤT, KIẾN NGHỊ"
IN_TABLE = "Số đèn theo mức được nêu tại Bảng {table}."
TABLE = "Bảng {table}. {title}"
TABLE_1 = "Số đèn theo mức"
TABLE_2 = "Số đơn vị theo mức của từng nhiệm vụ"
LEVEL = "Mức"
COUNT = "Số đèn"
CHANGE = "Tăng (+), giảm (-)"
TASK = "Nhiệm vụ"
COLUMNS = ("Đỏ", "Vàng", "Xanh", "Thiếu")
TASK_SENTENCE = "{task}. {title}: {counts}."
NO_UNIT = "không có đơn vị nào có đèn"
COUNTED = "{number} đơn vị {status}"
UNIT_SENTENCE = "{unit}: {count} nhiệm vụ đỏ ({tasks}), lâu nhất {duration}. {figure}"
NO_REDS = "Không có đơn vị nào có đèn đỏ."
CAUSES = "Nguyên nhân (đơn vị giải trình, người ký bổ sung): …………"
ANNEX_SEE = "Chi tiết tại Phụ lục II."
PROPOSE = "Đề nghị {to} xem xét, cho ý kiến chỉ đạo đối với các việc nêu tại bảng dưới đây."
NO_PROPOSAL = "Trong tuần này không có việc nào cần xin ý kiến chỉ đạo riêng."
CLOSING = "{by} kính báo cáo {to}"

ANNEX_1 = "Phụ lục I"
ANNEX_2 = "Phụ lục II"
ANNEX_1_TITLE = "BẢNG ĐÈN THEO ĐƠN VỊ VÀ NHIỆM VỤ"
ANNEX_2_TITLE = "DANH SÁCH ĐÈN ĐỎ"
ENCLOSED = "(Kèm theo Báo cáo số      /BC-{sign} ngày {day} tháng {month} năm {year} của {by})"
SIGNS = {
    "red": "Đ",
    "amber": "V",
    "green": "X",
    "missing": "?",
    "stale": "?",
    "none_arising": "0",
    "no_rule": "o",
}
SIGNS_NOTE = (
    "Đ: đỏ; V: vàng; X: xanh; ?: thiếu số liệu; 0: không phát sinh; o: chưa có ngưỡng; để trống: không thuộc phạm vi."
)
TABLE_TIMELINESS = "Hoàn thành đúng hạn và hoàn thành nói chung"
TIMELINESS_HEAD = ("Chỉ số", "Đến hạn", "Đúng hạn", "Kể cả muộn", "Chưa xong", "Số đơn vị tính")
TABLE_3 = "Việc đề nghị chỉ đạo"
MATTER = "Việc"
FIGURES = "Số liệu"
ORDER = "TT"
UNIT = "Đơn vị"
DURATION = "Thời gian"
FIGURE = "Chỉ số quyết định"
SOURCE = "Nguồn: {code}."
