"""Planning the rest of a session anew when it is late: what may be shorter is, so that it still ends on time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Segment, Session
from facilitator.domain.record import Record
from facilitator.workshop.agenda import Running

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Planned:
    """One segment of the rest: how long it would be (`minutes`, 0: dropped), and when it begins, before and after."""

    segment: Segment
    minutes: int
    began_at: datetime
    begins_at: datetime

    @property
    def dropped(self) -> bool:
        """Whether it would be left out."""
        return self.minutes == 0 < self.segment.minutes


@dataclass(frozen=True, slots=True)
class Proposal:
    """The running segment and all later ones as they could be.

    `ends_at` is when the session is to end, `finished_at` when it would as planned now, `finishes_at` when it would
    like this. `missing` minutes are those by which it would still be late although nothing can be cut any further.
    """

    lines: tuple[Planned, ...]
    ends_at: datetime
    finished_at: datetime
    finishes_at: datetime
    missing: int

    @property
    def cuts(self) -> bool:
        """Whether it would change the length of any segment."""
        return any(line.minutes != line.segment.minutes for line in self.lines)

    @property
    def dropped(self) -> tuple[Segment, ...]:
        """What would be left out, because cutting everything to its shortest is not enough."""
        return tuple(line.segment for line in self.lines if line.dropped)


def replan(runs: Running, now: datetime, ends_at: datetime | None = None) -> Proposal:
    """Shorter segments with which the session ends at `ends_at` (None: when it was to), to the minute.

    All that may be cut gives in proportion to how much it can give. Only where that is not enough, segments with a
    `cut_order` are left out, lowest first, and no more than needed. Fixed ones and breaks keep their length, and the
    running one the minutes that have begun; less than a minute late is on time; nothing gets longer where there is
    time to spare.
    """
    ends_at = ends_at or runs.ends_at
    spent = max(0, -((runs.since - now) // _MINUTE))
    ahead = (runs.segment, *runs.later)
    minutes = [segment.minutes for segment in ahead]
    before = _begins(runs.since, minutes, now)
    slack = [_gives(runs.segment, spent), *(segment.minutes - segment.shortest for segment in runs.later)]
    need = (before[-1] - ends_at) // _MINUTE
    for place in _droppable(ahead):
        if need <= sum(slack):
            break
        need -= minutes[place]
        minutes[place] = slack[place] = 0
    given = _shares(min(need, sum(slack)), slack)
    minutes = [each - share for each, share in zip(minutes, given, strict=True)]
    after = _begins(runs.since, minutes, now)
    lines = tuple(Planned(*line) for line in zip(ahead, minutes, before, after, strict=False))
    return Proposal(lines, ends_at, before[-1], after[-1], max(0, need - sum(given)))


def replanned(document: Document, session_id: str, proposal: Proposal) -> Change:
    """Let the proposal be the plan, as one step, with the end that it was made for.

    What gets shorter remembers how far it could be cut, so that planning twice does not halve it twice.
    Raises EditRejected: "gone", "nothing_to_do" where it changes nothing; saving it refuses as "stale" what was
    edited since.
    """
    session = document.get(Session, session_id)
    pairs: list[tuple[Record, Record]] = [
        (line.segment, line.segment.having(minutes=line.minutes, minimum=line.segment.shortest))
        for line in proposal.lines
        if line.minutes != line.segment.minutes
    ]
    ends_at = proposal.ends_at.astimezone(UTC).isoformat(timespec="seconds")
    return changed("replan", [*pairs, (session, session.having(ends_at=ends_at))])


def _gives(segment: Segment, spent: int) -> int:
    """How many minutes the running segment can give: none of those that are spent."""
    return max(0, segment.minutes - max(segment.shortest, spent))


def _droppable(ahead: Sequence[Segment]) -> list[int]:
    """The places of the segments that may be left out, what goes first first; never the running one."""
    places = [place for place, each in enumerate(ahead) if place and each.cut_order is not None and not each.kept]
    return sorted(places, key=lambda place: (ahead[place].cut_order, place))


def _shares(need: int, slack: Sequence[int]) -> list[int]:
    """`need` whole minutes in proportion to `slack`, by the largest remainder; none gives more than it has."""
    whole = sum(slack)
    if need <= 0 or not whole:
        return [0] * len(slack)
    shares = [need * each // whole for each in slack]
    rest = sorted(range(len(slack)), key=lambda place: (-(need * slack[place] % whole), place))
    for place in rest[: need - sum(shares)]:
        shares[place] += 1
    return shares


def _begins(since: datetime, minutes: Sequence[int], now: datetime) -> list[datetime]:
    """When each begins, the second one not before now, and at the end when the last one ends."""
    begins = [since, max(since + minutes[0] * _MINUTE, now.replace(microsecond=0))]
    for each in minutes[1:]:
        begins.append(begins[-1] + each * _MINUTE)
    return begins
