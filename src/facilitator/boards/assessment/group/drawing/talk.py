"""What a group talks about: the themes that enough of them raised, and the questions."""

from collections.abc import Iterator, Sequence

from facilitator.boards.assessment.group.drawing.frame import (
    HEAD_SIZE,
    LEFT,
    RIGHT,
    SIZES,
    fitting,
    head,
    heading,
    method,
)
from facilitator.boards.assessment.group.told import theme_told
from facilitator.boards.assessment.group.view import SummaryView
from facilitator.boards.drawing import header, icon, lines_of
from facilitator.content.theme import Theme
from facilitator.content.typeface import line_height, wrap
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Rect, Shape, Text

_TOP, _COLUMN, _BETWEEN, _SIGN = 148.0, 440.0, 24.0, 48.0
_CARD_MOST = 270.0
_SORTS = (("constraints", "constraint"), ("opportunities", "opportunity"))


def talk_groups(view: SummaryView, theme: Theme) -> Iterator[Group]:
    """Themes on the left, as far as the instrument asks for any; the questions as items; how it was protected below."""
    yield header(view, theme)
    yield head(view, theme)
    protected = method(view, theme)
    yield protected
    left, high = LEFT, protected.box.y - 16 - _TOP
    for key, sort in _SORTS:
        if view.head is not None and (sort in view.asked.asks or any(view.themes_of(sort))):
            yield _themes(view, key, sort, Rect(left, _TOP, _COLUMN, high), theme)
            left += _COLUMN + _BETWEEN
    left += 16 if left > LEFT else 0
    yield from _questions(view, Rect(left, _TOP, RIGHT - left, high), theme)


def _themes(view: SummaryView, key: str, sort: str, rect: Rect, theme: Theme) -> Group:
    words, language = Words(view.language), view.language
    told = [theme_told(term.name.within(language), word, words) for term, word in view.themes_of(sort)]
    name = words(f"assessment.shared_{key}")
    shapes, y = heading(name, rect.x, rect.y, rect.width, theme.focus, theme)
    shown = told or [words("assessment.none_shown")]
    size = fitting(shown, rect.width, rect.bottom - y, 18)
    for text in shown:
        lines = wrap(text, size, rect.width)
        shapes.append(Text(lines, rect.x, y, size, theme.ink))
        y += len(lines) * line_height(size) + 18
    box = Rect(rect.x, rect.y, rect.width, y - rect.y)
    return Group("", "scenery", box, tuple(shapes), label=". ".join([name, *told]))


def _questions(view: SummaryView, rect: Rect, theme: Theme) -> Iterator[Group]:
    """The questions as cards below each other, as large as there is room for."""
    name = Words(view.language)("assessment.questions_heading")
    shape = Text((name,), rect.x, rect.y, HEAD_SIZE, theme.ink, bold=True)
    box = Rect(rect.x, rect.y, rect.width, line_height(HEAD_SIZE))
    yield Group("", "scenery", box, (shape,), label=name)
    asked = [view.words_of(each, view.language) for each in view.questions]
    top = box.bottom + 12
    high = min((rect.bottom - top) / max(len(asked), 1) - 14, _CARD_MOST)
    room = rect.width - 130
    size = min((fitting([each], room, high - 16, 0, most=SIZES[0], bold=True) for each in asked), default=SIZES[0])
    for question, text in zip(view.questions, asked, strict=True):
        card = Rect(rect.x, top, rect.width, high)
        yield Group(question.id, "item", card, tuple(_card(text, card, size, theme)), label=text)
        top = card.bottom + 14


def _card(text: str, card: Rect, size: float, theme: Theme) -> Sequence[Shape]:
    most = max(1, int((card.height - 16) // line_height(size)))
    lines = lines_of(text, size, card.width - 124, most=most, bold=True)
    middle = card.centre[1]
    return (
        Box(card, 14, fill=theme.surface, stroke=theme.focus, stroke_width=2.5),
        icon("help", Rect(card.x + 26, middle - _SIGN / 2, _SIGN, _SIGN), theme.focus),
        Text(lines, card.x + 100, middle - len(lines) * line_height(size) / 2, size, theme.ink, bold=True),
    )
