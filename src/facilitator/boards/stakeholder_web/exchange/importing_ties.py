"""Ties out of foreign maps: between rows that come in with them, or between names that the board knows."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from facilitator.boards.finding import item_named
from facilitator.boards.importing import PlannedRow
from facilitator.boards.incoming import DIRECTION, LABEL, TYPE, Incoming
from facilitator.boards.stakeholder_web.edits import means_hub
from facilitator.boards.stakeholder_web.model import Relationship, Stakeholder, Web
from facilitator.boards.typed import optional_line
from facilitator.content import methods
from facilitator.content.naming import AmbiguousNameError, UnknownNameError, match_name, plain
from facilitator.content.reading import Bilingual
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.record import new_id
from facilitator.domain.refusal import EditRejected

STRENGTH, QUALITY, CONFIDENCE = "strength", "quality", "confidence"
DIRECTIONS = {"directed": "one_way", "mutual": "both", "undirected": "none", "": ""}

_COLUMNS = {
    TYPE: "head_tie",
    DIRECTION: "field_tie_direction",
    LABEL: "field_what_flows",
    **{key: f"field_tie_{key}" for key in (STRENGTH, QUALITY, CONFIDENCE)},
}
"""What columns of ties are called here; elsewhere by their keys."""


@dataclass(frozen=True, slots=True)
class PlannedTies:
    """The changes that add ties, one each; those that can't be added, and the columns that go nowhere."""

    changes: tuple[Change, ...]
    rejected: tuple[PlannedRow, ...]
    left_out: tuple[str, ...]


def planned_ties(
    document: Document,
    board_id: str,
    incoming: Incoming,
    ids: Mapping[str, str | None],
    turned_away: AbstractSet[str],
    words: Words,
) -> PlannedTies:
    """The ties of a map, given the ids of its rows by key (None: the hub) and the keys of rows that were rejected.

    A tie of a kind that the board's method does not know is a cooperation, and its words are kept in what flows. One
    that is there already, of the same kind between the same two, is not added again.
    """
    ends = _Ends(document, board_id, ids, turned_away, alone=incoming.form == "kumu_csv" and not incoming.rows)
    columns = {column: _column(column) for column in incoming.tie_columns}
    there = {_what(tie) for tie in document.every(Relationship) if tie.board_id == board_id}
    changes: list[Change] = []
    rejected: list[PlannedRow] = []
    told: set[tuple[int | str, str]] = set()
    for tie in incoming.ties:
        try:
            said = {key: cell.strip() for (_, key), cell in zip(columns.items(), tie.cells, strict=True) if key}
            start, end = ends.named(tie.start), ends.named(tie.end)
            if start == end:
                raise EditRejected("link_self", code=tie.start)
            record = _record(board_id, start, end, said)
            if _what(record) not in there:
                there.add(_what(record))
                changes.append(Change("relate", adding([record])))
        except EditRejected as refusal:
            why = words(f"refusals.{refusal.key}", **refusal.values)
            if (tie.place, why) not in told:  # one row may hold several ties
                told.add((tie.place, why))
                rejected.append(PlannedRow(tie.place, f"{tie.start} – {tie.end}", "rejected", why))
    left_out = [
        column
        for at, (column, key) in enumerate(columns.items())
        if not key and any(tie.cells[at].strip() for tie in incoming.ties)
    ]
    return PlannedTies(tuple(changes), tuple(rejected), tuple(left_out))


class _Ends:
    """Whom the ends of ties mean; `alone` is the second of Kumu's two tables without the first."""

    def __init__(
        self,
        document: Document,
        board_id: str,
        ids: Mapping[str, str | None],
        turned_away: AbstractSet[str],
        *,
        alone: bool,
    ) -> None:
        self._ids, self._turned_away, self._alone = ids, turned_away, alone
        self._there = [each for each in document.every(Stakeholder) if each.board_id == board_id]
        self._web = document.get(Web, board_id)

    def named(self, key: str) -> str | None:
        if key in self._ids:
            return self._ids[key]
        if key in self._turned_away:
            raise EditRejected("import_end_rejected", name=key)
        if means_hub(key, self._web, self._there) or plain(key) == plain(self._web.project):
            return None
        try:
            return item_named(self._there, lambda each: each.name, key).id
        except EditRejected as refusal:
            if self._alone and refusal.key == "name_unknown":
                raise EditRejected("import_tables_together", name=key) from None
            raise


def _what(tie: Relationship) -> tuple[frozenset[str | None], str]:
    return frozenset((tie.from_id, tie.to_id)), tie.kind


def _column(column: str) -> str:
    """What a column of ties is: a key, "" for one that goes nowhere."""
    for key, label in _COLUMNS.items():
        names = (key, *(Words(language)(f"web.{label}") for language in ("en", "fr")))
        if plain(column) in map(plain, names):
            return key
    return ""


def _record(board_id: str, start: str | None, end: str | None, said: Mapping[str, str]) -> Relationship:
    kind, foreign = _kind(said.get(TYPE, ""))
    flows = ": ".join(filter(None, (foreign, said.get(LABEL, ""))))
    return Relationship(
        id=new_id(),
        board_id=board_id,
        from_id=start,
        to_id=end,
        kind=kind,
        strength=int(_chosen(STRENGTH, said.get(STRENGTH, "")) or 2),
        quality=_chosen(QUALITY, said.get(QUALITY, "")),
        direction=_direction(said.get(DIRECTION, "")),
        what_flows=optional_line(flows),
        confidence=_chosen(CONFIDENCE, said.get(CONFIDENCE, "")),
    )


def _direction(said: str) -> str:
    """By the words of graphs, or by our own."""
    return DIRECTIONS[said] if said in DIRECTIONS else _chosen("direction", said)


def _kind(said: str) -> tuple[str, str]:
    """The kind of tie that a type names, and the words of a type that names none."""
    if not said:
        return "works_with", ""
    try:
        return match_name(said, {kind.id: kind.name for kind in methods.line_kinds()}), ""
    except (UnknownNameError, AmbiguousNameError):
        return "works_with", said


def _chosen(of: str, said: str) -> str:
    names = _answers(of)
    for value, name in names.items():
        if plain(said) in map(plain, (value, name.en, name.fr)):
            return value if said else ""
    if not said:
        return ""
    raise EditRejected("choice_unknown", choice=said, known=", ".join(name.en for name in names.values()))


def _answers(of: str) -> dict[str, Bilingual]:
    if of == CONFIDENCE:
        return {level.id: level.name for level in methods.scale("confidence").levels}
    return {each.id: each.name for each in methods.choices(of)}
