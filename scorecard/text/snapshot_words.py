"""Words about snapshots: why one cannot be read or published, and what to do."""

NO_MANIFEST = "{folder}: không có manifest.json, thư mục này bị bỏ qua."
BAD_MANIFEST = "{folder}: manifest.json không đọc được hoặc thiếu mục ({detail}), thư mục này bị bỏ qua."
OTHER_PLACE = "{folder}: manifest.json ghi tuần {week}, bản {revision}, không khớp tên thư mục; thư mục này bị bỏ qua."
NO_FILE = "{folder}: thiếu tệp {file}, thư mục này bị bỏ qua."
WRONG_HASH = "{folder}/{file}: nội dung đã khác lúc công bố (SHA-256 {found}, phải là {wanted})."
SKIPPED = "{problem} Thư mục này bị bỏ qua."
WRONG_ROWS = "{folder}/{file}: có {found} dòng, phải là {wanted}."
UNREADABLE = "{folder}/{file}: không đọc được tệp ({detail})."
UNREADABLE_FOLDER = "{folder}: không đọc được thư mục ({detail}), thư mục này bị bỏ qua."
UNREADABLE_TABLE = (
    "Không đọc được số liệu đã công bố. Hãy chạy python -m scorecard verify để biết tệp nào hỏng, rồi khôi phục tệp ấy "
    "từ bản sao lưu. Không có gì bị thay đổi."
)
NOT_CARRIED = (
    "Chú ý: số liệu của bản không đọc được sau đây không được mang sang. Hãy khôi phục từ bản sao lưu: {problem}"
)
CLOCK_BEHIND = (
    "Đồng hồ của máy đang chỉ {now}, trước cả lúc công bố bản {base} ({before}). Hãy chỉnh lại đồng hồ rồi công bố "
    "lại; không có gì bị thay đổi. Nếu đồng hồ đang đúng và chính bản {base} mang giờ sai, hãy công bố bằng lệnh với "
    "--clock-checked."
)
NO_BASE = "{folder}: không còn bản làm nền {base}."
NO_ORIGINAL = "{folder}: tệp gốc {file}: {detail}"
NO_CATALOG = "{folder}: danh mục {version} không còn nguyên vẹn trong {catalogs}: {detail}"

UNKNOWN_WEEK = "Chưa có số liệu công bố cho tuần {week}."
RETRACTED = "Tuần {week} đã được rút lại: {reason}"
UNKNOWN_REVISION = "Tuần {week} không có bản {revision}. Các bản đã công bố: {revisions}."

NEEDS_REASON = 'Tuần {week} đã công bố (bản {revision}). Muốn công bố bản đính chính, hãy ghi lý do bằng --reason "…".'
OTHER_CUT_OFF = (
    "Tuần {week} đã công bố với giờ chốt {cut_off}; bản đính chính giữ giờ chốt ấy. Đã ghi {found}. Hãy bỏ --cut-off, "
    "hoặc ghi đúng giờ chốt của tuần."
)
OLDER_NEEDS_REASON = (
    'Tuần {week} chưa công bố, nhưng tuần {newest} sau đó đã có. Muốn công bố bổ sung, hãy ghi lý do bằng --reason "…".'
)
NOT_BEGUN = "Tuần {week} chưa bắt đầu; hôm nay thuộc tuần {now}. Hãy ghi đúng tuần. Không có gì bị thay đổi."
RETRACT_REASON = "Rút lại tuần {week} phải có lý do: --reason."
AFTER_CUT_OFF = (
    "Số liệu của đơn vị {unit}, chỉ tiêu {indicator} mang ngày {found}, sau ngày chốt {day}. Hãy sửa ngày, hoặc để số "
    "liệu này cho tuần sau."
)
REAL_ONTO_SYNTHETIC = (
    "Thư mục {home} đang chứa SỐ LIỆU MÔ PHỎNG nên không nhận số liệu thật. Hãy dùng thư mục khác cho số liệu thật: "
    "--home THƯ_MỤC hoặc biến SCORECARD_HOME."
)
SYNTHETIC_ONTO_REAL = (
    "Thư mục {home} đang chứa số liệu thật nên không nhận số liệu mô phỏng. Hãy dùng thư mục khác cho số liệu mô "
    "phỏng: --home THƯ_MỤC hoặc biến SCORECARD_HOME."
)
NO_LOCK = (
    "Không khóa được kho để ghi ({file}): {detail}. Không có gì bị thay đổi. Nếu {name} là thư mục hay liên kết "
    "hỏng, hãy xóa nó khi không có ai đang công bố."
)
BUSY = "Đang có người khác công bố trong {home}. Hãy chờ vài giây rồi làm lại; không có gì bị thay đổi."
MOVED_ON = "Bản mới nhất nay là {now}, không còn là {seen} như khi so số liệu. Hãy xem lại rồi làm lại."
NOT_WRITTEN = "Không ghi được vào {home}: {detail}. Không có gì bị thay đổi."
