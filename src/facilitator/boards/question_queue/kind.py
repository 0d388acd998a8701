"""The question queue as a kind of board: what is asked, what most want to know, and what was answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

from facilitator.boards import dots as weighing
from facilitator.boards.described import Ballot, Direction, Field, Finding, Table
from facilitator.boards.panels import edits as cards
from facilitator.boards.panels.kind import PanelKind
from facilitator.boards.panels.layout import place_at
from facilitator.boards.panels.reading import card_with
from facilitator.boards.panels.shape import Panel, RowField
from facilitator.boards.panels.view import PanelsView
from facilitator.boards.question_queue import edits, merging
from facilitator.boards.question_queue.dots import WEIGHING, also_of, ballot, with_spent
from facilitator.boards.question_queue.findings import findings_of
from facilitator.boards.question_queue.model import QUESTION_STATES, RECORDS, Question, QuestionNote, QuestionState
from facilitator.boards.question_queue.ranking import in_order_of_dots, ticked, with_codes, with_dots
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap, composed, removing
from facilitator.domain.document import Document
from facilitator.domain.record import Record
from facilitator.domain.view import PLAIN, Showing, View

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_FIELDS = (
    RowField("answer", "questions.field_answer", "text", on_card=True),
    RowField("asked_by", "questions.field_asked_by", private=True),
    RowField("note", "questions.field_note", "text", private=True),
)


def _panel(state: QuestionState) -> Panel:
    return Panel(
        id=state,
        name=lambda words: words(f"questions.panel_{state}"),
        record=Question,
        letter="Q",
        words="text",
        words_label="questions.field_text",
        fields=_FIELDS,
        note=QuestionNote,
        sets={"state": state},
        done=lambda card: state == "answered",
        hint=lambda words: words(f"questions.hint_{state}"),
    )


class QuestionQueue(PanelKind):
    """Questions to answer, answered, and for later. Those to answer are weighed with dots, or by show of hands."""

    id = "question_queue"
    settings = ("budget",)
    records: tuple[type[Record], ...] = RECORDS
    pressable = True
    panels = tuple(map(_panel, QUESTION_STATES))

    def view(self, document: Document, board_id: str, showing: Showing = PLAIN) -> PanelsView:
        """All questions; those to answer in the order of their dots once the totals are shown."""
        plain = with_codes(ticked(super().view(document, board_id, showing)), also_of(document, board_id))
        if not WEIGHING.is_shown(document, board_id):
            return plain
        return in_order_of_dots(plain, weighing.totals(WEIGHING, document, board_id))

    def tables(self, view: View, words: Words) -> tuple[Table, ...]:
        """One table a panel; that of the questions to answer with their dots once the totals are shown."""
        return with_dots(super().tables(view, words), view, words)

    def private_tables(self, document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
        """Who asked what, the facilitator's notes, and who gave how many dots, to questions that are answered, too."""
        dots = weighing.dots_table(ballot(document, board_id), words)
        return (*super().private_tables(document, board_id, words), *([dots] if dots else []))

    def handout(self, view: View, words: Words, width: float) -> "list[Flowable]":
        """As with every board of panels; what nobody answered is told as still open."""
        from facilitator.boards.question_queue.handout import handout  # ReportLab is slow to load and seldom needed

        return handout(cast(PanelsView, view), words, width)

    def board_fields(self, document: Document, board_id: str, words: Words) -> tuple[Field, ...]:
        """How many dots a person may give."""
        return (weighing.budget_field(WEIGHING, document, board_id, words),)

    def set_board_field(self, document: Document, board_id: str, key: str, value: str) -> Change:
        """Another budget of dots; raises KeyError for another key, EditRejected as `set_ballot` does."""
        if key != WEIGHING.budget:
            raise KeyError(key)
        return weighing.set_typed_budget(WEIGHING, document, board_id, value)

    def hanging(self, document: Document, card_ids: frozenset[str]) -> Iterable[Swap]:
        """The dots and hands of questions that are removed."""
        return removing(weighing.given_to(WEIGHING, document, card_ids))

    def nudge(self, document: Document, item_ids: Sequence[str], direction: Direction) -> Change:
        """Left and right: another panel; up and down: one place, unless dots say the order ("order_by_dots")."""
        if direction in ("up", "down"):
            edits.require_order_by_hand(document, item_ids)
        return super().nudge(document, item_ids, direction)

    def drop(
        self,
        document: Document,
        board_id: str,
        item_ids: Sequence[str],
        x: float,
        y: float,
        showing: Showing = PLAIN,
    ) -> Change:
        """As for all boards of panels; where dots say the order, no open one gets another place ("order_by_dots")."""
        group, _ = place_at(self.view(document, board_id, showing), x, y, frozenset(item_ids))
        if group == "open" and WEIGHING.is_shown(document, board_id):
            return cards.move(document, self.panels, edits.coming(document, item_ids), group)
        return super().drop(document, board_id, item_ids, x, y, showing)

    def press(self, document: Document, item_id: str) -> Change:
        """An open question, or one for later, is answered; an answered one is open again."""
        card, panel = card_with(document, self.panels, item_id)
        was_answered = panel.id == "answered"
        moved = cards.move(document, self.panels, [card.id], "open" if was_answered else "answered")
        return replace(moved, label="reopen_question" if was_answered else "answer_question")

    def said_by(self, document: Document, item_id: str, people: Sequence[str]) -> Change:
        """Who asked, privately."""
        return edits.asked_by(document, item_id, people)

    def ballot(self, document: Document, board_id: str) -> Ballot:
        """How questions are weighed; those that wait no more keep what they got."""
        return ballot(document, board_id)

    def give_dots(self, document: Document, board_id: str, person: str, dots: Mapping[str, int]) -> Change:
        """One person's dots within the budget; what they gave to questions that wait no more stays spent."""
        dots = with_spent(document, board_id, person, dots)
        return weighing.give_dots(WEIGHING, document, board_id, person, dots)

    def count_hands(self, document: Document, board_id: str, hands: Mapping[str, int]) -> Change:
        """Hands counted by the facilitator."""
        return weighing.count_hands(WEIGHING, document, board_id, hands)

    def set_ballot(
        self, document: Document, board_id: str, *, budget: int | None = None, shown: bool | None = None
    ) -> Change:
        """The budget, and whether everybody may see the totals."""
        return weighing.set_ballot(WEIGHING, document, board_id, budget=budget, shown=shown)

    def findings(self, document: Document, board_id: str, today: date, words: Words) -> tuple[Finding, ...]:
        """The checks QA1 to QA5."""
        return findings_of(document, self.view(document, board_id), words)

    def merged(self, document: Document, kept_id: str, other_id: str) -> Iterable[Swap]:
        """Dots and hands of both, as far as the budget goes."""
        return merging.with_its_dots(document, kept_id, other_id)

    def merge(self, document: Document, kept_id: str, other_id: str) -> Change:
        """One question out of two, answered if either was; whoever asked either stands beside it, privately."""
        even = merging.evened(document, kept_id, other_id)
        return composed("merge", (even, super().merge(document.after(even), kept_id, other_id)))


KIND = QuestionQueue()
