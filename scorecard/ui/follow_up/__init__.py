"""The room follow up."""
