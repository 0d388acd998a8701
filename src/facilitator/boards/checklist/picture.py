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
from facilitator.boards.checklist.overview_picture import overview_groups
from facilitator.boards.checklist.phase_picture import phase_groups
from facilitator.boards.checklist.signs import COLOURS, colour_of, counts_told, status_sign, told
from facilitator.boards.checklist.view import OVERVIEW, ChecklistView
from facilitator.boards.drawing import header, readable
from facilitator.content import checklist as content
from facilitator.content.theme import Theme, mixed
from facilitator.content.typeface import line_height, width, wrap
from facilitator.content.words import Words
from facilitator.domain.picture import STAGE_WIDTH, Box, Group, Picture, Rect, Shape, Text

_PROGRESS = 20.0
_SIGN_GAP = 8.0
_LEGEND_GAP = 28.0


@lru_cache(maxsize=16)
def picture_of(view: ChecklistView, theme: Theme) -> Picture:
    """The view on the 1920 x 1080 surface, in the view's language."""
    return Picture(
        background=theme.paper,
        groups=tuple(_groups(view, theme)),
        alt=alternative(view),
        category_colours=tuple((phase, theme.categories[place]) for phase, place in COLOURS.items()),
    )


def _groups(view: ChecklistView, theme: Theme) -> Iterator[Group]:
    if view.phase:
        return phase_groups(view, view.phase, theme)
    return overview_groups(view, theme) if view.showing.form == OVERVIEW else _Drawing(view, theme).groups()


def alternative(view: ChecklistView) -> str:
    """What the picture shows, in a sentence or two."""
    words = Words(view.language)
    about = f"{view.title}. {view.question}".strip()
    phases = []
    if view.phase:
        name, entries = view.phase.name.within(view.language), [*view.of(view.phase)]
        counts = words("checklist.phase_counts", phase=name, counts=counts_told(entries, view.language))
        return f"{about} {counts}."
    for phase in content.phases():
        done, count = progress([*view.of(phase)])
        name = phase.name.within(view.language)
        phases.append(words("checklist.phase_progress", phase=name, done=done, count=count))
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
        theme, colour = self._theme, colour_of(phase.id, self._theme)
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
            shapes += status_sign(status, Rect(left, box.y, BOX, BOX), theme.quiet, theme)
            left += BOX + _SIGN_GAP
            shapes.append(Text((name,), left, box.centre[1] - line_height(size) / 2, size, self._quiet))
            left += width(name, size) + _LEGEND_GAP
        return Group("", "scenery", box, tuple(shapes), label=", ".join(name for _, name in names))

    def _entry(self, placed: PlacedEntry) -> Group:
        theme, entry, rect, setting = self._theme, placed.entry, placed.rect, self._layout.setting
        quiet = entry.status == "not_for_us"
        top = rect.y + setting.between / 2
        box = Rect(rect.x, top + max(0.0, (line_height(setting.text) - BOX) / 2), BOX, BOX)
        text_left = rect.x + TEXT_INSET
        shapes: list[Shape] = [
            *status_sign(entry.status, box, colour_of(entry.phase, theme), theme),
            Text(placed.lines, text_left, top, setting.text, self._quiet if quiet else theme.ink),
            Text((entry.item,), box.centre[0], box.bottom, setting.small, self._quiet, anchor="middle"),
            Box(Rect(text_left, rect.bottom - 1, PHASE_WIDTH - TEXT_INSET, 1), fill=theme.line),
        ]
        if placed.who_and_when:
            below = top + len(placed.lines) * line_height(setting.text)
            shapes.append(Text((placed.who_and_when,), text_left, below, setting.small, self._quiet, bold=True))
        label = told(entry, self._view.language)
        return Group(entry.id, "item", rect, tuple(shapes), label=label, category=entry.phase, mark=box.grown(4))
