"""Words for what is counted otherwise than before: indicators, thresholds, who has to answer."""

HEAD = "Từ {week} có thay đổi về cách tính so với {before}: {lights}. Chỗ đổi không được kể là kết quả."
LIGHTS = "chỉ riêng việc đó làm đổi {count} đèn nhiệm vụ đang xem"
NO_LIGHTS = "không đèn nhiệm vụ đang xem nào đổi chỉ vì việc đó"
LINE = "Nhiệm vụ {task} · {code} {name}: {what} ({count} đèn chỉ số đổi vì vậy)."
SETTINGS = "Mọi nhóm: {what} ({count} đèn nhóm đổi vì vậy)."
NEW = "chỉ số mới"
GONE = "bỏ chỉ số"
DEFINITION = "đổi cách tính: {parts}"
PART = "{name} từ “{before}” thành “{now}”"
CORE = "nay quyết định màu đèn"
FOLLOWED = "nay chỉ theo dõi, không quyết định màu đèn"
SUMMED = "đổi cách cộng cho nhóm"
LEVELS = "đổi nơi áp dụng: từ {before} thành {now}"
AGE = "số liệu còn hạn {now} ngày, trước là {before} ngày"
THRESHOLD = "ngưỡng{scope} từ “{before}” thành “{now}”"
SCOPE = " của {scope}"
NO_LIMITS = "chưa có ngưỡng"
BOUNDS = "độ phủ tối thiểu từ {before}% thành {now}%"
SMALL = "đổi mức mẫu nhỏ"
MORE = "và {count} thay đổi khác"
SINCE = "Chỉ vẽ từ {week}: trước đó chỉ số được tính cách khác."
BY_RULE = "Đổi so với tuần trước vì cách tính hoặc ngưỡng, không phải vì kết quả."
COMPARED = "Không so với {week}: cách tính đã đổi."
PARTS = {
    "measure": "loại số",
    "numerator": "tử số",
    "denominator": "mẫu số",
    "direction": "chiều",
    "unit": "đơn vị tính",
    "period": "kỳ tính",
}
VALUES = {
    "ratio": "tỷ lệ",
    "count": "số lượng",
    "score": "điểm",
    "stage": "mức",
    "higher": "cao hơn là tốt hơn",
    "lower": "thấp hơn là tốt hơn",
    "year_to_date": "lũy kế từ đầu năm",
    "period": "theo kỳ",
    "state": "hiện trạng",
    "": "không có",
}
