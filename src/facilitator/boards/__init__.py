"""The kinds of board, one folder each; kinds never meet."""
