"""Records of an assessment. The instrument (its areas and what to look at) is content; a record says how it stands."""

from datetime import date

from sqlmodel import Field

from facilitator.domain.record import Record


class Assessment(Record):
    """Which instrument a board asks through, and when; its id is the board's. `instrument` is "digital_audit"."""

    id: str = Field(primary_key=True, foreign_key="board.id")
    instrument: str
    assessed_on: date | None = None


class Answer(Record):
    """What was found in one area: `area` is its id in the instrument, `level` 0-4, None while it is not known.

    `mark` is "quick" for one of the three quick results, "foundation" for the one foundation to fix, else "";
    `action` then says what is to be done.
    """

    board_id: str = Field(foreign_key="board.id", index=True)
    area: str
    level: int | None = Field(default=None, ge=0, le=4)
    strengths: str = ""
    weaknesses: str = ""
    evidence: str = ""
    mark: str = ""
    action: str = ""


RECORDS: tuple[type[Record], ...] = (Assessment, Answer)
