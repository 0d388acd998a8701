"""What a sort of pack is, and what one is wanted of."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from facilitator.boards.kind import Kind
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board

if TYPE_CHECKING:
    from facilitator.handouts.pack import Part


PackName = Literal[
    "participants",
    "personal",
    "value",
    "report",
    "prep",
    "agenda",
    "script",
    "checklist",
    "feedback",
    "lesson",
    "certificate",
]
"""The participants' pages; the same for one of them, with pages of their own; boards in full with a calendar of their
dates, for those who carry them on; the facilitator's own report (private); what is read and filled in before a 1:1
session; the agenda of one session for its participants; and for the facilitator (private); one checklist to fill in, on
screen or by hand; one page of feedback to fill in without a name; the sheets of lessons; certificates that were
issued."""


@dataclass(frozen=True, slots=True)
class PackOrder:
    """Of what a pack is wanted: `boards` are those that it may tell of, `board_id` the one that was asked for alone.

    `session_id` is the session that was asked for, "" for none; `person_id` whose pack it is, "" nobody's.
    """

    document: Document
    boards: tuple[Board, ...]
    day: date
    words: Words
    board_id: str | None = None
    session_id: str = ""
    person_id: str = ""


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

    `of_boards` and `of_sessions` say whether it can be asked for of one board, of one session. One `of_person` is
    always somebody's own, and holds nothing private of anybody else. One that `names_people` is not to be seen while
    what is private is hidden.
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
    of_person: bool = False
    names_people: bool = False

    @property
    def of_one_session(self) -> bool:
        """Whether it tells of a single session and nothing else."""
        return self.of_sessions and not self.of_boards and not self.of_person

    @property
    def shown_to_facilitator_only(self) -> bool:
        """Whether its pages are for no eyes but the facilitator's while it is being made."""
        return self.private or self.names_people
