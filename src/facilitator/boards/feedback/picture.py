"""A feedback form as a picture: each statement on its scale, the open questions beside them; results in words."""

from collections.abc import Iterator
from functools import lru_cache

from facilitator.boards.drawing import header, lines_of, readable
from facilitator.boards.feedback.results import LIMITS, median_of
from facilitator.boards.feedback.told import answered_told, ends_told, result_told
from facilitator.boards.feedback.view import FeedbackView, QuestionView, StatementView
from facilitator.content.feedback import LEVELS
from facilitator.content.theme import Theme, contrast
from facilitator.content.typeface import line_height, width
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Oval, Picture, Rect, Shape, Text

LEFT, RIGHT, TOP, BOTTOM = 60.0, 1860.0, 92.0, 1056.0
ROWS = Rect(LEFT, 142, 1190, BOTTOM - 142)
BESIDE = Rect(ROWS.right + 40, ROWS.y, RIGHT - ROWS.right - 40, ROWS.height)
HEAD_SIZE, NAME_SIZE, TOLD_SIZE, QUESTION_SIZE = 28.0, 32.0, 26.0, 36.0

_BETWEEN = 14.0
_INSET = 24.0
_CODE_WIDE = 72.0
_RAIL = (ROWS.x + 320.0, 590.0)  # from where, how long
_DOT, _RING = 44.0, 62.0
_CARD_MOST = 320.0


@lru_cache(maxsize=16)
def picture_of(view: FeedbackView, theme: Theme) -> Picture:
    """The view on the 1920 x 1080 surface, in the view's language."""
    drawing = _Drawing(view, theme)
    return Picture(background=theme.paper, groups=tuple(drawing.groups()), alt=alternative(view))


def alternative(view: FeedbackView) -> str:
    """What is asked, and what came of it where that is shown."""
    words, language = Words(view.language), view.language
    told = [f"{view.title}. {view.question}".strip(), _head(view, words)]
    told += [_told(each, words) for each in view.statements]
    told += [each.asked.text.within(language) for each in view.questions]
    return " ".join(each if each.endswith((".", "?", "!")) else f"{each}." for each in told)


def _head(view: FeedbackView, words: Words) -> str:
    return words("feedback.stage_results" if view.shown else "feedback.stage_asked", least=LIMITS.group)


def _told(each: StatementView, words: Words) -> str:
    text = each.asked.text.within(words.language).rstrip(".")
    value = _beneath(each, words) or ends_told(each.asked, words)
    return words("feedback.fact", statement=text, value=value)


def _beneath(each: StatementView, words: Words) -> str:
    """Result and how many answered; "" where results are not shown."""
    return " · ".join(filter(None, (result_told(each.result, words), answered_told(each, words))))


