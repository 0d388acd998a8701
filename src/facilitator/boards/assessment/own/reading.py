"""What was answered on a 1:1 board, read from its private records. For the facilitator and the respondent alone."""

from dataclasses import dataclass
from typing import cast

from facilitator.boards.assessment.model import AnswerTag, Dataset, NextStep, OwnAnswer, Respondent
from facilitator.boards.assessment.rules.results import Said, Scored
from facilitator.boards.assessment.view import answer_id, area_of_id, instrument_of
from facilitator.content.instruments import terms
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected


@dataclass(frozen=True, slots=True)
class Answered:
    """One statement with what was said about it, blank where nothing was, and the tags that hang on it."""

    answer: OwnAnswer
    tags: tuple[AnswerTag, ...] = ()

    def within(self, reach: str) -> tuple[str, ...]:
        """The constraints that can be changed like this ("control"; "" where nobody said), in the order of the list."""
        ids = {tag.tag for tag in self.tags if tag.within == reach}
        return tuple(term.id for term in terms().constraints if term.id in ids)

    @property
    def constraints(self) -> tuple[str, ...]:
        """All constraints, whoever can change them."""
        ids = {tag.tag for tag in self.tags}
        return tuple(term.id for term in terms().constraints if term.id in ids)

    @property
    def opportunities(self) -> tuple[str, ...]:
        """All opportunities."""
        ids = {tag.tag for tag in self.tags}
        return tuple(term.id for term in terms().opportunities if term.id in ids)

    @property
    def said(self) -> Said:
        """The answer as the rules take it."""
        answer = self.answer
        return Said(
            area=answer.statement,
            scored=cast(Scored, answer.scored),
            level=answer.level if answer.scored == "level" else None,
            target=answer.target,
            importance=answer.importance,
            opportunities=self.opportunities,
            constraints=self.constraints,
            example=answer.example,
        )


def answered_on(document: Document, board_id: str) -> dict[str, Answered]:
    """Every statement of a board by its id in the instrument, in order."""
    found = {each.statement: each for each in document.every(OwnAnswer) if each.board_id == board_id}
    tags: dict[str, list[AnswerTag]] = {}
    for tag in document.every(AnswerTag):
        tags.setdefault(tag.answer_id, []).append(tag)
    answered = {}
    for area in instrument_of(document, board_id).areas:
        answer = found.get(area.id) or blank(board_id, area.id)
        answered[area.id] = Answered(answer, tuple(tags.get(answer.id, ())))
    return answered


def answered_by_id(document: Document, its_id: str) -> Answered:
    """One statement by the id of its answer; raises EditRejected("gone") if there is no such statement."""
    board_id, area = area_of_id(its_id)
    board = document.find(Board, board_id)
    if board is None or area not in {each.id for each in instrument_of(document, board_id).areas}:
        raise EditRejected("gone", id=its_id)
    answer = document.find(OwnAnswer, its_id) or blank(board_id, area)
    return Answered(answer, tuple(tag for tag in document.every(AnswerTag) if tag.answer_id == its_id))


def blank(board_id: str, area: str) -> OwnAnswer:
    """The answer of a statement about which nothing was said."""
    return OwnAnswer(id=answer_id(board_id, area), board_id=board_id, statement=area)


def said_on(document: Document, board_id: str) -> tuple[Said, ...]:
    """All answers of a board as the rules take them, in the order of the instrument."""
    return tuple(each.said for each in answered_on(document, board_id).values())


def respondent_on(document: Document, board_id: str) -> Respondent:
    """Who answers on a board; a record that is not in the document where nothing was noted yet."""
    return document.find(Respondent, board_id) or Respondent(id=board_id)


def next_steps_on(document: Document, board_id: str) -> tuple[NextStep, ...]:
    """What was chosen to be done next, in the order in which it was."""
    found = [each for each in document.every(NextStep) if each.board_id == board_id]
    return tuple(sorted(found, key=lambda each: (each.number, each.id)))


def datasets_on(document: Document, board_id: str) -> tuple[Dataset, ...]:
    """The rows of the inventory, in their order."""
    found = [each for each in document.every(Dataset) if each.board_id == board_id]
    return tuple(sorted(found, key=lambda each: (each.number, each.id)))


def anything_private_on(document: Document, board_id: str) -> bool:
    """Whether anything was noted that is the respondent's own."""
    noted = (
        any(each.board_id == board_id for each in document.every(OwnAnswer)),
        any(each.board_id == board_id for each in document.every(NextStep)),
        any(each.board_id == board_id for each in document.every(Dataset)),
        document.find(Respondent, board_id) is not None,
    )
    return any(noted)
