"""Handouts: tagged PDF pages. `kit` makes their parts, `pack` puts them into one file. No Qt."""