class _Drawing:
    def __init__(self, view: FeedbackView, theme: Theme) -> None:
        self._view, self._theme = view, theme
        self._words = Words(view.language)
        self._quiet = readable(theme.quiet, theme, 7)

    def groups(self) -> Iterator[Group]:
        """Header, a line about it, the statements, the questions."""
        yield header(self._view, self._theme)
        told = _head(self._view, self._words)
        shape = Text(lines_of(told, HEAD_SIZE, RIGHT - LEFT, most=1), LEFT, TOP, HEAD_SIZE, self._quiet)
        yield Group("", "scenery", Rect(LEFT, TOP, RIGHT - LEFT, line_height(HEAD_SIZE)), (shape,), label=told)
        high = (ROWS.height + _BETWEEN) / len(self._view.statements)
        for place, each in enumerate(self._view.statements):
            yield self._row(each, Rect(ROWS.x, ROWS.y + place * high, ROWS.width, high - _BETWEEN))
        high = min((BESIDE.height + _BETWEEN) / len(self._view.questions), _CARD_MOST)
        for place, question in enumerate(self._view.questions):
            yield self._card(question, Rect(BESIDE.x, BESIDE.y + place * high, BESIDE.width, high - _BETWEEN))

    def _row(self, each: StatementView, rect: Rect) -> Group:
        """A statement above its scale, and below it what came of it."""
        theme, words = self._theme, self._words
        text, left = each.asked.text.within(self._view.language), rect.x + _INSET
        shapes: list[Shape] = [Box(rect, 12, fill=theme.surface, stroke=theme.line, stroke_width=1.5)]
        beneath = _beneath(each, words) if self._view.shown else ""
        parts = line_height(NAME_SIZE) + 8 + _RING + (4 + line_height(TOLD_SIZE) if beneath else 0)
        top = rect.y + (rect.height - parts) / 2
        shapes.append(Text((each.asked.code,), left, top, NAME_SIZE, self._quiet, bold=True, sign=True))
        wide = rect.width - 2 * _INSET - _CODE_WIDE
        shapes.append(
            Text(
                lines_of(text, NAME_SIZE, wide, bold=True, most=1),
                left + _CODE_WIDE,
                top,
                NAME_SIZE,
                theme.ink,
                bold=True,
            )
        )
        top += line_height(NAME_SIZE) + 8
        shapes += self._scale(each, top + _RING / 2)
        if beneath:
            ink = theme.ink if each.result else self._quiet
            lines = lines_of(beneath, TOLD_SIZE, wide, most=1)
            shapes.append(Text(lines, left + _CODE_WIDE, top + _RING + 4, TOLD_SIZE, ink))
        return Group(each.id, "item", rect, tuple(shapes), label=_told(each, words))

    def _scale(self, each: StatementView, middle: float) -> Iterator[Shape]:
        """Numbers from 1 to 5 with words at both ends; the median as a bar that reaches to it and a ring."""
        theme, (left, long) = self._theme, _RAIL
        median = median_of(each.result) if each.result else None
        step, language = long / (len(LEVELS) - 1), self._view.language
        yield Box(Rect(left, middle - 1.5, long, 3), fill=theme.link)
        if median is not None:
            x = left + (median - LEVELS[0]) * step
            yield Box(Rect(left, middle - 6, x - left, 12), 6, fill=theme.focus)
            ring = Rect(x - _RING / 2, middle - _RING / 2, _RING, _RING)
            yield Oval(ring, fill=theme.surface, stroke=theme.focus, stroke_width=5)
        for level in LEVELS:
            x = left + (level - LEVELS[0]) * step
            reached = median is not None and level <= median
            fill = theme.focus if reached else theme.surface
            dot = Rect(x - _DOT / 2, middle - _DOT / 2, _DOT, _DOT)
            yield Oval(dot, fill=fill, stroke=theme.focus if reached else theme.link, stroke_width=2)
            ink = theme.ink if contrast(theme.ink, fill) > contrast(theme.surface, fill) else theme.surface
            top = middle - line_height(TOLD_SIZE) / 2
            yield Text((str(level),), x, top, TOLD_SIZE, ink, bold=True, anchor="middle", sign=True)
        top, gap = middle - line_height(TOLD_SIZE) / 2, _RING / 2 + 10
        low, high = each.asked.low.within(language), each.asked.high.within(language)
        yield Text((low,), left - gap - width(low, TOLD_SIZE), top, TOLD_SIZE, self._quiet)
        yield Text((high,), left + long + gap, top, TOLD_SIZE, self._quiet)

    def _card(self, question: QuestionView, rect: Rect) -> Group:
        """An open question; what people wrote is never drawn."""
        theme, text = self._theme, question.asked.text.within(self._view.language)
        left, wide = rect.x + _INSET, rect.width - 2 * _INSET
        lines = lines_of(text, QUESTION_SIZE, wide, bold=True, most=3)
        top = rect.centre[1] - (len(lines) * line_height(QUESTION_SIZE) + line_height(TOLD_SIZE) + 6) / 2
        shapes: list[Shape] = [
            Box(rect, 12, fill=theme.surface, stroke=theme.focus, stroke_width=2),
            Text((question.asked.code,), left, top, TOLD_SIZE, self._quiet, bold=True, sign=True),
            Text(lines, left, top + line_height(TOLD_SIZE) + 6, QUESTION_SIZE, theme.ink, bold=True),
        ]
        return Group(question.id, "item", rect, tuple(shapes), label=text)
