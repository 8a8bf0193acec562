"""The room contested."""
