"""What stands in the way of presenting a week."""

LATE = "{unit} không gửi số liệu đúng hạn."
JUMP = "{unit}: “{indicator}” thay đổi hơn {points} điểm phần trăm so với tuần công bố trước mà không có ghi chú."
COVERAGE = "Tổng chỉ gồm {current}/{members} đơn vị có số còn hạn, dưới mức {floor}%."
UNVERIFIED = "Ngưỡng đang dùng có căn cứ chưa đối chiếu nguyên văn: {basis}"
UNANSWERED = "{unit}, nhiệm vụ {task}: {lacking}."
RUNNING_ON = "{count} ngưỡng của năm sẽ xét cả năm sau vì targets.csv không có dòng ngày 01/01 tiếp theo: {names}."

FOUND = "{blocking} điều cần xử lý trước khi trình bày, {warnings} điều cần lưu ý."
NONE = "Không có điều gì cần xử lý trước khi trình bày."
