"""The public value test in a line (after Moore's strategic triangle): beside the question where there is room."""

from dataclasses import dataclass

from facilitator.boards.drawing import HEADER, HEADER_RIGHT, header_end
from facilitator.boards.value_board.view import ValueBoardView
from facilitator.content import value_board as content
from facilitator.content.theme import Theme
from facilitator.content.typeface import line_height, width
from facilitator.content.words import Words

SIGN = 18.0
_SIGN_SPACE = 8.0
_ASKED_SPACE = 10.0
_BETWEEN = 34.0
_CLEAR = 44.0


@dataclass(frozen=True, slots=True)
class Answered:
    """One question of the test with its answer ("yes", "partly", "not_yet"); the sign stands before the answer."""

    answer: str
    asked: str
    told: str
    asked_x: float
    sign_x: float
    told_x: float
    right: float


@dataclass(frozen=True, slots=True)
class PublicValue:
    """The answered questions in letters of `size`, from the `top` of the line; `below` the header or in it."""

    parts: tuple[Answered, ...]
    size: float
    top: float
    below: bool


def public_value(view: ValueBoardView, theme: Theme, left: float, height: float) -> PublicValue | None:
    """The line, None where nothing was answered.

    It ends where the header's words may, or begins at `left` in a line of that height below the header.
    """
    answers = {"valuable": view.valuable, "authorised": view.authorised, "doable": view.doable}
    words, language = Words(view.language), view.language
    said = {answer.id: answer.name.within(language) for answer in content.value_answers()}
    told = [
        (answers[each.id], words("value.test_asked", question=each.name.within(language)), said[answers[each.id]])
        for each in content.value_questions()
        if answers[each.id]
    ]
    if not told:
        return None
    size = theme.stage_large if view.showing.large else theme.stage_text
    room = HEADER_RIGHT - header_end(view, theme) - _CLEAR
    wide = _laid(told, 0.0, size)[-1].right
    below = wide > room
    parts = _laid(told, left if below else HEADER_RIGHT - wide, size)
    middle = HEADER.bottom + height / 2 if below else HEADER.height / 2
    return PublicValue(tuple(parts), size, middle - line_height(size) / 2, below)


def _laid(told: list[tuple[str, str, str]], left: float, size: float) -> list[Answered]:
    parts: list[Answered] = []
    for answer, asked, said in told:
        sign = left + width(asked, size) + _ASKED_SPACE
        right = sign + SIGN + _SIGN_SPACE + width(said, size, bold=True)
        parts.append(Answered(answer, asked, said, left, sign, sign + SIGN + _SIGN_SPACE, right))
        left = right + _BETWEEN
    return parts
