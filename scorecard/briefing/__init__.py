"""The weekly briefing as files: read once, said once, drawn in several formats; no browser and no server."""
