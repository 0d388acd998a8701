"""A capture line of a 1:1: "P1 3" or, for the next statement that was not answered, "3"; also "?", "n/a why".

What follows the level is noted: as the reason for what does not apply, else as a comment, or as the example where the
instrument asks for no comments.
"""

from dataclasses import dataclass

from facilitator.boards.assessment.model import OwnAnswer
from facilitator.boards.assessment.own.reading import answered_on
from facilitator.boards.assessment.own.view import dimension_of
from facilitator.boards.assessment.typed_levels import area_coded, level_said, require_level
from facilitator.boards.assessment.view import area_of_id, instrument_of
from facilitator.boards.typed import require_no_scales
from facilitator.content.instruments import Area, Instrument
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.document import Document
from facilitator.domain.engagement import language_of
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import AddLine


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """What a line says of a statement: `scored` and `level` as an OwnAnswer has them, and a `note`, "" for none."""

    area: Area
    scored: str
    level: int | None
    note: str


def read_answer(document: Document, board_id: str, line: AddLine, group: str) -> AnswerLine:
    """What a line answers; without a code, the next statement of `group`, or else of the board.

    Raises EditRejected: "capture_no_scale" (mark), "statement_unknown" (name) where there is no such statement,
    "level_outside" (said, low, high) for a number that is no level, "answer_wanted" (name) where a line does not say
    how it stands, "answer_not_here" (name, said, known) for what the instrument does not take there, "all_answered"
    for a level alone when none is left.
    """
    require_no_scales(line)
    asked = instrument_of(document, board_id)
    first, _, rest = line.name.partition(" ")
    area = area_coded(asked, first)
    said, note = (rest, "") if area else (line.name, "")
    mark, _, note = said.strip().partition(" ")
    if line.group is not None:  # "#3 P1": the level stands as the group
        mark, note = line.group, said
    found = level_said(mark)
    if found is None:
        require_level(asked, mark)
        raise EditRejected("answer_wanted", name=first) if area else EditRejected("statement_unknown", name=line.name)
    area = area or _next(document, board_id, asked, group)
    scored, level = found
    if not can_be(asked, area, scored):
        raise EditRejected("answer_not_here", name=area.code, said=mark, known=_taken(document, asked, area))
    return AnswerLine(area, scored, level, words_of_people.note(note))


def can_be(asked: Instrument, area: Area, scored: str) -> bool:
    """Whether a statement may be answered like this: not every instrument takes what nobody knows or does not apply."""
    if scored == "not_applicable":
        return scored in asked.asks and area.may_be_na
    return scored != "unknown" or scored in asked.asks


def noted(asked: Instrument, before: OwnAnswer, line: AnswerLine) -> OwnAnswer:
    """The answer with what a line says of it; what was noted before stays."""
    key = "reason" if line.scored == "not_applicable" else "comment" if "comment" in asked.asks else "example"
    after = before.having(scored=line.scored, level=line.level)
    told = getattr(before, key)
    if line.note and line.note not in told:
        after = after.having(**{key: words_of_people.note("\n".join(filter(None, (told, line.note))))})
    return after


def _taken(document: Document, asked: Instrument, area: Area) -> str:
    """All that a statement may be answered with, as one types it."""
    told = [str(each.value) for each in asked.scale.levels]
    marks = (("unknown", "?"), ("not_applicable", Words(language_of(document))("assessment.typed_not_applicable")))
    return ", ".join(told + [mark for scored, mark in marks if can_be(asked, area, scored)])


def _next(document: Document, board_id: str, asked: Instrument, group: str) -> Area:
    """The first statement of a group that was not answered; the first of the board where the group has none.

    The group may also be the id of a statement, which then comes before the others of its own group.
    """
    answered = answered_on(document, board_id)
    left = [area for area in asked.areas if not answered[area.id].answer.scored]
    if not left:
        raise EditRejected("all_answered")
    _, its_area = area_of_id(group)
    meant = next((area for area in asked.areas if area.id == its_area), None)
    if meant is not None and meant in left:
        return meant
    group = dimension_of(asked, meant) if meant else group
    return next((area for area in left if dimension_of(asked, area) == group), left[0])
