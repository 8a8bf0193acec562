"""The room slides."""
