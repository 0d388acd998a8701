"""Packs of handouts: what each is made of, from the document to the file."""
