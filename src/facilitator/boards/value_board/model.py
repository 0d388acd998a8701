"""Records of the value board."""

from sqlmodel import Field

from facilitator.domain.record import Record


class Card(Record):
    """A card in one of the columns guiding, approach, impact, kpi.

    `code` is the spoken code (G1, A2, I3, K4): given once, kept when the card moves to another column. `slot` is the
    place in its column, from 0, where a hand or tidying put it; None while it stands as it came.
    """

    board_id: str = Field(foreign_key="board.id", index=True)
    code: str
    column: str
    text: str
    slot: int | None = None


class CardLink(Record):
    """A link between two cards of one board; `kind` is one of `content.value_board` (shapes, contributes_to, ...)."""

    board_id: str = Field(foreign_key="board.id", index=True)
    from_id: str = Field(foreign_key="card.id", index=True)
    to_id: str = Field(foreign_key="card.id", index=True)
    kind: str


RECORDS: tuple[type[Record], ...] = (Card, CardLink)
