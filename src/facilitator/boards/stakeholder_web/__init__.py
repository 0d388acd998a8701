"""The stakeholder web: who is inside and outside a project, how close, and how they are tied."""
