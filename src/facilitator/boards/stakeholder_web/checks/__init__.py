"""What follows from what is known on a web: values, suggested strategies, gaps."""
