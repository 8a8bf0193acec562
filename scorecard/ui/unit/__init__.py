"""The room unit."""
