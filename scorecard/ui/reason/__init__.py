"""The room reason."""
