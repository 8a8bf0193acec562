"""Words of the sample files, all of them about invented figures."""

DEPARTMENT, DISTRICT, COMMUNE = "mo-phong-so.xlsx", "mo-phong-huyen.xlsx", "mo-phong-xa.xlsx"
EXPORT, LONG = "mo-phong-ket-xuat.xlsx", "mo-phong-so-lieu.csv"
SHEET = "Số liệu mô phỏng"
TITLE = "BÁO CÁO TÌNH HÌNH — {mapping} — {mark}"
AS_OF = "Tính đến ngày {day}"
BLOCKS = {"department": "Cấp sở", "district": "UBND cấp huyện", "commune": "UBND cấp xã"}
SUM, TOTAL = "Cộng", "Tổng cộng"
NO_LEVEL = "Danh mục không có đơn vị cấp {level} nào vào tuần {week}; không làm được mẫu."
WRITTEN = "Đã ghi {count} tệp mẫu (SỐ LIỆU MÔ PHỎNG) vào {folder}."
