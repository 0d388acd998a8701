"""Assessments of one to one: what somebody says is theirs, and stays private."""
