"""A home in one file, and back again: whole, checked hash by hash, or not at all."""

from scorecard.backup.restoring import restore_backup
from scorecard.backup.writing import Backup, write_backup

__all__ = ["Backup", "restore_backup", "write_backup"]
