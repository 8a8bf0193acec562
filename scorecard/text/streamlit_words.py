"""What Streamlit itself says to a reader, in our language: its interface has no translation of its own.

Keys are texts as they stand, in backquotes, in its scripts; a test finds every one of them there, so that a new version
that words something otherwise is noticed.
"""

from __future__ import annotations

TRANSLATIONS = {
    "Skip to main content": "Đến nội dung chính",
    "Connection error": "Mất kết nối",
    "Streamlit server is not responding. Are you connected to the internet?": (
        "Máy chủ không trả lời. Trang sẽ tự nối lại; nếu lâu không được, hãy báo người quản trị."
    ),
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:": (
        "Máy chủ đã dừng. Hãy chạy lại rồi tải lại trang:"
    ),
    "streamlit run yourscript.py": "python -m scorecard serve",
    "Page not found": "Không có trang này",
    "Drag and drop files here": "Kéo và thả các tệp vào đây",
    "Drag and drop a file here": "Kéo và thả một tệp vào đây",
    " per file": " mỗi tệp",
    "Upload": "Chọn tệp",
    "file upload": "chọn tệp",
    "Remove ": "Bỏ ",
    "Copy to clipboard": "Chép",
    "Copied": "Đã chép",
    "Add files": "Thêm tệp",
    " files are not allowed.": ": không nhận loại tệp này.",
    " or smaller.": " là lớn nhất cho một tệp.",
    "Clear value": "Xóa giá trị",
    "No results": "Không có kết quả",
    "Open": "Mở",
    "Select all": "Chọn tất cả",
    "Select ": "Chọn ",
    " matches": " kết quả",
    "Clear all": "Bỏ chọn tất cả",
    "Selected values": "Các giá trị đã chọn",
    "Multiselect options": "Các lựa chọn",
    "Selectbox options": "Các lựa chọn",
    "Choose date": "Chọn ngày",
    "Clear date": "Xóa ngày",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.": (
        "Dùng phím mũi tên để chuyển ngày, Enter để chọn, Escape để đóng."
    ),
}
