"""What can go wrong in a way a person can mend; every message is Vietnamese and says what to do."""


class ScorecardError(Exception):
    """A failure whose message can be shown to a clerk as it is."""


class UsageError(ScorecardError):
    """A command or an address was used wrongly (exit code 2)."""


class CatalogError(ScorecardError):
    """The catalogue cannot be used; the message lists every mistake with its file, row and column."""


class SnapshotError(ScorecardError):
    """A snapshot cannot be read, or cannot be published; nothing was changed."""


class BackupError(ScorecardError):
    """A backup cannot be made, read or restored; nothing was changed."""


class QueryError(ScorecardError):
    """A query file breaks its contract, or was called with other parameters than its header names."""


class DatabaseError(ScorecardError):
    """The application database cannot be read or written; nothing was changed."""


class AccessError(ScorecardError):
    """Somebody may not do or see this, or an account cannot be changed this way."""


class FollowUpError(ScorecardError):
    """Something may not be asked, answered or decided this way, or somebody else was first; nothing was changed."""


class MovedError(FollowUpError):
    """Somebody else was first: whoever writes has to look again; nothing was changed."""
