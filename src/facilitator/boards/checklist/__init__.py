"""The digital transformation checklist: five phases, what is in place, who does the rest by when."""
