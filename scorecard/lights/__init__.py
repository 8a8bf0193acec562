"""The room lights."""
