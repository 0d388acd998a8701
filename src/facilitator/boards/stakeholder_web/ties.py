"""Relationships as lines, in the convention of actor mapping (METHODS A4): solid established, dotted loose, double
institutional, bolt conflict, bars interrupted; an arrow at the end of the second stakeholder."""

from collections.abc import Iterator

from facilitator.boards.stakeholder_web.curves import Curve, Point, curve_between
from facilitator.boards.stakeholder_web.layout import WebLayout
from facilitator.boards.stakeholder_web.view import RelationshipView, StakeholderWebView
from facilitator.content import methods
from facilitator.content.theme import Theme, mixed
from facilitator.content.words import Words
from facilitator.domain.picture import Group, Oval, Path, PathCommand, Rect, Shape

_WIDTH, _THIN = 2.5, 1.5
_DASHES: dict[methods.Line, tuple[float, ...]] = {
    "dotted": (3, 6),
    "long_dash": (16, 9),
    "grey_long_dash": (16, 9),
    "double_dashed": (9, 6),
}
_DOUBLE = 2.5  # pixels from the middle to each line of a pair
_WAVE, _AMPLITUDE = 9.0, 5.0
_HEAD, _HEAD_HALF = 15.0, 7.5
_GATE, _GATE_HALF = 20.0, 8.0  # from the arrow's tip
_MARK = 12.0  # radius of the disc behind a mark
_FAINT = 0.6
_ROUTED = 150  # lines that look for a way round pills; with more of them nobody can follow one anyway


def ties(view: StakeholderWebView, layout: WebLayout, theme: Theme) -> Iterator[Group]:
    """One link group a relationship; lines to somebody in a stack end at the stack."""
    rects = {pill.id: pill.rect for pill in layout.pills}
    for stack in layout.stacks:
        rects.update(dict.fromkeys(stack.ids, stack.rect))
    standing = [pill.rect for pill in layout.pills]
    standing += [layout.scenery.hub, *layout.scenery.tabs, *(stack.rect for stack in layout.stacks)]
    names = {each.id: each.name for each in view.stakeholders}
    bends: dict[frozenset[Rect], set[float]] = {}
    words = Words(view.language)
    for tie in view.relationships:
        start, end = rects[tie.from_id], rects[tie.to_id]
        if start == end:
            continue  # both in one stack
        used = bends.setdefault(frozenset((start, end)), set())
        in_the_way: list[Rect] = []
        if len(view.relationships) <= _ROUTED:
            in_the_way = [rect for rect in standing if rect not in (start, end)]
        curve, bend = curve_between(start, end, in_the_way, used)
        used.add(bend if start.centre < end.centre else -bend)
        kind = methods.line_kind(tie.kind)
        label = words("web.tie", start=names[tie.from_id], kind=kind.name.within(view.language), end=names[tie.to_id])
        yield _tie(tie, kind, curve, label, theme)


def _tie(tie: RelationshipView, kind: methods.LineKind, curve: Curve, label: str, theme: Theme) -> Group:
    shapes = (*_line(kind, curve, theme), *_head(kind, curve, theme), *_mark(kind, curve, theme))
    return Group(tie.id, "link", curve.box(), shapes, label, ends=(tie.from_id, tie.to_id))


def _line(kind: methods.LineKind, curve: Curve, theme: Theme) -> Iterator[Shape]:
    colour = mixed(theme.link, _FAINT, theme.paper) if kind.line == "grey_long_dash" else theme.link
    width, dash = _THIN if kind.thin else _WIDTH, _DASHES.get(kind.line, ())
    if kind.arrow == "filled":
        curve = curve.shortened(_HEAD - 2)
    if kind.line in ("double", "double_dashed"):
        for aside in (-_DOUBLE, _DOUBLE):
            yield Path(curve.shifted(aside).commands(), stroke=colour, stroke_width=_THIN + 0.5, dash=dash)
    elif kind.line == "zigzag":
        yield Path(tuple(_zigzag(curve)), stroke=colour, stroke_width=width)
    else:
        yield Path(curve.commands(), stroke=colour, stroke_width=width, dash=dash)


