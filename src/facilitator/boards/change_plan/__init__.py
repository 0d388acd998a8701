"""The change plan: who leads a change, whom it touches and where they stand, early wins, and when to review."""
