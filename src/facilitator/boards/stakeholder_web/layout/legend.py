"""The legend of a web: what its lines and signs mean, as far as they are in use, in a corner that pills seldom need."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from facilitator.boards.stakeholder_web.layout.geometry import FRAME
from facilitator.boards.stakeholder_web.marks import BID, GATE, GROUP, NEW, UNKNOWN, marks_of, size_of
from facilitator.boards.stakeholder_web.view import ATTITUDE, INFLUENCE, StakeholderWebView, shown_ties
from facilitator.content import methods, typeface
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.picture import Rect

TIE, TIE_MARK, MARK, SIZE, FORM = "tie", "tie mark", "mark", "size", "form"
"""What a row explains: a kind of line, a sign on lines, a sign on pills, the size of pills, the form of pills."""

_PAD, _BETWEEN, _AFTER_SAMPLE, _BETWEEN_COLUMNS = 12.0, 6.0, 10.0, 20.0  # pixels
_SAMPLE = 2.4  # width of a sample, in sizes of the text
_WIDEST = 14.0  # width of the words of a row before they break, in sizes of the text
_HIGHEST = 250.0  # pixels; a legend that would be higher stands in more columns
_SNAP = 8  # pixels; as for pills


@dataclass(frozen=True, slots=True)
class LegendRow:
    """What one sign means.

    `kind` is TIE, TIE_MARK, MARK, SIZE or FORM; `id` the line kind ("works_with"), "bolt" or "unknown" for a sign on
    lines, the mark as `marks_of` names it ("attitude:+1"), the size ("1" to "4"), or "rights" or "guess". The sign is
    drawn in `sample`, its meaning in `lines` from the top left of `words`.
    """

    kind: str
    id: str
    sample: Rect
    words: Rect
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """Where the legend stands, with its rows; `text` is the size of its letters."""

    rect: Rect
    rows: tuple[LegendRow, ...]
    text: float


class _Entry(NamedTuple):
    kind: str
    id: str
    name: str


def legend_of(view: StakeholderWebView, theme: Theme) -> Legend | None:
    """The legend of what is in use on this web, None if there is nothing to explain.

    It stands in the first corner, from the bottom left, where no hand has put a pill. Its text is the theme's stage
    minimum, or the size for phones where the view asks for large text.
    """
    entries = [*_ties(view), *_marks(view), *_sizes(view), *_forms(view)]
    if not entries:
        return None
    text = theme.stage_large if view.showing.large else theme.stage_minimum
    return _laid_out(entries, text, [each.placed for each in view.stakeholders if each.placed])


def _ties(view: StakeholderWebView) -> Iterator[_Entry]:
    ties = shown_ties(view)
    used = {tie.kind for tie in ties}
    for kind in methods.line_kinds():
        if kind.id in used:
            yield _Entry(TIE, kind.id, kind.name.within(view.language))
    words = Words(view.language)
    if any(tie.quality == "strained" and tie.kind != "tension" for tie in ties):
        yield _Entry(TIE_MARK, "bolt", words("web.sign_strained"))
    if any(tie.confidence == "guess" for tie in ties):
        yield _Entry(TIE_MARK, "unknown", words("web.sign_unsure"))


def _marks(view: StakeholderWebView) -> Iterator[_Entry]:
    used = {mark for each in view.stakeholders for mark in marks_of(each, view)}
    flags = {choice.id: choice.name.within(view.language) for choice in methods.choices("flags")}
    named = {
        GATE: flags["formal_approver"],
        BID: flags["in_procurement"],
        GROUP: Words(view.language)("web.origin_group"),
        NEW: Words(view.language)("web.new_since"),
    }
    attitude = methods.scale(ATTITUDE)
    for level in sorted(attitude.levels, key=lambda level: -level.value):
        named[f"{ATTITUDE}:{level.value:+d}"] = level.name.within(view.language)
    for scale_id in (ATTITUDE, INFLUENCE):
        scale = methods.scale(scale_id)
        name, unknown = scale.name.within(view.language), scale.unknown.within(view.language)
        named[f"{scale_id}:{UNKNOWN}"] = Words(view.language)("web.legend_of_scale", scale=name, level=unknown)
    return (_Entry(MARK, mark, name) for mark, name in named.items() if mark in used)


def _sizes(view: StakeholderWebView) -> Iterator[_Entry]:
    used = {size_of(each, view) for each in view.stakeholders if each.influence is not None}
    scale = methods.scale(INFLUENCE)
    for level in reversed(scale.levels):
        if level.value in used:
            name, meaning = scale.name.within(view.language), level.name.within(view.language)
            yield _Entry(SIZE, str(level.value), Words(view.language)("web.legend_of_scale", scale=name, level=meaning))


def _forms(view: StakeholderWebView) -> Iterator[_Entry]:
    if any("rights_holder" in each.flags for each in view.stakeholders):
        flags = {choice.id: choice.name.within(view.language) for choice in methods.choices("flags")}
        yield _Entry(FORM, "rights", flags["rights_holder"])
    if any(each.confidence == "guess" for each in view.stakeholders):
        yield _Entry(FORM, "guess", Words(view.language)("web.sign_guess"))


def _laid_out(entries: Sequence[_Entry], text: float, placed: Iterable[tuple[float, float]]) -> Legend:
    """In as few columns as keep it low, all of one width."""
    line, sample = typeface.line_height(text), round(_SAMPLE * text)
    words = [typeface.wrap(entry.name, text, _WIDEST * text) for entry in entries]
    heights = [len(lines) * line + _BETWEEN for lines in words]
    columns = max(1, math.ceil((sum(heights) - _BETWEEN + 2 * _PAD) / _HIGHEST))
    shared = _shared(heights, columns)
    widest = max(typeface.width(each, text) for lines in words for each in lines)
    column = sample + _AFTER_SAMPLE + widest + _BETWEEN_COLUMNS
    width = _snapped(len(shared) * column - _BETWEEN_COLUMNS + 2 * _PAD)
    height = _snapped(max(sum(heights[place] for place in places) for places in shared) - _BETWEEN + 2 * _PAD)
    rect = _corner(width, height, list(placed))
    rows = []
    for number, places in enumerate(shared):
        left, top = rect.x + _PAD + number * column, rect.y + _PAD
        for place in places:
            high = len(words[place]) * line
            mark = Rect(left, top + (high - line) / 2, sample, line)
            said = Rect(left + sample + _AFTER_SAMPLE, top, widest, high)
            rows.append(LegendRow(entries[place].kind, entries[place].id, mark, said, words[place]))
            top += heights[place]
    return Legend(rect, tuple(rows), text)


def _shared(heights: Sequence[float], columns: int) -> list[list[int]]:
    """The places of the rows, column by column, each about as high as the others."""
    shared: list[list[int]] = [[]]
    used, share = 0.0, sum(heights) / columns
    for place, height in enumerate(heights):
        if shared[-1] and len(shared) < columns and used + height / 2 > share * len(shared):
            shared.append([])
        shared[-1].append(place)
        used += height
    return shared


def _corner(width: float, height: float, placed: Sequence[tuple[float, float]]) -> Rect:
    left, top = FRAME.x, FRAME.y
    right, bottom = FRAME.right - width, FRAME.bottom - height
    corners = [Rect(x, y, width, height) for x, y in ((left, bottom), (right, bottom), (left, top), (right, top))]
    free = (corner for corner in corners if not any(corner.grown(_NEAR).contains(x, y) for x, y in placed))
    return next(free, corners[0])


_NEAR = 60.0  # pixels from a pill's centre


def _snapped(size: float) -> float:
    return math.ceil(size / _SNAP) * float(_SNAP)
