"""The room sign in."""
