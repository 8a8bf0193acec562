"""What it takes until the goal date, and what is said of a forecast."""

from __future__ import annotations

PER_WEEK = "Mỗi tuần {needed} để đạt xanh đến ngày {date} (còn {weeks} kỳ chốt)."
SHORT_PER_WEEK = "mỗi tuần {needed} đến {date}"
NO_WEEK = "Không còn kỳ chốt nào đến ngày mục tiêu {date}."
NO_GOAL = "Không dự báo: danh mục chưa đặt ngày mục tiêu."
PAST = "Không dự báo: ngày mục tiêu {date} đã qua."
TOO_FAR = "Không dự báo: ngày mục tiêu {date} còn xa hơn {weeks} tuần."
STARTS_ANEW = "Không dự báo: số lũy kế tính lại từ đầu năm, ngày mục tiêu {date} thuộc năm khác."
TOO_FEW = "Không dự báo: 6 tuần qua chỉ có {found} báo cáo có số liệu, cần ít nhất {least}."
FORECAST = "Dự báo ngày {date}: {value} (đường đứt, vòng rỗng; theo {found} báo cáo của 6 tuần qua, không phải đèn)."
FORECAST_REASON = "Nếu tiếp tục như 6 tuần qua: {value} vào ngày {date} (dự báo theo {found} báo cáo, không phải đèn)."
SHORT_FORECAST = "dự báo {value}"
