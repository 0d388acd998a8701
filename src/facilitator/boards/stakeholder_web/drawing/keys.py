"""The strip at the foot of a picture that says what its signs mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitator.boards.stakeholder_web.drawing.mark_signs import mark_meaning, mark_shapes
from facilitator.boards.stakeholder_web.drawing.piles import people_of, small_text
from facilitator.boards.stakeholder_web.drawing.pills import Pills, form_sample
from facilitator.boards.stakeholder_web.layout.geometry import FRAME
from facilitator.boards.stakeholder_web.marks import marks_of
from facilitator.boards.stakeholder_web.tables import answer
from facilitator.boards.stakeholder_web.view import StakeholderWebView
from facilitator.content import methods, typeface
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.picture import Group, Oval, Path, PathCommand, Rect, Shape, Text

_SIGN = 1.44  # side of a sign, in sizes of the text
_AFTER, _APART, _BETWEEN = 8.0, 26.0, 6.0  # pixels


@dataclass(frozen=True, slots=True)
class Key:
    """A sign ("" for none) and what it means; `rect` is around both, `box` the square of the sign."""

    sign: str
    meaning: str
    rect: Rect
    box: Rect

    @property
    def words_left(self) -> float:
        """Where its words begin."""
        return self.box.right + (_AFTER if self.sign else 0)


def keys_of(view: StakeholderWebView, theme: Theme, further: Sequence[tuple[str, str]]) -> tuple[Key, ...]:
    """The categories in use, marks and pills that need a word, then `further` (sign, meaning): "arrow", "then", "".

    In lines from left to right, the last of them at the foot of the frame.
    """
    words = Words(view.language)
    people, _ = people_of(view)
    used = {each.category for each in people}
    found = [
        (each.id, each.name.within(view.language)) for each in methods.categories(view.category_set) if each.id in used
    ]
    marks = {mark for each in people for mark in marks_of(each, view)}
    found += [(f"mark {mark}", mark_meaning(mark, words)) for mark in sorted(marks)]
    if any("rights_holder" in each.flags for each in people):
        found.append(("rights", answer("flags", "rights_holder", words)))
    if any(each.confidence == "guess" for each in people):
        found.append(("guess", words("web.sign_guess")))
    return tuple(_in_lines([*found, *further], small_text(view, theme)))


def _in_lines(meanings: Sequence[tuple[str, str]], size: float) -> Iterator[Key]:
    """A meaning that is wider than the stage is cut."""
    lines: list[list[tuple[str, str, float]]] = [[]]
    left, sign_side = FRAME.x, round(_SIGN * size)
    for sign, meaning in meanings:
        (shown,) = typeface.wrap(meaning, size, FRAME.width - sign_side - _AFTER, max_lines=1) or ("",)
        wide = (sign_side + _AFTER if sign else 0) + typeface.width(shown, size)
        if left + wide > FRAME.right and lines[-1]:
            lines.append([])
            left = FRAME.x
        lines[-1].append((sign, shown, wide))
        left += wide + _APART
    if lines[-1]:
        yield from _placed(lines, sign_side)


def height_of(found: Sequence[Key]) -> float:
    """How much of the foot of the frame keys take, 0 for none."""
    return FRAME.bottom - min((key.rect.y for key in found), default=FRAME.bottom)


def _placed(lines: Sequence[Sequence[tuple[str, str, float]]], side: float) -> Iterator[Key]:
    for number, line in enumerate(lines):
        left = FRAME.x
        top = FRAME.bottom - (len(lines) - number) * (side + _BETWEEN) + _BETWEEN
        for sign, meaning, wide in line:
            yield Key(sign, meaning, Rect(left, top, wide, side), Rect(left, top, side if sign else 0, side))
            left += wide + _APART


def key_groups(found: Sequence[Key], pills: Pills, size: float, theme: Theme) -> Iterator[Group]:
    """The strip drawn, its letters of the size that `small_text` names."""
    for key in found:
        top = key.rect.centre[1] - typeface.line_height(size) / 2
        text = Text((key.meaning,), key.words_left, top, size, theme.quiet)
        is_category = key.sign in pills.colours
        yield Group(
            "",
            "scenery",
            key.rect,
            (*_sign(key, pills, theme), text),
            key.meaning,
            key.sign if is_category else "",
            key.box if is_category else None,
        )


def _sign(key: Key, pills: Pills, theme: Theme) -> Iterator[Shape]:
    sign, box = key.sign, key.box
    y = box.centre[1]
    if sign in pills.colours:
        yield from pills.sign(pills.side(sign), sign, box)
    elif sign.startswith("mark "):
        yield from mark_shapes(sign.removeprefix("mark "), box.grown(-1), theme)
    elif sign in ("rights", "guess"):
        yield form_sample(sign, box.grown(-1), theme)
    elif sign == "arrow":
        yield Path((("M", box.x, y), ("L", box.right - 8, y)), stroke=theme.quiet, stroke_width=2.5)
        tip: tuple[PathCommand, ...] = (
            ("M", box.right - 11, y - 7),
            ("L", box.right, y),
            ("L", box.right - 11, y + 7),
            ("Z",),
        )
        yield Path(tip, fill=theme.quiet)
    elif sign == "then":
        yield Oval(box.grown(-4), stroke=theme.quiet, stroke_width=2)
