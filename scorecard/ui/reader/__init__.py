"""The room reader."""
