"""What follows from what is known on a value board: broken threads, alignment, the quality of its measures."""
