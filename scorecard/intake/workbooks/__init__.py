"""The room workbooks."""
