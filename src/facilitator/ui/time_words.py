"""Lengths and times of day as they are read in a hurry."""

from datetime import datetime

_MINUTE = 60
_HOUR = 3600


def duration(seconds: int) -> str:
    """ "12:04", from an hour on "1:12:04"."""
    hours, rest = divmod(seconds, _HOUR)
    minutes, rest = divmod(rest, _MINUTE)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def time_of_day(moment: datetime) -> str:
    """ "14:05", on the clock of this computer."""
    return moment.astimezone().strftime("%H:%M")
