"""Words of accounts, passwords, invitations and the files accounts come in."""

FIRST_ADMIN = "Quản trị hệ thống"
DEMO_NAMES = {"leader": "lanhdao", "steward": "sonoivu", "admin": "quantri"}
DEMO_FULL_NAMES = {
    "leader": "Lãnh đạo (tài khoản thử)",
    "steward": "Phụ trách số liệu (tài khoản thử)",
    "admin": "Quản trị (tài khoản thử)",
}
DEMO_UNIT_NAMES = {"department": "so", "district": "huyen"}

TOO_SHORT = (
    "Mật khẩu quá ngắn ({found} ký tự). Hãy dùng ít nhất {least} ký tự; một câu ngắn có dấu cách, có dấu tiếng Việt "
    "cũng được."
)
TOO_LONG = "Mật khẩu dài quá {most} ký tự. Hãy dùng mật khẩu ngắn hơn."
FEW_SIGNS = "Mật khẩu lặp lại quá ít ký tự. Hãy dùng ít nhất {least} ký tự khác nhau."
SAME_AS_NAME = "Mật khẩu trùng với tên đăng nhập. Hãy chọn mật khẩu khác."
EASILY_GUESSED = (
    "Mật khẩu này nằm trong danh sách hay bị đoán nhất. Hãy chọn mật khẩu khác, ví dụ một câu ngắn của riêng mình."
)

BAD_NAME = (
    "Tên đăng nhập “{found}” không dùng được. Hãy viết từ 1 đến {most} ký tự, chỉ gồm chữ cái (kể cả chữ tiếng Việt), "
    "chữ số và các dấu . _ @ - , không có dấu cách."
)
BAD_FULL_NAME = "Họ tên “{found}” không dùng được. Hãy viết từ 1 đến {most} ký tự trên một dòng."
NAME_TAKEN = "Tên đăng nhập “{found}” đã có. Hãy chọn tên khác, hoặc đổi tài khoản đang có."
NO_ACCOUNT = "Không có tài khoản “{found}”. Hãy xem danh sách bằng lệnh: python -m scorecard user list."
UNIT_NEEDED = "Vai trò “Đơn vị” cần mã đơn vị, ví dụ SO-TP. Hãy ghi thêm đơn vị."
UNIT_NOT_WANTED = (
    "Vai trò “{role}” không gắn với đơn vị nào, nhưng có ghi “{found}”. Hãy bỏ trống đơn vị, hoặc chọn "
    "vai trò “Đơn vị”."
)
UNIT_UNKNOWN = "Danh mục hiện hành không có đơn vị “{found}”. Hãy dùng mã ghi trong units.csv."
LAST_ADMIN = (
    "“{name}” là quản trị cuối cùng đang hoạt động, nên không khóa và không đổi vai trò được. Hãy thêm "
    "một quản trị khác trước."
)
INVITE_DISABLED = "Tài khoản “{name}” đang bị khóa. Hãy mở khóa trước khi mời."
INVITATION_GONE = (
    "Đường dẫn mời không còn dùng được: đã dùng, đã hết hạn hoặc đã được thay. Hãy đề nghị quản trị gửi đường dẫn mới."
)

SHEET_HEADINGS = {
    "user_name": ("Tên đăng nhập", "Tài khoản", "user_name", "username"),
    "full_name": ("Họ tên", "Họ và tên", "full_name"),
    "role": ("Vai trò", "role"),
    "unit": ("Đơn vị", "Mã đơn vị", "unit_id", "unit"),
}
NOT_IMPORTED = "Chưa thêm tài khoản nào, có {count} chỗ cần sửa:"
AND_MORE = "… và {count} chỗ nữa."
NAME_TWICE = "Tên đăng nhập này đã ghi ở ô {other}. Hãy đặt tên khác."
BAD_ROLE = "Không có vai trò này. Hãy ghi một trong: {roles}."
NO_ACCOUNT_HEADING = "Không thấy cột {wanted}. Hãy có đủ dòng tiêu đề: Tên đăng nhập, Họ tên, Vai trò, Đơn vị."
NO_ACCOUNT_SHEET = (
    "Không đọc được bảng tài khoản. Hãy dùng tệp .xlsx, .ods hoặc CSV (UTF-8) có dòng tiêu đề: "
    "Tên đăng nhập, Họ tên, Vai trò, Đơn vị."
)
NO_ACCOUNT_ROWS = "Không có dòng tài khoản nào dưới dòng tiêu đề."

YAML_TOO_LARGE = "Tệp lớn hơn {most} MB. Hãy kiểm tra có đúng tệp tài khoản không."
NOT_YAML = "Không đọc được YAML (dòng {line}). Hãy dùng tệp credentials của streamlit-authenticator."
NO_USERNAMES = "Tệp không có mục credentials, usernames. Hãy dùng tệp credentials của streamlit-authenticator."
BAD_ENTRY = (
    "mục này không phải một tài khoản. Hãy ghi tên đăng nhập rồi các mục password, roles, first_name, last_name."
)
BAD_SINCE = "unit_from là “{found}”. Hãy ghi ngày đầu của đơn vị theo mẫu 2025-07-01, hoặc bỏ mục này."
NOT_HASHED = (
    "password không phải mã băm bcrypt mức 12 như streamlit-authenticator 0.4.2 ghi. "
    "Hãy băm trước bằng streamlit_authenticator.Hasher.hash(…); mật khẩu dạng chữ không được nhận."
)
NO_ROLE = "roles là “{found}”, không đúng một vai trò của bảng điều hành. Hãy ghi một trong: {roles}; hoặc dùng --role."

CHANGED_MEANWHILE = "Tài khoản “{name}” vừa được người khác sửa. Chưa bàn giao tài khoản nào; hãy xem lại rồi làm lại."
FILE_LINE = "{file}, dòng {line}"
HAND_OVER_HEADER = "{file}: dòng tiêu đề phải là {wanted}; tìm thấy “{found}”."
HAND_OVER_CELLS = "phải có đúng 2 ô: tên đăng nhập và mã đơn vị nhận. Hãy lưu thành CSV (UTF-8), ngăn bằng dấu phẩy."
NOT_ENDED = (
    "“{found}” không phải tài khoản đang dùng của một đơn vị đã kết thúc. Hãy xem danh sách bằng lệnh: "
    "python -m scorecard user hand-over; tài khoản khác thì đổi bằng user role."
)
NOT_THERE = "Hôm nay không có đơn vị nào mang mã “{found}”. Hãy ghi mã của một đơn vị đang hoạt động trong units.csv."
GIVEN_TWICE = "“{found}” đã ghi ở dòng trước. Hãy giữ một dòng."
NOT_HANDED_OVER = "Chưa bàn giao tài khoản nào, có {count} chỗ cần sửa:"
