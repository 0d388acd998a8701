"""Links between cards as shapes, and the legend of what their lines mean."""

from collections.abc import Sequence

from facilitator.boards.value_board.drawing.inks import Inks
from facilitator.boards.value_board.drawing.shapes import around
from facilitator.boards.value_board.drawing.told import Told
from facilitator.boards.value_board.layout.columns import ShownColumn
from facilitator.boards.value_board.layout.routes import Route
from facilitator.content import value_board as content
from facilitator.content.typeface import line_height, width
from facilitator.domain.picture import Group, Path, PathCommand, Rect, Shape, Text

DASHES: dict[str, tuple[float, ...]] = {"pulls_against": (12.0, 8.0), "reinforces": (2.0, 6.0)}
"""The lines that differ by more than where they run: dashed for what pulls against, dotted for what reinforces."""

MANY = 24
"""More links than this are drawn thinner, more than twice as many thinner still, as on full boards."""

CROWD = 120
"""More links than this nobody follows with the eye: they are faint, until a golden thread lifts some."""

USUAL, SOFT, FAINT = 0.62, 0.5, 0.3
"""How much of their column's colour links have: the usual ones, those of full boards, and those of a crowd."""

_SAMPLE = 52.0
_BETWEEN = 44.0


class Links:
    """The links of a board of so many, `full` of cards or not; all but the `thread` are context if one is lifted."""

    def __init__(
        self, inks: Inks, told: Told, shown: Sequence[ShownColumn], thread: frozenset[str], count: int, *, full: bool
    ) -> None:
        self._inks, self._told, self._shown, self._thread = inks, told, shown, thread
        self._thick = 1.5 if full or count > 2 * MANY else 2.0 if count > MANY else 3.0
        self._faint = count > CROWD
        self._share = FAINT if self._faint else SOFT if full else USUAL

    def link(self, route: Route) -> Group:
        """A line, with the head of an arrow where it does not run from left to right."""
        link = route.link
        lit, dim = link.id in self._thread, bool(self._thread) and link.id not in self._thread
        column = self._shown[route.column].holds
        colour = self._inks.line(column, self._share, dimmed=dim, lit=lit)
        thick = 4.0 if lit else self._thick if route.whole and not dim and not self._faint else 1.5
        shapes: list[Shape] = [Path(route.curve, stroke=colour, stroke_width=thick, dash=DASHES.get(link.kind, ()))]
        if route.head:
            shapes.append(Path(route.head, fill=colour))
        ends = (link.from_id, link.to_id)
        return Group(link.id, "link", around(route.curve), tuple(shapes), label=self._told.link(link), ends=ends)

    def legend(self, kinds: Sequence[str], box: Rect, size: float) -> Group:
        """What lines mean that are not the usual ones, in a line at the foot of the board."""
        left, middle = box.x, box.centre[1]
        shapes: list[Shape] = []
        names = []
        for kind in kinds:
            name = content.link_kind(kind).name.within(self._told.words.language)
            right = left + _SAMPLE
            line: tuple[PathCommand, ...] = (("M", left, middle), ("L", right, middle))
            colour = self._inks.quiet
            shapes.append(Path(line, stroke=colour, stroke_width=3, dash=DASHES.get(kind, ())))
            if kind not in DASHES:
                head: tuple[PathCommand, ...] = (
                    ("M", right + 2, middle),
                    ("L", right - 10, middle - 6.6),
                    ("L", right - 10, middle + 6.6),
                    ("Z",),
                )
                shapes.append(Path(head, fill=colour))
            shapes.append(Text((name,), right + 12, middle - line_height(size) / 2, size, colour))
            left = right + 12 + width(name, size) + _BETWEEN
            names.append(name)
        return Group("", "scenery", box, tuple(shapes), label=self._told.words.list(names))
