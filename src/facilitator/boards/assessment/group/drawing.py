"""A group summary as a picture: a chart of what is shown with what is shared, or themes and questions."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from facilitator.boards.assessment.group.lines import ShownItem
from facilitator.boards.assessment.group.told import head_told, item_told, method_told, theme_told
from facilitator.boards.assessment.group.view import TALK, SummaryView
from facilitator.boards.drawing import header, icon, lines_of, readable
from facilitator.content.theme import Theme
from facilitator.content.typeface import line_height, wrap
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Oval, Picture, Rect, Shape, Text

LEFT, RIGHT, TOP, BOTTOM = 60.0, 1860.0, 92.0, 1056.0
HEAD_SIZE, NAME_SIZE, TOLD_SIZE = 26.0, 24.0, 22.0
CHART = Rect(LEFT, 176, 1160, 0)
BESIDE = 1268.0
METHOD_SIZE = 20.0
TALK_SIZES = (40.0, 36.0, 32.0, 28.0, 24.0)
"""Themes, and questions, are all as large as there is room for; what is shared, too, up to `SHARED_SIZE`."""

SHARED_SIZE = 32.0

_MOST = 4
_NAME_WIDE, _RAIL_LEFT, _RAIL_WIDE = 330.0, 410.0, 400.0
_STRENGTH, _GAP = 0, 2


@lru_cache(maxsize=16)
def picture_of(view: SummaryView, theme: Theme) -> Picture:
    """The view on the 1920 x 1080 surface, in the view's language."""
    drawing = _Drawing(view, theme)
    groups = drawing.talk() if view.showing.form == TALK or not view.has_figures else drawing.figures()
    return Picture(background=theme.paper, groups=tuple(groups), alt=alternative(view))


def alternative(view: SummaryView) -> str:
    """What the summary says, in a few sentences."""
    words, language = Words(view.language), view.language
    told = [f"{view.title}. {view.question}".strip(), head_told(view, words)]
    for item in view.charted if view.has_figures else ():
        told.append(words("assessment.fact", name=view.name(item, language), value=item_told(item, words)))
    return " ".join(each if each.endswith((".", "?", "!")) else f"{each}." for each in told)


