"""What each pack of handouts is made of: one table, one line a pack.

A new pack is a name in `PackName`, a line in `PACKS` and, in words, `handouts.<mark>` for the name of its file. Its
parts are made by functions from a `PackOrder` to parts, in the order of the pack.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from facilitator.agenda_parts import agenda_part, agenda_parts, agendas_told, method_parts, script_part
from facilitator.board_parts import compared_parts, full_parts, parts_to_fill_in, prep_parts, report_parts
from facilitator.boards.kind import Kind
from facilitator.boards.listed import board_with, boards_of
from facilitator.catalogue import kind_of
from facilitator.content.words import Words
from facilitator.domain.agenda_view import AgendaView
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import StoreError
from facilitator.session_parts import NO_SESSION, every_session, session_parts, sessions_for_participants
from facilitator.workshop.sessions import session_asked

if TYPE_CHECKING:
    from facilitator.handouts.pack import Part

PackName = Literal["participants", "value", "report", "prep", "agenda", "script", "checklist"]
"""The participants' pages; boards in full with a calendar of their dates, for those who carry them on; the
facilitator's own report (private); what is read and filled in before a 1:1 session; the agenda of one session for
its participants; and for the facilitator (private); one checklist to fill in, on screen or by hand."""


@dataclass(frozen=True, slots=True)
class PackOrder:
    """Of what a pack is wanted: `boards` are those that it may tell of, `board_id` the one that was asked for alone.

    `session_id` is the session that was asked for, "" for none.
    """

    document: Document
    boards: tuple[Board, ...]
    day: date
    words: Words
    board_id: str | None = None
    session_id: str = ""


MakeParts = Callable[[PackOrder], "list[Part]"]
"""Makes some parts of a pack, [] where there is nothing to tell.

Raises StoreError where a pack without these parts would be none.
"""


@dataclass(frozen=True, slots=True)
class PackSort:
    """What a sort of pack is made of.

    `mark` is the key among the words of handouts for what the name of its file says, "" nothing. A `private` one
    says so on every page. One `for_group` leaves out the boards that are not for a group unless asked for, and
    `takes` says which kinds of boards it tells of. Beside one `with_calendar` stands a calendar of its boards.

    `of_boards` and `of_sessions` say whether it can be asked for of one board, of one session.
    """

    parts: tuple[MakeParts, ...]
    mark: str = ""
    private: bool = False
    with_cover: bool = True
    with_calendar: bool = False
    for_group: bool = False
    takes: Callable[[Kind], bool] = lambda kind: True
    of_boards: bool = True
    of_sessions: bool = False

    @property
    def of_one_session(self) -> bool:
        """Whether it tells of a single session and nothing else."""
        return self.of_sessions and not self.of_boards


def pack_order(
    document: Document, pack: PackName, day: date, words: Words, *, board_id: str | None = None, session_id: str = ""
) -> PackOrder:
    """What is wanted of that pack; of all boards and sessions where none is asked for.

    Raises StoreError: "board_unknown", "session_unknown", "no_session", "pack_of_boards" for a session where the pack
    tells of none, "pack_of_sessions" for a board.
    """
    sort = PACKS[pack]
    if session_id and not sort.of_sessions:
        raise StoreError("pack_of_boards", pack=pack)
    if board_id and not sort.of_boards:
        raise StoreError("pack_of_sessions", pack=pack)
    asked = session_asked(document, session_id, day) if session_id else ""
    return PackOrder(document, boards_in(document, pack, board_id), day, words, board_id, asked)


def boards_in(document: Document, pack: PackName, board_id: str | None = None) -> tuple[Board, ...]:
    """The boards of a pack: the one that was asked for, or all that it may tell of.

    Raises StoreError("board_unknown").
    """
    sort = PACKS[pack]
    boards = [board_with(document, board_id)] if board_id else boards_of(document)
    taken = [(board, kind_of(board.kind)) for board in boards if sort.takes(kind_of(board.kind))]
    withholds = sort.for_group and not board_id
    return tuple(board for board, kind in taken if not (withholds and kind.withheld(document, board.id)))


def unredacted_in(document: Document, pack: PackName, board_id: str | None = None) -> list[Board]:
    """The boards in a pack for participants that are drafts with names that nobody has looked through for a group."""
    boards = boards_in(document, pack, board_id) if PACKS[pack].for_group else ()
    return [board for board in boards if kind_of(board.kind).is_unredacted(document, board.id)]


def _of_boards(make: "Callable[[Document, tuple[Board, ...], date, Words], list[Part]]") -> MakeParts:
    return lambda order: make(order.document, order.boards, order.day, order.words)


def _told(order: PackOrder, every: Callable[[Document], tuple[str, ...]]) -> tuple[str, ...]:
    """The session that was asked for, else `every` one; none beside a single board.

    What belongs to no session is in sight in any.
    """
    if order.session_id:
        return (order.session_id, NO_SESSION)
    return () if order.board_id else every(order.document)


def _agendas(order: PackOrder) -> "list[Part]":
    return agenda_parts(_held(order), order.words)


def _methods(order: PackOrder) -> "list[Part]":
    return method_parts(_held(order), order.words)


def _held(order: PackOrder) -> tuple[AgendaView, ...]:
    return agendas_told(order.document, _told(order, sessions_for_participants), order.day, order.words)


def _came_out(every: Callable[[Document], tuple[str, ...]]) -> MakeParts:
    return lambda order: session_parts(order.document, _told(order, every), order.words)


def _of_session(make: "Callable[[Document, str, date, Words], Part]") -> MakeParts:
    """One part on the session that was asked for, else on the one of the day."""

    def parts(order: PackOrder) -> "list[Part]":
        asked = session_asked(order.document, order.session_id, order.day)
        return [make(order.document, asked, order.day, order.words)]

    return parts


PACKS: Mapping[PackName, PackSort] = {
    "participants": PackSort(
        (_agendas, _came_out(sessions_for_participants), _of_boards(compared_parts), _methods),
        for_group=True,
        of_sessions=True,
    ),
    "value": PackSort(
        (_of_boards(full_parts),),
        mark="value_name",
        for_group=True,
        with_calendar=True,
        takes=lambda kind: kind.prints_in_full,
    ),
    "report": PackSort(
        (_came_out(every_session), _of_boards(report_parts)), mark="private_mark", private=True, of_sessions=True
    ),
    "prep": PackSort((_of_boards(prep_parts),), mark="prep_name", with_cover=False),
    "checklist": PackSort(
        (_of_boards(parts_to_fill_in),),
        mark="checklist_name",
        with_cover=False,
        for_group=True,
        takes=lambda kind: bool(kind.form_version),
    ),
    "agenda": PackSort(
        (_of_session(agenda_part),), mark="agenda_name", with_cover=False, of_boards=False, of_sessions=True
    ),
    "script": PackSort(
        (_of_session(script_part),),
        mark="script_name",
        private=True,
        with_cover=False,
        of_boards=False,
        of_sessions=True,
    ),
}
