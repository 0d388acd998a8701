"""Picture: a view as shapes, in pixels of the 1920 x 1080 stage surface (x right, y down).

One picture serves the stage, the console's canvas, PNG, SVG and the PDF, so all show the same thing. Text is
literal and already broken into lines; widths come from `content.typeface`, so no renderer measures again.
"""

from dataclasses import dataclass, field
from typing import Literal

STAGE_WIDTH = 1920
STAGE_HEIGHT = 1080

PathCommand = (
    tuple[Literal["M"], float, float]
    | tuple[Literal["L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in stage pixels: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The bottom edge."""
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        """The middle point."""
        return self.x + self.width / 2, self.y + self.height / 2

    def grown(self, by: float) -> "Rect":
        """The rectangle made larger by `by` on each side."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def overlaps(self, other: "Rect") -> bool:
        """Whether the two share any area (touching edges do not count)."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies inside or on the edge."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with rounded corners; `fill` and `stroke` are #RRGGBB or None."""

    rect: Rect
    radius: float = 0
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1
    dash: tuple[float, ...] = ()
    opacity: float = 1


@dataclass(frozen=True, slots=True)
class Oval:
    """An ellipse inside `rect`."""

    rect: Rect
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1
    opacity: float = 1


@dataclass(frozen=True, slots=True)
class Path:
    """Lines and cubic curves; also icons, as outlines."""

    commands: tuple[PathCommand, ...]
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1
    dash: tuple[float, ...] = ()
    opacity: float = 1


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of literal text. `x` is the left edge, middle or right edge by `anchor`; `y` the top of the first line.

    Line `i` has its baseline at `y + i * line_height(size) + (line_height - ascent - descent) / 2 + ascent` with the
    numbers of `content.typeface` for `size` (pixels). `sign` marks a code or a number that stands by itself ("I4"):
    too short for what measures reading by machine, so no label file holds it.
    """

    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    colour: str
    bold: bool = False
    italic: bool = False
    anchor: Literal["start", "middle", "end"] = "start"
    sign: bool = False


Shape = Box | Oval | Path | Text


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that belong together and are drawn in order.

    `item_id` is the record that the group shows, "" for scenery (frame, sectors, rings, columns) unless it can be
    picked like the ground of a named group. `box` is what can be clicked and, of items, what must not overlap. `label`
    is the text alternative, read by screen readers. `role` "link" groups lie below items; `ends` are the items a link
    joins. A click on `mark` presses the item (a tick box). `swatch` is the patch that carries the category's colour.
    """

    item_id: str
    role: Literal["scenery", "link", "item"]
    box: Rect
    shapes: tuple[Shape, ...]
    label: str = ""
    category: str = ""
    swatch: Rect | None = None
    ends: tuple[str, str] | None = None
    mark: Rect | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """Groups in drawing order on a `background` colour. `alt` says in a sentence or two what the picture shows."""

    background: str
    groups: tuple[Group, ...]
    alt: str
    category_colours: tuple[tuple[str, str], ...] = field(default=())
