"""What the page of one task says."""

from __future__ import annotations

TASKS = "Các nhiệm vụ của văn bản"
TASK = "Nhiệm vụ {task}"
ABSENT = "Nhiệm vụ {task}: không có trong văn bản"
HEADING = "{task} · {title}"
INDICATORS = "Các chỉ số"
CORE = "quyết định đèn"
NOT_CORE = "theo dõi thêm"
DEFINITION_RATIO = "{numerator} / {denominator}"
SOURCE = "Nguồn: {source} · kỳ {cadence}"
NO_SOURCE = "chưa ghi"
CADENCE = {
    "weekly": "hằng tuần",
    "monthly": "hằng tháng",
    "quarterly": "hằng quý",
    "half_year": "sáu tháng",
    "yearly": "hằng năm",
}
GROUP_FIGURE = "{group}: {value} = {fraction} · phủ {coverage}"
NOT_SUMMED = "Không cộng được thành số chung; xem theo từng đơn vị."
ONLY_FOLLOWED = "Theo dõi thêm, không tính số chung; xem theo từng đơn vị."
NOT_HERE = "Không áp dụng cho đơn vị nào trong phạm vi này."
THRESHOLD_HIGHER = "Xanh từ {green}, vàng từ {amber}"
THRESHOLD_LOWER = "Xanh đến {green}, vàng đến {amber}"
ALONE_HIGHER = "Xanh từ {green}"
ALONE_LOWER = "Xanh đến {green}"
NO_THRESHOLD = "chưa có ngưỡng"
THRESHOLDS = "Ngưỡng qua thời gian"
FROM_DAY = "từ {date}"
OF_LEVELS = "{levels}: {text}"
WITH_BASIS = "{text} · {basis}"
WITH_EVIDENCE = "{basis} ({evidence})"
IN_FORCE = "đang áp dụng"
BY_LEVEL = "Theo cấp"
BY_LEVEL_OF_ALL = "Theo cấp, toàn tỉnh"
CHOSEN = "đang xem"

RANKING = "{name} theo đơn vị"
RANKING_HOW = "xấu nhất ở trên · vạch đen: ngưỡng xanh · vòng tròn: {week}"
RANK = "Hạng"
UNIT = "Đơn vị"
VALUE = "Kết quả"
FIGURES = "Số liệu"
BAR = "So với ngưỡng"
TREND_TOGGLE = "Xem {unit} trên biểu đồ"
TREND_REMOVE = "Bỏ {unit} khỏi biểu đồ"
TREND_FULL = "Biểu đồ đã đủ đơn vị; bỏ bớt một đơn vị rồi chọn {unit}"
CHOOSE = "Bấm vào tên đơn vị để thêm đường của đơn vị đó vào biểu đồ {weeks} tuần (tối đa {most}), bấm lần nữa để bỏ."
CHOSEN_FULL = "Biểu đồ đã đủ {most} đơn vị. Bấm vào tên đang gạch chân để bỏ bớt rồi chọn đơn vị khác."
CHOSEN_NONE = "Bỏ hết khỏi biểu đồ"
WITHOUT = "{status}: {units}."
MORE_RANKED = "và {count} đơn vị xếp sau"
AND = " và "
BLOCK_RANKED = "{group}, xếp hạng {levels}"
NOBODY = "Không có đơn vị nào trong phạm vi này phải báo cáo chỉ số này."

TREND = "{weeks} tuần, {name} ({unit})"
TREND_NOTE = "Nền: vùng xanh, vàng, đỏ theo ngưỡng từng tuần của {group}. Chỗ đứt: thiếu số liệu. Nguồn: {source}."
TREND_RULE = "Vạch đứt: đổi ngưỡng hoặc đơn vị, tuần {weeks}."
TREND_EMPTY = "Chưa có tuần nào có số liệu để vẽ."
TREND_CHOOSE = "Không có số chung của nhóm để vẽ. Bấm vào tên đơn vị trong bảng xếp hạng để vẽ đường của đơn vị đó."
TREND_POINT = "tuần {week} {value}"
TREND_ALT = "{name}: {points}; mới nhất {last}."
TREND_EARLIER = "{value} ({week})"
NO_POINTS = "chưa có số liệu"

COMPARED = "So với {week}."
NO_CHANGE = "Không có đèn nào đổi mức."
NO_BEFORE = "Chưa có tuần trước để so sánh."
CHANGE = "{before} → {now}: {name}. {cause}"
FOLLOWED = "{name} (theo dõi thêm)"
WITH_TASK = "{name} (và đèn của nhiệm vụ)"
TASK_LIGHT = "Đèn của nhiệm vụ"
WORST = "Lấy mức xấu nhất trong các chỉ số quyết định."
CAUSE = {
    "result": "Kết quả {figures}{limits}.",
    "new_report": "Có báo cáo mới: {now}.",
    "correction": "Số liệu được đính chính: {figures}{limits}.",
    "rule": "{rule}; kết quả {figures}.",
    "definition": "Cách tính đã đổi, không so được với trước.",
    "ageing": "Số liệu ngày {date} đã quá hạn.",
}
AROSE = {
    "result": "Có phát sinh: {now}.",
    "correction": "Số liệu được đính chính, có phát sinh: {now}.",
}
NOTHING_ARISES = {
    "result": "Không còn phát sinh (trước đó {before}).",
    "new_report": "Có báo cáo mới: không phát sinh.",
    "correction": "Số liệu được đính chính, không còn phát sinh (trước đó {before}).",
    "rule": "{rule}; không phát sinh.",
}
TAKEN_BACK = "Số liệu được rút lại (trước đó {before})."
FROM_TO = "từ {before} thành {now}"
LIMITS_CHANGED = "Ngưỡng từ “{before}” thành “{now}”"
COVERAGE = {
    "under": "Độ phủ {coverage} đơn vị, dưới mức tối thiểu {floor}.",
    "enough": "Độ phủ {coverage} đơn vị, đủ mức tối thiểu {floor}.",
}
FIGURES_BESIDE = "Kết quả {figures}."
ONLY_BEFORE = "Kết quả trước đó {before}."
REGROUPED = "Thành phần của nhóm đã đổi ({members} đơn vị), không so kết quả với trước đó."
RULE_CHANGED = "Quy tắc thay đổi"
MORE_CHANGES = "và {count} đèn khác"

TO_GREEN = "Để {group} đạt xanh"
GROUP_LACKS = "{group} {needed} (với mẫu số giữ nguyên)."
GROUP_STANDS = {
    "green": "{group} đã đạt xanh.",
    "missing": "{group} chưa đủ độ phủ số liệu nên chưa kết luận được.",
    "no_rule": "{group} chưa có ngưỡng có hiệu lực.",
    "other": "{group} không phát sinh.",
}
ENOUGH_UNITS = "Đủ nếu {count} đơn vị sau đạt ngưỡng xanh của mình; {each}:"
NOT_ENOUGH = {
    "higher": "Mọi đơn vị sau đạt ngưỡng xanh của mình thì vẫn còn thiếu {rest}; {each}:",
    "lower": "Mọi đơn vị sau đạt ngưỡng xanh của mình thì vẫn còn phải giảm {rest}; {each}:",
}
STILL_LACKING = "{count} đơn vị chưa đạt ngưỡng xanh của mình; {each}:"
LACKS = "{name}: {count}"
MORE_UNITS = "và {count} đơn vị khác"
GAP = "{unit} ({weeks} tuần)"
GAP_LEAST = "{unit} (ít nhất {weeks} tuần)"
