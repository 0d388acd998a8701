"""Records of a speaker series. What was agreed with a speaker is private; who speaks and what stays is not."""

from datetime import date
from typing import ClassVar, Literal, get_args

from pydantic import field_validator
from sqlmodel import Field

from facilitator.boards.panels.model import PanelCard
from facilitator.domain.record import Record

SpeakerState = Literal["", "idea", "invited", "declined", "confirmed", "spoke"]
SPEAKER_STATES: tuple[SpeakerState, ...] = get_args(SpeakerState)


class Speaker(PanelCard):
    """Somebody who speaks, or a guest of a panel; `number` is their place, `code` the spoken one.

    `position` is what they do where they work, `about` what they speak of, `principle` the id of the leadership
    principle that it is on, "" for none. `speaks_on` and `session_id` say when, None while nobody knows.
    """

    name: str
    position: str = ""
    organization: str = ""
    about: str = ""
    principle: str = ""
    speaks_on: date | None = None
    session_id: str | None = Field(default=None, foreign_key="session.id", index=True)


class SpeakerNote(Record):
    """What is between the facilitator and a speaker; its id is the speaker's. `state` is one of SPEAKER_STATES."""

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="speaker.id")
    state: str = ""
    contact: str = ""
    note: str = ""

    @field_validator("state")
    @classmethod
    def _is_a_state(cls, state: str) -> str:
        if state not in SPEAKER_STATES:
            raise ValueError("a speaker is an idea, invited, declined, confirmed or spoke")
        return state


class TakeAway(PanelCard):
    """What a group takes away on one leadership `principle` (its id), from `speaker_id` where that is known."""

    principle: str
    text: str
    speaker_id: str | None = Field(default=None, foreign_key="speaker.id", index=True)


class TakeAwayNote(Record):
    """The facilitator's own words on a take-away; its id is the take-away's."""

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="take_away.id")
    note: str = ""
