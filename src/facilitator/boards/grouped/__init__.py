"""What may be shown of values when nobody among those who gave them is to be told apart; for kinds of any sort."""
