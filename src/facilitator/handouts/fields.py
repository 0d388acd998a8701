"""Fields to fill in on screen: boxes to tick, lines to type in, lists to pick from. What is in them is literal text."""

from collections.abc import Sequence

from reportlab.lib.colors import HexColor

from facilitator.content import typeface
from facilitator.handouts import text as words_of_people
from facilitator.handouts.styles import INK
from facilitator.handouts.tagging import Field, FieldKind, Node, TaggedCanvas

TICK = 17.0
"""The side of a box to tick: large enough for a finger and for a shaky hand."""
LINE = 17.0
"""The height of a line to type in."""
_MARKS: tuple[FieldKind, ...] = ("tick", "one")
_SIZES = (10.0, 9.0, 8.0)  # of what is in it already: the first with which all of it is seen
_LEADING = 1.2
_PAD = 3.5


def fits(value: str, width: float) -> bool:
    """Whether a line `width` points wide shows all of a value, in letters large enough to be read easily."""
    return typeface.width(words_of_people.drawable(value), _SIZES[1]) <= width - 2 * _PAD


class FieldBox:
    """One field: see `tagging.Field`. `node` is the element that it hangs in, which reads its `tip` aloud."""

    def __init__(
        self,
        kind: FieldKind,
        name: str,
        tip: str,
        node: Node,
        value: str = "",
        choices: Sequence[str] = (),
        option: str = "",
    ) -> None:
        self._kind: FieldKind = kind
        self._name, self._tip = name, words_of_people.plain(tip)
        self._value = words_of_people.held(value) if kind == "lines" else words_of_people.plain(value)
        self._choices = tuple(words_of_people.plain(choice) for choice in choices)
        self._option = option
        shown = "" if kind in _MARKS else words_of_people.plain(words_of_people.drawable(value))
        filled = " – ".join(filter(None, (self._tip, shown)))  # what is in a field is no text of the page's own
        self._node = node.add("Form", alt=filled)

    def draw_at(self, canvas: TaggedCanvas, x: float, y: float, width: float, height: float) -> None:
        """Put the field on the page with its lower left corner at (x, y)."""
        size, drawn = _SIZES[0], ""
        if self._kind not in _MARKS:
            size, drawn = self._looks(canvas, width, height)
        field = Field(self._name, self._tip, self._kind, self._value, size, self._choices, self._option, drawn)
        canvas.field(self._node, field, x, y, width, height)

    def _looks(self, canvas: TaggedCanvas, width: float, height: float) -> tuple[float, str]:
        """The size of the letters, and the value drawn in them as operators; what has no room ends with "…"."""
        shown = words_of_people.drawable(self._value)
        wide = width - 2 * _PAD
        for size in _SIZES:
            most = self._most(height, size)
            lines = words_of_people.lines(shown, size, wide)
            if len(lines) <= most:
                break
        if len(lines) > most:
            rest = "".join(lines[most - 1 :])
            lines = (*lines[: most - 1], *typeface.wrap(rest, size, wide, max_lines=1))
        top = height - _PAD / 2 if self._most(height, size) > 1 else (height + size * _LEADING) / 2
        return size, _operators(canvas, lines, size, top)

    def _most(self, height: float, size: float) -> int:
        """How many lines of letters of that size have room."""
        return max(int((height - _PAD) / (size * _LEADING)), 1) if self._kind == "lines" else 1


def _operators(canvas: TaggedCanvas, lines: Sequence[str], size: float, top: float) -> str:
    if not lines:
        return ""
    pen = canvas.beginText(_PAD, 0)
    pen.setFillColor(HexColor(INK))
    line_height = size * _LEADING
    air = (line_height - typeface.ascent(size) - typeface.descent(size)) / 2
    baseline = top - air - typeface.ascent(size)
    for line in lines:
        pen.setTextOrigin(_PAD, baseline)
        for run in words_of_people.runs(line):
            pen.setFont(run.font, size)
            pen.textOut(run.text)
        baseline -= line_height
    code: str = pen.getCode()
    return code
