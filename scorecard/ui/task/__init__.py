"""The room task."""
