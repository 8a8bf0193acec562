"""What the command `chase` says."""

from __future__ import annotations

CHASE = "In danh sách đôn đốc của một tuần: đèn, bậc, số tuần, phần còn thiếu và giải trình."
WEEK = "Tuần báo cáo, ví dụ 2023-W42; không ghi thì lấy tuần mới nhất."
LIST = "low: đạt thấp; figures: chưa gửi số liệu; không ghi thì cả hai."
DISTRICT = "Mã huyện: cơ quan huyện và các xã."
UNIT = "Mã đơn vị."
STEP = "Bậc đôn đốc."
NO_DISTRICT = "Không có địa bàn “{found}” trong tuần này."
NO_UNIT = "Không có đơn vị “{found}” trong tuần này."
NO_TASK = "Không có nhiệm vụ số {found} trong danh mục của tuần này."
NO_STEP = "Không có bậc đôn đốc {found} trong danh mục của tuần này."
