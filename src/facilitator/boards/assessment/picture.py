"""An assessment as a picture: every area on its scale, and beside the scale what comes first."""

from collections.abc import Iterator
from functools import lru_cache

from facilitator.boards.assessment.layout import (
    ACT_SIZE,
    CARD_INSET,
    LEGEND_SIZE,
    NAME_SIZE,
    PANEL_LEFT,
    PANEL_WIDTH,
    PILL_INSET,
    PILL_SIGN,
    ROW_INSET,
    STEP_INSET,
    STEP_WIDTH,
    TOP,
    PlacedAct,
    PlacedArea,
    PlacedChoice,
    PlacedMark,
    PlacedStep,
    layout_of,
    step_left,
)
from facilitator.boards.assessment.view import AreaView, AssessmentView
from facilitator.boards.assessment.wording import act_told, level_told
from facilitator.boards.drawing import header, icon, readable
from facilitator.content.instruments import instrument
from facilitator.content.theme import Theme, mixed
from facilitator.content.typeface import line_height
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Oval, Picture, Rect, Shape, Text

_TINTS = (0.0, 0.03, 0.06, 0.09, 0.12, 0.15)
_STRONG_TINT = 0.2
_STRENGTH, _MARKS = 0, (3, 2)
"""Which of the theme's category colours strengths have, and the marks in the order of the instrument."""


@lru_cache(maxsize=16)
def picture_of(view: AssessmentView, theme: Theme) -> Picture:
    """The view on the 1920 x 1080 surface, in the view's language."""
    return Picture(background=theme.paper, groups=tuple(_Drawing(view, theme).groups()), alt=alternative(view))


def alternative(view: AssessmentView) -> str:
    """What the picture shows, in a few sentences."""
    words, asked, language = Words(view.language), instrument(view.instrument), view.language
    about = f"{view.title}. {view.question}".strip()
    rated = [each for each in view.areas if each.level is not None]
    told = [words("assessment.alt", about=about, rated=len(rated), count=len(view.areas))]
    if rated:
        told.append(words.list([_area_told(view, each) for each in rated]) + ".")
    for mark in asked.marks:
        names = [asked.area(each.area).name.within(language) for each in view.marked(mark.id)]
        if names:
            told.append(words("assessment.alt_mark", mark=mark.plural.within(language), areas=words.list(names)))
    if not asked.marks:
        told.append(words("assessment.alt_act", act=act_told(view, words)))
    return " ".join(told)


def _area_told(view: AssessmentView, each: AreaView) -> str:
    asked = instrument(view.instrument)
    name, level = asked.area(each.area).name.within(view.language), level_told(asked, each.level, view.language)
    return Words(view.language)("assessment.area_level", area=name, level=level)


