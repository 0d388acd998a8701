"""Facilitator: run live, remote workshops with public bodies and hand out what came of them."""

__version__ = "0.1.0"
