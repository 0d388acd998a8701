"""What makes an agenda hard to hold: segments and stretches that are too long, no break, a late start, no close."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from facilitator.content.agendas import is_one_to_one
from facilitator.domain.engagement import BREAK, Segment

LONGEST_SEGMENT = 30
LONGEST_STRETCH = 95
NEEDS_A_BREAK = 120
SPOKEN_WITHIN = 15
ENERGY_AFTER = 60
"""Minutes. The last one is when a check of the energy is due that no break brought."""

_EVERYBODY_SPEAKS = frozenset(
    {"checkin", "round", "pairs", "interview", "one_two_four", "fist5", "consent", "plus_delta"}
)
_CLOSES = frozenset({"plus_delta", "round", "consent", "parking"})


@dataclass(frozen=True, slots=True)
class Hint:
    """Something to think over; `key` names its words ("session.hint_…"), `values` what to fill in.

    `segment_ids` are those that it is about, the one to look at first.
    """

    key: str
    segment_ids: tuple[str, ...]
    values: Mapping[str, object] = field(default_factory=dict)


def hints(segments: Sequence[Segment], agenda_id: str = "", *, for_two: bool = False) -> tuple[Hint, ...]:
    """What there is to think over, in the order of the agenda; segments of no minutes are left out.

    `agenda_id` is the agenda that they come from: it, or the session, may be `for_two`, where somebody speaks all the
    time.
    """
    held = [segment for segment in segments if segment.minutes]
    if not held:
        return ()
    found = [*_long(held), *_stretches(held), *_without_break(held), *_unclosed(held)]
    if not (for_two or is_one_to_one(agenda_id)):
        found += _unspoken(held)
    place = {segment.id: number for number, segment in enumerate(held)}
    return tuple(sorted(found, key=lambda hint: place[hint.segment_ids[0]]))


def energy_checks(segments: Sequence[Segment]) -> frozenset[str]:
    """The ids of the segments that should begin with an energy check: after each break, and an hour after none."""
    due, since, after_break = set(), 0, False
    for segment in segments:
        if segment.method == BREAK and segment.minutes:
            since, after_break = 0, True
        elif segment.minutes:
            if after_break or since >= ENERGY_AFTER:
                due.add(segment.id)
                since = 0
            since += segment.minutes
            after_break = False
    return frozenset(due)


def _long(held: Iterable[Segment]) -> Iterator[Hint]:
    for segment in held:
        if segment.minutes > LONGEST_SEGMENT and segment.method != BREAK:
            values = {"title": segment.title, "count": segment.minutes, "most": LONGEST_SEGMENT}
            yield Hint("segment_long", (segment.id,), values)


def _stretches(held: Iterable[Segment]) -> Iterator[Hint]:
    for stretch in _between_breaks(held):
        count = sum(segment.minutes for segment in stretch)
        if count > LONGEST_STRETCH:
            values = {"title": stretch[0].title, "count": count, "most": LONGEST_STRETCH}
            yield Hint("stretch_long", tuple(segment.id for segment in stretch), values)


def _without_break(held: Sequence[Segment]) -> Iterator[Hint]:
    count = sum(segment.minutes for segment in held)
    if count >= NEEDS_A_BREAK and all(segment.method != BREAK for segment in held):
        yield Hint("no_break", (held[0].id,), {"count": count})


def _unspoken(held: Sequence[Segment]) -> Iterator[Hint]:
    begun = 0
    for segment in held:
        if segment.method in _EVERYBODY_SPEAKS:
            return
        begun += segment.minutes
        if begun >= SPOKEN_WITHIN:
            break
    yield Hint("nobody_speaks", (held[0].id,), {"most": SPOKEN_WITHIN})


def _unclosed(held: Sequence[Segment]) -> Iterator[Hint]:
    if held[-1].method not in _CLOSES:
        yield Hint("no_close", (held[-1].id,), {"title": held[-1].title})


def _between_breaks(held: Iterable[Segment]) -> Iterator[list[Segment]]:
    stretch: list[Segment] = []
    for segment in held:
        if segment.method != BREAK:
            stretch.append(segment)
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch
