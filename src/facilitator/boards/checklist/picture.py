"""A checklist as a picture: five phases, how far each is, and every item with its status."""

from collections.abc import Iterator
from functools import lru_cache

from facilitator.boards.checklist.layout import (
    BAR_HEIGHT,
    BAR_TOP,
    BOX,
    HEADING_BOTTOM,
    LEGEND_TOP,
    PHASE_WIDTH,
    PROGRESS_TOP,
    SIDE,
    TEXT_INSET,
    ChecklistLayout,
    PlacedEntry,
    PlacedPhase,
    layout_of,
    progress,
)
from facilitator.boards.checklist.view import ChecklistView
from facilitator.boards.drawing import header, icon, readable
from facilitator.content import checklist as content
from facilitator.content.theme import Theme, contrast, mixed
from facilitator.content.typeface import line_height, width, wrap
from facilitator.content.words import Words
from facilitator.domain.picture import STAGE_WIDTH, Box, Group, Path, PathCommand, Picture, Rect, Shape, Text

COLOURS = {"vision": 0, "deliver": 1, "sustain": 2, "change": 3, "procure": 4}
"""Which of the theme's category colours each phase has."""

_PROGRESS = 20.0
_SIGN_GAP = 8.0
_LEGEND_GAP = 28.0


@lru_cache(maxsize=16)
def picture_of(view: ChecklistView, theme: Theme) -> Picture:
    """The view on the 1920 x 1080 surface, in the view's language."""
    return Picture(
        background=theme.paper,
        groups=tuple(_Drawing(view, theme).groups()),
        alt=alternative(view),
        category_colours=tuple((phase, theme.categories[place]) for phase, place in COLOURS.items()),
    )


def alternative(view: ChecklistView) -> str:
    """What the picture shows, in a sentence or two."""
    words = Words(view.language)
    phases = []
    for phase in content.phases():
        done, count = progress([entry for entry in view.entries if entry.phase == phase.id])
        name = phase.name.within(view.language)
        phases.append(words("checklist.phase_progress", phase=name, done=done, count=count))
    about = f"{view.title}. {view.question}".strip()
    return words("checklist.alt", about=about, phases=words.list(phases))


