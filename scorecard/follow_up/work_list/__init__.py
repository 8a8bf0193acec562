"""The room work list."""
