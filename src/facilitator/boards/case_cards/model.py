"""Records of case cards. What the facilitator notes of a case is private; the card itself is not."""

from typing import ClassVar

from sqlmodel import Field

from facilitator.boards.panels.model import PanelCard
from facilitator.domain.record import Record


class CaseCard(PanelCard):
    """What others tried; `number` is its place, `code` the spoken one, `theme` the id of what it is about.

    `title` names it, `place` and `years` say where and when. `problem` is what was hard, `tried` what they did,
    `result` what came of it, `lesson` what to ask oneself, `source` where one can read it.
    """

    theme: str
    title: str
    place: str = ""
    years: str = ""
    problem: str = ""
    tried: str = ""
    result: str = ""
    lesson: str = ""
    source: str = ""


class CaseNote(Record):
    """The facilitator's own words on a case; its id is the card's."""

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="case_card.id")
    note: str = ""
