"""Microcourses: lessons as learners see them, badges, certificates, Open Badges. Pure rules; no Qt, no SQL."""
