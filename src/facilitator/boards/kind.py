"""Kind: all that the app needs to know of a kind of board, so that windows and commands know none by name.

What a kind may do besides stands in `Extras`.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from facilitator.boards.described import Direction, Field, Form, Item, ItemGroup, ItemLink, Layer, Table
from facilitator.boards.extras import Extras
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.picture import Picture
from facilitator.domain.record import Record
from facilitator.domain.view import PLAIN, Showing, View
from facilitator.workshop.capture import AddLine, LinkLine

if TYPE_CHECKING:
    from reportlab.platypus import Flowable


class Kind(Extras, ABC):
    """A kind of board. Edits are pure: they return a Change and raise EditRejected; nothing here saves.

    Everything that takes a `View` sees public words only.
    """

    id: str
    records: tuple[type[Record], ...]
    pressable = False
    """Whether pressing an item (Space, a click on its mark) does something."""
    links_items = True
    """Whether items can be linked; where not, `link` always refuses."""
    prints_in_full = False
    """Whether participants can have more of a board on paper than its handout, with a calendar of its dates."""
    form_version = ""
    """The version of the document to fill in that a board is, too: see `form`; "" for a kind that has none."""
    nameless_form = False
    """Whether what people fill in on it is counted without a name: nothing of one person is told, nor kept together."""
    asks_after_session = False
    """Whether such a board asks what people thought of a session, which its field "session_id" names."""
    changes_by_day = False
    """Whether a picture of the same records may be another one on another `Showing.day`."""
    captures_privately = False
    """Whether what is typed for such a board is for the facilitator alone, so that it is never typed on the stage."""
    for_one = False
    """Whether such a board is for one person's own answers; see `put_respondent`."""
    for_group = False
    """Whether such a board is a group's wherever it is added, so that it never becomes that of a 1:1."""
    settings: tuple[str, ...] = ()
    """The keys of those `fields` of a board that say how it works, not what stands on it: a copy takes them along."""
    enlarges = False
    """Whether the text can be large and something be spotlit: the fields of `Showing` that a kind may leave aside."""
    plans_reviews = False
    """Whether review sessions are planned from the menu of such a board."""

    def found(self, board: Board, today: date, project: str = "") -> tuple[Record, ...]:
        """The records that a new, empty board of this kind needs besides `board` itself: none unless it says so.

        `project` is what the board is about, "" where nobody said.
        """
        return ()

    def forms(self, words: Words) -> tuple[Form, ...]:
        """The ways in which the records can be drawn, the usual first; () where there is only one."""
        return ()

    def layers(self, words: Words) -> tuple[Layer, ...]:
        """The private layers that can be switched on; () where there are none."""
        return ()

    def own_showing(self) -> Showing:
        """How the facilitator's own lists show a board: with the layers that are looked at in any case."""
        return Showing(layers=frozenset(each.id for each in self.layers(Words("en")) if each.looked_at))

    @abstractmethod
    def view(self, document: Document, board_id: str, showing: Showing = PLAIN) -> View:
        """What participants may see: public words, and of private ones those whose layer `showing` has on."""

    @abstractmethod
    def picture(self, view: View, theme: Theme) -> Picture:
        """The view drawn on the 1920 x 1080 surface, in the view's language."""

    @abstractmethod
    def items(self, view: View) -> tuple[Item, ...]:
        """What can be selected, in reading order."""

    def links(self, view: View, words: Words) -> tuple[ItemLink, ...]:
        """The links between items; () where a kind has none."""
        return ()

    @abstractmethod
    def groups(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        """Where items can be captured into, in the order in which Tab goes through them."""

    def rings(self, words: Words) -> tuple[str, ...]:
        """What the marks @1, @2… of a capture line are called, from 1 on; () where lines have no such mark."""
        return ()

    def in_time(self, document: Document, board_id: str) -> tuple[str, ...]:
        """The ids of the board's items in the order in which they came to it, the newest last."""
        ids = {item.id for item in self.items(self.view(document, board_id))}
        return tuple(
            dict.fromkeys(
                record.id for record_type in self.records for record in document.every(record_type) if record.id in ids
            )
        )

    def spots(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        """What can be spotlit, one at a time: the groups, unless a kind says otherwise; () where nothing can."""
        return self.groups(view, words) if self.enlarges else ()

    def spot_of(self, view: View, item_id: str) -> str:
        """The spot that shows an item at its best, "" for none: its group, unless a kind says otherwise."""
        found = next((item for item in self.items(view) if item.id == item_id), None)
        return found.group if found and self.enlarges else ""

    @abstractmethod
    def counts(self, view: View) -> Mapping[str, int]:
        """How many of what ({"stakeholders": 20, "relationships": 8}); the first is shown in the boards list."""

    @abstractmethod
    def tables(self, view: View, words: Words) -> tuple[Table, ...]:
        """The text twin, for CSV, handouts and screen readers."""

    def sheets(self, view: View, words: Words) -> tuple[Table, ...]:
        """What a spreadsheet gets, as much of it as can be read back; the text twin unless a kind has more to say."""
        return self.tables(view, words)

    def private_sheets(self, document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
        """The same with what is private; () where the kind has nothing private."""
        return self.private_tables(document, board_id, words)

    def private_tables(self, document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
        """The facilitator's own table with the private columns; () where the kind has nothing private."""
        return ()

    @abstractmethod
    def handout(self, view: View, words: Words, width: float) -> "list[Flowable]":
        """The parts of a participant's handout, `width` points wide, in the language of `words`."""

    def full_handout(self, view: View, words: Words, width: float) -> "list[Flowable]":
        """The same in full, for those who carry the board on; see `prints_in_full`."""
        return self.handout(view, words, width)

    def private_report(
        self, document: Document, board_id: str, today: date, words: Words, width: float
    ) -> "list[Flowable]":
        """The parts of the facilitator's own report, with all that is private; [] where a kind has nothing private."""
        return []

    @abstractmethod
    def add(self, document: Document, board_id: str, line: AddLine, group: str) -> Change:
        """What a capture line adds; `group` is where it goes unless the line says otherwise."""

    @abstractmethod
    def link(self, document: Document, board_id: str, line: LinkLine) -> Change:
        """What a capture line links or unlinks; ends are names, spoken codes or ids of items that exist."""

    @abstractmethod
    def rename(self, document: Document, item_id: str, name: str) -> Change:
        """Give an item other words."""

    @abstractmethod
    def regroup(self, document: Document, item_ids: Sequence[str], group: str) -> Change:
        """Put items into another sector, column or phase."""

    @abstractmethod
    def nudge(self, document: Document, item_ids: Sequence[str], direction: Direction) -> Change:
        """Move items one step by key: to the neighbouring group or place."""

    @abstractmethod
    def drop(
        self,
        document: Document,
        board_id: str,
        item_ids: Sequence[str],
        x: float,
        y: float,
        showing: Showing = PLAIN,
    ) -> Change:
        """Items dragged: the first one's centre to (x, y), in stage pixels of the picture that shows them like this.

        It is asked for on the first form and on those that take drops, with no group spotlit and nothing compared.
        """

    @abstractmethod
    def delete(self, document: Document, item_ids: Sequence[str]) -> Change:
        """Remove items or links, with what hangs on them."""

    @abstractmethod
    def fields(self, document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
        """What the inspector shows of an item (or of the board, by its own id), public fields first.

        All items of one group have fields of the same keys, which are the columns of its table.
        """

    @abstractmethod
    def set_field(self, document: Document, item_id: str, key: str, value: str) -> Change:
        """What editing one line of the inspector does; raises KeyError for a key that is none of `fields`."""
