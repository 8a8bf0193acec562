"""Words that several parts share."""

SYNTHETIC = "SỐ LIỆU MÔ PHỎNG"

BAD_WEEK = "“{found}” không phải là tuần báo cáo. Hãy ghi theo mẫu 2023-W42 (năm, chữ W, hai chữ số của tuần ISO)."
BAD_CUT_OFF = (
    "“{found}” không phải là giờ chốt số liệu. Hãy ghi theo mẫu 2023-10-20T17:00:00+07:00 "
    "(không ghi múi giờ thì hiểu là {timezone})."
)
CUT_OFF_OUTSIDE = (
    "Giờ chốt {found} không thuộc tuần {week}. Hãy ghi một ngày từ {first} đến {last}, hoặc bỏ --cut-off để dùng giờ "
    "chốt trong danh mục."
)

STATUS = {
    "green": "đạt",
    "amber": "cận ngưỡng",
    "red": "không đạt",
    "missing": "thiếu số liệu",
    "stale": "số liệu quá hạn",
    "none_arising": "không phát sinh",
    "no_rule": "chưa có ngưỡng",
    "not_applicable": "không thuộc phạm vi",
}

SIGNS = {
    "green": "✓",
    "amber": "!",
    "red": "✕",
    "missing": "?",
    "stale": "?",
    "none_arising": "–",
    "no_rule": "○",
    "not_applicable": "",
}
COLOUR = {
    "green": "xanh",
    "amber": "vàng",
    "red": "đỏ",
    "missing": "thiếu số liệu",
    "stale": "số liệu quá hạn",
    "none_arising": "không phát sinh",
    "no_rule": "chưa có ngưỡng",
    "not_applicable": "không thuộc phạm vi",
}

BAD_QUERY_HEADER = "Truy vấn {name}.sql thiếu dòng “-- {key}: …” trong phần đầu."
NOT_A_SELECT = "Truy vấn {name}.sql phải là đúng một câu lệnh SELECT."
BAD_QUERY_PARAMS = "Truy vấn {name}.sql cần các tham số: {wanted}; được gọi với: {given}."
