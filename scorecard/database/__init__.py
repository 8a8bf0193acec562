"""The room database."""
