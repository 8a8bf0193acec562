"""The room returned copy."""
