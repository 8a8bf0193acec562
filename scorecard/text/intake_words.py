"""What is wrong in a file of figures, where, and what to write instead."""

PLACE = "{file}, dòng {line}, cột {column}: tìm thấy “{found}”. {advice}"
FILE_PLACE = "{file}: {advice}"
LINE_PLACE = "{file}, dòng {line}: {advice}"
CELL_PLACE = "{file}, trang “{sheet}”, ô {cell}: tìm thấy “{found}”. {advice}"
FILE_CELL_PLACE = "{file}, ô {cell}: tìm thấy “{found}”. {advice}"
CSV_ORIGIN = "{file}, dòng {line}"
SHEET_LINE_PLACE = "{file}, trang “{sheet}”, dòng {line}: {advice}"
SHEET_PLACE = "{file}, trang “{sheet}”: {advice}"

NOT_UTF8 = "không phải mã UTF-8 (byte thứ {place}). Hãy lưu lại tệp dạng CSV UTF-8."
NOT_CSV = "không đọc được dạng CSV ({detail}). Hãy kiểm tra dấu nháy kép và dấu phẩy của dòng này."
HEADER = "dòng tiêu đề là “{found}”. Hãy ghi đúng: {wanted}"
CELLS = "có {found} ô, phải có {wanted}. Hãy kiểm tra dấu phẩy và dấu nháy kép của dòng này."
TOO_MANY_LINES = "có hơn {most} dòng số liệu. Hãy tách thành nhiều tệp hoặc bỏ các dòng thừa."
NO_ROWS = "không có dòng số liệu nào; tuần này chỉ mang số liệu cũ sang."

REQUIRED = "Không được để trống."
UNKNOWN_UNIT = "Không có đơn vị mang mã này. Hãy ghi mã có trong units.csv."
UNIT_ENDED = "Đơn vị này không còn hoặc chưa có hiệu lực vào ngày chốt {day}. Hãy ghi mã đang có hiệu lực."
OTHER_LIFE = "Ngày này trước khi đơn vị mang mã {unit} có hiệu lực ({start}). Hãy sửa ngày hoặc mã đơn vị."
UNKNOWN_INDICATOR = "Không có chỉ tiêu mang mã này. Hãy ghi mã có trong indicators.csv."
NOT_OF_WEEK = (
    "Danh mục mà tuần này đã được xét (bản {version}) không có mã này; danh mục đang dùng thì có. Hãy bỏ dòng này, "
    "hoặc xét lại tuần theo danh mục đang dùng: republish --rules current."
)
INDICATOR_ENDED = "Chỉ tiêu này không còn hoặc chưa có hiệu lực vào ngày chốt {day}. Hãy bỏ dòng này hoặc sửa mã."
OTHER_DEFINITION = (
    "Vào ngày này chỉ tiêu chưa có, hoặc có cách tính khác với ngày chốt {day}, nên số không dùng được. Hãy ghi số và "
    "ngày theo cách tính đang dùng."
)
NOT_APPLICABLE = "Chỉ tiêu này không áp dụng cho đơn vị {unit}. Hãy bỏ dòng này hoặc sửa mã."
NOT_A_DATE = "Hãy ghi ngày số liệu theo mẫu 2023-10-20."
AFTER_CUT_OFF = "Ngày số liệu sau ngày chốt {day}. Hãy sửa ngày, hoặc để số liệu này cho tuần sau."
AFTER_TODAY = "Ngày số liệu sau ngày nạp {day} (hôm nay): chưa thể có số. Hãy sửa ngày, hoặc nạp khi đã đến ngày đó."
NOT_A_NUMBER = "Hãy ghi một số, dấu chấm thập phân, không có dấu phân cách hàng nghìn, không có %."
NEGATIVE = "Số không được âm. Hãy kiểm tra lại nguồn."
TOO_LONG = "Số có quá 3 chữ số thập phân hoặc quá 17 chữ số phần nguyên. Hãy ghi đúng đơn vị tính."
NO_DENOMINATOR = "Chỉ tiêu tỷ lệ phải có mẫu số ({definition})."
DENOMINATOR = "Chỉ tiêu này không có mẫu số. Hãy để trống ô này."
OVER_DENOMINATOR = "Tử số lớn hơn mẫu số {denominator}. Hãy kiểm tra hai số này."
TWICE = "Đã có số khác ({other}) cho đơn vị {unit}, chỉ tiêu {indicator}, ngày {date} ở {place}. Hãy giữ lại một dòng."
LINE = "{file}, dòng {line}"
SHEET_LINE = "{file}, trang “{sheet}”, dòng {line}"

INVENTED = "Tệp mang dấu SỐ LIỆU MÔ PHỎNG; kho này giữ số liệu thật nên không nhận. Hãy dùng tệp số liệu thật."
INVENTED_ASKED = (
    "{files}: tệp mang dấu SỐ LIỆU MÔ PHỎNG. Nếu chỉ để xem thử, hãy thêm --synthetic; "
    "kho đó về sau không nhận số liệu thật."
)

NOT_YOURS = "Tài khoản này chỉ gửi số liệu của đơn vị mình. Hãy xóa dòng này, hoặc nhờ Sở Nội vụ nạp tệp."
