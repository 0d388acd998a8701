"""A value board on paper: the participants' pages, in full for those who carry it on, the facilitator's report."""
