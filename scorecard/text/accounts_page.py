"""Words of the page of accounts."""

PAGE = "Tài khoản"
TITLE = "Tài khoản"
COUNT = "{shown} trên {total} tài khoản"
MORE = "Chỉ hiện {most} tài khoản đầu. Hãy lọc theo tên hoặc vai trò."
NONE_FOUND = "Không có tài khoản nào khớp với bộ lọc."
SEARCH = "Tên đăng nhập, họ tên hoặc đơn vị"
ROLE = "Vai trò"
ALL_ROLES = "Mọi vai trò"
UNIT = "Đơn vị"
NO_UNIT = "Không gắn đơn vị"
UNIT_HELP = "Chỉ chọn với vai trò “Đơn vị”."
STATE = "Tình trạng"
ALL_STATES = "Mọi tình trạng"
USER_NAME = "Tên đăng nhập"
FULL_NAME = "Họ tên hoặc tên bộ phận"
CHANGED = "Thay đổi gần nhất"
OPEN = "Sửa"
OPEN_LABEL = "Sửa tài khoản {name}"
CLOSE = "Đóng"

STATES = {
    "active": "Đang dùng",
    "invited": "Chưa có mật khẩu",
    "must_change": "Phải đổi mật khẩu",
    "disabled": "Đã khóa",
}
DEMO = "tài khoản thử"

CHANGE = "Sửa tài khoản {name}"
SAVE_ROLE = "Lưu vai trò"
ROLE_NOTE = "Đổi vai trò hay đơn vị thì mọi phiên đang mở của tài khoản kết thúc ngay."
ACCESS = "Truy cập"
INVITE = "Tạo đường dẫn mời mới"
INVITE_NOTE = "Người nhận tự đặt mật khẩu. Đường dẫn dùng một lần, trong {hours} giờ; đường dẫn cũ hết tác dụng."
RESET = "Cấp mật khẩu dùng một lần"
RESET_NOTE = "Mật khẩu cũ hết tác dụng ngay; người dùng phải đổi khi đăng nhập."
DISABLE = "Khóa tài khoản"
DISABLE_NOTE = "Mọi phiên đang mở kết thúc ngay; số liệu và nhật ký của tài khoản vẫn giữ."
ENABLE = "Mở khóa tài khoản"

ADD = "Thêm một tài khoản"
ADD_BUTTON = "Thêm và tạo đường dẫn mời"
NAME_HELP = "Chữ cái, chữ số và các dấu . _ @ - , không có dấu cách"
IMPORT = "Thêm nhiều tài khoản từ bảng tính"
IMPORT_NOTE = (
    "Dòng tiêu đề: Tên đăng nhập, Họ tên, Vai trò, Đơn vị. Vai trò là {roles}; đơn vị ghi mã hoặc tên như trong danh "
    "mục. Sai một ô thì không thêm tài khoản nào."
)
FILE = "Bảng tính tài khoản"
IMPORT_BUTTON = "Kiểm tra và thêm"
NOTHING_CHOSEN = "Chưa chọn tệp nào."

ONCE = "Chỉ hiện ở đây, không xem lại được: hãy chép và gửi cho từng người qua kênh riêng."
ONCE_WHO = "Tài khoản"
ONCE_LINK = "Đường dẫn mời, dùng một lần, trong {hours} giờ"
ONCE_VALUE = "Mật khẩu dùng một lần"
ONCE_HIDE = "Đã chép, ẩn đi"
ONCE_FILE = "Tải bảng đường dẫn mời (CSV)"
ONCE_FILE_NAME = "duong-dan-moi.csv"
COPY = "Chép"
COPIED = "Đã chép"

ADDED = "Đã thêm tài khoản {name}."
IMPORTED = "Đã thêm {count} tài khoản."
ROLE_SAVED = "Tài khoản {name} nay là {role}. Các phiên đang mở của tài khoản này đã kết thúc."
DISABLED = "Đã khóa tài khoản {name}."
ENABLED = "Đã mở khóa tài khoản {name}."
INVITED = "Đã tạo đường dẫn mời cho {name}."
WAS_RESET = "Đã cấp mật khẩu dùng một lần cho {name}."
BAD_ROLE = "Hãy chọn một vai trò."

UNIT_ENDED = "{unit} (đến {day})"
HAND_OVER = "Bàn giao {count} tài khoản của đơn vị đã kết thúc"
HAND_OVER_NOTE = (
    "Ô ghi mã đơn vị nhận; mã có sẵn là đơn vị kế tiếp theo danh mục. Để trống thì chưa bàn giao: tài khoản chỉ xem "
    "được các tuần trước của đơn vị mình. Bàn giao xong, tài khoản xem đơn vị mới và không còn xem đơn vị cũ; mọi "
    "phiên đang mở kết thúc."
)
HAND_OVER_BUTTON = "Bàn giao"
NOT_YET = "mã đơn vị nhận"
MORE_ENDED = "Còn {count} tài khoản nữa, hiện sau khi bàn giao; nhiều thì dùng lệnh user hand-over."
HANDED_OVER = "Đã bàn giao {count} tài khoản."
NOBODY_CHOSEN = "Chưa ghi đơn vị nhận nào."
NO_SUCCESSOR = "Hôm nay không có đơn vị nào mang mã “{found}”. Hãy chọn một mã trong danh sách."
