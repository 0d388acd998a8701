"""Records of a change plan. What the facilitator notes of a group or a role is private; the plan itself is not."""

from datetime import date
from typing import ClassVar, Literal, get_args

from pydantic import field_validator
from sqlmodel import Field

from facilitator.boards.panels.model import PanelCard
from facilitator.domain.record import Record

Weight = Literal["", "low", "medium", "high"]
WEIGHTS: tuple[Weight, ...] = get_args(Weight)
WinState = Literal["planned", "under_way", "done"]
WIN_STATES: tuple[WinState, ...] = get_args(WinState)


class TeamRole(PanelCard):
    """A role of the change team; `role` is the id of one of the house ("sponsor"), "" for one of their own.

    `title` is what it is called, `who` has it ("" nobody yet), `doing` what it does in this change.
    """

    role: str = ""
    title: str
    who: str = ""
    doing: str = ""


class TeamRoleNote(Record):
    """The facilitator's own words on a role; its id is the role's."""

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="team_role.id")
    note: str = ""


class AffectedGroup(PanelCard):
    """A group that a change touches: what `changes` for it, and how much (`weight`, one of WEIGHTS).

    `step` is the id of the adoption step where it stands ("knows_why", …, of the adoption instrument), "" while nobody
    knows; `action` is what helps it on, which `owner` does by `due`.
    """

    name: str
    changes: str = ""
    weight: str = ""
    step: str = ""
    action: str = ""
    owner: str = ""
    due: date | None = None

    @field_validator("weight")
    @classmethod
    def _is_a_weight(cls, weight: str) -> str:
        if weight not in WEIGHTS:
            raise ValueError("a change weighs low, medium or high")
        return weight


class AffectedGroupNote(Record):
    """The facilitator's own words on a group; its id is the group's."""

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="affected_group.id")
    note: str = ""


class EarlyWin(PanelCard):
    """Something small that people notice soon; `owner` brings it about by `due`, `seen` is how it shows."""

    text: str
    owner: str = ""
    due: date | None = None
    state: str = "planned"
    seen: str = ""

    @field_validator("state")
    @classmethod
    def _is_a_state(cls, state: str) -> str:
        if state not in WIN_STATES:
            raise ValueError("an early win is planned, under way or done")
        return state


class EarlyWinNote(Record):
    """The facilitator's own words on an early win; its id is the win's."""

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="early_win.id")
    note: str = ""