class _Drawing:
    def __init__(self, view: ChecklistView, theme: Theme) -> None:
        self._view, self._theme = view, theme
        self._words = Words(view.language)
        self._quiet = readable(theme.quiet, theme, 7)  # small words need more contrast than large ones
        self._layout: ChecklistLayout = layout_of(view, theme)

    def groups(self) -> Iterator[Group]:
        """The header, the phases' heads, then all items."""
        yield header(self._view, self._theme)
        for phase in self._layout.phases:
            yield self._head(phase)
        yield self._legend()
        for phase in self._layout.phases:
            yield from (self._entry(placed) for placed in phase.entries)

    def _head(self, phase: PlacedPhase) -> Group:
        theme, colour = self._theme, self._colour(phase.id)
        name = next(each for each in content.phases() if each.id == phase.id).name.within(self._view.language)
        size = theme.stage_heading
        lines = wrap(name, size, PHASE_WIDTH, bold=True)
        top = HEADING_BOTTOM - len(lines) * line_height(size)
        told = self._words("checklist.in_place", done=phase.done, count=phase.count)
        bar = Rect(phase.left, BAR_TOP, PHASE_WIDTH, BAR_HEIGHT)
        share = phase.done / phase.count if phase.count else 0
        shapes: list[Shape] = [
            Text(lines, phase.left, top, size, readable(colour, theme), bold=True),
            Text((told,), phase.left, PROGRESS_TOP, _PROGRESS, self._quiet, bold=True),
            Box(bar, BAR_HEIGHT / 2, fill=mixed(colour, 0.22, theme.paper)),
        ]
        if share:
            done = Rect(bar.x, bar.y, max(bar.width * share, bar.height), bar.height)
            shapes.append(Box(done, BAR_HEIGHT / 2, fill=colour))
        box = Rect(phase.left, top, PHASE_WIDTH, bar.bottom - top)
        return Group("", "scenery", box, tuple(shapes), label=f"{name}: {told}", category=phase.id, swatch=bar)

    def _legend(self) -> Group:
        """What the signs of the statuses mean."""
        theme, size = self._theme, self._theme.stage_minimum
        names = [(status.id, status.name.within(self._view.language)) for status in content.statuses()]
        wide = sum(BOX + _SIGN_GAP + width(name, size) for _, name in names) + _LEGEND_GAP * (len(names) - 1)
        box = Rect(STAGE_WIDTH - SIDE - wide, LEGEND_TOP + 8, wide, BOX)
        shapes: list[Shape] = []
        left = box.x
        for status, name in names:
            shapes += self._status(status, Rect(left, box.y, BOX, BOX), theme.quiet)
            left += BOX + _SIGN_GAP
            shapes.append(Text((name,), left, box.centre[1] - line_height(size) / 2, size, self._quiet))
            left += width(name, size) + _LEGEND_GAP
        return Group("", "scenery", box, tuple(shapes), label=", ".join(name for _, name in names))

    def _colour(self, phase: str) -> str:
        return self._theme.categories[COLOURS[phase]]

    def _entry(self, placed: PlacedEntry) -> Group:
        theme, entry, rect, setting = self._theme, placed.entry, placed.rect, self._layout.setting
        quiet = entry.status == "not_for_us"
        top = rect.y + setting.between / 2
        box = Rect(rect.x, top + max(0.0, (line_height(setting.text) - BOX) / 2), BOX, BOX)
        text_left = rect.x + TEXT_INSET
        shapes: list[Shape] = [
            *self._status(entry.status, box, self._colour(entry.phase)),
            Text(placed.lines, text_left, top, setting.text, self._quiet if quiet else theme.ink),
            Text((entry.item,), box.centre[0], box.bottom, setting.small, self._quiet, anchor="middle"),
            Box(Rect(text_left, rect.bottom - 1, PHASE_WIDTH - TEXT_INSET, 1), fill=theme.line),
        ]
        if placed.who_and_when:
            below = top + len(placed.lines) * line_height(setting.text)
            shapes.append(Text((placed.who_and_when,), text_left, below, setting.small, self._quiet, bold=True))
        label = self._label(placed)
        return Group(entry.id, "item", rect, tuple(shapes), label=label, category=entry.phase, mark=box.grown(4))

    def _status(self, status: str, box: Rect, colour: str) -> Iterator[Shape]:
        """A filled box with a check, a half filled one, an empty one, or a dash."""
        inner = box.grown(-2.5)
        if status == "done":
            ink = max((self._theme.hub, self._theme.hub_ink), key=lambda each: contrast(each, colour))
            yield Box(box.grown(-1), 5, fill=colour)
            yield icon("check", box.grown(-5), ink)
        elif status == "under_way":
            yield Path(_left_half(inner, 3), fill=colour)
            yield Box(inner, 4, stroke=colour, stroke_width=3)
        elif status == "not_started":
            yield Box(inner, 4, fill=self._theme.surface, stroke=self._theme.quiet, stroke_width=2)
        else:
            yield Box(Rect(box.x + 4, box.centre[1] - 2, box.width - 8, 4), 2, fill=self._theme.quiet)

    def _label(self, placed: PlacedEntry) -> str:
        entry, language = placed.entry, self._view.language
        text, status = content.item(entry.item).text, content.status(entry.status).name
        due = self._words.date(entry.due) if entry.due else ""
        told = (f"{entry.item}: {text.within(language)}", status.within(language), entry.owner, due)
        return ". ".join(filter(None, told))


def _left_half(box: Rect, corner: float) -> tuple[PathCommand, ...]:
    """The left half of a box, its corners cut so that they stay inside the rounded outline."""
    middle = box.centre[0]
    return (
        ("M", middle, box.y),
        ("L", middle, box.bottom),
        ("L", box.x + corner, box.bottom),
        ("L", box.x, box.bottom - corner),
        ("L", box.x, box.y + corner),
        ("L", box.x + corner, box.y),
        ("Z",),
    )
