"""The steps the application database goes through, oldest first."""
