"""Extras: what a kind of board may do beyond what every kind does."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from facilitator.boards.answers import Answer, Taken
from facilitator.boards.described import Ballot, Dated, EntryList, Finding, KeptMoment, Offer, Progress
from facilitator.boards.entry_check import EntryCheck
from facilitator.boards.evidence import Evidence
from facilitator.boards.filtering import Filter
from facilitator.boards.importing import ImportPlan, Mapped, Target
from facilitator.boards.incoming import Incoming
from facilitator.boards.own_library import OwnLibrary
from facilitator.boards.redaction import UNTOUCHED, Redaction, RedactionAnswers
from facilitator.boards.standing import PartsDone
from facilitator.content.steps import Step
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Person
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import View
from facilitator.exchange.duplicates import Pair
from facilitator.exchange.filled_form import FilledForm
from facilitator.exchange.graph import Graph

if TYPE_CHECKING:
    from reportlab.platypus import Flowable


class Extras:
    """Every method here says "nothing", or refuses, for a kind that leaves it as it is. See `Kind` for the rest."""

    def findings(self, document: Document, board_id: str, today: date, words: Words) -> tuple[Finding, ...]:
        """Every check that fires, the most severe first. For the facilitator: messages may tell what is private."""
        return ()

    def moments(self, document: Document, board_id: str) -> tuple[KeptMoment, ...]:
        """Earlier moments of the board, the newest first; () where none was kept."""
        return ()

    def has_moved(self, view: View) -> bool:
        """Whether anything stands otherwise than at the moment that the view compares with."""
        return False

    def keep_moment(self, document: Document, board_id: str, title: str, day: date) -> Change:
        """Keep how the board stands, to compare with later; raises EditRejected("nothing_to_do") where none can be."""
        raise EditRejected("nothing_to_do")

    def forget_moment(self, document: Document, moment_id: str) -> Change:
        """Delete an earlier moment; raises EditRejected("gone") if there is none."""
        raise EditRejected("gone", id=moment_id)

    def review(self, document: Document, board_id: str, day: date) -> Change:
        """Note that the board was looked through on this day; raises EditRejected("nothing_to_do") unless it can be."""
        raise EditRejected("nothing_to_do")

    def steps(self) -> tuple[Step, ...]:
        """The steps of the work on such a board, with what to ask in each; () for none."""
        return ()

    def prompts(self, words: Words) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The same in words: (the step's name, its questions)."""
        language = words.language
        return tuple(
            (step.name.within(language), tuple(each.within(language) for each in step.prompts)) for step in self.steps()
        )

    def status(self, view: View, words: Words) -> str:
        """Where the work on the board stands, in a word or two ("Draft"); "" where the kind keeps no account of it."""
        return ""

    def filters(self, view: View, today: date, words: Words) -> tuple[Filter, ...]:
        """By what the items of a table can be filtered; () where a kind has no such thing."""
        return ()

    def group_at(self, view: View, x: float, y: float) -> str:
        """The group whose ground is at a place of the picture, in pixels of the stage; "" where none is."""
        return ""

    def captured_told(self, document: Document, board_id: str, change: Change, words: Words) -> str:
        """What a capture line did, for the facilitator, once it is saved; "" where its label says enough."""
        return ""

    def capture_hint(self, words: Words) -> str:
        """What a capture line takes where items are given and none is added; "" where it takes any words."""
        return ""

    def offers(self, document: Document, board_id: str, words: Words) -> tuple[Offer, ...]:
        """What is ready to be taken onto the board, heading by heading; () for nothing."""
        return ()

    def take(self, document: Document, board_id: str, offer_ids: Sequence[str], words: Words) -> Change:
        """Take some of the offers onto the board, in one step; raises EditRejected("nothing_to_do") for none new."""
        raise EditRejected("nothing_to_do")

    def library(self, words: Words) -> OwnLibrary | None:
        """This person's own library, whose things are among `offers`; None for a kind that has none."""
        return None

    def evidence(self, document: Document, board_id: str, words: Words) -> tuple[Evidence, ...]:
        """What the board shows of the items of the checklist, at most once an item; () for nothing.

        Its sentences are public once they are taken: no name of a person, no answer of a 1:1.
        """
        return ()

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

    def check_entry(
        self, document: Document, item_id: str, list_id: str, values: Mapping[str, str], words: Words
    ) -> EntryCheck | None:
        """What adding a row of these values would show to participants that they don't see yet; None for nothing."""
        return None

    def delete_entry(self, document: Document, item_id: str, list_id: str, entry_id: str) -> Change:
        """Remove a row of a list; raises EditRejected("gone") if there is none."""
        raise EditRejected("gone", id=entry_id)

    def said_by(self, document: Document, item_id: str, people: Sequence[str]) -> Change:
        """Note privately who said in the chat what became an item; an empty change for a kind that does not keep it."""
        return Change("take_chat", ())

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

    def turn_results(self, document: Document, board_id: str) -> Change:
        """Show the group what came out, or hide it again; raises EditRejected where nothing may be shown yet."""
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

    def is_unredacted(self, document: Document, board_id: str) -> bool:
        """Whether the board is a draft whose names nobody has looked through for a group yet."""
        return False

    def form(self, view: View, words: Words, width: float) -> "list[Flowable]":
        """The parts of a document to fill in, `width` points wide; [] for a kind that has none."""
        return []

    def answers(self, document: Document, board_id: str, form: FilledForm, words: Words) -> tuple[Answer, ...]:
        """What somebody filled in on such a document that the board does not say; () for a kind that has none."""
        return ()

    def take_answers(self, document: Document, board_id: str, taken: Sequence[Taken], words: Words) -> Change:
        """Take some of the answers of one or several people onto the board, in one step; of two the later one stays.

        Raises EditRejected: "nothing_to_do" for none, and what the board refuses for one that can't stand.
        """
        raise EditRejected("nothing_to_do")

    def prep_guide(self, words: Words, width: float) -> "list[Flowable] | None":
        """What a participant reads and fills in before a 1:1 session on such a board; None where there is no guide."""
        return None

    def open_items(self, view: View) -> tuple[str, ...]:
        """The ids of the items that nobody has answered or rated yet, in reading order; () where items ask nothing."""
        return ()

    def respondent(self, document: Document, board_id: str) -> str | None:
        """The id of the person whose own answers a board holds; None where it asks nobody, or nobody was named."""
        return None

    def put_respondent(self, document: Document, board_id: str, person: Person) -> Change:
        """Say whose answers a board is for; raises EditRejected("nothing_to_do") unless it is for somebody else's."""
        raise EditRejected("nothing_to_do")

    def progress(self, document: Document, board_id: str) -> Progress | None:
        """How far whoever fills in the board has come; None for a board that has nothing to carry out."""
        return None

    def standing(self, document: Document, board_id: str, today: date, words: Words) -> PartsDone | None:
        """How far what the board is to bring about has come, part by part; None for a kind that has no such parts."""
        return None

    def own_results(self, document: Document, board_id: str, words: Words, width: float) -> "list[Flowable]":
        """What somebody's own answers come to, for that person alone; [] for a board that holds no such answers."""
        return []

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

    def tidy(self, document: Document, board_id: str) -> Change:
        """Let the layout place everything anew, hands forgotten; nothing on a board moves by itself otherwise."""
        raise EditRejected("nothing_to_do")

    def press(self, document: Document, item_id: str) -> Change:
        """What Space, or a click on an item's own mark, does: ticks an item of a checklist, else nothing."""
        raise EditRejected("nothing_to_do")

    def private_badges(self, document: Document, board_id: str) -> Mapping[str, str]:
        """A short private mark an item, for the console's canvas only ("!3 ~-1"); {} where there are none."""
        return {}
