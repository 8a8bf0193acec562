"""Warnings about figures that may be right but seldom are."""

OLDER = "Cũ hơn số đã biết (ngày {known}); số đã biết được giữ nguyên."
FALLS = "Số lũy kế giảm so với {known} (ngày {day}). Hãy kiểm tra lại."
TENFOLD = "Gấp hoặc bằng một phần mười so với {known} (ngày {day}) trở lên. Hãy kiểm tra đơn vị tính."
HALVES = "Mẫu số chỉ còn một nửa hoặc ít hơn so với {known} (ngày {day}). Hãy kiểm tra lại."
JUMPS = "Tỷ lệ thay đổi hơn {points} điểm phần trăm so với số ngày {day}. Hãy kiểm tra lại."
COUNTED_TWICE = "Số của huyện bằng tổng số của các xã. Số của huyện chỉ gồm phần của cơ quan huyện; hãy kiểm tra."
