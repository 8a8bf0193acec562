"""Words of the copy of a file in which the bad cells are coloured."""

TITLE = "Các chỗ cần sửa trong tệp {name}"
HINT = (
    "Ô tô đỏ là lỗi, phải sửa; ô tô vàng là cảnh báo, nên xem lại. Sửa trong các ô được tô rồi gửi lại tệp này. "
    "Trang này chỉ để đọc, không cần xóa."
)
NOT_COPIED = "Tệp không chép lại được (hỏng, quá lớn hoặc có phần không được phép); chỉ có danh sách dưới đây."
ANEW = "Tệp được chép lại theo giá trị các ô; định dạng và công thức cũ không còn."
HEADINGS = ("Mức", "Trang", "Ô", "Tìm thấy", "Cần làm")
ERROR = "LỖI"
WARNING = "CẢNH BÁO"
LINE = "dòng {line}"
WHOLE = "cả tệp"
MORE = "… và {count} dòng nữa. Hãy sửa các lỗi trên rồi kiểm tra lại."
COMMENT = "{level}: tìm thấy “{found}”. {advice}"
COMMENT_EMPTY = "{level}: {advice}"
AUTHOR = "Bảng theo dõi"
FILE = "{stem} - cần sửa.xlsx"
FILE_AGAIN = "{stem} - cần sửa ({number}).xlsx"
NAMELESS = "tệp"
WRITTEN = "Đã ghi bản tô màu {file}"
NO_ROOM = "{folder} đã có quá nhiều bản tô màu của tệp {name}. Hãy chọn thư mục khác."
