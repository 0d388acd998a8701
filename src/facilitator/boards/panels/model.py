"""What the record of every card of a board of panels has; no table of its own."""

from sqlmodel import Field

from facilitator.domain.record import Record


class PanelCard(Record):
    """A card of a board: `number` is its place among those of its sort, `code` the spoken one."""

    board_id: str = Field(foreign_key="board.id", index=True)
    number: int
    code: str
