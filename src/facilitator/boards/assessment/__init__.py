"""The assessment board: the areas of one instrument, each with a level from 0 to 4 and what is behind it."""
