"""What follows from what is known of a stakeholder: pure functions. None and "" are never counted as 0."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from facilitator.boards.stakeholder_web.model import (
    Deliverable,
    RaciRole,
    Stakeholder,
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderSalience,
    ids_of,
)
from facilitator.content.participation import participation_level
from facilitator.domain.document import Document

HIGH = 3
"""From this step of 1 to 4 on, influence, interest, impact and stake count as high."""

Quadrant = Literal["work_closely", "keep_satisfied", "keep_involved", "keep_in_view", "unplaced"]

Salience = Literal[
    "dormant",
    "discretionary",
    "demanding",
    "dominant",
    "dangerous",
    "dependent",
    "definitive",
    "not_salient",
    "incomplete",
]
"""The classes of Mitchell, Agle and Wood (1997); the app calls "dangerous" volatile."""

_CLASSES: Mapping[tuple[bool, bool, bool], Salience] = {
    (True, False, False): "dormant",
    (False, True, False): "discretionary",
    (False, False, True): "demanding",
    (True, True, False): "dominant",
    (True, False, True): "dangerous",
    (False, True, True): "dependent",
    (True, True, True): "definitive",
    (False, False, False): "not_salient",
}


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of one stakeholder, public and private.

    `influence`, `interest`, `impact_on_them` are 1-4, `attitude` is -2 to 2; `levels` are participation levels. `raci`
    are the roles (R, A, C, I) in any deliverable; `core` says that somebody put the stakeholder on ring 1.
    """

    influence: int | None = None
    interest: int | None = None
    impact_on_them: int | None = None
    attitude: int | None = None
    basis: str = ""
    urgency: bool | None = None
    legitimacy: bool | None = None
    flags: frozenset[str] = frozenset()
    level_now: str | None = None
    level_wanted: str | None = None
    strategy_id: str = ""
    raci: frozenset[str] = frozenset()
    core: bool = False


def known_of(document: Document, stakeholder_id: str) -> Known:
    """What is known of one stakeholder; raises EditRejected("gone")."""
    roles = (each.role for each in document.every(RaciRole) if each.stakeholder_id == stakeholder_id)
    return _known(document, document.get(Stakeholder, stakeholder_id), roles)


def known_on(document: Document, board_id: str) -> dict[str, Known]:
    """What is known of every stakeholder of a board, by id."""
    roles: dict[str, list[str]] = {}
    there = {each.id for each in document.every(Deliverable) if each.board_id == board_id}
    for each in document.every(RaciRole):
        if each.deliverable_id in there:
            roles.setdefault(each.stakeholder_id, []).append(each.role)
    return {
        each.id: _known(document, each, roles.get(each.id, ()))
        for each in document.every(Stakeholder)
        if each.board_id == board_id
    }


def stake(known: Known) -> int | None:
    """The higher of interest and impact, None while neither is known."""
    return max((each for each in (known.interest, known.impact_on_them) if each is not None), default=None)


def quadrant(known: Known) -> Quadrant:
    """Where influence and stake put somebody on the grid; "unplaced" while either is not known."""
    at_stake = stake(known)
    if known.influence is None or at_stake is None:
        return "unplaced"
    if known.influence >= HIGH:
        return "work_closely" if at_stake >= HIGH else "keep_satisfied"
    return "keep_involved" if at_stake >= HIGH else "keep_in_view"


def suggested_ring(known: Known) -> int | None:
    """The ring (1-4) that suits what is known; None where what is not known yet could decide it."""
    if known.core or known.raci & {"R", "A"}:
        return 1
    at_stake, place = stake(known), quadrant(known)
    if place == "work_closely":
        return 2
    if is_high(at_stake) or is_high(known.influence):
        return 3
    return None if place == "unplaced" else 4


def salience(known: Known) -> Salience:
    """The salience class; "incomplete" while influence, urgency or legitimacy is not known."""
    if known.influence is None or known.legitimacy is None or known.urgency is None:
        return "incomplete"
    return _CLASSES[known.influence >= HIGH, known.legitimacy, known.urgency]


def attention(known: Known) -> int | None:
    """A score to sort by, never to be shown as a grade; None while influence or stake is not known."""
    at_stake = stake(known)
    if known.influence is None or at_stake is None:
        return None
    doubtful = known.attitude is not None and known.attitude <= -1
    return 3 * known.influence + 2 * at_stake + (2 if doubtful else 0) + (1 if known.urgency else 0)


def participation_gap(known: Known) -> int | None:
    """How many levels of participation are owed (negative: more than wanted); None while either is not known."""
    if known.level_now is None or known.level_wanted is None:
        return None
    return level_index(known.level_wanted) - level_index(known.level_now)


def level_index(level_id: str) -> int:
    """0 (not yet reached) to 5 (decides); raises KeyError for an id that is no level."""
    return participation_level(level_id, "iap2").index


def is_high(value: int | None) -> bool:
    """Whether a value of 1 to 4 is known and high."""
    return value is not None and value >= HIGH


def _known(document: Document, record: Stakeholder, roles: Iterable[str]) -> Known:
    influence = document.find(StakeholderInfluence, record.id)
    attitude = document.find(StakeholderAttitude, record.id)
    claim = document.find(StakeholderSalience, record.id)
    return Known(
        influence=influence.influence if influence else None,
        interest=record.interest,
        impact_on_them=record.impact_on_them,
        attitude=attitude.attitude if attitude else None,
        basis=attitude.basis if attitude else "",
        urgency=claim.urgency if claim else None,
        legitimacy=claim.legitimacy if claim else None,
        flags=frozenset(ids_of(record.flags)),
        level_now=record.level_now,
        level_wanted=record.level_wanted,
        strategy_id=record.strategy_id,
        raci=frozenset(roles),
        core=record.ring == 1,
    )
