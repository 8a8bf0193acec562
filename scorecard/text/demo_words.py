"""What the demo says, and what stands in the snapshots it makes."""

SOURCE = "Số liệu mô phỏng"
PUBLISHED_BY = "Mô phỏng: {weeks} tuần đến {end}, số gieo {seed}"
CORRECTION = "Đính chính: {unit} gửi lại số liệu tuần này do nhập thiếu kỳ cuối"

PROGRESS = "Đã công bố {done}/{count} bản mô phỏng, đến tuần {week}."
NOTHING_TO_DO = "{home} đã có đủ {count} bản mô phỏng này; không công bố thêm."
OTHER_DEMO = (
    "Thư mục {home} đã có số liệu mô phỏng khác (tuần {week}, bản {revision}: {published_by}). Muốn dựng lại, hãy "
    "dùng thư mục trống: --home THƯ_MỤC hoặc biến SCORECARD_HOME."
)
NO_UNITS = (
    "Danh mục {folder} không có đơn vị nào có hiệu lực vào giờ chốt tuần {week}. Hãy chọn --weeks, --end khác hoặc sửa "
    "ngày hiệu lực trong units.csv."
)
