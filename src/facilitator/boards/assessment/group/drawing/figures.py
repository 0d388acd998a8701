"""The figures of a summary: each dimension's median on its scale with what may be said in words; what is shared."""

from collections.abc import Iterator

from facilitator.boards.assessment.group.drawing.frame import LEFT, RIGHT, fitting, head, heading, method
from facilitator.boards.assessment.group.lines import ShownItem
from facilitator.boards.assessment.group.told import in_words, item_told, parts_told
from facilitator.boards.assessment.group.view import SummaryView
from facilitator.boards.drawing import header, lines_of, readable
from facilitator.content.theme import Theme, mixed
from facilitator.content.typeface import line_height, width, wrap
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Oval, Rect, Shape, Text

CHART = Rect(LEFT, 178, 1230, 0)
BESIDE = CHART.right + 44
NAME_SIZES = (30.0, 28.0, 26.0, 24.0)
"""The names of the dimensions are all as large as the longest of them allows."""

SCALE_SIZE, MEDIAN_SIZE, SIMILAR_SIZE = 26.0, 32.0, 28.0
TOLD_SIZES = (28.0, 26.0, 24.0, 22.0, 20.0)
"""What is told beside the scales is all as large as the longest of it allows."""

_MOST = 4
_INSET = 20.0
_NAME_WIDE, _RAIL_LEFT, _TOLD_WIDE = 320.0, CHART.x + 396, 410.0
_DISC, _KNOT = 68.0, 14.0
_STRENGTH, _GAP = 0, 2


def figures_groups(view: SummaryView, theme: Theme) -> Iterator[Group]:
    """The chart on the left, what is shared on the right, how it was protected below."""
    yield header(view, theme)
    yield head(view, theme)
    protected = method(view, theme)
    yield protected
    bottom = protected.box.y - 16
    chart = _Chart(view, theme, bottom)
    yield chart.scale()
    for place, item in enumerate(view.charted):
        yield chart.row(place, item)
    yield from _shared(view, theme, bottom)


