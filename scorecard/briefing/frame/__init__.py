"""The room frame."""
