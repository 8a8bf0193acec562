"""Words of the audit: what its acts are called, and what is wrong with a chain."""

ACTS = {
    "sign_in": "Đăng nhập",
    "sign_out": "Đăng xuất",
    "session_ended": "Kết thúc phiên",
    "upload": "Nạp tệp số liệu",
    "publish": "Công bố",
    "republish": "Công bố lại",
    "withdraw": "Rút số liệu",
    "retract": "Rút lại cả tuần",
    "discard": "Bỏ tệp chờ",
    "download": "Tải tệp",
    "type": "Nhập số liệu tay",
    "read": "Xem",
    "account.add": "Thêm tài khoản",
    "account.disable": "Khóa tài khoản",
    "account.enable": "Mở khóa tài khoản",
    "account.role": "Đổi vai trò, đơn vị",
    "account.hand_over": "Bàn giao cho đơn vị kế tiếp",
    "account.password": "Đổi mật khẩu",
    "account.reset": "Đặt lại mật khẩu",
    "account.invite": "Gửi đường dẫn mời",
    "account.accept": "Nhận lời mời",
    "account.import": "Nhập danh sách tài khoản",
    "account.export": "Xuất danh sách tài khoản",
    "audit.export": "Xuất nhật ký",
    "audit.rotate": "Chuyển dòng cũ vào tệp",
}
RESULTS = {"refused": "bị từ chối", "begun": "bắt đầu"}
LINE_CHANGED = "Dòng {number}: nội dung đã bị sửa (mã băm không khớp)."
LINE_UNCHAINED = "Dòng {number}: không nối với dòng ngay trước; một trong hai dòng đã bị thay."
LINES_MISSING = "Thiếu dòng {first} đến {last}: đã bị xóa, hoặc tệp chứa các dòng này không còn trong thư mục audit."
LINE_TWICE = "Dòng {number}: lặp lại hoặc sai thứ tự."
END_MISSING = (
    "Lần kiểm tra trước nhật ký có dòng {number} với mã băm khác hoặc nay không còn dòng này: phần cuối "
    "đã bị cắt hoặc thay."
)
ANCHOR_UNREADABLE = (
    "Không đọc được tệp audit.anchor: tệp đã bị sửa. Hãy so điểm cuối với bản đã ghi ở nơi khác, xóa tệp rồi "
    "kiểm tra lại."
)
END_NOT_NOTED = (
    "Chuỗi nguyên vẹn đến dòng {number}, nhưng không ghi được điểm cuối vào tệp audit.anchor ({detail}): lần sau không "
    "phát hiện được phần cuối bị cắt."
)
FILE_UNREADABLE = "Không đọc được tệp {file} trong thư mục audit ({detail}). Hãy lấy lại tệp này từ bản sao lưu."
NOT_ROTATED = "Nhật ký không còn nguyên vẹn nên chưa chuyển dòng nào:"
BAD_AUDIT_DAYS = "SCORECARD_AUDIT_DAYS là “{found}”. Hãy ghi số ngày từ 1 đến {most}, ví dụ 730."

# The commands.
APP = "Nhật ký truy cập: kiểm tra, xem, chuyển dòng cũ vào tệp."
VERIFY = "Kiểm tra chuỗi mã băm của nhật ký, kể cả các tệp dòng cũ; thiếu hay sửa dòng nào thì báo dòng đó."
EXPECT = "Điểm cuối đã ghi lại ở nơi khác, dạng SỐ:MÃ_BĂM như lệnh này in ra; không còn thì báo."
LIST = "In các dòng nhật ký, mới nhất trước; --format csv để xuất."
ROTATE = "Chuyển các dòng cũ hơn thời hạn giữ vào thư mục audit của kho; chuỗi mã băm nối tiếp qua các tệp."
DAYS = "Số ngày giữ trong cơ sở dữ liệu; không ghi thì theo biến SCORECARD_AUDIT_DAYS, mặc định 730."
WHO = "Chỉ các dòng của người này (một phần tên đăng nhập cũng được)."
ACT = "Chỉ một việc hay một nhóm việc, ví dụ account.add, account."
SINCE = "Từ ngày, dạng 2023-10-20."
UNTIL = "Đến hết ngày, dạng 2023-10-20."
LIMIT = "Nhiều nhất bao nhiêu dòng."
WHOLE = "Nhật ký nguyên vẹn, {count} dòng. Điểm cuối: {end}"
KEEP_END = "Hãy ghi điểm cuối này ở ngoài máy chủ; lần sau kiểm tra bằng: audit verify --expect {end}"
BROKEN = "Nhật ký không còn nguyên vẹn ({count} chỗ):"
NOTHING_OLD = "Không có dòng nào cũ hơn {days} ngày."
ROTATED = "Đã chuyển các dòng cũ hơn {days} ngày vào {file}."
BAD_END = "“{found}” không phải điểm cuối của nhật ký. Hãy chép nguyên dạng SỐ:MÃ_BĂM mà audit verify đã in."
BAD_DAY = "“{found}” không phải ngày. Hãy ghi dạng 2023-10-20."
