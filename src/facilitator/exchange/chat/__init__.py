"""The chat of a meeting, pasted or saved: who said what, with nothing that was said to one person only."""
