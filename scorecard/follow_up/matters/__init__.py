"""The room matters."""
