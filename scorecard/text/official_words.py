"""The fixed words of the form of official documents (Nghị định 30/2020/NĐ-CP), whatever the document says."""

from __future__ import annotations

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
OPEN_OVER = "[CƠ QUAN CHỦ QUẢN]"
OPEN_BY = "[CƠ QUAN BÁO CÁO]"
OPEN_SIGN = "[…]"
OPEN_PLACE = "[Địa danh]"
OPEN_TO = "[nơi nhận báo cáo]"
PLACE = "{place}, ngày {day} tháng {month} năm {year}"
OPEN_DAY = "     "
DEAR = "Kính gửi: {to}"
DEAR_MANY = "Kính gửi:"
END = "./."

RECEIVERS = "Nơi nhận:"
AS_ABOVE = "- Như trên;"
ARCHIVE = "- Lưu: VT{drafter}."
SIGNER = "GIÁM ĐỐC"
