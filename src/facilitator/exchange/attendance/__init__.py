"""Who takes part, as a meeting's attendance report or a pasted list tells it."""
