"""Records of the value board.

What is known of a card beyond its words stands in a record of its own, with the card's id: one type for each column
that has more to say. None and "" always mean "not known", never 0. Who gave how many dots is private.
"""

from datetime import date
from typing import ClassVar

from sqlmodel import Field

from facilitator.domain.record import Record


class ValueFrame(Record):
    """What is said of a whole value board; its id is the board's, and a board may be without one.

    `valuable`, `authorised`, `doable` answer the public value test (after Moore's strategic triangle): "yes",
    "partly", "not_yet" or "". `dot_budget` is how many dots a person may give; `dots_shown` whether everybody may see
    what they add up to.
    """

    id: str = Field(primary_key=True, foreign_key="board.id")
    valuable: str = ""
    authorised: str = ""
    doable: str = ""
    dot_budget: int = Field(default=5, ge=1, le=50)
    dots_shown: bool = False


class CardGroup(Record):
    """Cards of one column that belong together (affinity), under a name; `number` is its place among the column's."""

    board_id: str = Field(foreign_key="board.id", index=True)
    column: str
    number: int
    name: str


class Card(Record):
    """A card in one of the columns guiding, approach, impact, kpi or the strips assumption, side_effect, parking.

    `code` is the spoken code (G1, A2, I3, K4): given once, kept when the card moves to another column. `slot` is the
    place in its column, from 0, where a hand or tidying put it; None while it stands as it came. `group_id` is the
    group of its column that it belongs to, None for none.
    """

    board_id: str = Field(foreign_key="board.id", index=True)
    code: str
    column: str
    text: str
    slot: int | None = None
    group_id: str | None = Field(default=None, foreign_key="card_group.id", index=True)


class CardLink(Record):
    """A link between two cards of one board; `kind` is one of `content.value_board` (shapes, contributes_to, ...).

    `note` is what has to hold for the step to be made, or for a trade-off how it is settled.
    """

    board_id: str = Field(foreign_key="board.id", index=True)
    from_id: str = Field(foreign_key="card.id", index=True)
    to_id: str = Field(foreign_key="card.id", index=True)
    kind: str
    note: str = ""


class GuidingValue(Record):
    """What a guiding value means here. Id: the card's. `source` is "council", "strategy", "law", "community" or ""."""

    id: str = Field(primary_key=True, foreign_key="card.id")
    means_here: str = ""
    looks_like: str = ""
    broken_when: str = ""
    source: str = ""


class DesiredImpact(Record):
    """A desired impact in full. Id: the card's.

    `kind` is a group of METHODS' starter impacts (social, democratic, economic, ...), `level` "immediate" (0-6
    months), "medium" (6-24), "long" or "", `direction` "increase", "decrease", "keep" or "". Whom it serves stands in
    records of the stakeholder web (`Served`).
    """

    id: str = Field(primary_key=True, foreign_key="card.id")
    statement: str = ""
    kind: str = ""
    level: str = ""
    direction: str = ""
    evidence_today: str = ""


class Approach(Record):
    """An approach in full. Id: the card's. `stage` is "idea", "testing", "running", "stopped" or ""."""

    id: str = Field(primary_key=True, foreign_key="card.id")
    description: str = ""
    stage: str = ""
    riskiest_assumption: str = ""
    smallest_test: str = ""
    owner: str = ""


class Kpi(Record):
    """An indicator in full, as the register and its reviews need it. Id: the card's; its name is the card's text.

    `nature` is "quantitative", "qualitative" or ""; `measures` "input", "activity", "output", "outcome",
    "experience", "conduct", "learning" or ""; `timing` "leading", "lagging" or ""; `better_is` "up", "down", "range"
    or "". `mode` is "target", "limit" (a floor where up is better, a ceiling where down is, both for a range),
    "direction", "learning" (a question, no number promised) or "". `target` is the target or the limit, for a range
    its lower end and `target_high` the upper one; `target_reason` says why that much. `frequency` is "weekly",
    "monthly", "quarterly", "half_yearly", "yearly" or ""; `cost_to_collect` "low", "medium", "high" or ""; `status`
    "proposed", "active", "paused" or "retired". `personal_data` tells whether collecting it takes data about persons,
    `privacy_note` how these are protected. `rubric_1`, `_3`, `_5` say what a rating of clearly worse, unchanged and
    clearly better looks like.
    """

    id: str = Field(primary_key=True, foreign_key="card.id")
    question_answered: str = ""
    definition: str = ""
    nature: str = ""
    measures: str = ""
    timing: str = ""
    unit: str = ""
    better_is: str = ""
    mode: str = ""
    baseline: float | None = None
    baseline_date: date | None = None
    target: float | None = None
    target_high: float | None = None
    target_date: date | None = None
    target_reason: str = ""
    source: str = ""
    method: str = ""
    frequency: str = ""
    split_by: str = ""
    owner: str = ""
    cost_to_collect: str = ""
    gaming_risk: str = ""
    decision_it_informs: str = ""
    status: str = "proposed"
    personal_data: bool | None = None
    privacy_note: str = ""
    rubric_1: str = ""
    rubric_3: str = ""
    rubric_5: str = ""


class Reading(Record):
    """What an indicator showed on a day: a `value` in its unit, or a `rating` of 1-5 by its rubric, and the story.

    `voices` says how many and whom one listened to, `evidence` where it can be looked up.
    """

    kpi_id: str = Field(foreign_key="card.id", index=True)
    read_on: date
    value: float | None = None
    rating: int | None = Field(default=None, ge=1, le=5)
    narrative: str = ""
    voices: str = ""
    evidence: str = ""


class Review(Record):
    """A review of the register, planned or held; `cadence` is one of "pulse", "monthly", "quarterly", "half",
    "annual". The texts are the answers of the review form, "" until it was held.
    """

    board_id: str = Field(foreign_key="board.id", index=True)
    cadence: str
    planned_on: date
    held_on: date | None = None
    expected: str = ""
    happened: str = ""
    reasons: str = ""
    surprises: str = ""
    keep: str = ""
    adjust: str = ""
    stop: str = ""
    start: str = ""
    tell: str = ""
    next_look: str = ""


class PersonDots(Record):
    """How many dots one person gave one card."""

    private: ClassVar[bool] = True

    board_id: str = Field(foreign_key="board.id", index=True)
    card_id: str = Field(foreign_key="card.id", index=True)
    person: str
    dots: int = Field(ge=1, le=50)


class CountedHands(Record):
    """How many hands went up for a card, counted by the facilitator. Id: the card's."""

    private: ClassVar[bool] = True

    id: str = Field(primary_key=True, foreign_key="card.id")
    hands: int = Field(ge=1, le=1000)


RECORDS: tuple[type[Record], ...] = (
    ValueFrame,
    CardGroup,
    Card,
    CardLink,
    GuidingValue,
    DesiredImpact,
    Approach,
    Kpi,
    Reading,
    Review,
    PersonDots,
    CountedHands,
)

DETAIL_OF: dict[str, type[Record]] = {
    "guiding": GuidingValue,
    "impact": DesiredImpact,
    "approach": Approach,
    "kpi": Kpi,
}
"""The type that says more of a card of a column; its record has the id of the card. Strips have none."""
