"""The room overview."""
