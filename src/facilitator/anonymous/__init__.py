"""Packs without names: a document in which people, organizations and addresses stand under an alias."""
