"""Words about the backup file: made, refused, restored."""

BACKUP = "Sao lưu toàn bộ kho vào một tệp, trong lúc mọi người vẫn dùng; tệp được đọc lại và so từng mã băm."
OUT = "Tệp sẽ ghi, ở ngoài kho; không ghi đè tệp đã có."
SKIP_DATABASE = "Không sao lưu cơ sở dữ liệu tài khoản và nhật ký (khi cơ sở dữ liệu hỏng)."
RESTORE = "Dựng lại kho từ một tệp sao lưu vào thư mục trống do --home nêu; được cả hoặc không gì cả."
FILE = "Tệp do lệnh backup ghi."

DONE = "Đã sao lưu {files} tệp ({snapshots} bản công bố) vào {file}: {size} MB, đã đọc lại và so từng mã băm."
HASH = "SHA-256 của tệp sao lưu: {sha256}"
WITH_DATABASE = "Có cơ sở dữ liệu tài khoản và nhật ký."
WITHOUT_DATABASE = "KHÔNG có cơ sở dữ liệu tài khoản và nhật ký trong tệp này."
ELSEWHERE = (
    "Cơ sở dữ liệu tài khoản và nhật ký nằm ở nơi biến SCORECARD_DATABASE_URL nêu, KHÔNG có trong tệp này. Với "
    "PostgreSQL, hãy sao lưu riêng bằng pg_dump."
)
LEFT_OUT = "Không sao lưu, vì không phải của kho hoặc là liên kết: {names}"
RESTORED = "Đã khôi phục {files} tệp vào {home}, bản sao lưu lúc {moment}; mọi mã băm đúng."
AUDIT_NOT_HERE = (
    "Chưa kiểm tra được nhật ký: các dòng mới của nhật ký không nằm trong tệp sao lưu này. Sau khi có lại cơ sở dữ "
    "liệu, hãy chạy audit verify."
)
PRIVATE = "Tệp sao lưu chứa mật khẩu đã băm và mọi tệp gốc: chỉ người quản trị được giữ, không gửi qua thư."
NOT_AS_PUBLISHED = "Kho đã có {count} chỗ khác với lúc công bố; tệp sao lưu giữ đúng như thế:"

EMPTY_HOME = "Trong {home} chưa có gì để sao lưu. Hãy kiểm tra --home."
EXISTS = "Tệp {file} đã có. Hãy chọn tên khác, ví dụ kèm ngày."
INSIDE_HOME = (
    "{file} nằm trong kho {home}: mất kho là mất cả bản sao lưu. Hãy chọn một thư mục ở ngoài, tốt nhất trên đĩa khác."
)
NOT_WRITTEN = "Không sao lưu được vào {file}: {detail}. Chưa có tệp sao lưu nào được ghi."
NOT_READ_BACK = (
    "Tệp sao lưu vừa ghi đọc lại không đúng: đĩa chứa {file} có thể hỏng. Hãy ghi vào đĩa khác; chưa có tệp sao lưu "
    "nào được giữ lại."
)
DATABASE_UNREADABLE = (
    "Không đọc được cơ sở dữ liệu {file}: {detail}. Chưa có tệp sao lưu nào được ghi. Nếu cơ sở dữ liệu hỏng, hãy lấy "
    "lại từ bản sao lưu gần nhất; muốn sao lưu phần còn lại trước, thêm --skip-database."
)

NOT_EMPTY = (
    "{home} không trống, nên không khôi phục vào đó: không có gì bị ghi đè. Hãy nêu một thư mục mới hoặc trống bằng "
    "--home; khi chắc chắn rồi mới đổi tên thư mục cũ."
)
NO_BACKUP = "{file} không phải tệp sao lưu do lệnh backup ghi (không có backup.json). Chưa khôi phục gì."
BAD_MANIFEST = "{file}: backup.json không đọc được hoặc của phiên bản khác ({detail}). Chưa khôi phục gì."
DAMAGED = "{file} bị hỏng hoặc bị cắt cụt. Hãy dùng bản sao lưu khác; chưa khôi phục gì."
BAD_MEMBER = (
    "Tệp sao lưu chứa {name}: tên dẫn ra ngoài kho, hoặc không phải tệp thường. Tệp này không do lệnh backup ghi; chưa "
    "khôi phục gì."
)
UNKNOWN_MEMBER = "Tệp sao lưu chứa {name} mà backup.json không nêu: tệp đã bị thêm vào. Chưa khôi phục gì."
ABSENT_MEMBER = "Tệp sao lưu thiếu {name} ({count} tệp có tên trong backup.json mà không có). Chưa khôi phục gì."
CHANGED_MEMBER = "Trong tệp sao lưu, {name} đã khác lúc ghi (mã băm không đúng). Hãy dùng bản khác; chưa khôi phục gì."
NO_SPACE = "Cần {needed} MB để khôi phục nhưng {folder} chỉ còn {free} MB. Chưa khôi phục gì."
NOT_RESTORED = "Không khôi phục được vào {home}: {detail}. Chưa khôi phục gì."
