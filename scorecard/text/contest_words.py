"""Words about contested figures: what a unit proposes, what stands beside it, why it is refused."""

from __future__ import annotations

NO_FILE = "Hãy kèm tệp làm căn cứ (văn bản, bảng số liệu, ảnh chụp màn hình hệ thống); không có gì được ghi."
EMPTY_FILE = "Tệp {name} trống. Hãy chọn tệp khác; không có gì được ghi."
TOO_LARGE = "Tệp {name} lớn hơn {most} MB. Hãy chọn tệp nhỏ hơn; không có gì được ghi."
BAD_TYPE = "Không nhận tệp {name}: chỉ nhận {types}. Không có gì được ghi."
NOT_ITS = "Chỉ số này không do đơn vị gửi trong nhiệm vụ này, nên không đề nghị sửa được. Hãy chọn chỉ số khác."
OTHER_LIFE = "Đơn vị {unit} của đề nghị này không còn; không công bố được. Hãy không chấp nhận và nói lý do."
BAD_FIGURE = "{field}: {advice}"
SAME = "Số đề nghị trùng với số đang dùng ({figure}, ngày {date}); không có gì để sửa."
OLDER = (
    "Số đang dùng mang ngày {date}, mới hơn ngày của số đề nghị, nên số đề nghị không thay được. Hãy đề nghị số của "
    "ngày {date} hoặc sau đó."
)
PROPOSED_ALREADY = "Chỉ số này đã có một đề nghị đang chờ xem xét. Hãy chờ, hoặc rút đề nghị đó rồi đề nghị lại."
NOT_PUBLISHED = "Chưa công bố được, đề nghị vẫn đang chờ xem xét: {detail}"
NOT_WRITTEN = (
    "Đã công bố bản {revision} nhưng chưa ghi được vào đề nghị: {detail} Hãy mở lại đề nghị; nếu vẫn đang chờ xem xét, "
    "chấp nhận lần nữa chỉ ghi lại việc đó, không công bố thêm bản nào."
)
BUSY = "Đang có người khác ghi vào một đề nghị sửa số liệu. Hãy chờ vài giây rồi làm lại; không có gì bị thay đổi."
NO_WEEK = "Chưa có tuần nào được công bố."

SOURCE = "Đề nghị sửa số liệu của đơn vị"
NOTE = "Đề nghị số {matter}"
REASON = "Theo đề nghị sửa số liệu số {matter} của {unit}"
CSV_NAME = "de-nghi-{matter}-{unit}.csv"

IN_USE = "Số đang dùng"
WHEN_PROPOSED = "Số lúc đề nghị"
PROPOSED = "Số đơn vị đề nghị"
NONE = "chưa có số liệu"
OF_DAY = "{figure}, ngày {date}"
NO_CATALOG = "Hiện không đọc được danh mục, nên chưa so được với số đang dùng và chưa chấp nhận được."
CHANGED = "Số liệu đã đổi từ khi đơn vị đề nghị. Hãy so lại trước khi quyết định."
PUBLISHED_ALREADY = "Số đề nghị đã nằm trong bản {revision}. Chấp nhận chỉ ghi lại việc đó, không công bố thêm bản nào."
