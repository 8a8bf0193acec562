"""Words about exports of other systems: one row a unit, one column a number, described by columns.csv."""

TOTAL_PATTERN = r"(tổng cộng|tổng số|cộng|toàn tỉnh)\b.*|tổng"
AS_OF_PATTERN = r"đến (?:hết )?(?:ngày )?([0-9]{1,2}(?:[/.-]| tháng )[0-9]{1,2}(?:[/.-]| năm )[0-9]{4})"

SOURCE = "{mapping}: {place}, ô {cells}"
PLACE = "{file}, trang “{sheet}”"
NO_COLUMN = "đọc theo ánh xạ “{mapping}” nhưng thiếu tiêu đề “{heading}”. Hãy ghi đúng tiêu đề, hoặc sửa columns.csv."
NO_UNIT_COLUMN = "đọc theo ánh xạ “{mapping}” nhưng không có cột đơn vị: {headings}."
NO_AS_OF = (
    "Không thấy ngày số liệu. Hãy thêm một dòng “Tính đến ngày 19/10/2023” phía trên tiêu đề, hoặc một cột ngày đã nêu "
    "trong columns.csv."
)
TWO_DAYS = "Phía trên tiêu đề có hai ngày khác nhau ({days}). Hãy giữ lại một ngày."
BLANK_IN_SUM = "Số cần lấy là tổng hoặc hiệu của nhiều ô, ô này để trống. Hãy ghi số, kể cả khi là 0."
TOTAL_DIFFERS = "Dòng tổng không bằng tổng các dòng của khối ({sum}). Dòng tổng không được lấy; hãy kiểm tra khối này."
NO_FIGURES = "không có dòng nào là số liệu của một đơn vị."
