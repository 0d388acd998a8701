"""Records of a feedback form. All that people answered is private: counts without names, and comments without order."""

from typing import ClassVar

from sqlmodel import Field

from facilitator.domain.record import Record


class FeedbackForm(Record):
    """What is asked after a session; its id is the board's. `shown` says whether the results may be seen.

    `session_id` is the session it is about, None for none.
    """

    id: str = Field(primary_key=True, foreign_key="board.id")
    session_id: str | None = Field(default=None, foreign_key="session.id", index=True)
    shown: bool = False


class FeedbackCount(Record):
    """How many chose a `level` (1-5) for a statement, by its id in the content; nobody knows who."""

    private: ClassVar[bool] = True

    board_id: str = Field(foreign_key="board.id", index=True)
    statement: str
    level: int = Field(ge=1, le=5)
    many: int = Field(ge=1)


class FeedbackShown(Record):
    """The same as it stood when results were last shown: what participants see keeps to it, whatever comes in since."""

    private: ClassVar[bool] = True
    lasting: ClassVar[bool] = True

    board_id: str = Field(foreign_key="board.id", index=True)
    statement: str
    level: int = Field(ge=1, le=5)
    many: int = Field(ge=1)


class FeedbackComment(Record):
    """What one person wrote below a `question` (its id in the content), tied to nobody and to no other answer.

    `kept` says that the facilitator lets it stand in a handout, in words that tell nobody apart.
    """

    private: ClassVar[bool] = True

    board_id: str = Field(foreign_key="board.id", index=True)
    question: str
    text: str
    kept: bool = False


class FeedbackSheet(Record):
    """A sheet that was counted: a short `mark` made of its file, by which it is not counted twice."""

    private: ClassVar[bool] = True

    board_id: str = Field(foreign_key="board.id", index=True)
    mark: str
