"""What is said about boundaries of units."""

from __future__ import annotations

COMMAND = "Kiểm tra một tệp GeoJSON ranh giới và cài vào thư mục của hệ thống nếu không có lỗi."
FILE = "Tệp GeoJSON (FeatureCollection, WGS 84, kinh độ trước vĩ độ)."
KEY = "Tên thuộc tính chứa mã đơn vị, đúng như trong units.csv."
INSTALLED = "Đã cài ranh giới của {count} đơn vị ({size} KB): {file}"
IGNORED = "Bỏ qua {count} mã không cần: {codes}"
PROBLEMS = "Tệp {file} có {count} lỗi, chưa cài gì:"

TOO_LARGE = "tệp nặng {found} MB; tối đa {most} MB. Hãy giản lược ranh giới trước"
NOT_JSON = "không đọc được như GeoJSON (UTF-8): {detail}"
NOT_COLLECTION = "không phải là FeatureCollection có danh sách features"
NO_KEY = "đối tượng thứ {place} không có thuộc tính “{key}”; các thuộc tính có: {known}"
TWICE = "mã {code} có hai lần; hãy gộp thành một MultiPolygon"
ABSENT = "thiếu {count} đơn vị: {codes}"
NOT_POLYGON = "mã {code}: cần Polygon hoặc MultiPolygon, tệp ghi {found}"
NOT_VALID = "mã {code}: hình không hợp lệ ({detail})"
ELSEWHERE = (
    "mã {code}: điểm của đơn vị trong danh mục ({lon}; {lat}) nằm ngoài khung của hình "
    "({west}–{east}; {south}–{north}). Hãy kiểm tra mã và hệ tọa độ (cần WGS 84, không phải VN-2000)"
)
RESULT_TOO_LARGE = "sau khi giản lược vẫn còn {found} MB; tối đa {most} MB"
MORE = "và {count} mã khác"
