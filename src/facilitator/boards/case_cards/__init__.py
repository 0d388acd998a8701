"""Case cards: what others have tried, what came of it, and where one can read that."""
