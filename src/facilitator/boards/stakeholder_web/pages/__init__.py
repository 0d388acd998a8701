"""A web on paper: the participants' pages, the guide before a 1:1, the facilitator's report."""
