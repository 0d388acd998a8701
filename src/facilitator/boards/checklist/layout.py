"""Where the items of a checklist stand, in pixels of the 1920 x 1080 surface: five phases side by side."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from facilitator.boards.checklist.view import ChecklistView, EntryView
from facilitator.boards.drawing import HEADER, lines_of
from facilitator.content import checklist as content
from facilitator.content.theme import Theme
from facilitator.content.typeface import line_height, width, wrap
from facilitator.content.words import Words
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Rect

SIDE = 48.0
BETWEEN = 36.0
PHASE_WIDTH = (STAGE_WIDTH - 2 * SIDE - 4 * BETWEEN) / 5
HEADING_BOTTOM = HEADER.bottom + 84
PROGRESS_TOP = HEADING_BOTTOM + 2
BAR_TOP = PROGRESS_TOP + 30
BAR_HEIGHT = 8.0
ENTRIES_TOP = BAR_TOP + BAR_HEIGHT + 12
ENTRIES_BOTTOM = STAGE_HEIGHT - 24.0
LEGEND_TOP = STAGE_HEIGHT - 48.0
LEGEND_FROM = 2
"""The phase, from 0, below which and below those after it the signs are explained."""

BOX = 26.0
TEXT_INSET = 44.0
"""From the left edge of a phase to the text of its items; the status box and the code stand left of it."""

_URGENCY = ("under_way", "not_started", "done", "not_for_us")


@dataclass(frozen=True, slots=True)
class Setting:
    """Text size of the items, the room between two of them, half of it each side of a hairline, and the small size."""

    text: float
    between: float
    small: float


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """An item on the stage: its text in lines, and who does it by when, "" where that is open or has no room."""

    entry: EntryView
    rect: Rect
    lines: tuple[str, ...]
    who_and_when: str


@dataclass(frozen=True, slots=True)
class PlacedPhase:
    """A phase: its column, its items, how many are in place out of how many that apply."""

    id: str
    left: float
    entries: tuple[PlacedEntry, ...]
    done: int
    count: int


@dataclass(frozen=True, slots=True)
class ChecklistLayout:
    """The phases from left to right; all items are set alike."""

    setting: Setting
    phases: tuple[PlacedPhase, ...]


def phase_left(place: int) -> float:
    """The left edge of the phase at this place, from 0."""
    return SIDE + place * (PHASE_WIDTH + BETWEEN)


@lru_cache(maxsize=16)
def layout_of(view: ChecklistView, theme: Theme) -> ChecklistLayout:
    """All items, in the largest text with which every phase has room for who does what by when.

    Where even the smallest text leaves no room for that, a phase leaves it out where it matters least: first of what
    is not for us, then of what is done, then of what has not begun, from the last item to the first.
    """
    settings = _settings(theme)
    for setting in settings:
        rows = [_rows(view, phase.id, setting) for phase in content.phases()]
        if all(_height(each, setting) <= _room(place) for place, each in enumerate(rows)):
            break
    else:
        setting = settings[-1]
        rows = [_shortened(each, setting, _room(place)) for place, each in enumerate(rows)]
    phases = zip(content.phases(), rows, strict=True)
    return ChecklistLayout(
        setting, tuple(_placed(phase.id, place, each, setting) for place, (phase, each) in enumerate(phases))
    )


def progress(entries: Sequence[EntryView]) -> tuple[int, int]:
    """How many items are done, and how many apply: those that are not for us do not count."""
    return sum(each.status == "done" for each in entries), sum(each.status != "not_for_us" for each in entries)


def _settings(theme: Theme) -> tuple[Setting, ...]:
    usual, least = theme.stage_text, theme.stage_minimum
    return (
        Setting(usual * 1.1, 22, least),
        Setting(usual, 20, least),
        Setting(usual, 14, least),
        Setting(least, 14, least),
        Setting(least, 9, least),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    entry: EntryView
    lines: tuple[str, ...]
    who_and_when: str

    def height(self, setting: Setting) -> float:
        text = len(self.lines) * line_height(setting.text) + bool(self.who_and_when) * line_height(setting.small)
        return max(text, BOX + line_height(setting.small))


def _rows(view: ChecklistView, phase: str, setting: Setting) -> list[_Row]:
    words, room = Words(view.language), PHASE_WIDTH - TEXT_INSET
    rows = []
    for entry in view.entries:
        if entry.phase == phase:
            lines = wrap(content.item(entry.item).text.within(view.language), setting.text, room)
            rows.append(_Row(entry, lines, _who_and_when(entry, words, setting.small, room)))
    return rows


def _who_and_when(entry: EntryView, words: Words, size: float, room: float) -> str:
    """Owner and due date in one line; an owner's words give way to the date."""
    when = words.short_date(entry.due) if entry.due else ""
    if not entry.owner:
        return when
    after = f" – {when}" if when else ""
    return "".join(lines_of(entry.owner, size, room - width(after, size, bold=True), bold=True, most=1)) + after


def _height(rows: Sequence[_Row], setting: Setting) -> float:
    return sum(row.height(setting) + setting.between for row in rows)


def _room(place: int) -> float:
    return (ENTRIES_BOTTOM if place < LEGEND_FROM else LEGEND_TOP) - ENTRIES_TOP


def _shortened(rows: Sequence[_Row], setting: Setting, room: float) -> list[_Row]:
    """The rows without some of their `who_and_when`, so that they fit."""
    kept = list(rows)
    most_urgent_first = sorted(enumerate(rows), key=lambda each: (_URGENCY.index(each[1].entry.status), each[0]))
    for place, row in reversed(most_urgent_first):
        if _height(kept, setting) <= room:
            break
        kept[place] = replace(row, who_and_when="")
    return kept


def _placed(phase: str, place: int, rows: Sequence[_Row], setting: Setting) -> PlacedPhase:
    left, top = phase_left(place), ENTRIES_TOP
    placed = []
    for row in rows:
        rect = Rect(left, top, PHASE_WIDTH, row.height(setting) + setting.between)
        placed.append(PlacedEntry(row.entry, rect, row.lines, row.who_and_when))
        top = rect.bottom
    return PlacedPhase(phase, left, tuple(placed), *progress([row.entry for row in rows]))
