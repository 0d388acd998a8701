"""The segments of an agenda: what changes, adds, moves and removes one. Pure edits; their numbers count from 1."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from facilitator.content.agendas import MOST_CUT_ORDER, MOST_MINUTES, method_cards
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, Swap
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board, Segment, Session
from facilitator.domain.record import Record, new_id
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.agenda import STILL, running, segments_of


@dataclass(frozen=True, slots=True)
class SegmentValues:
    """What can be said of a segment; see `Segment` for the fields."""

    title: str
    minutes: int
    method: str = ""
    prompt: str = ""
    materials: str = ""
    fixed: bool = False
    minimum: int | None = None
    cut_order: int | None = None
    board_id: str | None = None
    form: str = ""
    large: bool = False
    spot: str = ""

    @classmethod
    def of(cls, segment: Segment) -> "SegmentValues":
        """Those of a segment that is there."""
        return cls(**{name: getattr(segment, name) for name in cls.__dataclass_fields__})


def segment_records(session_id: str, plan: Iterable[SegmentValues]) -> Iterator[Segment]:
    """The segments of a new session, as they are planned."""
    for number, values in enumerate(plan, start=1):
        yield Segment(id=f"{session_id}.{number}", session_id=session_id, number=number, **asdict(values))


def segment_edited(document: Document, segment_id: str, values: SegmentValues) -> Change:
    """Give a segment these values as one step. When the session is to end stays as it is.

    Raises EditRejected: "gone" also for the board, what a name may not be, "segment_minutes", "segment_minimum",
    "segment_cut_order", "choice_unknown" for a method that is none, "nothing_to_do".
    """
    segment = document.get(Segment, segment_id)
    return changed("edit_segment", [(segment, segment.having(**_checked(document, values, segment.method)))])


def segment_added(
    document: Document, session_id: str, values: SegmentValues, *, at: str = "", before: bool = False
) -> Change:
    """Add a segment after the one with the id `at`, or `before` it; "" at the end. Refuses what `segment_edited` does.

    Raises EditRejected("gone") too for a session that is no more.
    """
    document.get(Session, session_id)
    segments = list(segments_of(document, session_id))
    ids = [each.id for each in segments]
    place = ids.index(at) + (not before) if at in ids else len(ids)
    new = Segment.model_validate(
        {"id": new_id(), "session_id": session_id, "number": place + 1, **_checked(document, values, "")}
    )
    moved = _renumbered([*segments[:place], new, *segments[place:]])
    return changed("add_segment", [(None, new)], (Swap(*pair) for pair in moved))


def segment_moved(document: Document, segment_id: str, by: int) -> Change:
    """Move a segment `by` places down, below zero up, as far as the agenda goes.

    Raises EditRejected: "gone", "nothing_to_do" where it stands at that end.
    """
    segment = document.get(Segment, segment_id)
    segments = list(segments_of(document, segment.session_id))
    place = segments.index(segment)
    segments.insert(max(0, min(len(segments) - 1, place + by)), segments.pop(place))
    return changed("move_segment", _renumbered(segments))


def segment_removed(document: Document, segment_id: str, now: datetime) -> Change:
    """Take a segment out of its agenda; raises EditRejected: "gone", "segment_runs_on" while it runs."""
    segment = document.get(Segment, segment_id)
    session = document.get(Session, segment.session_id)
    runs = running(document, now)
    if runs and runs.segment == segment:
        raise EditRejected("segment_runs_on")
    pairs: list[tuple[Record | None, Record | None]] = [(segment, None)]
    if session.running_segment_id == segment_id:  # nobody ended that session, and it runs no longer
        pairs.append((session, session.having(**STILL)))
    rest = [each for each in segments_of(document, session.id) if each.id != segment_id]
    return changed("remove_segment", [*pairs, *_renumbered(rest)])


def _renumbered(segments: Sequence[Segment]) -> list[tuple[Record, Record]]:
    pairs = ((each, each.having(number=number)) for number, each in enumerate(segments, start=1))
    return [pair for pair in pairs if pair[0] != pair[1]]


def _checked(document: Document, values: SegmentValues, method: str) -> dict[str, Any]:
    """The values as they can stand in a record; a `method` that was there may stay, whatever it is."""
    most = values.minutes or MOST_MINUTES  # one that was left out remembers how short it may get
    if not 0 <= values.minutes <= MOST_MINUTES:
        raise EditRejected("segment_minutes", most=MOST_MINUTES)
    if values.minimum is not None and not 1 <= values.minimum <= most:
        raise EditRejected("segment_minimum", most=most)
    if values.cut_order is not None and not 1 <= values.cut_order <= MOST_CUT_ORDER:
        raise EditRejected("segment_cut_order", most=MOST_CUT_ORDER)
    known = [card.id for card in method_cards()]
    if values.method not in ("", method, *known):
        raise EditRejected("choice_unknown", choice=values.method, known=", ".join(known))
    if values.board_id is not None:
        document.get(Board, values.board_id)
    shown = {} if values.board_id else {"form": "", "large": False, "spot": ""}
    texts = {
        "title": words_of_people.name(values.title),
        "prompt": words_of_people.note(values.prompt),
        "materials": words_of_people.note(values.materials),
    }
    return asdict(values) | texts | shown
