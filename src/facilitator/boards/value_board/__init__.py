"""The civic value board: guiding values, approaches, desired impacts, measures, and the links between them."""