class _Drawing:
    def __init__(self, view: AssessmentView, theme: Theme) -> None:
        self._view, self._theme = view, theme
        self._words = Words(view.language)
        self._asked = instrument(view.instrument)
        self._quiet = readable(theme.quiet, theme, 7)  # small words need more contrast than large ones
        self._layout = layout_of(view, theme)

    def groups(self) -> Iterator[Group]:
        """The header, the scale, then the areas, then what comes first and what the signs mean."""
        yield header(self._view, self._theme)
        for place, step in enumerate(self._layout.steps):
            yield self._step(place, step)
        for placed in self._layout.areas:
            yield self._area(placed)
        for mark in self._layout.marks:
            yield self._mark(mark)
            yield from (self._choice(mark, number, each) for number, each in enumerate(mark.choices, start=1))
        if self._layout.act:
            yield self._act(self._layout.act)
        yield self._legend()

    def _step(self, place: int, step: PlacedStep) -> Group:
        theme, left = self._theme, step.rect.x + STEP_INSET - 2
        fill = mixed(theme.focus, _TINTS[place], theme.paper)
        quiet = readable(theme.quiet, theme, 7, fill)
        shapes = (
            Box(step.rect, 10, fill=fill),
            Text(step.name, left, TOP + 8, theme.stage_text, theme.ink, bold=True),
            Text(step.meaning, left, step.below, theme.stage_text, quiet),
        )
        return Group("", "scenery", step.rect, shapes, label=f"{step.name[0]}: {' '.join(step.meaning)}")

    def _area(self, placed: PlacedArea) -> Group:
        theme, row = self._theme, placed.rect
        left, high = row.x + ROW_INSET, len(placed.lines) * line_height(placed.size)
        below = len(placed.text) + bool(placed.mark)
        top = row.centre[1] - (high + below * line_height(theme.stage_text)) / 2
        shapes: list[Shape] = [
            Box(Rect(left, row.y, row.right - left, 1), fill=theme.line),
            Text(placed.lines, left, top, placed.size, theme.ink, bold=True),
            *self._rail(placed),
            *self._pill(placed),
        ]
        if placed.text:
            shapes.append(Text(placed.text, left, top + high, theme.stage_text, self._quiet))
            high += len(placed.text) * line_height(theme.stage_text)
        if placed.mark:
            colour = readable(self._mark_colour(placed.area.mark), theme, 7)
            shapes.append(Text((placed.mark,), left, top + high, theme.stage_text, colour, bold=True))
        return Group(placed.area.id, "item", row, tuple(shapes), label=self._label(placed.area))

    def _rail(self, placed: PlacedArea) -> Iterator[Shape]:
        """The five steps as a line with knots, as far as the level in strong colour; the pill covers its own knot."""
        middle, level = placed.rect.centre[1], placed.area.level
        colour = self._colour(level)
        first, last = (step_left(place) + STEP_WIDTH / 2 for place in (1, len(self._layout.steps) - 1))
        yield Box(Rect(first, middle - 1.5, last - first, 3), fill=self._theme.line)
        if level:
            yield Box(Rect(first, middle - 3, level * STEP_WIDTH, 6), fill=colour)
        for value in range(len(self._layout.steps) - 1):
            if value != level:
                knot = Rect(first + value * STEP_WIDTH - 8, middle - 8, 16, 16)
                passed = level is not None and value < level
                stroke = colour if passed else self._theme.link
                yield Oval(knot, fill=colour if passed else self._theme.surface, stroke=stroke, stroke_width=2)

    def _pill(self, placed: PlacedArea) -> Iterator[Shape]:
        """The level as a word: tinted with a check, dashed with a warning sign, dashed with a question mark, plain."""
        theme, pill, level = self._theme, placed.pill, placed.area.level
        edge, strong = self._colour(level), self._asked.is_strength(level)
        fill = mixed(edge, _STRONG_TINT, theme.surface) if strong else theme.surface
        dash = () if level is not None and not self._asked.needs_work(level) else (7.0, 5.0)
        yield Box(pill, min(pill.height / 2, 24), fill=fill, stroke=edge, stroke_width=3, dash=dash)
        sign, left = self._sign(level), pill.x + PILL_INSET
        if sign:
            yield icon(sign, Rect(left, pill.centre[1] - PILL_SIGN / 2, PILL_SIGN, PILL_SIGN), edge)
            left += PILL_SIGN + 6
        top = pill.centre[1] - len(placed.told) * line_height(theme.stage_text) / 2
        yield Text(placed.told, left, top, theme.stage_text, theme.ink, bold=True)

    def _colour(self, level: int | None) -> str:
        theme = self._theme
        if self._asked.is_strength(level):
            return theme.categories[_STRENGTH]
        return theme.warning if self._asked.needs_work(level) else theme.quiet

    def _sign(self, level: int | None) -> str:
        if level is None:
            return "unknown"
        if self._asked.is_strength(level):
            return "check"
        return "warning" if self._asked.needs_work(level) else ""

    def _label(self, each: AreaView) -> str:
        area = self._asked.area(each.area)
        told = [f"{area.code} {_area_told(self._view, each)}"]
        if self._asked.is_strength(each.level):
            told.append(self._words("assessment.strength"))
        elif self._asked.needs_work(each.level):
            told.append(self._words("assessment.needs_work"))
        if each.mark:
            told.append(self._asked.mark(each.mark).name.within(self._view.language))
        return ". ".join([*told, *filter(None, [each.action])])

    def _mark(self, placed: PlacedMark) -> Group:
        """The heading of what areas are singled out as, and how many of them are still to be chosen."""
        theme, colour = self._theme, self._mark_colour(placed.mark.id)
        meaning = placed.top + line_height(theme.stage_heading)
        shapes: list[Shape] = [
            Text(placed.heading, PANEL_LEFT, placed.top, theme.stage_heading, readable(colour, theme, 7), bold=True),
            Text(placed.meaning, PANEL_LEFT, meaning, theme.stage_text, self._quiet),
            Box(Rect(PANEL_LEFT, placed.rule, PANEL_WIDTH, 4), 2, fill=colour),
        ]
        told = ""
        if placed.open:
            told = self._words("assessment.to_choose", count=placed.mark.most - len(placed.choices))
            shapes.append(Box(placed.open, 10, fill=theme.surface, stroke=theme.link, stroke_width=2, dash=(7, 5)))
            shapes.append(Text((told,), placed.open.x + CARD_INSET, placed.open.y + 10, theme.stage_text, self._quiet))
        box = Rect(PANEL_LEFT, placed.top, PANEL_WIDTH, placed.rule + 4 - placed.top)
        return Group("", "scenery", box, tuple(shapes), label=f"{placed.heading[0]}. {told}".strip())

    def _choice(self, mark: PlacedMark, number: int, placed: PlacedChoice) -> Group:
        theme, rect, colour = self._theme, placed.rect, self._mark_colour(mark.mark.id)
        left, below = rect.x + CARD_INSET, rect.y + 10 + len(placed.lines) * line_height(NAME_SIZE)
        shapes: list[Shape] = [
            Box(rect, 10, fill=theme.surface, stroke=colour, stroke_width=2.5),
            Box(Rect(rect.x, rect.y + 1, 10, rect.height - 2), 5, fill=colour),
            Text(placed.lines, left, rect.y + 10, NAME_SIZE, theme.ink, bold=True),
        ]
        if placed.below:
            shapes.append(Text((placed.below,), left, below, theme.stage_text, self._quiet))
        return Group(
            "", "scenery", rect, tuple(shapes), label=f"{number}. {' '.join(placed.lines)} {placed.below}".strip()
        )

    def _act(self, placed: PlacedAct) -> Group:
        """Where to act, as a card below its heading."""
        theme, rect = self._theme, placed.rect
        colour = theme.categories[_MARKS[0]]
        meaning = TOP + line_height(theme.stage_heading)
        shapes: list[Shape] = [
            Text(placed.heading, PANEL_LEFT, TOP, theme.stage_heading, readable(colour, theme, 7), bold=True),
            Text(placed.meaning, PANEL_LEFT, meaning, theme.stage_text, self._quiet),
            Box(Rect(PANEL_LEFT, placed.rule, PANEL_WIDTH, 4), 2, fill=colour),
            Box(rect, 10, fill=theme.surface, stroke=colour, stroke_width=2.5),
            Box(Rect(rect.x, rect.y + 1, 10, rect.height - 2), 5, fill=colour),
            Text(placed.lines, rect.x + CARD_INSET, rect.y + 14, ACT_SIZE, theme.ink, bold=True),
        ]
        box = Rect(PANEL_LEFT, TOP, PANEL_WIDTH, rect.bottom - TOP)
        return Group("", "scenery", box, tuple(shapes), label=f"{placed.heading[0]}. {' '.join(placed.lines)}")

    def _mark_colour(self, mark: str) -> str:
        place = [each.id for each in self._asked.marks].index(mark)
        return self._theme.categories[_MARKS[place % len(_MARKS)]]

    def _legend(self) -> Group:
        """What the signs mean, and how many areas have each."""
        box, asked, view = self._layout.legend, self._asked, self._view
        unknown = sum(each.level is None for each in view.areas)
        rows = (
            (asked.strength_from, "assessment.legend_strength", len(view.strengths())),
            (asked.needs_work_to, "assessment.legend_needs_work", len(view.needing_work())),
            (None, "assessment.legend_unknown", unknown),
        )
        shapes: list[Shape] = []
        told, high = [], box.height / len(rows)
        for place, (level, key, many) in enumerate(rows):
            top = box.y + place * high
            sign = Rect(box.x, top + (high - PILL_SIGN) / 2, PILL_SIGN, PILL_SIGN)
            text = self._words(key, level=level, number=many)
            told.append(text)
            shapes.append(icon(self._sign(level), sign, self._colour(level)))
            middle = top + (high - line_height(LEGEND_SIZE)) / 2
            shapes.append(Text((text,), box.x + PILL_SIGN + 10, middle, LEGEND_SIZE, self._quiet))
        return Group("", "scenery", box, tuple(shapes), label=", ".join(told))
