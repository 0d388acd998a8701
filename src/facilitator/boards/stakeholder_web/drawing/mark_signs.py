"""The marks of `marks_of` as shapes and in words."""

from collections.abc import Iterator

from facilitator.boards.drawing import icon
from facilitator.boards.stakeholder_web.marks import BID, GATE, GROUP, NEW, UNKNOWN
from facilitator.boards.stakeholder_web.tables import answer
from facilitator.boards.stakeholder_web.view import ATTITUDE, INFLUENCE
from facilitator.content import methods
from facilitator.content.theme import Theme, contrast
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Oval, Path, PathCommand, Rect, Shape

_GLYPH = 0.125  # width of the lines of an attitude's sign, of its side


def mark_shapes(mark: str, box: Rect, theme: Theme) -> Iterator[Shape]:
    """One of the marks in a square."""
    layer, _, value = mark.partition(":")
    if layer == ATTITUDE:
        yield from _attitude(value, box, theme)
    else:
        yield icon(value or mark, box, theme.ink)


def mark_meaning(mark: str, words: Words) -> str:
    """What a mark means."""
    layer, _, value = mark.partition(":")
    if layer in (ATTITUDE, INFLUENCE):
        return scale_meaning(layer, None if value == UNKNOWN else int(value), words)
    if mark in (GATE, BID):
        return answer("flags", {GATE: "formal_approver", BID: "in_procurement"}[mark], words)
    return words({GROUP: "web.origin_group", NEW: "web.new_since"}[mark])


def scale_meaning(scale: str, value: int | None, words: Words) -> str:
    """The name of a scale, and the words for one of its values."""
    found = methods.scale(scale)
    name, level = found.name.within(words.language), found.name_of(value).within(words.language)
    return words("web.told", field=name, value=level)


def ink_on(colour: str, theme: Theme) -> str:
    """The ink that is told best from a colour."""
    return max((theme.hub_ink, theme.hub), key=lambda each: contrast(each, colour))


def _attitude(value: str, box: Rect, theme: Theme) -> Iterator[Shape]:
    """In favour a disc, against a square, undecided or not known without a fill; the sign says how much."""
    side = box.width
    if value in (UNKNOWN, "+0"):
        yield Oval(box.grown(-1.2), theme.surface, theme.quiet, 2.4)
        if value == UNKNOWN:
            yield icon(UNKNOWN, box.grown(-side * 0.14), theme.quiet)
        return
    amount = int(value)
    fill = theme.focus if amount > 0 else theme.warning
    yield Box(box, side / 2 if amount > 0 else side * 0.18, fill)
    x, y = box.centre
    offsets = (0.0,) if abs(amount) == 1 else (-side * 0.21, side * 0.21)
    arm = side * (0.28 if len(offsets) == 1 else 0.155)
    strokes: list[PathCommand] = []
    for offset in offsets:
        strokes += [("M", x + offset - arm, y), ("L", x + offset + arm, y)]
        if amount > 0:
            strokes += [("M", x + offset, y - arm), ("L", x + offset, y + arm)]
    yield Path(tuple(strokes), stroke=ink_on(fill, theme), stroke_width=_GLYPH * side)
