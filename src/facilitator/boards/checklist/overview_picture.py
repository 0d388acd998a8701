"""All phases of a checklist at a glance: a row a phase, a sign an item, and how many items have which status."""

from collections.abc import Iterator, Sequence

from facilitator.boards.checklist.layout import progress
from facilitator.boards.checklist.signs import colour_of, counts_of, counts_told, status_name, status_sign, told
from facilitator.boards.checklist.view import ChecklistView, EntryView
from facilitator.boards.drawing import header, readable
from facilitator.content import checklist as content
from facilitator.content.theme import Theme, mixed
from facilitator.content.typeface import line_height, wrap
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Rect, Shape, Text

LEFT, RIGHT = 60.0, 1860.0
TOP, HIGH = 100.0, 188.0
NAME_WIDE = 470.0
TILES_LEFT, TILE = 570.0, 56.0
COUNTS_LEFT, COUNT_WIDE = 1220.0, 160.0

_NAME, _SMALL, _NUMBER, _WORD, _CODE = 34.0, 22.0, 44.0, 22.0, 20.0
_SIGN, _BAR = 34.0, 10.0
_DOWN = 50.0  # from the top of a row to the signs


def overview_groups(view: ChecklistView, theme: Theme) -> Iterator[Group]:
    """The header, then each phase with its counts and its items."""
    yield header(view, theme)
    for place, phase in enumerate(content.phases()):
        entries = [entry for entry in view.entries if entry.phase == phase.id]
        top = TOP + place * HIGH
        if view.showing.spotlight == phase.id:
            yield _lit(phase, top, theme)
        yield _name(view, phase, entries, top, theme)
        yield _counts(view, phase, entries, top, theme)
        for number, entry in enumerate(entries):
            yield _tile(view, entry, Rect(TILES_LEFT + number * TILE, top + _DOWN, TILE, 84), theme)


def _lit(phase: content.Phase, top: float, theme: Theme) -> Group:
    """The ground of the phase in the spotlight."""
    ground = Rect(LEFT - 24, top + 6, RIGHT - LEFT + 48, HIGH - 12)
    shape = Box(ground, 12, fill=theme.surface, stroke=colour_of(phase.id, theme), stroke_width=3)
    return Group("", "scenery", Rect(ground.x, ground.y, 20, ground.height), (shape,), category=phase.id)


def _name(view: ChecklistView, phase: content.Phase, entries: Sequence[EntryView], top: float, theme: Theme) -> Group:
    colour, (done, count) = colour_of(phase.id, theme), progress(entries)
    name = phase.name.within(view.language)
    lines = wrap(name, _NAME, NAME_WIDE, bold=True)
    below = top + 36 + len(lines) * line_height(_NAME)
    in_place = Words(view.language)("checklist.in_place", done=done, count=count)
    bar = Rect(LEFT, below + line_height(_SMALL) + 8, NAME_WIDE, _BAR)
    share = done / count if count else 0
    shapes: list[Shape] = [
        Text(lines, LEFT, top + 32, _NAME, readable(colour, theme), bold=True),
        Text((in_place,), LEFT, below, _SMALL, readable(theme.quiet, theme, 7), bold=True),
        Box(bar, _BAR / 2, fill=mixed(colour, 0.22, theme.paper)),
        Box(Rect(LEFT, top + HIGH - 1, RIGHT - LEFT, 1), fill=theme.line),
    ]
    if share:
        shapes.append(Box(Rect(bar.x, bar.y, max(bar.width * share, _BAR), _BAR), _BAR / 2, fill=colour))
    box = Rect(LEFT, top + 4, NAME_WIDE, HIGH - 8)
    return Group("", "scenery", box, tuple(shapes), f"{name}: {in_place}", phase.id, swatch=bar)


def _counts(view: ChecklistView, phase: content.Phase, entries: Sequence[EntryView], top: float, theme: Theme) -> Group:
    """Sign, number and word for each status, those that nothing has in quiet ink."""
    colour, quiet = colour_of(phase.id, theme), readable(theme.quiet, theme, 7)
    shapes: list[Shape] = []
    for place, (status, count) in enumerate(counts_of(entries)):
        left = COUNTS_LEFT + place * COUNT_WIDE
        ink = theme.ink if count else quiet
        box = Rect(left, top + _DOWN, _SIGN, _SIGN)
        shapes += status_sign(status, box, colour, theme)
        number_top = box.centre[1] - line_height(_NUMBER) / 2
        shapes.append(Text((str(count),), box.right + 12, number_top, _NUMBER, ink, bold=True))
        word = wrap(status_name(status, view.language), _WORD, COUNT_WIDE - 12)
        shapes.append(Text(word, left, box.bottom + 14, _WORD, ink))
    label = Words(view.language)(
        "checklist.phase_counts", phase=phase.name.within(view.language), counts=counts_told(entries, view.language)
    )
    box = Rect(COUNTS_LEFT, top + 4, RIGHT - COUNTS_LEFT, HIGH - 8)
    return Group("", "scenery", box, tuple(shapes), label, phase.id)


def _tile(view: ChecklistView, entry: EntryView, rect: Rect, theme: Theme) -> Group:
    box = Rect(rect.centre[0] - _SIGN / 2, rect.y + 4, _SIGN, _SIGN)
    code = Text((entry.item,), box.centre[0], box.bottom + 8, _CODE, readable(theme.quiet, theme, 7), anchor="middle")
    shapes = (*status_sign(entry.status, box, colour_of(entry.phase, theme), theme), code)
    return Group(entry.id, "item", rect, shapes, told(entry, view.language), entry.phase, mark=box.grown(4))
