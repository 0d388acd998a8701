"""How far what boards are to bring about has come, part by part: one row a board of a program. Public words only."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from facilitator.boards.described import Table
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Segment, Session
from facilitator.domain.program import Cohort

if TYPE_CHECKING:
    from facilitator.boards.kind import Kind


@dataclass(frozen=True, slots=True)
class StandingPart:
    """A part of a board: `done` of the `count` items that apply; `sign` and `word` say the same at a glance."""

    name: str
    sign: str
    word: str
    done: int
    count: int


@dataclass(frozen=True, slots=True)
class PartsDone:
    """How far each part of a board is, in order; how many items are `late`, and when the next open one is due."""

    parts: tuple[StandingPart, ...]
    late: int
    next_due: date | None


@dataclass(frozen=True, slots=True)
class StandingRow:
    """A board with the titles of the cohorts whose sessions turn to it."""

    board: Board
    cohorts: tuple[str, ...]
    standing: PartsDone


def standing_rows(
    document: Document, cohort_ids: Collection[str], today: date, kind_of: Callable[[str], "Kind"], words: Words
) -> tuple[StandingRow, ...]:
    """The boards that tell how far they have come: those of sessions of these cohorts, then those of none.

    A board is of a cohort when a segment of one of its sessions turns to it. Boards of other cohorts are left out.
    """
    its = _cohorts_of(document)
    boards = sorted(document.every(Board), key=lambda each: (each.id not in its, each.number))
    found = []
    for board in boards:
        cohorts = its.get(board.id, ())
        if cohorts and not any(each.id in cohort_ids for each in cohorts):
            continue
        standing = kind_of(board.kind).standing(document, board.id, today, words)
        if standing:
            found.append(StandingRow(board, tuple(each.title for each in cohorts), standing))
    return tuple(found)


def part_names(rows: Sequence[StandingRow]) -> tuple[str, ...]:
    """The names of the parts of all these boards, each once."""
    return tuple(dict.fromkeys(part.name for row in rows for part in row.standing.parts))


def part_told(part: StandingPart, words: Words) -> str:
    """A part in a cell: "◐ Under way, 3 of 9"; without numbers where nothing applies."""
    if not part.count:
        return words("program.cell", mark=part.sign, said=part.word)
    said = words("program.standing_part", word=part.word, done=part.done, count=part.count)
    return words("program.cell", mark=part.sign, said=said)


def table_of(rows: Sequence[StandingRow], words: Words) -> Table:
    """The rows as a list for a spreadsheet."""
    parts = part_names(rows)
    lines = []
    for row in rows:
        told = {part.name: part_told(part, words) for part in row.standing.parts}
        due = row.standing.next_due
        cells = (told.get(each, "") for each in parts)
        late = str(row.standing.late)
        lines.append((row.board.title, ", ".join(row.cohorts), late, due.isoformat() if due else "", *cells))
    heads = (*(words(f"program.standing_{each}") for each in ("board", "cohort", "late", "next_due")), *parts)
    return Table(words("program.standings"), heads, tuple(lines), numbers=frozenset({2}), dates=frozenset({3}))


def _cohorts_of(document: Document) -> dict[str, tuple[Cohort, ...]]:
    """The cohorts of the sessions that turn to each board, in the order of the sessions."""
    found: dict[str, dict[str, Cohort]] = {}
    for segment in document.every(Segment):
        session = document.find(Session, segment.session_id)
        cohort = document.find(Cohort, (session and session.cohort_id) or "")
        if segment.board_id and cohort:
            found.setdefault(segment.board_id, {})[cohort.id] = cohort
    return {board_id: tuple(its.values()) for board_id, its in found.items()}
