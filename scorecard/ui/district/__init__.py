"""The room district."""