class _Drawing:
    def __init__(self, view: SummaryView, theme: Theme) -> None:
        self._view, self._theme = view, theme
        self._words = Words(view.language)
        self._quiet = readable(theme.quiet, theme, 7)

    def figures(self) -> Iterator[Group]:
        """The chart on the left, what is shared on the right, how it was protected below."""
        yield header(self._view, self._theme)
        yield self._head()
        method = self._method()
        yield method
        items = self._view.charted
        high = (method.box.y - 16 - CHART.y) / len(items)
        yield self._scale()
        for place, item in enumerate(items):
            yield self._row(item, Rect(LEFT, CHART.y + place * high, CHART.width, high - 8))
        top = CHART.y
        both = [*self._texts(self._view.strengths), *self._texts(self._view.gaps)]
        heads = 2 * (line_height(HEAD_SIZE) + 18) + 28
        size = _fitting(both, RIGHT - BESIDE, method.box.y - 16 - top - heads, 8, most=SHARED_SIZE)
        for key, ids, colour in (("strengths", self._view.strengths, _STRENGTH), ("gaps", self._view.gaps, _GAP)):
            group = self._shared(key, ids, colour, top, size)
            yield group
            top = group.box.bottom + 28

    def talk(self) -> Iterator[Group]:
        """Themes on the left, the questions as items on the right, how it was protected below."""
        yield header(self._view, self._theme)
        yield self._head()
        method = self._method()
        yield method
        top = 150.0
        if self._view.head is not None:
            half = 440.0
            for place, (key, sort) in enumerate((("constraints", "constraint"), ("opportunities", "opportunity"))):
                yield self._themes(key, sort, Rect(LEFT + place * (half + 24), top, half, method.box.y - 16 - top))
        left = LEFT if self._view.head is None else LEFT + 2 * 464.0 + 16
        yield from self._questions(Rect(left, top, RIGHT - left, method.box.y - 16 - top))

    def _head(self) -> Group:
        told = head_told(self._view, self._words)
        shape = Text((told,), LEFT, TOP, HEAD_SIZE, readable(self._theme.focus, self._theme, 7), bold=True)
        return Group("", "scenery", Rect(LEFT, TOP, RIGHT - LEFT, line_height(HEAD_SIZE)), (shape,), label=told)

    def _method(self) -> Group:
        lines = wrap(method_told(self._view, self._words), METHOD_SIZE, RIGHT - LEFT)
        high = len(lines) * line_height(METHOD_SIZE)
        shapes = (Text(lines, LEFT, BOTTOM - high, METHOD_SIZE, self._quiet),) if lines else ()
        return Group("", "scenery", Rect(LEFT, BOTTOM - high, RIGHT - LEFT, high), shapes, label=" ".join(lines))

    def _scale(self) -> Group:
        """The levels above the rails; their words are read aloud."""
        levels, language, top = self._view.asked.scale.levels, self._view.language, CHART.y - line_height(TOLD_SIZE) - 4
        shapes = []
        for level in levels:
            x = LEFT + _RAIL_LEFT + level.value * _RAIL_WIDE / _MOST
            told = str(level.value)
            shapes.append(Text((told,), x, top, TOLD_SIZE, self._quiet, bold=True, anchor="middle", sign=True))
        label = ". ".join(f"{level.value} {level.name.within(language)}" for level in levels)
        box = Rect(LEFT + _RAIL_LEFT - 20, top, _RAIL_WIDE + 40, line_height(TOLD_SIZE))
        return Group("", "scenery", box, tuple(shapes), label=label)

    def _row(self, item: ShownItem, rect: Rect) -> Group:
        """A dimension: its name, the median on a rail from 0 to 4, and what else may be said in words."""
        theme, middle = self._theme, rect.centre[1]
        shapes: list[Shape] = [Box(rect, 10, fill=theme.surface, stroke=theme.line, stroke_width=1.5)]
        name = wrap(self._view.name(item, self._view.language), NAME_SIZE, _NAME_WIDE - 20, bold=True)
        top = middle - len(name) * line_height(NAME_SIZE) / 2
        shapes.append(Text(name, rect.x + 20, top, NAME_SIZE, theme.ink, bold=True))
        shapes += self._rail(item, middle)
        told = item_told(item, self._words)
        left = LEFT + _RAIL_LEFT + _RAIL_WIDE + 50
        lines = lines_of(told, TOLD_SIZE, rect.right - 16 - left, most=int(rect.height // line_height(TOLD_SIZE)))
        shapes.append(Text(lines, left, middle - len(lines) * line_height(TOLD_SIZE) / 2, TOLD_SIZE, theme.ink))
        label = self._words("assessment.fact", name=" ".join(name), value=told)
        return Group("", "scenery", rect, tuple(shapes), label=label)

    def _rail(self, item: ShownItem, middle: float) -> Iterator[Shape]:
        theme, left = self._theme, LEFT + _RAIL_LEFT
        yield Box(Rect(left, middle - 1.5, _RAIL_WIDE, 3), fill=theme.link)
        for level in range(_MOST + 1):
            x = left + level * _RAIL_WIDE / _MOST
            yield Oval(Rect(x - 5, middle - 5, 10, 10), fill=theme.surface, stroke=theme.link, stroke_width=2)
        if item.median is not None:
            x = left + item.median * _RAIL_WIDE / _MOST
            yield Box(Rect(left, middle - 4, x - left, 8), 4, fill=theme.focus)
            yield Oval(Rect(x - 14, middle - 14, 28, 28), fill=theme.focus, stroke=theme.surface, stroke_width=3)

    def _texts(self, ids: tuple[str, ...]) -> list[str]:
        return [self._view.asked.area(each).text.within(self._view.language) for each in ids]

    def _shared(self, key: str, ids: tuple[str, ...], colour: int, top: float, size: float) -> Group:
        """Three shared strengths, or gaps, as statements under a heading."""
        theme = self._theme
        ink = theme.categories[colour]
        heading, wide = self._words(f"assessment.shared_{key}"), RIGHT - BESIDE
        shapes: list[Shape] = [Text((heading,), BESIDE, top, HEAD_SIZE, readable(ink, theme, 7), bold=True)]
        y = top + line_height(HEAD_SIZE) + 4
        shapes.append(Box(Rect(BESIDE, y, wide, 4), 2, fill=ink))
        y += 14
        named = self._texts(ids)
        for text in named or [self._words("assessment.none_shown")]:
            lines = lines_of(text, size, wide, most=4)
            shapes.append(Text(lines, BESIDE, y, size, theme.ink))
            y += len(lines) * line_height(size) + 8
        return Group("", "scenery", Rect(BESIDE, top, wide, y - top), tuple(shapes), label=". ".join([heading, *named]))

    def _themes(self, key: str, sort: str, rect: Rect) -> Group:
        theme, language = self._theme, self._view.language
        told = [theme_told(term.name.within(language), word, self._words) for term, word in self._view.themes_of(sort)]
        heading = self._words(f"assessment.shared_{key}")
        shapes: list[Shape] = [Text((heading,), rect.x, rect.y, HEAD_SIZE, theme.ink, bold=True)]
        y = rect.y + line_height(HEAD_SIZE) + 4
        shapes.append(Box(Rect(rect.x, y, rect.width, 4), 2, fill=theme.focus))
        y += 18
        shown = told or [self._words("assessment.none_shown")]
        size = _fitting(shown, rect.width, rect.bottom - y, 14)
        for text in shown:
            lines = wrap(text, size, rect.width)
            shapes.append(Text(lines, rect.x, y, size, theme.ink))
            y += len(lines) * line_height(size) + 14
        box = Rect(rect.x, rect.y, rect.width, y - rect.y)
        return Group("", "scenery", box, tuple(shapes), label=". ".join([heading, *told]))

    def _questions(self, rect: Rect) -> Iterator[Group]:
        """The questions as cards below each other, as large as there is room for."""
        theme, language = self._theme, self._view.language
        heading = self._words("assessment.questions_heading")
        shape = Text((heading,), rect.x, rect.y, HEAD_SIZE, theme.ink, bold=True)
        box = Rect(rect.x, rect.y, rect.width, line_height(HEAD_SIZE))
        yield Group("", "scenery", box, (shape,), label=heading)
        if not self._view.questions:
            return
        top = box.bottom + 10
        high = min((rect.bottom - top) / len(self._view.questions) - 12, 260)
        asked = [self._view.words_of(each, language) for each in self._view.questions]
        size = min(_fitting([each], rect.width - 92, high - 16, 0, bold=True) for each in asked)
        for place, question in enumerate(self._view.questions):
            card = Rect(rect.x, top + place * (high + 12), rect.width, high)
            text = asked[place]
            lines = lines_of(text, size, rect.width - 86, most=max(1, int((high - 16) // line_height(size))), bold=True)
            y = card.centre[1] - len(lines) * line_height(size) / 2
            shapes = (
                Box(card, 12, fill=theme.surface, stroke=theme.focus, stroke_width=2.5),
                icon("help", Rect(card.x + 18, card.centre[1] - 17, 34, 34), theme.focus),
                Text(lines, card.x + 70, y, size, theme.ink, bold=True),
            )
            yield Group(question.id, "item", card, shapes, label=text)


def _fitting(
    texts: Sequence[str], wide: float, high: float, between: float, *, bold: bool = False, most: float = TALK_SIZES[0]
) -> float:
    """The largest size, `most` at most, in which texts stand below each other in so much room, else the smallest."""
    for size in (each for each in TALK_SIZES if each <= most):
        lines = sum(len(wrap(text, size, wide, bold=bold)) for text in texts)
        if lines * line_height(size) + (len(texts) - 1) * between <= high:
            return size
    return TALK_SIZES[-1]
