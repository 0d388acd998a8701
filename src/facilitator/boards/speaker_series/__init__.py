"""The speaker series: who speaks when, and what a group takes away from it, by leadership principle."""
