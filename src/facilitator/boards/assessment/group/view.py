"""What participants may see of a group summary: the lines that were released, and the questions to discuss."""

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.boards.assessment.group.lines import (
    GAP,
    QUESTION,
    STRENGTH,
    Head,
    ShownItem,
    head_of,
    items_of,
)
from facilitator.boards.assessment.group.parts import part_names
from facilitator.boards.assessment.model import SummaryLine
from facilitator.boards.assessment.view import instrument_of
from facilitator.content.instruments import Instrument, Term, instrument, terms
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.language import Language
from facilitator.domain.view import PLAIN, Showing, View

FIGURES, TALK = "figures", "talk"
"""The forms: the chart with what is shared; themes and questions."""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question to discuss: one of the instrument by its place from 0, else in words of their own."""

    id: str
    prompt: int | None
    text: str


@dataclass(frozen=True, slots=True)
class SummaryView(View):
    """A summary; `head` is None, and all but the questions empty, before anything was released."""

    instrument: str
    head: Head | None
    dimensions: tuple[ShownItem, ...]
    statements: tuple[ShownItem, ...]
    strengths: tuple[str, ...]
    gaps: tuple[str, ...]
    themes: tuple[tuple[str, str], ...]
    questions: tuple[QuestionView, ...]

    @property
    def asked(self) -> Instrument:
        """The instrument."""
        return instrument(self.instrument)

    @property
    def charted(self) -> tuple[ShownItem, ...]:
        """What the chart shows: the dimensions, or the statements of an instrument without."""
        return self.dimensions or self.statements

    @property
    def has_figures(self) -> bool:
        """Whether figures were released."""
        return self.head is not None and self.head.mode == FIGURES

    def name(self, item: ShownItem, language: Language) -> str:
        """What a dimension or a statement is called."""
        names = {each.id: each.name for each in self.asked.dimensions}
        names |= {each.id: each.name for each in self.asked.areas}
        return names[item.id].within(language)

    def themes_of(self, sort: str) -> Iterator[tuple[Term, str]]:
        """The constraints or the opportunities that enough organizations have, with how many do in a word, or ""."""
        known = {each.id: each for each in (terms().constraints if sort == "constraint" else terms().opportunities)}
        for item, word in self.themes:
            of_sort, _, its_id = item.partition(".")
            if of_sort == sort and its_id in known:
                yield known[its_id], word

    def words_of(self, question: QuestionView, language: Language) -> str:
        """A question in a language; one in words of their own is as it was written."""
        prompts = self.asked.group_prompts
        if question.prompt is not None and question.prompt < len(prompts):
            return prompts[question.prompt].within(language)
        return question.text


def view_of(document: Document, board_id: str, showing: Showing = PLAIN) -> SummaryView:
    """The view of a summary; raises EditRejected("gone") if the board is no more."""
    board, asked, lines = document.get(Board, board_id), instrument_of(document, board_id), lines_on(document, board_id)
    names = part_names(document)
    shared = [each for each in lines if each.sort == "sentence"]
    return SummaryView(
        board_id=board_id,
        kind=board.kind,
        title=board.title,
        question=board.question,
        language=language_of(document),
        showing=showing,
        instrument=asked.id,
        head=head_of(lines),
        dimensions=items_of(lines, "dimension", asked, names),
        statements=items_of(lines, "statement", asked, names),
        strengths=tuple(each.item for each in shared if each.text == STRENGTH),
        gaps=tuple(each.item for each in shared if each.text == GAP),
        themes=tuple((each.item, each.text) for each in lines if each.sort == "theme"),
        questions=tuple(_question(each) for each in lines if each.sort == QUESTION),
    )


def lines_on(document: Document, board_id: str) -> tuple[SummaryLine, ...]:
    """The lines of a summary in their order."""
    found = [each for each in document.every(SummaryLine) if each.board_id == board_id]
    return tuple(sorted(found, key=lambda each: (each.number, each.id)))


def _question(line: SummaryLine) -> QuestionView:
    return QuestionView(line.id, int(line.item) if line.item.isdigit() else None, line.text)
