"""Words of accounts, signing in, and what a person may not see."""

BAD_URL = "SCORECARD_DATABASE_URL không dùng được ({detail}). Hãy viết dạng postgresql://nguoidung@maychu/tencsdl."
NO_DATABASE = (
    "Không đọc hoặc ghi được cơ sở dữ liệu tài khoản: {detail}. Kiểm tra tệp scorecard.sqlite3 trong thư mục dữ liệu "
    "(quyền ghi, ổ đĩa còn chỗ) hoặc máy chủ PostgreSQL; số liệu đã công bố không bị ảnh hưởng."
)
LATER_DATABASE = (
    "Cơ sở dữ liệu tài khoản là của bản phần mềm mới hơn (bước {found}, bản này chỉ biết đến bước {known}). Hãy cài "
    "lại bản mới hơn; không có gì bị thay đổi."
)
# What SQLite says, and what it means.
REFUSED = {
    "disk is full": "đĩa đã đầy",
    "readonly": "đĩa đã đầy hoặc chỉ cho đọc",
    "locked": "đang có việc khác ghi, hãy thử lại",
    "malformed": "tệp bị hỏng, hãy khôi phục từ bản sao lưu",
    "not a database": "tệp bị hỏng, hãy khôi phục từ bản sao lưu",
    "unable to open": "không mở được tệp",
}