class _Chart:
    def __init__(self, view: SummaryView, theme: Theme, bottom: float) -> None:
        self._view, self._theme, self._words = view, theme, Words(view.language)
        self._quiet = readable(theme.quiet, theme, 7)
        self._high = (bottom - CHART.y) / len(view.charted)
        last = view.asked.scale.levels[-1].name.within(view.language)
        self._names = {item.id: view.name(item, view.language) for item in view.charted}
        self._name_size = next((each for each in NAME_SIZES if self._names_fit(each)), NAME_SIZES[-1])
        self._told = {item.id: parts_told(item, self._words) or in_words(item, self._words) for item in view.charted}
        lines = [line for told in self._told.values() for line in told]
        self._told_left = CHART.right - _INSET - (_TOLD_WIDE if lines else width(last, SCALE_SIZE) - 34)
        self._rail_right = self._told_left - 58
        most = max(map(len, self._told.values()), default=0)
        fits = (
            each
            for each in TOLD_SIZES
            if most * line_height(each) <= self._high - 18 and all(width(line, each) <= _TOLD_WIDE for line in lines)
        )
        self._size = next(fits, TOLD_SIZES[-1])

    def _names_fit(self, size: float) -> bool:
        lines = (len(wrap(name, size, _NAME_WIDE, bold=True)) for name in self._names.values())
        return max(lines) * line_height(size) <= self._high - 16

    def _at(self, level: float) -> float:
        return _RAIL_LEFT + level * (self._rail_right - _RAIL_LEFT) / _MOST

    def scale(self) -> Group:
        """The levels above the scales, the first and the last with its word where there is room for it."""
        levels, language, top = (
            self._view.asked.scale.levels,
            self._view.language,
            CHART.y - line_height(SCALE_SIZE) - 4,
        )
        shapes = [
            Text(
                (str(each.value),), self._at(each.value), top, SCALE_SIZE, self._quiet, True, anchor="middle", sign=True
            )
            for each in levels
        ]
        first, last = (each.name.within(language) for each in (levels[0], levels[-1]))
        shapes.append(Text((first,), self._at(0) - 18, top, SCALE_SIZE, self._quiet, anchor="end"))
        shapes.append(Text((last,), self._at(_MOST) + 18, top, SCALE_SIZE, self._quiet))
        label = ". ".join(f"{level.value} {level.name.within(language)}" for level in levels)
        box = Rect(CHART.x, top, CHART.width, line_height(SCALE_SIZE))
        return Group("", "scenery", box, tuple(shapes), label=label)

    def row(self, place: int, item: ShownItem) -> Group:
        """A dimension: its name, the median on a scale from 0 to 4, and what else may be said in words."""
        theme, rect = self._theme, Rect(CHART.x, CHART.y + place * self._high, CHART.width, self._high - 8)
        middle = rect.centre[1]
        shapes: list[Shape] = [Box(rect, 12, fill=theme.surface, stroke=theme.line, stroke_width=1.5)]
        size = self._name_size
        name = wrap(self._names[item.id], size, _NAME_WIDE, bold=True)
        top = middle - len(name) * line_height(size) / 2
        shapes.append(Text(name, rect.x + _INSET, top, size, theme.ink, bold=True))
        shapes += self._no_figure(item, middle) if item.median is None else self._figure(item.median, middle)
        if told := self._told[item.id]:
            top = middle - len(told) * line_height(self._size) / 2
            shapes.append(Text(told, self._told_left, top, self._size, theme.ink))
        label = self._words("assessment.fact", name=" ".join(name), value=item_told(item, self._words))
        return Group("", "scenery", rect, tuple(shapes), label=label)

    def _figure(self, median: float, middle: float) -> Iterator[Shape]:
        """The scale, filled as far as the median, which stands as a number in a disc."""
        theme, left = self._theme, _RAIL_LEFT
        yield Box(Rect(left, middle - 2, self._rail_right - left, 4), fill=theme.link)
        for level in range(_MOST + 1):
            knot = Rect(self._at(level) - _KNOT / 2, middle - _KNOT / 2, _KNOT, _KNOT)
            yield Oval(knot, fill=theme.surface, stroke=theme.link, stroke_width=2.5)
        x = self._at(median)
        yield Box(Rect(left, middle - 7, max(x - left, 0), 14), 7, fill=theme.focus)
        yield Oval(Rect(x - _DISC / 2, middle - _DISC / 2, _DISC, _DISC), fill=theme.focus)
        top = middle - line_height(MEDIAN_SIZE) / 2
        told = self._words.number(median)
        yield Text((told,), x, top, MEDIAN_SIZE, theme.surface, bold=True, anchor="middle", sign=True)

    def _no_figure(self, item: ShownItem, middle: float) -> Iterator[Shape]:
        """In place of the scale: that it is broadly similar, or that nothing is shown."""
        theme, left, wide = self._theme, _RAIL_LEFT - 34, self._rail_right - _RAIL_LEFT + 68
        box = Rect(left, middle - 29, wide, 58)
        fill = mixed(theme.focus, 0.12, theme.surface) if item.similar else theme.surface
        dash = () if item.similar else (8.0, 6.0)
        yield Box(box, 29, fill=fill, stroke=theme.focus if item.similar else theme.link, stroke_width=2, dash=dash)
        told = self._words("group_summary.similar" if item.similar else "assessment.not_shown")
        top = middle - line_height(SIMILAR_SIZE) / 2
        yield Text((told,), box.centre[0], top, SIMILAR_SIZE, theme.ink, bold=item.similar, anchor="middle")


def _shared(view: SummaryView, theme: Theme, bottom: float) -> Iterator[Group]:
    """Shared strengths and shared gaps as statements, all as large as there is room for."""
    words, asked, wide = Words(view.language), view.asked, RIGHT - BESIDE
    parts = [
        (words(f"assessment.shared_{key}"), [asked.area(each).text.within(view.language) for each in ids], ink)
        for key, ids, ink in (("strengths", view.strengths, _STRENGTH), ("gaps", view.gaps, _GAP))
    ]
    top = CHART.y - line_height(SCALE_SIZE) - 4
    both = [text for _, texts, _ in parts for text in texts or [words("assessment.none_shown")]]
    heads = sum(heading("", 0, 0, 0, theme.ink, theme)[1] for _ in parts) + 60
    size = fitting(both, wide, bottom - top - heads, 12)
    for told, texts, ink in parts:
        shapes, y = heading(told, BESIDE, top, wide, theme.categories[ink], theme)
        for text in texts or [words("assessment.none_shown")]:
            lines = lines_of(text, size, wide, most=4)
            shapes.append(Text(lines, BESIDE, y, size, theme.ink))
            y += len(lines) * line_height(size) + 12
        box = Rect(BESIDE, top, wide, y - top)
        yield Group("", "scenery", box, tuple(shapes), label=". ".join([told, *texts]))
        top = y + 30
