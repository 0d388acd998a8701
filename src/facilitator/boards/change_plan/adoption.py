"""Where the groups of adoption boards stand: at which step, and what helps them on."""

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.boards.assessment.model import Answer, Assessment
from facilitator.boards.assessment.rules.results import Said, where_stuck
from facilitator.boards.change_plan.model import AffectedGroup
from facilitator.boards.change_plan.panels import ADOPTION
from facilitator.content.instruments import instrument
from facilitator.content.naming import key_of
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.language import LANGUAGES
from facilitator.workshop.one_to_ones import boards_withheld

_BETWEEN = " :–—-,()\u00a0\u202f"


@dataclass(frozen=True, slots=True)
class AdoptionStep:
    """Where a group stands by its adoption board, which is called `title`.

    `step` is the id of the first step that is stuck, of the last one where all are taken, "" while too little is known;
    `action` is what the library suggests for it, in the language of the engagement, "" where the step is.
    """

    board_id: str
    title: str
    group: str
    step: str
    action: str


def standings(document: Document) -> tuple[AdoptionStep, ...]:
    """One for each adoption board in their order, but for those of 1:1s."""
    withheld = boards_withheld(document)
    boards = sorted((each for each in document.every(Board) if each.kind == ADOPTION), key=lambda each: each.number)
    return tuple(_standing(document, each) for each in boards if each.id not in withheld and _asks(document, each))


def card_id(board_id: str, adoption_board_id: str) -> str:
    """The id of the card of a change plan that was made from an adoption board: one card a board."""
    return f"{board_id}.{adoption_board_id}"


def moved(document: Document, board_id: str) -> Iterator[tuple[AffectedGroup, AdoptionStep]]:
    """The groups of a change plan that stand elsewhere by their adoption board than on their card.

    A board is that of the card that was made from it, else of the one that has the name of its group.
    """
    groups = [each for each in document.every(AffectedGroup) if each.board_id == board_id]
    for standing in standings(document):
        card = card_of(groups, board_id, standing)
        if card and standing.step and card.step != standing.step:
            yield card, standing


def card_of(groups: list[AffectedGroup], board_id: str, standing: AdoptionStep) -> AffectedGroup | None:
    """The card for the group of an adoption board, None where there is none."""
    made = card_id(board_id, standing.board_id)
    called = key_of(standing.group)
    same = (each for each in groups if each.id == made)
    return next(same, None) or next((each for each in groups if key_of(each.name) == called), None)


def action_for(group: AffectedGroup, standing: AdoptionStep) -> str:
    """What helps a group on at its new step: what people wrote stays, a suggestion of the library gives way."""
    suggested = {step.text.within(language) for step in instrument(ADOPTION).library for language in LANGUAGES}
    return group.action if group.action.strip() and group.action not in suggested else standing.action


def _asks(document: Document, board: Board) -> bool:
    found = document.find(Assessment, board.id)
    return found is not None and found.instrument == ADOPTION


def _standing(document: Document, board: Board) -> AdoptionStep:
    asked = instrument(ADOPTION)
    answers = {each.area: each for each in document.every(Answer) if each.board_id == board.id}
    levels = {area.id: answers[area.id].level if area.id in answers else None for area in asked.areas}
    said = (Said(area, "" if level is None else "level", level) for area, level in levels.items())
    stuck = where_stuck(asked, said)
    last = asked.areas[-1].id if all(level is not None for level in levels.values()) else ""
    step = stuck.area if stuck else last
    text = next((each.text.within(language_of(document)) for each in asked.library if each.area == step), "")
    return AdoptionStep(board.id, board.title, _group_of(board.title), step, text)


def _group_of(title: str) -> str:
    """Whom an adoption board asks about: its title, without the name of the check where that stands before it."""
    name = instrument(ADOPTION).name
    for called in (name.en, name.fr):
        if title.casefold().startswith(called.casefold()):
            rest = title[len(called) :].strip(_BETWEEN)
            return rest[:1].upper() + rest[1:] if rest else title
    return title
