"""Records of an assessment. The instrument (its areas and what to look at) is content; a record says how it stands.

What one organization says in a 1:1 is private, in types of its own; an audit of what everybody can see is not. A
summary of several organizations is made of lines that hold no answer of anybody.
"""

from datetime import date
from typing import ClassVar, Literal, get_args

from pydantic import field_validator
from sqlmodel import Field

from facilitator.domain.record import Record


class Assessment(Record):
    """Which instrument a board asks through, and when; its id is the board's. `instrument` is "digital_audit", say.

    A `summary` board asks nobody: it shows what several organizations' boards with that instrument come to.
    """

    id: str = Field(primary_key=True, foreign_key="board.id")
    instrument: str
    assessed_on: date | None = None
    summary: bool = False


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


Consent = Literal["include", "see_first", "leave_out"]
CONSENTS: tuple[Consent, ...] = get_args(Consent)
Scored = Literal["", "level", "unknown", "not_applicable"]
SCORED: tuple[Scored, ...] = get_args(Scored)


class Respondent(Record):
    """Who answers on a board, its id being the board's: the person and the organization they speak for.

    `subject` is what it is about (a planned purchase, a digital project). `consent`, one of CONSENTS, says whether the
    answers may enter a summary.
    """

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="board.id")
    person_id: str | None = Field(default=None, foreign_key="person.id", index=True)
    organization: str = ""
    subject: str = ""
    consent: str = "see_first"

    @field_validator("consent")
    @classmethod
    def _is_a_consent(cls, consent: str) -> str:
        if consent not in CONSENTS:
            raise ValueError("answers are included, seen first or left out")
        return consent


class OwnAnswer(Record):
    """What somebody said in a 1:1 about one statement: `statement` is its id in the instrument.

    `scored`, one of SCORED, says how it was answered: "" not yet, "level" with a `level` 0-4, "unknown" (nobody knows),
    "not_applicable" for the `reason`. `target` is the level wanted, 0-4, None: the instrument's own; `importance` 1-3,
    None where nobody said. `evidence` is the id of a sort of evidence, "" none, and `example` what it is; `comment`
    whatever else was said.
    """

    private: ClassVar[bool] = True

    board_id: str = Field(foreign_key="board.id", index=True)
    statement: str
    scored: str = ""
    level: int | None = Field(default=None, ge=0, le=4)
    reason: str = ""
    target: int | None = Field(default=None, ge=0, le=4)
    importance: int | None = Field(default=None, ge=1, le=3)
    evidence: str = ""
    example: str = ""
    comment: str = ""

    @field_validator("scored")
    @classmethod
    def _is_scored(cls, scored: str) -> str:
        if scored not in SCORED:
            raise ValueError("a statement has a level, is not known or does not apply")
        return scored


class AnswerTag(Record):
    """A constraint or an opportunity that hangs on an answer: `tag` is its id; `within` the id of who can change it.

    `within` is "control", "influence" or "accept" for a constraint, "" where nobody said and for an opportunity.
    """

    private: ClassVar[bool] = True

    answer_id: str = Field(foreign_key="own_answer.id", index=True)
    tag: str
    within: str = ""


class NextStep(Record):
    """What is to be done next, on a board: `step` is its id in the library, "" for one of their own.

    `statement` is the one that it helps, "" none; `effort` "S", "M" or "L"; `status` is that of a checklist's item.
    """

    private: ClassVar[bool] = True

    board_id: str = Field(foreign_key="board.id", index=True)
    number: int
    step: str = ""
    statement: str = ""
    text: str = ""
    why: str = ""
    owner: str = ""
    effort: str = ""
    due: date | None = None
    first_action: str = ""
    status: str = "not_started"


class Dataset(Record):
    """A row of the small inventory before a data governance assessment; `about_people` is the id of an answer."""

    private: ClassVar[bool] = True

    board_id: str = Field(foreign_key="board.id", index=True)
    number: int
    name: str
    purpose: str = ""
    about_people: str = ""
    community: str = ""
    source: str = ""
    kept_where: str = ""
    owner: str = ""
    shared_with: str = ""
    kept_until: str = ""


class SummaryRelease(Record):
    """That a summary was shown: on which day, from how many organizations ("5-9"), and under which thresholds.

    `members` is a hash of the set of organizations, `answers` one of all that they answered, by which a later release
    tells what changed. Private: the log is for the facilitator. `changed` holds a salted hash for each organization's
    answers, one a line, to count those that changed.
    """

    private: ClassVar[bool] = True
    lasting: ClassVar[bool] = True

    board_id: str = Field(foreign_key="board.id", index=True)
    number: int
    released_on: date
    band: str
    group_least: int = Field(ge=3)
    cell_least: int = Field(ge=3)
    members: str
    answers: str
    changed: str = ""


class SummaryLine(Record):
    """One line of a released summary, public: what may be shown of a dimension, a statement or a theme, and no more.

    `sort` is "dimension", "statement", "part", "theme", "question" or "sentence"; `item` the id of what it is about, ""
    for words of its own, which stand in `text`. A part is what some of the organizations come to on a dimension, and
    `text` the id of their track or cohort. `median` is rounded to halves, None where none is shown.
    """

    board_id: str = Field(foreign_key="board.id", index=True)
    number: int
    sort: str
    item: str = ""
    median: float | None = None
    text: str = ""
