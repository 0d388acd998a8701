"""Stakeholders and ties from and for other programs."""
