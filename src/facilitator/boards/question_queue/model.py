"""Records of a question queue. Who asked and who gave which question a dot is private; the questions are not."""

from typing import ClassVar, Literal, get_args

from pydantic import field_validator
from sqlmodel import Field

from facilitator.boards.panels.model import PanelCard
from facilitator.domain.record import Record

QuestionState = Literal["open", "answered", "later"]
QUESTION_STATES: tuple[QuestionState, ...] = get_args(QuestionState)


class QuestionFrame(Record):
    """How the questions of a board are weighed; its id is the board's. `budget` is dots a person, 1 to 50.

    `shown` says whether everybody may see the totals.
    """

    id: str = Field(primary_key=True, foreign_key="board.id")
    budget: int = Field(default=3, ge=1, le=50)
    shown: bool = False


class Question(PanelCard):
    """A question to somebody who answers live; `number` is its place, `code` the spoken one.

    `state` is one of QUESTION_STATES: it waits, was answered, or is for later; `answer` is what was said, in short.
    `also` are the spoken codes of those that were merged into it: "Q2 Q5".
    """

    text: str
    state: str = "open"
    answer: str = ""
    also: str = ""

    @field_validator("state")
    @classmethod
    def _is_a_state(cls, state: str) -> str:
        if state not in QUESTION_STATES:
            raise ValueError("a question is open, answered or for later")
        return state


class QuestionNote(Record):
    """Who asked, and the facilitator's own words; its id is the question's."""

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="question.id")
    asked_by: str = ""
    note: str = ""


class QuestionDots(Record):
    """How many dots one person gave one question."""

    private: ClassVar[bool] = True

    board_id: str = Field(foreign_key="board.id", index=True)
    question_id: str = Field(foreign_key="question.id", index=True)
    person: str
    dots: int = Field(ge=1, le=50)


class QuestionHands(Record):
    """How many hands went up for a question; its id is the question's."""

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="question.id")
    hands: int = Field(ge=1, le=1000)


RECORDS: tuple[type[Record], ...] = (QuestionFrame, Question, QuestionNote, QuestionDots, QuestionHands)
