"""Kind: all that the app needs to know of a kind of board, so that windows and commands know none by name."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.picture import Picture
from facilitator.domain.record import Record
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import View
from facilitator.workshop.capture import AddLine, LinkLine

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

Direction = Literal["left", "right", "up", "down"]


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """A sector, column or phase that items can be captured into."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a board as lists show it: public words only."""

    id: str
    code: str
    name: str
    group: str


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the console's inspector. `value` is text ("" = not known); dates are ISO (2027-01-14).

    `choices` are (value, words) for form "choice"; `private` fields are shown in the private panel only.
    """

    key: str
    label: str
    value: str
    form: Literal["line", "text", "choice", "date"]
    private: bool = False
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A text twin of a picture: a title, column heads and rows of literal text."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Kind(ABC):
    """A kind of board. Edits are pure: they return a Change and raise EditRejected; nothing here saves.

    Everything that takes a `View` sees public words only.
    """

    id: str
    records: tuple[type[Record], ...]
    pressable = False
    """Whether pressing an item (Space, a click on its mark) does something."""

    def found(self, board: Board) -> tuple[Record, ...]:
        """The records that a new, empty board of this kind needs besides `board` itself: none unless it says so."""
        return ()

    @abstractmethod
    def view(self, document: Document, board_id: str) -> View:
        """What participants may see."""

    @abstractmethod
    def picture(self, view: View, theme: Theme) -> Picture:
        """The view drawn on the 1920 x 1080 surface, in the view's language."""

    @abstractmethod
    def items(self, view: View) -> tuple[Item, ...]:
        """What can be selected, in reading order."""

    @abstractmethod
    def groups(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        """Where items can be captured into, in the order in which Tab goes through them."""

    @abstractmethod
    def counts(self, view: View) -> Mapping[str, int]:
        """How many of what ({"stakeholders": 20, "relationships": 8}); the first is shown in the boards list."""

    @abstractmethod
    def tables(self, view: View, words: Words) -> tuple[Table, ...]:
        """The text twin, for CSV, handouts and screen readers."""

    def private_tables(self, document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
        """The facilitator's own table with the private columns; () where the kind has nothing private."""
        return ()

    @abstractmethod
    def handout(self, view: View, words: Words, width: float) -> "list[Flowable]":
        """The parts of a participant's handout, `width` points wide, in the language of `words`."""

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
    def drop(self, document: Document, board_id: str, item_ids: Sequence[str], x: float, y: float) -> Change:
        """Items dragged: the first one's centre to (x, y) in stage pixels."""

    def tidy(self, document: Document, board_id: str) -> Change:
        """Let the layout place everything anew, hands forgotten; nothing on a board moves by itself otherwise."""
        raise EditRejected("nothing_to_do")

    def press(self, document: Document, item_id: str) -> Change:
        """What Space, or a click on an item's own mark, does: ticks an item of a checklist, else nothing."""
        raise EditRejected("nothing_to_do")

    @abstractmethod
    def delete(self, document: Document, item_ids: Sequence[str]) -> Change:
        """Remove items or links, with what hangs on them."""

    @abstractmethod
    def fields(self, document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
        """What the inspector shows of an item (or of the board, by its own id), public fields first."""

    @abstractmethod
    def set_field(self, document: Document, item_id: str, key: str, value: str) -> Change:
        """What editing one line of the inspector does; raises KeyError for a key that is none of `fields`."""

    def private_badges(self, document: Document, board_id: str) -> Mapping[str, str]:
        """A short private mark an item, for the console's canvas only ("!3 ~-1"); {} where there are none."""
        return {}
