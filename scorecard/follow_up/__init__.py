"""What follows a light: requests, explanations, contested figures, decisions, letters; and the ladder of chasing."""
