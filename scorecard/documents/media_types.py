"""What files are to a browser, by their ending."""

from __future__ import annotations

_OFFICE = "application/vnd.openxmlformats-officedocument."
CSV = "text/csv"
DOCX = f"{_OFFICE}wordprocessingml.document"
PDF = "application/pdf"
PNG = "image/png"
PPTX = f"{_OFFICE}presentationml.presentation"
XLSX = f"{_OFFICE}spreadsheetml.sheet"
ZIP = "application/zip"
