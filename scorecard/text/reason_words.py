"""What the reason of a light says."""

from __future__ import annotations

TITLE = "{unit} · Nhiệm vụ {task}"
UNIT_TITLE = "{unit}"
UNIT_SUBTITLE = "Các đèn trong {week}"
CLOSE = "Đóng"
CORE = "Chỉ số quyết định đèn"
OTHERS = "Chỉ số theo dõi thêm, không quyết định đèn"
LEVELS = "Theo nhóm đơn vị"

STATUS = {
    "green": "Xanh: đạt mục tiêu",
    "amber": "Vàng: cận ngưỡng",
    "red": "Đỏ: không đạt",
    "missing": "Thiếu số liệu",
    "stale": "Số liệu quá hạn",
    "none_arising": "Không phát sinh",
    "no_rule": "Chưa có ngưỡng",
    "not_applicable": "Không thuộc phạm vi",
}
NOT_APPLICABLE = "Nhiệm vụ này không áp dụng cho đơn vị, nên không có đèn."
NO_MEMBERS = "Nhóm này không có đơn vị nào, nên không có đèn."
NOT_OF_GROUP = "Nhiệm vụ này không áp dụng cho đơn vị nào của nhóm, nên không có đèn."
NOTHING_SUMMED = "Không có chỉ số nào của nhiệm vụ này cộng được thành số chung của nhóm."
RULE = "Đèn lấy mức xấu nhất trong các chỉ số quyết định: {current}/{applicable} chỉ số có số liệu còn hạn."
GROUP_RULE = "Tử số và mẫu số được cộng qua các đơn vị có số liệu còn hạn, rồi so với ngưỡng của nhóm."
FIRST_WEEK = "Tuần đầu tiên có đèn này."
WEEKS = "Ở mức này {weeks} tuần công bố liên tiếp."
WEEKS_LEAST = "Ở mức này ít nhất {weeks} tuần công bố liên tiếp."
NEW = "Mới đổi trong tuần này; tuần công bố trước: {status}."

HIGHER = {
    "green": "{value}, đạt ngưỡng xanh {green} (càng cao càng tốt)",
    "amber": "{value}, thấp hơn ngưỡng xanh {green} nhưng đạt ngưỡng vàng {amber}",
    "red": "{value}, thấp hơn ngưỡng vàng {amber}",
    "red_without_amber": "{value}, thấp hơn ngưỡng xanh {green}",
}
LOWER = {
    "green": "{value}, không vượt ngưỡng xanh {green} (càng thấp càng tốt)",
    "amber": "{value}, vượt ngưỡng xanh {green} nhưng không vượt ngưỡng vàng {amber}",
    "red": "{value}, vượt ngưỡng vàng {amber}",
    "red_without_amber": "{value}, vượt ngưỡng xanh {green}",
}
EQUALS = "{value} = {fraction}"
MISSING = "Chưa có số liệu nào"
COVERAGE = "Chỉ {current}/{members} đơn vị có số liệu còn hạn (phủ {coverage}), dưới mức tối thiểu {floor}"
COVERAGE_OF = (
    "{value}, nhưng chỉ {current}/{members} đơn vị có số liệu còn hạn (phủ {coverage}), dưới mức tối thiểu {floor}"
)
STALE = "{value}, nhưng số liệu đã {age} ngày, trong khi chỉ được dùng tối đa {limit} ngày"
NONE_ARISING = "Mẫu số bằng 0: không phát sinh trong kỳ"
NO_RULE = "{value}; chưa có ngưỡng có hiệu lực vào ngày {date}"

TARGET = "Căn cứ ngưỡng: {basis}, áp dụng từ {date}"
TARGET_PLAIN = "Ngưỡng áp dụng từ {date}"
TARGET_ENDED = "Từ {date} không áp dụng ngưỡng ({basis})"
EVIDENCE = {
    "letter": "văn bản",
    "law": "văn bản pháp luật",
    "unverified": "cần kiểm chứng",
    "proposed": "ngưỡng quản trị",
}
FIGURE = "Số liệu ngày {date} ({age}), nguồn: {source}"
AGE = "{days} ngày trước ngày chốt"
SAME_DAY = "đúng ngày chốt"
NO_SOURCE = "không ghi"
GROUP_FIGURE = "Số liệu mới nhất ngày {date}; {current}/{members} đơn vị có số liệu còn hạn (phủ {coverage})"
SMALL = "Mẫu số nhỏ: tỷ lệ dễ dao động."
NOTE = "Ghi chú: {note}"
NOT_INCLUDED = "Chưa gồm chỉ số không cộng được: {names}."
MEMBERS = "Đơn vị theo mức: {counts}."
NEED_MORE = "cần thêm {count}"
NEED_FEWER = "cần giảm {count}"
EACH_LACKS = {"higher": "từng đơn vị còn thiếu", "lower": "từng đơn vị phải giảm"}
MONEY = "đồng"  # what a unit of money ends with
NEED = "Để đạt xanh: {needed}."
NEED_SAME = "Để đạt xanh: {needed} (với mẫu số giữ nguyên)."
OPEN_UNIT = "Mở trang đơn vị"
OPEN_DISTRICT = "Mở trang địa bàn"
OPEN_TASK = "Mở trang nhiệm vụ"
