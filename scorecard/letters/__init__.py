"""Letters to units: what they say, the Word files, and the texts to paste into a chat."""
