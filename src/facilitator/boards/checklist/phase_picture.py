"""One phase of a checklist in large text: its items in two columns, with a sign and a word for the status of each."""

from collections.abc import Iterator, Sequence

from facilitator.boards.checklist.signs import colour_of, counts_of, status_name, status_sign, told
from facilitator.boards.checklist.view import ChecklistView, EntryView
from facilitator.boards.drawing import header, lines_of, readable
from facilitator.content import checklist as content
from facilitator.content.theme import Theme
from facilitator.content.typeface import line_height, width, wrap
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Rect, Shape, Text

LEFT, WIDE = 60.0, 1800.0
BETWEEN = 60.0
COLUMN = (WIDE - BETWEEN) / 2
TOP, BOTTOM = 234.0, 1064.0
SIZES = (44.0, 40.0, 36.0, 34.0, 32.0, 30.0, 28.0, 26.0, 24.0)
"""Of the text of the items: the first that fits both columns; the last always does."""
SMALL = 24.0

_NAME, _SUMMARY, _SIGN, _INSET, _APART = 40.0, 26.0, 34.0, 58.0, 22.0
_SIGN_GAP, _COUNT_GAP = 10.0, 34.0


def phase_groups(view: ChecklistView, phase: content.Phase, theme: Theme) -> Iterator[Group]:
    """The header, the phase with how many of its items have which status, then its items."""
    entries = [entry for entry in view.entries if entry.phase == phase.id]
    yield header(view, theme)
    yield _head(view, phase, entries, theme)
    for entry, rect, size in _placed(entries, view):
        yield _entry(view, entry, rect, size, theme)


def _head(view: ChecklistView, phase: content.Phase, entries: Sequence[EntryView], theme: Theme) -> Group:
    colour, language = colour_of(phase.id, theme), view.language
    quiet, name = readable(theme.quiet, theme, 7), phase.name.within(language)
    counts = [
        (status, Words(language)("checklist.count_of", count=count, status=status_name(status, language)))
        for status, count in counts_of(entries)
    ]
    shapes: list[Shape] = [
        Text((name,), LEFT, 90, _NAME, readable(colour, theme), bold=True),
        Box(Rect(LEFT, TOP - 16, WIDE, 4), 2, fill=colour),
    ]
    summary_left = LEFT + width(name, _NAME, bold=True) + 28
    summary = lines_of(phase.summary.within(language), _SUMMARY, LEFT + WIDE - summary_left, most=1)
    shapes.append(Text(summary, summary_left, 102, _SUMMARY, quiet))
    left = LEFT
    for status, text in counts:
        shapes += status_sign(status, Rect(left, 162, _SIGN, _SIGN), colour, theme)
        left += _SIGN + _SIGN_GAP
        shapes.append(Text((text,), left, 162 + (_SIGN - line_height(SMALL)) / 2, SMALL, theme.ink, bold=True))
        left += width(text, SMALL, bold=True) + _COUNT_GAP
    label = f"{name}: {', '.join(text for _, text in counts)}"
    swatch = Rect(LEFT, TOP - 16, WIDE, 4)
    return Group("", "scenery", Rect(LEFT, 84, WIDE, TOP - 96), tuple(shapes), label, phase.id, swatch=swatch)


def _placed(entries: Sequence[EntryView], view: ChecklistView) -> Iterator[tuple[EntryView, Rect, float]]:
    """Each entry with its place and the size of its text, the first half in the left column."""
    half = -(-len(entries) // 2)
    columns = (entries[:half], entries[half:])
    fitting = (size for size in SIZES if all(_high(each, size, view) <= BOTTOM - TOP for each in columns))
    size = next(fitting, SIZES[-1])
    for place, column in enumerate(columns):
        top = TOP
        for entry in column:
            high = _height(entry, size, view)
            yield entry, Rect(LEFT + place * (COLUMN + BETWEEN), top, COLUMN, high), size
            top += high


def _high(entries: Sequence[EntryView], size: float, view: ChecklistView) -> float:
    return sum(_height(entry, size, view) for entry in entries)


def _height(entry: EntryView, size: float, view: ChecklistView) -> float:
    return len(_lines(entry, size, view)) * line_height(size) + line_height(SMALL) + _APART


def _lines(entry: EntryView, size: float, view: ChecklistView) -> tuple[str, ...]:
    text = f"{entry.item}  {content.item(entry.item).text.within(view.language)}"
    return wrap(text, size, COLUMN - _INSET)


def _entry(view: ChecklistView, entry: EntryView, rect: Rect, size: float, theme: Theme) -> Group:
    colour, quiet = colour_of(entry.phase, theme), readable(theme.quiet, theme, 7)
    lines, top = _lines(entry, size, view), rect.y + _APART / 2
    left = rect.x + _INSET
    box = Rect(rect.x, top + (line_height(size) - _SIGN) / 2, _SIGN, _SIGN)
    ink = quiet if entry.status == "not_for_us" else theme.ink
    below = Text(_state(view, entry), left, top + len(lines) * line_height(size), SMALL, quiet, bold=True)
    line = Box(Rect(left, rect.bottom - 1, rect.width - _INSET, 1), fill=theme.line)
    shapes = (*status_sign(entry.status, box, colour, theme), Text(lines, left, top, size, ink), below, line)
    return Group(entry.id, "item", rect, shapes, told(entry, view.language), entry.phase, mark=box.grown(4))


def _state(view: ChecklistView, entry: EntryView) -> tuple[str, ...]:
    """Status, day and owner, or why it is not for us, in one line; what comes last gives way."""
    words = Words(view.language)
    due = words.short_date(entry.due) if entry.due else ""
    last = entry.reason if entry.status == "not_for_us" else entry.owner
    parts = (status_name(entry.status, view.language), due, " ".join(last.split()))
    return lines_of(" · ".join(filter(None, parts)), SMALL, COLUMN - _INSET, bold=True, most=1)
