"""What each pack of handouts is made of: one table, one line a pack.

A new pack is a name in `PackName`, a line in `PACKS` and, in words, `handouts.<mark>` for the name of its file. Its
parts are made by functions from a `PackOrder` to parts, in the order of the pack.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from facilitator.board_parts import compared_parts, full_parts, prep_parts, report_parts
from facilitator.boards.kind import Kind
from facilitator.boards.listed import board_with, boards_of
from facilitator.catalogue import kind_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.session_parts import every_session, session_parts, sessions_for_participants

if TYPE_CHECKING:
    from facilitator.handouts.pack import Part

PackName = Literal["participants", "value", "report", "prep"]
"""The participants' pages; boards in full with a calendar of their dates, for those who carry them on; the
facilitator's own report (private); what is read and filled in before a 1:1 session."""


@dataclass(frozen=True, slots=True)
class PackOrder:
    """Of what a pack is wanted: `boards` are those that it may tell of, `board_id` the one that was asked for alone."""

    document: Document
    boards: tuple[Board, ...]
    day: date
    words: Words
    board_id: str | None = None


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
    """

    parts: tuple[MakeParts, ...]
    mark: str = ""
    private: bool = False
    with_cover: bool = True
    with_calendar: bool = False
    for_group: bool = False
    takes: Callable[[Kind], bool] = lambda kind: True


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


def _sessions_for_group(order: PackOrder) -> "list[Part]":
    if order.board_id:
        return []
    return session_parts(order.document, sessions_for_participants(order.document), order.words)


def _every_session(order: PackOrder) -> "list[Part]":
    return [] if order.board_id else session_parts(order.document, every_session(order.document), order.words)


PACKS: Mapping[PackName, PackSort] = {
    "participants": PackSort((_sessions_for_group, _of_boards(compared_parts)), for_group=True),
    "value": PackSort(
        (_of_boards(full_parts),),
        mark="value_name",
        for_group=True,
        with_calendar=True,
        takes=lambda kind: kind.prints_in_full,
    ),
    "report": PackSort((_every_session, _of_boards(report_parts)), mark="private_mark", private=True),
    "prep": PackSort((_of_boards(prep_parts),), mark="prep_name", with_cover=False),
}
