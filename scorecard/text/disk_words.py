"""Why the machine refused to read or write, in words for whoever has to free the disk or ask for rights."""

BY_CODE = {
    "ENOSPC": "đĩa đã đầy; hãy giải phóng chỗ trống",
    "EDQUOT": "đã dùng hết dung lượng được cấp trên đĩa; hãy giải phóng chỗ trống",
    "EROFS": "thư mục hoặc ổ đĩa chỉ cho đọc; hãy cho phép ghi",
    "EACCES": "tài khoản đang chạy không có quyền; hãy cấp quyền đọc, ghi",
    "EPERM": "tài khoản đang chạy không có quyền; hãy cấp quyền đọc, ghi",
    "EIO": "đĩa bị lỗi; hãy kiểm tra đĩa và bản sao lưu",
    "ENOENT": "không có tệp hay thư mục này",
    "EEXIST": "đã có tệp hay thư mục cùng tên",
    "ENOTEMPTY": "thư mục không còn trống",
    "EISDIR": "đây là thư mục, không phải tệp",
    "ENOTDIR": "đây không phải thư mục",
    "EMFILE": "máy đang mở quá nhiều tệp; hãy thử lại",
    "ENAMETOOLONG": "tên tệp quá dài",
    "EBUSY": "đang được dùng (có thể là điểm gắn ổ đĩa); hãy chọn thư mục con bên trong",
    "ESTALE": "mất kết nối với thư mục mạng; hãy thử lại",
    "ETIMEDOUT": "thư mục mạng không trả lời; hãy thử lại",
}
PLACE = "{reason} ({place})"
UNKNOWN = "máy báo lỗi {detail}"
