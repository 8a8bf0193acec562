"""The room briefing."""
