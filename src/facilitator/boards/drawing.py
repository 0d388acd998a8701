"""What the pictures of all kinds have in common: the header, icons among the shapes, words that can be read."""

from itertools import accumulate

from facilitator.content.icons import icon_path
from facilitator.content.theme import Theme, contrast, mixed
from facilitator.content.typeface import baseline, line_height, width, wrap
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Box, Group, Path, PathCommand, Rect, Shape, Text
from facilitator.domain.view import View

HEADER = Rect(0, 0, STAGE_WIDTH, 72)
"""The strip at the top of the stage, with the title and the question of the board; nothing else stands in it."""

BELOW_HEADER = Rect(0, HEADER.bottom, STAGE_WIDTH, STAGE_HEIGHT - HEADER.bottom)
"""The rest of the stage: what a handout shows of a picture, as the page has a title of its own."""

HEADER_RIGHT = STAGE_WIDTH - 320.0
"""How far right words may stand in the header: the stage shows its clock right of it."""

_LEFT = 36.0
_TITLE_SHARE = 0.7
_BETWEEN = 30.0
_NEAR = 0.4477  # how far from a corner the control points of a quarter circle are, in shares of its radius


def header(view: View, theme: Theme, note: str = "") -> Group:
    """The header of a board: its title, and beside it the question, or a note in its place, as far as there is room."""
    size = theme.stage_title
    title, question_left = _title(view, theme)
    beside = note or view.question
    question = lines_of(beside, theme.stage_heading, HEADER_RIGHT - question_left, most=1)
    top = (HEADER.height - line_height(size)) / 2
    shapes: list[Shape] = [
        Box(HEADER, fill=theme.surface),
        Box(Rect(0, HEADER.bottom - 2, STAGE_WIDTH, 2), fill=theme.line),
        Text(title, _LEFT, top, size, theme.ink, bold=True),
    ]
    if question:
        top += baseline(size) - baseline(theme.stage_heading)
        shapes.append(Text(question, question_left, top, theme.stage_heading, theme.quiet))
    return Group("", "scenery", HEADER, tuple(shapes), label=f"{view.title}. {beside}".strip())


def header_end(view: View, theme: Theme) -> float:
    """How far right the title and the whole question of a board reach in its header, HEADER_RIGHT at most."""
    _, question_left = _title(view, theme)
    return min(question_left + width(view.question, theme.stage_heading), HEADER_RIGHT)


def _title(view: View, theme: Theme) -> tuple[tuple[str, ...], float]:
    """The title in the header, and where the question begins."""
    title = lines_of(view.title, theme.stage_title, (HEADER_RIGHT - _LEFT) * _TITLE_SHARE, bold=True, most=1)
    return title, _LEFT + sum(width(line, theme.stage_title, bold=True) for line in title) + _BETWEEN


def icon(name: str, box: Rect, colour: str) -> Path:
    """An icon filled with one colour in a box, which is a square or stretches it."""
    return Path(tuple(_placed(command, box) for command in icon_path(name)), fill=colour)


def stripe(rect: Rect, corner: float) -> tuple[PathCommand, ...]:
    """The stripe at the left end of a card: its corners are round on the left only."""
    x, y, near = rect.x, rect.y, corner * _NEAR
    return (
        ("M", rect.right, y),
        ("L", rect.right, rect.bottom),
        ("L", x + corner, rect.bottom),
        ("C", x + near, rect.bottom, x, rect.bottom - near, x, rect.bottom - corner),
        ("L", x, y + corner),
        ("C", x, y + near, x + near, y, x + corner, y),
        ("Z",),
    )


def readable(colour: str, theme: Theme, least: float = 4.5, ground: str = "") -> str:
    """The colour as letters need it on paper, or another ground: with as much ink as its contrast lacks to `least`."""
    shares = (share / 10 for share in range(10, 0, -1))
    tried = (mixed(colour, share, theme.ink) for share in shares)
    return next((each for each in tried if contrast(each, ground or theme.paper) >= least), theme.ink)


def lines_of(text: str, size: float, room: float, *, bold: bool = False, most: int | None = None) -> tuple[str, ...]:
    """The text in at most `most` lines that fit `room`; where it is cut, the cut is between words if it can be."""
    lines = wrap(text, size, room, bold=bold, max_lines=most)
    if not lines or not lines[-1].endswith("…") or text.endswith(lines[-1]):
        return lines
    letters = len("".join("".join(lines).split())) - 1
    between_words = letters in accumulate(map(len, text.split()))
    kept = lines[-1][:-1].rpartition(" ")[0]
    if between_words or len(kept) < len(lines[-1]) / 2:
        return lines
    return *lines[:-1], kept.rstrip(" ,;:–\u202f") + "…"


def _placed(command: PathCommand, box: Rect) -> PathCommand:
    x, y, width_, height = box.x, box.y, box.width, box.height
    match command:
        case ("M", x1, y1):
            return "M", x + x1 * width_, y + y1 * height
        case ("L", x1, y1):
            return "L", x + x1 * width_, y + y1 * height
        case ("C", x1, y1, x2, y2, x3, y3):
            points = (x + x1 * width_, y + y1 * height, x + x2 * width_, y + y2 * height)
            return "C", *points, x + x3 * width_, y + y3 * height
        case _:
            return command
