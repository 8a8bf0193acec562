"""The room long form."""
