"""What stands in the margins of every page: page furniture, not read aloud on each of them."""

from dataclasses import replace

from facilitator.content import typeface
from facilitator.handouts import styles
from facilitator.handouts.blocks import draw_lines, draw_rule
from facilitator.handouts.styles import Paper, TextStyle
from facilitator.handouts.tagging import Node, TaggedCanvas
from facilitator.handouts.text import drawable

_RULE_AT = 43.0
_FOOTER_TOP = 37.0
_PRIVATE_TOP = 34.0  # below the upper edge of the page


def draw_footer(canvas: TaggedCanvas, owner: str, count: str, paper: Paper, *, read: bool) -> None:
    """Whose pack it is, cut where it is too long, and which page this is, below a hairline.

    Whose it is, is read aloud if `read`, as is right once in a file without a cover.
    """
    left, wide = styles.SIDE, styles.frame_width(paper)
    draw_rule(canvas, left, _RULE_AT, left + wide, styles.RULE, 0.8)
    room = wide - typeface.width(count, styles.FOOTER.size) - 24
    with canvas.mark(Node("P")) if read else canvas.artifact("Pagination", "Footer"):
        draw_lines(canvas, _one_line(owner, styles.FOOTER, room), styles.FOOTER, left, _FOOTER_TOP, room)
    with canvas.artifact("Pagination", "Footer"):
        draw_lines(canvas, (count,), replace(styles.FOOTER, align="end"), left, _FOOTER_TOP, wide)


def draw_private(canvas: TaggedCanvas, warning: str, paper: Paper) -> None:
    """A warning at the head of the page that it is not for participants."""
    top = styles.SIZES[paper][1] - _PRIVATE_TOP + styles.PRIVATE.leading
    with canvas.artifact("Pagination", "Header"):
        draw_lines(canvas, (warning,), styles.PRIVATE, styles.SIDE, top, styles.frame_width(paper))


def _one_line(text: str, style: TextStyle, room: float) -> tuple[str, ...]:
    return typeface.wrap(drawable(text), style.size, room, bold=style.bold, max_lines=1)
