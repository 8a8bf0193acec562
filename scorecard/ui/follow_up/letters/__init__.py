"""The room letters."""
