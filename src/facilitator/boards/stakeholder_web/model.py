"""Records of the stakeholder web.

Attitude, influence, salience, reasons and notes are private types of their own. None and "" always mean "not known",
never 0. Sets of ids are one text each, the ids in the order of their method with a space between: see `ids_of`.
"""

from datetime import date
from typing import ClassVar

from sqlmodel import Field

from facilitator.domain.record import Record


class Web(Record):
    """What stands in the hub of a web, and where the work on it stands; its id is the board's.

    `category_set` is "short" or "full", `level_labels` "iap2" or "plain", `state` "draft", "validated" (with the
    participant) or "shared". `made_from` is the title of the 1:1 board that this one is an exemplar of, `made_from_id`
    its id, "" if none. `phase` is that of the project; `reviewed_on`, `reviewed_phase` tell when the map was last
    looked through.
    """

    id: str = Field(primary_key=True, foreign_key="board.id")
    project: str
    problem: str = ""
    category_set: str = "short"
    change_sought: str = ""
    out_of_scope: str = ""
    decision: str = ""
    decision_date: date | None = None
    level_labels: str = "iap2"
    state: str = "draft"
    made_from: str = ""
    made_from_id: str = ""
    phase: str = ""
    reviewed_on: date | None = None
    reviewed_phase: str = ""


class NoneApply(Record):
    """A category that is empty on purpose, with the reason."""

    board_id: str = Field(foreign_key="board.id", index=True)
    category: str
    reason: str


class Stakeholder(Record):
    """Somebody with a stake, in public words.

    `code` is the spoken code (S7). `category` is an id of either set; the board's set decides what it shows as, and
    `subcategory` is one of the full set's. `ring` is 1 core team, 2 directly involved, 3 affected or consulted, 4
    wider environment. `placed_x`, `placed_y` are the centre in stage pixels (0-1920, 0-1080) where a hand put it, None
    while the layout decides. `interest` and `impact_on_them` are 1-4. `level_now`, `level_wanted` are participation
    levels. `strategy_id` is the chosen strategy, `strategy` says how in free words; `owner` is a role. `origin` is
    "exemplar" or "group" on an exemplar's board, else "".
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
    subcategory: str = ""
    kind: str = ""
    flags: str = ""
    interest: int | None = Field(default=None, ge=1, le=4)
    impact_on_them: int | None = Field(default=None, ge=1, le=4)
    needs: str = ""
    concerns: str = ""
    contribution: str = ""
    strategy_id: str = ""
    cadence: str = ""
    channel: str = ""
    access_plan: str = ""
    confidence: str = ""
    origin: str = ""


CONFLICT = ("tension", "broken")
"""The kinds of ties that tell of a conflict."""


class Relationship(Record):
    """A tie between two stakeholders of one web, or between one and the hub (that end is None).

    `kind` is one of the 13 line kinds, `strength` 1-3, `quality` "good", "mixed", "strained"
    or "", `direction` "none", "one_way" or "both", "" for what is usual for the kind.
    """

    board_id: str = Field(foreign_key="board.id", index=True)
    from_id: str | None = Field(default=None, foreign_key="stakeholder.id", index=True)
    to_id: str | None = Field(default=None, foreign_key="stakeholder.id", index=True)
    kind: str = "works_with"
    strength: int = Field(default=2, ge=1, le=3)
    quality: str = ""
    direction: str = ""
    what_flows: str = ""
    confidence: str = ""


class Deliverable(Record):
    """A decision or deliverable for which somebody is responsible, accountable, consulted or informed (RACI)."""

    board_id: str = Field(foreign_key="board.id", index=True)
    number: int
    name: str


class RaciRole(Record):
    """What a stakeholder is for a deliverable: `role` is "R", "A", "C" or "I". No record: nothing."""

    deliverable_id: str = Field(foreign_key="deliverable.id", index=True)
    stakeholder_id: str = Field(foreign_key="stakeholder.id", index=True)
    role: str


class Moment(Record):
    """How the map stood at the end of a session, to compare with later."""

    board_id: str = Field(foreign_key="board.id", index=True)
    title: str
    kept_on: date


class MomentPlace(Record):
    """Where a stakeholder stood at a moment; `stakeholder_id` may be of one that is no more."""

    moment_id: str = Field(foreign_key="moment.id", index=True)
    stakeholder_id: str
    name: str
    category: str
    ring: int = Field(ge=1, le=4)
    level_now: str | None = None
    level_wanted: str | None = None


class StakeholderAttitude(Record):
    """-2 opposed, -1 doubtful, 0 neutral, 1 supportive, 2 champion; None: not known. Id: the stakeholder's.

    `basis` is "heard_from_them", "heard_from_others", "assumed" or "".
    """

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="stakeholder.id")
    attitude: int | None = Field(default=None, ge=-2, le=2)
    basis: str = ""


class StakeholderInfluence(Record):
    """1 little say, 2 some say, 3 strong say, 4 decisive; None: not known. Id: the stakeholder's."""

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="stakeholder.id")
    influence: int | None = Field(default=None, ge=1, le=4)
    sources: str = ""


class StakeholderSalience(Record):
    """Whether the claim is urgent and legitimate; None: not known. Id: the stakeholder's.

    The attributes are those of Mitchell, Agle and Wood (1997); power, the third, is an influence of 3 or 4.
    """

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="stakeholder.id")
    urgency: bool | None = None
    legitimacy: bool | None = None


class StakeholderNote(Record):
    """What the facilitator keeps to herself about a stakeholder. Id: the stakeholder's."""

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="stakeholder.id")
    text: str


class StrategyReason(Record):
    """Why a strategy was chosen that is not the suggested one. Id: the stakeholder's."""

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="stakeholder.id")
    text: str


class SharingAgreement(Record):
    """What was agreed in the 1:1 about what the group may be shown of it. Id: the board's."""

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="board.id")
    text: str


class RelationshipNote(Record):
    """What the facilitator notes about a tie, as a plan for a tension. Id: the relationship's."""

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="relationship.id")
    text: str


class Served(Record):
    """Somebody for whom a desired impact of a value board is meant: a stakeholder of a map, or a name nobody mapped.

    `card_id` is the impact's. `name` is what the value board shows, whatever the map says later; `stakeholder_id` is
    None where the map has nobody (any more) whom it means. Not `meant` while the card stands elsewhere than among the
    impacts: nobody is served by it then, and moved back it serves them again.
    """

    card_id: str = Field(index=True)
    name: str
    stakeholder_id: str | None = Field(default=None, foreign_key="stakeholder.id", index=True)
    meant: bool = True


RECORDS: tuple[type[Record], ...] = (
    Web,
    NoneApply,
    Stakeholder,
    Relationship,
    Deliverable,
    RaciRole,
    Moment,
    MomentPlace,
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderSalience,
    StakeholderNote,
    StrategyReason,
    RelationshipNote,
    SharingAgreement,
    Served,
)

OF_STAKEHOLDER: tuple[type[Record], ...] = (
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderSalience,
    StakeholderNote,
    StrategyReason,
)
"""The private types whose records have the id of the stakeholder they are about."""


def ids_of(text: str) -> tuple[str, ...]:
    """The ids in a text that holds a set of them."""
    return tuple(text.split())
