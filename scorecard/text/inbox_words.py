"""Words about files kept, corrections, withdrawals and weeks published again."""

FILE_CHANGED = "{file}: tệp đã bị sửa trong lúc kiểm tra. Hãy chạy lại; chưa có gì thay đổi."
NO_HASH = "“{found}” không phải mã SHA-256 (64 chữ số 0–9, a–f)."
NOT_KEPT = "Không giữ tệp gốc nào có mã SHA-256 {sha256}."
ORIGINAL_CHANGED = "Tệp gốc {sha256} đã khác lúc nhận. Hãy khôi phục từ bản sao lưu."

ALREADY = "Các tệp này đã công bố cho tuần {week}, bản {revision} ngày {day}. Không công bố lại."
RECEIPT = "Đã giữ tệp gốc {name}, SHA-256 {sha256}."
LEFT_OUT = "Không nhận tệp {name} vì có lỗi, SHA-256 {sha256}."
CHANGES = "So với bản {against}: {count} đèn nhiệm vụ đổi màu, {figures} dòng khác nhau."
LIVES = " {ended} đơn vị đã kết thúc, {new} đơn vị mới: đèn của các đơn vị này không so với đơn vị nào."
CAUSES = (
    "Đèn nhiệm vụ đổi vì: đơn vị mới hoặc hết hiệu lực {structure}, cách tính {rule}, số liệu quá hạn {ageing}, "
    "kết quả {result}."
)
NO_CHANGES = "So với bản {against}: không có đèn hay số liệu nào khác."
FIRST = "Chưa có bản nào trước đó để so sánh."
CARRIED = "Tuần {week} (bản {revision}) đang mang {count} số liệu như trước khi sửa."
OFFER = "Muốn công bố lại các tuần này theo thứ tự, hãy chạy lại với --republish hoặc lệnh republish --week {week}."
REPUBLISHED = "Đã công bố lại tuần {week}, bản {revision}."
JUDGED_ANEW = "Đã xét lại tuần {week} theo danh mục đang dùng, bản {revision}."
SAME_RULES = "Tuần {week} đã được xét theo danh mục đang dùng (bản {version}); không có gì để xét lại."
RETRACTED = "Đã rút lại tuần {week}, bản {revision}. Các bản trước chỉ còn xem được bằng đường dẫn của chính bản ấy."
RETRACTED_ALREADY = "Tuần {week} đã được rút lại (bản {revision})."
PRESENTED = (
    "Tuần {week} đã có bản tin được giữ ({folder}), có thể đã trình. Nếu vẫn rút lại, hãy ghi thêm --presented và báo "
    "cho người đã nhận bản tin."
)
BUILT_ON = "Tuần {week} (bản {revision}) dựng trên tuần này và giữ nguyên đèn; {count} số liệu chỉ đến từ tuần này."
BUILT_ON_FILE = "  Muốn rút các số liệu ấy: withdraw {file} --week {week}."
BUILT_ON_HINT = "Muốn có tệp để rút các số liệu ấy bằng withdraw, hãy chạy lại với --lists THƯ_MỤC."
NOTHING_CARRIED = "Không có tuần nào sau đó mang số liệu cũ; không công bố lại tuần nào."

HEADER = "Dòng tiêu đề phải là {wanted}; tìm thấy “{found}”."
BAD_ROW = "{file}, dòng {line}: phải có 3 ô (mã đơn vị, mã chỉ tiêu, ngày số liệu)."
NOT_IN_FORCE = (
    "{file}, dòng {line}: tuần {week} không dùng số liệu của đơn vị {unit}, chỉ tiêu {indicator}, ngày {date}. {advice}"
)
IN_FORCE = "Số đang dùng mang ngày {date}."
NONE_IN_FORCE = "Tuần này không có số liệu nào của đơn vị và chỉ tiêu đó."
NO_WITHDRAWALS = "{file}: không có dòng nào để rút."
WITHDRAWN = "Đã rút {count} số liệu; tuần {week} nay là bản {revision}."
WOULD_WITHDRAW = "Nếu rút {count} số liệu, tuần {week} sẽ là bản {revision}. Chưa ghi gì."
HELD_BEFORE = (
    "Tuần {week} (bản {revision}) cũng mang số này: {figures}. Nếu ở tuần đó cũng sai, hãy chạy withdraw --week {week}."
)
NOW = "{unit} {indicator}: {after}"
FALLS_BACK = "trở lại số ngày {date}"
NOTHING_LEFT = "không còn số liệu nào"
NEEDS_REASON = "Tuần {week} đã công bố. Hãy ghi lý do bằng --reason."
NO_SNAPSHOT = "Không có bản {found}. Hãy ghi theo mẫu 2023-W42/001."

NO_FILES = "Chưa chọn tệp nào. Hãy chọn ít nhất một tệp."
NO_DRAFT = "Không có bản nháp “{found}”. Có thể bản nháp đã được công bố hoặc đã bị bỏ."
DRAFT_CHANGED = "Bản nháp {draft} đã bị sửa hoặc hỏng trên đĩa. Hãy bỏ bản nháp này và nạp lại tệp."
NOT_DISCARDED = "Không bỏ được bản nháp: {detail}. Bản nháp còn nguyên."
NOT_KEPT_DRAFT = "Không ghi được tệp vào kho: {detail}. Chưa có gì thay đổi."
