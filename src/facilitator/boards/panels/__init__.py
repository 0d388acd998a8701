"""What kinds share whose boards are cards in panels side by side: a kind says what a panel holds, as data."""
