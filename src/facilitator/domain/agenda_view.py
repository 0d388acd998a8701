"""What participants may see of the agenda of a session. Public words only, frozen and comparable, as a View is."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class SegmentView:
    """A segment that takes place: when it begins (None: nobody said when), for how long, how, and what is asked.

    `method` is the id of its method, "" for none.
    """

    title: str
    minutes: int
    method: str
    prompt: str
    begins: time | None


@dataclass(frozen=True, slots=True)
class AgendaView:
    """A session with those of its segments that were not dropped.

    It was `held` once it is that day, it has begun, or something came out of it.
    `purpose` is in the language that was asked for, "" where nobody knows it; `day` is None where nobody said.
    `session_id` says which session it is of.
    """

    title: str
    purpose: str
    day: date | None
    held: bool
    segments: tuple[SegmentView, ...]
    session_id: str = ""

    @property
    def minutes(self) -> int:
        """How long it takes in all."""
        return sum(segment.minutes for segment in self.segments)

    @property
    def begins(self) -> time | None:
        """When the first segment begins."""
        return self.segments[0].begins if self.segments else None

    @property
    def ends(self) -> time | None:
        """When the last segment is over."""
        begins = self.begins
        return (datetime.combine(date.min, begins) + timedelta(minutes=self.minutes)).time() if begins else None
