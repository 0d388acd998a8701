"""Records of the stakeholder web. Attitude, influence and notes are private types of their own (METHODS A2)."""

from datetime import date
from typing import ClassVar

from sqlmodel import Field

from facilitator.domain.record import Record


class Web(Record):
    """What stands in the hub of a web; its id is the board's. `category_set` is "short" or "full"."""

    id: str = Field(primary_key=True, foreign_key="board.id")
    project: str
    problem: str = ""
    category_set: str = "short"


class Stakeholder(Record):
    """Somebody with a stake, in public words.

    `code` is the spoken code (S7). `category` is an id of either set; the board's set decides what it shows as.
    `ring` is 1 core team, 2 directly involved, 3 affected or consulted, 4 wider environment. `placed_x`, `placed_y`
    are the centre in stage pixels (0-1920, 0-1080) where a hand put it, None while the layout decides.
    `level_now`, `level_wanted` are participation levels, `strategy` how to engage them, `owner` a role.
    """

    board_id: str = Field(foreign_key="board.id", index=True)
    code: str
    name: str
    category: str
    ring: int = Field(default=3, ge=1, le=4)
    placed_x: float | None = None
    placed_y: float | None = None
    level_now: str | None = None
    level_wanted: str | None = None
    strategy: str = ""
    owner: str = ""
    next_contact: date | None = None


class Relationship(Record):
    """A tie between two stakeholders of one web; `kind` is one of the 13 line kinds."""

    board_id: str = Field(foreign_key="board.id", index=True)
    from_id: str = Field(foreign_key="stakeholder.id", index=True)
    to_id: str = Field(foreign_key="stakeholder.id", index=True)
    kind: str = "works_with"


class StakeholderAttitude(Record):
    """-2 opposed, -1 doubtful, 0 neutral, 1 supportive, 2 champion; no record: not known. Id: the stakeholder's."""

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="stakeholder.id")
    attitude: int = Field(ge=-2, le=2)


class StakeholderInfluence(Record):
    """1 little say, 2 some say, 3 strong say, 4 decisive. No record means not known. Id: the stakeholder's."""

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="stakeholder.id")
    influence: int = Field(ge=1, le=4)


class StakeholderNote(Record):
    """What the facilitator keeps to herself about a stakeholder. Id: the stakeholder's."""

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="stakeholder.id")
    text: str


RECORDS: tuple[type[Record], ...] = (
    Web,
    Stakeholder,
    Relationship,
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderNote,
)