def _zigzag(curve: Curve) -> Iterator[PathCommand]:
    yield ("M", *curve.start)
    count = max(4, round(curve.length() / _WAVE))
    for number in range(1, count):
        yield ("L", *_beside(curve, number / count, _AMPLITUDE if number % 2 else -_AMPLITUDE))
    yield ("L", *curve.end)


def _beside(curve: Curve, share: float, aside: float) -> Point:
    (x, y), (along_x, along_y) = curve.at(share), curve.heading(share)
    return x - along_y * aside, y + along_x * aside


def _head(kind: methods.LineKind, curve: Curve, theme: Theme) -> Iterator[Shape]:
    if kind.arrow == "none":
        return
    (x, y), (along_x, along_y) = curve.end, curve.heading(1)
    back_x, back_y = x - along_x * _HEAD, y - along_y * _HEAD
    one = (back_x - along_y * _HEAD_HALF, back_y + along_x * _HEAD_HALF)
    other = (back_x + along_y * _HEAD_HALF, back_y - along_x * _HEAD_HALF)
    if kind.arrow == "filled":
        yield Path((("M", *one), ("L", x, y), ("L", *other), ("Z",)), fill=theme.link)
    else:
        yield Path((("M", *one), ("L", x, y), ("L", *other)), stroke=theme.link, stroke_width=_WIDTH)


def _mark(kind: methods.LineKind, curve: Curve, theme: Theme) -> Iterator[Shape]:
    """What stands in the middle of a line, or before its arrow, says the same as its kind's name."""
    if kind.mark == "none":
        return
    ink, (x, y) = theme.quiet, curve.at(0.5)
    if kind.mark == "gate":
        (end_x, end_y), (along_x, along_y) = curve.end, curve.heading(1)
        middle = (end_x - along_x * _GATE, end_y - along_y * _GATE)
        yield _bar(middle, (along_x, along_y), theme.link)
        return
    if kind.mark == "bars":
        along = curve.heading(0.5)
        yield Oval(_square(x, y, 7), fill=theme.paper)
        for aside in (-4.5, 4.5):
            yield _bar((x + along[0] * aside, y + along[1] * aside), along, ink)
        return
    yield Oval(_square(x, y, _MARK), fill=theme.paper, stroke=theme.link, stroke_width=1.5)
    if kind.mark == "plus":
        cross: tuple[PathCommand, ...] = (("M", x - 6, y), ("L", x + 6, y), ("M", x, y - 6), ("L", x, y + 6))
        yield Path(cross, stroke=ink, stroke_width=2.5)
    elif kind.mark == "bolt":
        corners = ((2, -9), (-5, 1.5), (-0.5, 1.5), (-2, 9), (5, -2.5), (0.5, -2.5))
        first, *rest = ((x + dx, y + dy) for dx, dy in corners)
        yield Path((("M", *first), *(("L", *point) for point in rest), ("Z",)), fill=ink)
    else:
        yield Path(_dollar(x, y), stroke=ink, stroke_width=2)


def _bar(middle: Point, along: Point, colour: str) -> Path:
    """A short line across."""
    (x, y), (along_x, along_y) = middle, along
    one = (x - along_y * _GATE_HALF, y + along_x * _GATE_HALF)
    other = (x + along_y * _GATE_HALF, y - along_x * _GATE_HALF)
    return Path((("M", *one), ("L", *other)), stroke=colour, stroke_width=3)


def _dollar(x: float, y: float) -> tuple[PathCommand, ...]:
    """A dollar sign as an outline: as text it would be too small to be read as such."""
    return (
        ("M", x + 4.5, y - 4),
        ("C", x + 3, y - 7.5, x - 4.5, y - 7, x - 4.5, y - 3.5),
        ("C", x - 4.5, y + 0.5, x + 4.5, y - 0.5, x + 4.5, y + 3.5),
        ("C", x + 4.5, y + 7, x - 3, y + 7.5, x - 4.5, y + 4),
        ("M", x, y - 9),
        ("L", x, y + 9),
    )


def _square(x: float, y: float, half: float) -> Rect:
    return Rect(x - half, y - half, 2 * half, 2 * half)
