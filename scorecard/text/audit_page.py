"""Words of the page of the audit."""

PAGE = "Nhật ký"
TITLE = "Nhật ký truy cập"
NOTE = (
    "Mỗi dòng mang mã băm của dòng trước nên dòng bị sửa hay bị xóa sẽ lộ ra. Giờ Việt Nam. Các dòng đã hết thời hạn "
    "giữ nằm trong thư mục audit của kho dữ liệu."
)
WHOLE = "Chuỗi mã băm nguyên vẹn đến dòng {number}."
BROKEN = (
    "Nhật ký không còn nguyên vẹn ({count} chỗ). Hãy giữ nguyên hiện trạng và báo người phụ trách an toàn thông tin."
)
CHECK = "Kiểm tra chuỗi mã băm"
COUNT = "{total} dòng"
WHO = "Người dùng"
ACT = "Việc"
ALL_ACTS = "Mọi việc"
SINCE = "Từ ngày"
UNTIL = "Đến hết ngày"
NUMBER = "Dòng"
AT = "Lúc"
ADDRESS = "Từ máy"
SUBJECT = "Đối tượng"
RESULT = "Kết quả"
NOBODY = "chưa đăng nhập"
COMMAND = "dòng lệnh"
NONE_FOUND = "Không có dòng nào khớp với bộ lọc."
NEWER = "Mới hơn"
OLDER = "Cũ hơn"
PAGE_OF = "Trang {number} trên {pages}"
PAGES = "Các trang của nhật ký"
CLEAR = "Bỏ lọc"
DOWNLOAD = "Tải các dòng đang lọc (CSV)"
DOWNLOAD_NAME = "nhat-ky.csv"
COLUMNS = {
    "number": "Dòng",
    "at": "Lúc",
    "who": "Người dùng",
    "address": "Từ máy",
    "act": "Việc",
    "subject": "Đối tượng",
    "result": "Kết quả",
    "hash": "Mã băm",
}
