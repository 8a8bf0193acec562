"""The room ui."""
