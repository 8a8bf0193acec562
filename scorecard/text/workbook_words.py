"""What is wrong in a workbook of figures, the headings it may have, and the words of the template."""

NOT_A_WORKBOOK = "không mở được như một bảng tính ({detail}). Hãy mở bằng Excel, lưu lại dạng .xlsx rồi gửi lại."
ENCRYPTED = "có mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi gửi lại."
ORIGIN = "{file}, trang “{sheet}”, ô {cells}"
TOO_LARGE = "lớn quá {most} MB. Hãy bỏ hình ảnh, trang và định dạng thừa rồi lưu lại."
ZIP_BOMB = "giải nén ra quá lớn hoặc có quá nhiều phần. Hãy chép số liệu sang tệp mới lấy từ mẫu."
XML_ENTITY = "chứa khai báo XML không được phép. Hãy chép số liệu sang tệp mới lấy từ mẫu."

TOO_MANY_CELLS = "có ô ở {cell}, vượt {rows} dòng hoặc {columns} cột. Hãy xóa các dòng, cột thừa."
TOO_MANY_MARKS = "có hơn {most} ô lỗi hoặc phần trăm. Hãy xóa các dòng, cột thừa."
TOO_MUCH_IN_ALL = "có các trang trải quá {most} ô cộng lại (tới ô {cell}). Hãy xóa các dòng, cột thừa."
TOO_MANY_SHEETS = "có {found} trang, nhiều nhất là {most}. Hãy tách thành nhiều tệp."
CELL_TOO_LONG = "Ô dài quá {most} ký tự. Hãy rút gọn."
ERROR_CELL = "Công thức trong ô bị lỗi. Hãy sửa công thức hoặc ghi số trực tiếp."
NOT_CALCULATED = "Công thức chưa được tính. Hãy mở tệp bằng Excel và lưu lại, hoặc ghi số trực tiếp."
LINKED = "Có {count} ô lấy số từ tệp khác (bắt đầu từ ô này); số đọc được là số lưu lần cuối. Hãy ghi số trực tiếp."
HIDDEN_SHEET = "trang ẩn, không được đọc. Nếu có số liệu ở đây, hãy hiện trang rồi gửi lại."
HIDDEN_ROW = "dòng ẩn nhưng vẫn được đọc. Hãy kiểm tra số liệu của dòng này."
UNKNOWN_SHEET = "không nhận ra trang này. Hãy xóa trang, hoặc ghi các tiêu đề: {wanted}."
NO_HEADING = "thiếu tiêu đề “{wanted}”. Hãy ghi đúng tiêu đề của mẫu."
HEADING_TWICE = "Tiêu đề này đã có ở ô {other}. Hãy giữ lại một cột."
NO_SHEET = "không có trang số liệu nào."

IS_TRUE_FALSE = "Ô này là đúng/sai, không phải số. Hãy ghi một số."
IS_A_DATE = "Ô này là ngày, không phải số. Hãy ghi một số và chọn lại định dạng ô."
ONE_POINT = (
    "“{found}” là {whole} hay {part}? Hãy ghi số vào ô kiểu số (không phải kiểu chữ), hoặc ghi {whole} "
    "không có dấu phân cách nếu là hàng nghìn."
)
PERCENT = "Không ghi tỷ lệ phần trăm. Hãy ghi tử số và mẫu số."
NOT_A_NUMBER = "Hãy ghi một số, ví dụ 1234, 1.234.567 hoặc 12,5."
TOO_MANY_DIGITS = "Số có quá 15 chữ số, bảng tính không giữ đúng. Hãy ghi đúng đơn vị tính."
NOT_A_DATE = "Hãy ghi ngày số liệu theo mẫu 20/10/2023 (ngày/tháng/năm)."
DAY_PATTERN = r"(?:ngày )?([0-9]{1,2})(?:[/.-]| tháng )([0-9]{1,2})(?:[/.-]| năm )([0-9]{4})"

TCVN3_SIGNS = "[¸µ¶·¹¨©®¬­§¢¤¥]"
VNI_PAIRS = "[aeouyAEOUY][ùøûõïåãâáàäéèúüÙØÛÕÏÅÃÂÁÀÄÉÈÚÜ]|ñ[aeiouyö]"
TCVN3 = "Chữ trong ô theo mã TCVN3 (ABC). Hãy đổi sang Unicode, hoặc ghi mã đơn vị."
VNI = "Chữ trong ô theo mã VNI. Hãy đổi sang Unicode, hoặc ghi mã đơn vị."
NO_UNIT = "Không có đơn vị mang mã hoặc tên này. Hãy ghi mã đơn vị."
CANDIDATES = "Tên này có thể là: {names}. Hãy ghi mã đơn vị."
CANDIDATE = "{name} (mã {code})"
OTHER_NAME = "Mã đơn vị là của {name}, không phải của tên ghi bên cạnh. Hãy sửa mã hoặc tên."

CONTRACT_VERSION = "Tệp lấy từ mẫu phiên bản khác. Hãy lấy mẫu mới rồi chép số liệu sang."
CONTRACT_WEEK = "Tệp này là mẫu của tuần khác; đang nạp tuần {week}. Hãy chọn đúng tuần hoặc lấy mẫu mới."
CONTRACT_UNIT = "Đơn vị của mẫu không có hiệu lực vào ngày chốt. Hãy lấy mẫu mới."
CONTRACT_RULES = "danh mục đã thay đổi từ khi lấy mẫu này. Hãy kiểm tra các chỉ tiêu."
CONTRACT_FOREIGN = "Đơn vị này không thuộc mẫu của {unit}. Hãy ghi số liệu vào mẫu của đúng đơn vị."

CONTRACT_SHEET = "hop_dong"
MARKS_SHEET = "Lỗi cần sửa"
DATA_SHEET = "Số liệu"
HEADINGS = {
    "unit_id": ("Mã đơn vị", "unit_id"),
    "unit_name": ("Tên đơn vị", "Đơn vị"),
    "parent_name": ("Thuộc huyện", "Huyện"),
    "indicator_id": ("Mã chỉ tiêu", "indicator_id"),
    "numerator": ("Tử số", "Tử số (hoặc giá trị)", "numerator"),
    "denominator": ("Mẫu số", "denominator"),
    "as_of": ("Ngày số liệu", "as_of"),
    "source": ("Nguồn", "Nguồn số liệu", "source"),
    "note": ("Ghi chú", "note"),
}
INDICATOR_NAME = "Chỉ tiêu"
BEFORE = ("Tử số kỳ trước", "Mẫu số kỳ trước", "Ngày kỳ trước")
TITLE = "Số liệu {unit} — {week}"
HINT = "Ghi vào các ô trắng. Ô xám không áp dụng. Không đổi tiêu đề; ngày ghi theo mẫu 20/10/2023."
DEFINITION = "{name}\nTử số: {numerator}\nMẫu số: {denominator}"
NOT_NEGATIVE = "Hãy ghi một số không âm."
NO_TEMPLATE_UNIT = "Không có đơn vị mang mã “{found}” vào ngày chốt của tuần {week}."
WRITTEN = "Đã ghi mẫu {file}: {rows} dòng."
