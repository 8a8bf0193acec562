"""What the console says when a server starts: who can sign in."""

DEMO = "Tài khoản dùng thử (chỉ đăng nhập được trên chính máy này):"
DEMO_LINE = "  {name:<12} {password}   {who}"
ADMIN = (
    "Đã tạo tài khoản quản trị đầu tiên: tên đăng nhập admin, mật khẩu {password}\n"
    "Mật khẩu chỉ hiện lần này và phải đổi khi đăng nhập lần đầu."
)
DEMO_CLOSED = (
    "Tài khoản dùng thử không đăng nhập được khi máy chủ nhận kết nối từ máy khác. "
    "Hãy thêm tài khoản thật bằng lệnh: python -m scorecard user add."
)
