"""Boards, filled forms and lists of texts as files that other programs read and write."""
