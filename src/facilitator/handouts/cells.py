"""Cells of a table and columns of a card: texts one below the other, which can be cut between lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from facilitator.handouts.blocks import TextBlock
from facilitator.handouts.styles import CELL, CELL_HEAD, CELL_NOTE, CELL_OPEN, TextStyle
from facilitator.handouts.tagging import Node, TaggedCanvas

EMPTY = "–"
_LEAST_LINES = 3  # fewer are not worth cutting for


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell of a table says: `lead` in bold, below it `text`, below that `note` in small quiet letters.

    `missing` sets the text apart: it says that something is still to be filled in.
    """

    text: str = ""
    lead: str = ""
    note: str = ""
    missing: bool = False


class Stack:
    """Blocks of text, one below the other in one column; `node` is the element that holds them, if there is one."""

    def __init__(self, blocks: Sequence[TextBlock], node: Node | None = None) -> None:
        self.blocks, self.node = tuple(blocks), node

    def height_for(self, width: float) -> float:
        """How high the blocks are together, with the space between them."""
        below_last = self.blocks[-1].spaceAfter if self.blocks else 0.0
        return sum(block.height_for(width) + block.spaceAfter for block in self.blocks) - below_last

    @property
    def is_read(self) -> bool:
        """Whether anything of it is on a page that is in the file."""
        return self.node is None or self.node.shown

    def draw_at(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw all, `width` wide below `top`."""
        for block in self.blocks:
            block.draw_at(canvas, x, top, width)
            top -= block.height + block.spaceAfter

    def cut(self, width: float, room: float) -> tuple[Self, Self]:
        """What of it fits into `room` points, and the rest; either may be without lines."""
        above: list[TextBlock] = []
        below: list[TextBlock] = []
        for block in self.blocks:
            high = block.height_for(width)
            fitting = max(0, int(room / block.style.leading + 1e-6))
            if below or (high > room and not fitting):
                below.append(block)
            elif high <= room:
                above.append(block)
            else:
                lines = block.lines(width)
                above.append(block.part(lines[:fitting], last=False))
                below.append(block.part(lines[fitting:], first=False))
            room -= high + block.spaceAfter
        return type(self)(above, self.node), type(self)(below, self.node)


def worth_cutting(room: float) -> bool:
    """Whether enough lines fit into `room` points that a row or card may begin there and go on overleaf."""
    return room >= _LEAST_LINES * CELL.leading


def cell_of(cell: str | Cell, node: Node, *, heads: bool) -> Stack:
    """A cell that is drawn into the element `node`; an empty one shows a dash. `heads` names its row or column."""
    plain = CELL_HEAD if heads else CELL
    if isinstance(cell, str):
        return Stack([_filled(TextBlock(cell, plain, node))], node)
    styles: tuple[tuple[str, TextStyle], ...] = (
        (cell.lead, CELL_HEAD),
        (cell.text, CELL_OPEN if cell.missing else CELL if cell.lead.strip() else plain),
        (cell.note, CELL_NOTE),
    )
    blocks = [TextBlock(text, style) for text, style in styles]
    shown = [block for block in blocks if block.text.strip()]
    if len(shown) < 2:
        text, style = (shown[0].text, shown[0].style) if shown else ("", plain)
        return Stack([_filled(TextBlock(text, style, node))], node)
    for block in shown:
        block.node = node.add("P")
    return Stack(shown, node)


def _filled(block: TextBlock) -> TextBlock:
    """A dash where nothing typed can be drawn: a row has as many cells as the head."""
    block.text = block.text or EMPTY
    return block
