"""Synthetic snapshots for any catalogue, through the same publication as real figures."""

from scorecard.demo.publishing import publish_demo

__all__ = ["publish_demo"]
