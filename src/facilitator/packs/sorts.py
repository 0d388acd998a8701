"""What a sort of pack is, what is asked of one, and what it may tell of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from facilitator.boards.kind import Kind
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.language import Language
from facilitator.handouts.paper import Paper

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
class HandoutOrder:
    """What is asked of a handout: on which paper, in which language, which pack, of what and how much of it.

    Without `board_id`, `session_id` and `cohort_id` it is of all boards and sessions that the pack can tell of. One of
    a cohort, or of a session in one, leaves out what belongs to other cohorts unless its parts name it. `person_id`
    says whose a personal one is, "" nobody's, or not yet whose. `parts` are the keys of those wanted, in their order,
    None for all that it has of itself in the order of the pack; of `pages`, such as "2-4, 7", the file has these only,
    "" for all. An `anonymous` one names nobody, in its files and in what they are called. It tells how things stand on
    `day`, None for the day on which it is made.
    """

    paper: Paper
    language: Language
    pack: PackName = "participants"
    board_id: str | None = None
    session_id: str = ""
    cohort_id: str = ""
    person_id: str = ""
    parts: tuple[str, ...] | None = None
    pages: str = ""
    anonymous: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class PackScope:
    """What a pack may tell of: an `order` looked up in a `document`, with the `boards` that there are for it.

    Its session is one that the document has, "" for none. `whose` names the cohorts of each board that belongs to any,
    by its id; the boards that are `apart` belong to others than the pack is for.
    """

    order: HandoutOrder
    document: Document
    boards: tuple[Board, ...]
    day: date
    words: Words
    whose: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()


MakeParts = Callable[[PackScope], "list[Part]"]
"""Makes some parts of a pack, [] where there is nothing to tell.

Raises StoreError where a pack without these parts would be none.
"""


@dataclass(frozen=True, slots=True)
class PackSort:
    """What a sort of pack is made of.

    `mark` is the key among the words of handouts for what the name of its file says, "" nothing. A `private` one
    says so on every page. One `for_group` leaves out the boards that are not for a group unless asked for, and
    `takes` says which kinds of boards it tells of. Beside one `with_calendar` stands a calendar of its boards.

    `of_boards` and `of_sessions` say whether it can be asked for of one board, of one session; one `of_one_board` is
    never of several. One `of_person` is always somebody's own, and holds nothing private of anybody else. One that
    `names_people` is not to be seen while what is private is hidden.
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
    of_one_board: bool = False
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
