"""Kind: all that the app needs to know of a kind of board, so that windows and commands know none by name."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from facilitator.boards.described import (
    Ballot,
    Dated,
    Direction,
    EntryList,
    Field,
    Finding,
    Form,
    Item,
    ItemGroup,
    ItemLink,
    KeptMoment,
    Layer,
    Offer,
    Table,
)
from facilitator.boards.importing import ImportPlan, Mapped, Target
from facilitator.boards.incoming import Incoming
from facilitator.boards.redaction import UNTOUCHED, Redaction, RedactionAnswers
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.picture import Picture
from facilitator.domain.record import Record
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import PLAIN, Showing, View
from facilitator.exchange.duplicates import Pair
from facilitator.exchange.graph import Graph
from facilitator.workshop.capture import AddLine, LinkLine

if TYPE_CHECKING:
    from reportlab.platypus import Flowable


class Kind(ABC):
    """A kind of board. Edits are pure: they return a Change and raise EditRejected; nothing here saves.

    Everything that takes a `View` sees public words only.
    """

    id: str
    records: tuple[type[Record], ...]
    pressable = False
    """Whether pressing an item (Space, a click on its mark) does something."""
    prints_in_full = False
    """Whether participants can have more of a board on paper than its handout, with a calendar of its dates."""
    enlarges = False
    """Whether the text can be large and something be spotlit: the fields of `Showing` that a kind may leave aside."""

    def found(self, board: Board, today: date) -> tuple[Record, ...]:
        """The records that a new, empty board of this kind needs besides `board` itself: none unless it says so."""
        return ()

    def forms(self, words: Words) -> tuple[Form, ...]:
        """The ways in which the records can be drawn, the usual first; () where there is only one."""
        return ()

    def layers(self, words: Words) -> tuple[Layer, ...]:
        """The private layers that can be switched on; () where there are none."""
        return ()

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

    def findings(self, document: Document, board_id: str, today: date, words: Words) -> tuple[Finding, ...]:
        """Every check that fires, the most severe first. For the facilitator: messages may tell what is private."""
        return ()

    def moments(self, document: Document, board_id: str) -> tuple[KeptMoment, ...]:
        """Earlier moments of the board, the newest first; () where none was kept."""
        return ()

    def keep_moment(self, document: Document, board_id: str, title: str, day: date) -> Change:
        """Keep how the board stands, to compare with later; raises EditRejected("nothing_to_do") where none can be."""
        raise EditRejected("nothing_to_do")

    def forget_moment(self, document: Document, moment_id: str) -> Change:
        """Delete an earlier moment; raises EditRejected("gone") if there is none."""
        raise EditRejected("gone", id=moment_id)

    def review(self, document: Document, board_id: str, day: date) -> Change:
        """Note that the board was looked through on this day; raises EditRejected("nothing_to_do") unless it can be."""
        raise EditRejected("nothing_to_do")

    def prompts(self, words: Words) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What to ask, step by step of the work on such a board: (the step's name, its questions); () for nothing."""
        return ()

    def status(self, view: View, words: Words) -> str:
        """Where the work on the board stands, in a word or two ("Draft"); "" where the kind keeps no account of it."""
        return ""

    def offers(self, document: Document, board_id: str, words: Words) -> tuple[Offer, ...]:
        """What is ready to be taken onto the board, heading by heading; () for nothing."""
        return ()

    def take(self, document: Document, board_id: str, offer_ids: Sequence[str], words: Words) -> Change:
        """Take some of the offers onto the board, in one step; raises EditRejected("nothing_to_do") for none new."""
        raise EditRejected("nothing_to_do")

    def entry_lists(self, document: Document, item_id: str, words: Words) -> tuple[EntryList, ...]:
        """The lists of dated rows that hang on an item, or on the board by its own id; () where there are none."""
        return ()

    def put_entry(
        self, document: Document, item_id: str, list_id: str, entry_id: str, values: Mapping[str, str], words: Words
    ) -> Change:
        """Change a row of a list by field key, or add one where `entry_id` is ""; what is not named stays as it is.

        Raises EditRejected for a value that can't stand, naming its field.
        """
        raise EditRejected("nothing_to_do")

    def delete_entry(self, document: Document, item_id: str, list_id: str, entry_id: str) -> Change:
        """Remove a row of a list; raises EditRejected("gone") if there is none."""
        raise EditRejected("gone", id=entry_id)

    def ballot(self, document: Document, board_id: str) -> Ballot | None:
        """How the items are weighed; None for a kind whose items are not."""
        return None

    def give_dots(self, document: Document, board_id: str, person: str, dots: Mapping[str, int]) -> Change:
        """All the dots of one person, in place of what they gave before; {} takes them back.

        Raises EditRejected: "dots_over_budget" (person, given, budget), or what a name may not be.
        """
        raise EditRejected("nothing_to_do")

    def count_hands(self, document: Document, board_id: str, hands: Mapping[str, int]) -> Change:
        """The hands counted for these items, in place of what was counted for them before; 0 takes them back."""
        raise EditRejected("nothing_to_do")

    def set_ballot(
        self, document: Document, board_id: str, *, budget: int | None = None, shown: bool | None = None
    ) -> Change:
        """Another budget of dots, or totals shown to everybody or hidden; None leaves it as it is."""
        raise EditRejected("nothing_to_do")

    def dates(self, document: Document, board_id: str, words: Words) -> tuple[Dated, ...]:
        """The days that participants should keep, in the order of time; () for none."""
        return ()

    def redaction(
        self, document: Document, board_id: str, words: Words, answers: RedactionAnswers = UNTOUCHED
    ) -> Redaction | None:
        """What would become of the board's texts in an exemplar; None for a kind that makes none.

        Raises EditRejected for a text among `answers` that can't stand.
        """
        return None

    def exemplar(self, document: Document, board_id: str, answers: RedactionAnswers, day: date) -> Change:
        """One step that adds a new board, redacted by `answers`, made on `day`.

        Raises EditRejected: "redaction_open" (place, names) where a name has still to be decided on, "nothing_to_do"
        for a kind that makes none.
        """
        raise EditRejected("nothing_to_do")

    def withheld(self, document: Document, board_id: str) -> bool:
        """Whether a pack for participants leaves the board out unless it is asked for by itself."""
        return False

    def prep_guide(self, words: Words, width: float) -> "list[Flowable] | None":
        """What a participant reads and fills in before a 1:1 session on such a board; None where there is no guide."""
        return None

    @abstractmethod
    def add(self, document: Document, board_id: str, line: AddLine, group: str) -> Change:
        """What a capture line adds; `group` is where it goes unless the line says otherwise."""

    @abstractmethod
    def link(self, document: Document, board_id: str, line: LinkLine) -> Change:
        """What a capture line links or unlinks; ends are names, spoken codes or ids of items that exist."""

    def import_targets(self, document: Document, board_id: str) -> tuple[Target, ...]:
        """The fields of items that columns of a table can go into; () where nothing can be imported."""
        return ()

    def guess_columns(self, document: Document, board_id: str, incoming: Incoming) -> dict[str, str]:
        """Where the columns of a source are likely to go."""
        return {}

    def plan_import(
        self,
        document: Document,
        board_id: str,
        incoming: Incoming,
        mapped: Mapped,
        group: str,
        *,
        update: bool,
        words: Words,
    ) -> ImportPlan:
        """What an import into `group` would do; items that are there already change only if `update`."""
        raise EditRejected("nothing_to_do")

    def graph(self, view: View, words: Words) -> Graph | None:
        """The public words as elements and connections for other programs; None where there is no such thing."""
        return None

    def private_graph(self, document: Document, board_id: str, words: Words) -> Graph | None:
        """The same with what is private, for the facilitator; None where there is no such thing."""
        return None

    def duplicates(self, view: View) -> tuple[Pair, ...]:
        """Items that are likely to be the same."""
        return ()

    def merge(self, document: Document, kept_id: str, other_id: str) -> Change:
        """One item out of two that are the same; nothing known of either is lost."""
        raise EditRejected("nothing_to_do")

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
        """What the inspector shows of an item (or of the board, by its own id), public fields first.

        All items of one group have fields of the same keys, which are the columns of its table.
        """

    @abstractmethod
    def set_field(self, document: Document, item_id: str, key: str, value: str) -> Change:
        """What editing one line of the inspector does; raises KeyError for a key that is none of `fields`."""

    def private_badges(self, document: Document, board_id: str) -> Mapping[str, str]:
        """A short private mark an item, for the console's canvas only ("!3 ~-1"); {} where there are none."""
        return {}
