"""Figures from outside: files -> observations and problems."""
