"""The room outstanding."""
