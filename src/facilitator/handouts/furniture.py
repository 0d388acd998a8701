"""What stands in the margins of every page: page furniture, not read aloud on each of them."""

from dataclasses import replace

from reportlab.lib.colors import HexColor

from facilitator.content import typeface
from facilitator.handouts import styles
from facilitator.handouts.blocks import add_bookmark, draw_lines, draw_rule
from facilitator.handouts.styles import Sheet, TextStyle
from facilitator.handouts.tagging import Node, TaggedCanvas
from facilitator.handouts.text import drawable

_RULE_AT = 43.0
_FOOTER_TOP = 37.0
_BAND = 24.0
_COVER_BAND = 12.0


def draw_footer(canvas: TaggedCanvas, owner: str, count: str, sheet: Sheet, *, read: bool, heads: bool = False) -> None:
    """Whose pack it is, cut where it is too long, and which page this is, below a hairline.

    Whose it is, is read aloud if `read`, as is right once in a file without a cover: as the heading if it `heads` the
    file, where all that follows has none.
    """
    left, wide = sheet.side, sheet.frame_width
    draw_rule(canvas, left, _RULE_AT, left + wide, styles.RULE, 0.8)
    room = wide - typeface.width(count, styles.FOOTER.size) - 24
    shown = _one_line(owner, styles.FOOTER, room)
    tag = add_bookmark(canvas, shown[0], 1, sheet.size[1]) if read and heads and shown else "P"
    with canvas.mark(Node(tag)) if read else canvas.artifact("Pagination", "Footer"):
        draw_lines(canvas, shown, styles.FOOTER, left, _FOOTER_TOP, room)
    with canvas.artifact("Pagination", "Footer"):
        draw_lines(canvas, (count,), replace(styles.FOOTER, align="end"), left, _FOOTER_TOP, wide)


def draw_band(canvas: TaggedCanvas, colour: str, sheet: Sheet) -> None:
    """A band in the client's own colour across the head of a cover."""
    width, height = sheet.size
    with canvas.artifact("Pagination", "Header"):
        canvas.setFillColor(HexColor(colour))
        canvas.rect(0, height - _COVER_BAND, width, _COVER_BAND, stroke=0, fill=1)


def draw_private(canvas: TaggedCanvas, warning: str, sheet: Sheet, *, read: bool) -> None:
    """A band across the head of the page that says that it is not for participants; read aloud if `read`."""
    width, height = sheet.size
    with canvas.artifact("Pagination", "Header"):
        canvas.setFillColor(HexColor(styles.AMBER))
        canvas.rect(0, height - _BAND, width, _BAND, stroke=0, fill=1)
    top = height - (_BAND - styles.PRIVATE.leading) / 2
    with canvas.mark(Node("P")) if read else canvas.artifact("Pagination", "Header"):
        draw_lines(canvas, (warning,), styles.PRIVATE, 0, top, width)


def _one_line(text: str, style: TextStyle, room: float) -> tuple[str, ...]:
    return typeface.wrap(drawable(text), style.size, room, bold=style.bold, max_lines=1)
