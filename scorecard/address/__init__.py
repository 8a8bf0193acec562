"""The room address."""
