"""What is said about boundaries of units."""

from __future__ import annotations

COMMAND = "Kiểm tra một tệp GeoJSON ranh giới và cài vào thư mục của hệ thống nếu không có lỗi."
FILE = "Tệp GeoJSON (FeatureCollection, WGS 84, kinh độ trước vĩ độ)."
KEY = "Tên thuộc tính chứa mã đơn vị, đúng như trong units.csv."
INSTALLED = "Đã cài ranh giới của {count} đơn vị ({size} KB): {file}"
IGNORED = "Bỏ qua {count} mã không cần: {codes}"
PROBLEMS = "Tệp {file} có {count} lỗi, chưa cài gì:"

TOO_LARGE = "tệp nặng {found} MB; tối đa {most} MB. Hãy giản lược ranh giới trước"
NOT_JSON = "không đọc được như GeoJSON: sai cú pháp JSON ở dòng {line}, cột {column}"
NOT_UTF8 = "không đọc được như GeoJSON: không phải UTF-8, từ dòng {line}, byte {column} của dòng"
NO_SHAPE = "mã {code}: chưa có hình (geometry trống)"
NOT_READ = (
    "mã {code}: không đọc được tọa độ; mỗi vòng cần ít nhất 4 điểm [kinh độ, vĩ độ], điểm cuối trùng với điểm đầu"
)
NOT_COLLECTION = "không phải là FeatureCollection có danh sách features"
NO_KEY = "đối tượng thứ {place} không có thuộc tính “{key}”; các thuộc tính có: {known}"
TWICE = "mã {code} có hai lần; hãy gộp thành một MultiPolygon"
ABSENT = "thiếu {count} đơn vị: {codes}"
NOT_POLYGON = "mã {code}: cần Polygon hoặc MultiPolygon, tệp ghi {found}"
NO_KIND = "mã {code}: cần Polygon hoặc MultiPolygon, tệp không ghi loại hình (type)"
NOT_VALID = "mã {code}: hình không hợp lệ: {detail}"
AT = "{what} tại điểm ({lon}; {lat})"
INVALID = {
    "Self-intersection": "đường biên tự cắt",
    "Ring Self-intersection": "một vòng tự chạm chính nó",
    "Hole lies outside shell": "phần khoét nằm ngoài hình",
    "Holes are nested": "các phần khoét lồng vào nhau",
    "Interior is disconnected": "phần trong bị chia rời",
    "Nested shells": "các phần của hình lồng vào nhau",
    "Duplicate Rings": "có hai vòng trùng nhau",
    "Too few points in geometry component": "một vòng có quá ít điểm khác nhau",
    "Invalid Coordinate": "có tọa độ không phải là số",
    "Ring is not closed": "một vòng chưa khép kín",
}
INVALID_OTHER = "đường biên không tạo thành một vùng"
ELSEWHERE = (
    "mã {code}: điểm của đơn vị trong danh mục ({lon}; {lat}) nằm ngoài khung của hình "
    "({west}–{east}; {south}–{north}). Hãy kiểm tra mã và hệ tọa độ (cần WGS 84, không phải VN-2000)"
)
RESULT_TOO_LARGE = "sau khi giản lược vẫn còn {found} MB; tối đa {most} MB"
MORE = "và {count} mã khác"
