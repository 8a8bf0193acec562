"""What `catalog check` says."""

CATALOG_APP = "Danh mục: kiểm tra trước khi dùng."
CHECK = "Kiểm tra một danh mục đã sửa, so với danh mục đang dùng, nêu các đèn của tuần mới nhất sẽ đổi. Không ghi gì."
FOLDER = "Thư mục danh mục đã sửa."

VALID = "Danh mục {folder} hợp lệ (mã {version})."
SAME = "Giống danh mục đang dùng."
IN_FORCE = "So với danh mục đang dùng (mã {version}):"
IN_FORCE_BROKEN = "Danh mục đang dùng có lỗi nên không so được: {detail}"
WEEK = "Tuần {week}, bản {revision}: {count} đèn sẽ đổi."
OTHER_RULES = "Ghi chú: tuần này đã xét theo danh mục mã {version}, khác danh mục đang dùng."
RUNNING_ON = (
    "targets.csv, cột effective_from: {count} chỗ có từ hai ngưỡng trong một năm mà không có dòng ngày 01/01 năm sau, "
    "nên ngưỡng cuối năm sẽ xét cả năm sau: {names}. Hãy thêm dòng ngày 01/01; để trống green và amber nếu chưa có "
    "ngưỡng mới."
)
