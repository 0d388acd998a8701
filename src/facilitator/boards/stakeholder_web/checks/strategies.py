"""Which engagement strategy suits a stakeholder, and why: an ordered rule whose first match wins.

A suggestion is only ever told: what the facilitator chose stays chosen.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.boards.stakeholder_web.checks.values import HIGH, Known, is_high, stake
from facilitator.content import methods
from facilitator.content.words import Words

FAIR_PROCESS, RIGHTS_BASED, FIND_OUT = "fair_process", "rights_based", "find_out"

TELL_OF_DOUBTS = frozenset({"address_concerns", "listen_protect", "watch_concern"})
"""What steps 4 to 6 suggest: whoever reads that one of these was chosen knows that somebody doubts."""

_ENGAGED = {2: "enlist", 1: "partner", 0: "build_commitment"}
"""For powerful people with a stake who do not doubt, by attitude."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A strategy, the number of the step of the rule that fired (1-11), and the facts that it went by.

    A fact is (what, value), as ("influence", 4) or ("stake", None); a flag has True for its value.
    """

    strategy_id: str
    rule: int
    because: tuple[tuple[str, int | None], ...]


def suggestion(known: Known) -> Suggestion:
    """What the rule suggests. Steps 9 and 10 take what is not known as not met, steps 4 to 11 an attitude as 0."""
    by_flag = _by_flag(known) or _by_gap(known)
    if by_flag:
        return by_flag
    influence, at_stake = known.influence or 0, stake(known) or 0  # both are known here: see _by_gap
    attitude = known.attitude or 0
    power, position = ("influence", influence), ("stake", at_stake)
    view = ("attitude", known.attitude)
    if attitude <= -1:
        if influence >= HIGH:
            return Suggestion("address_concerns", 4, (power, view))
        if at_stake >= HIGH:
            return Suggestion("listen_protect", 5, (position, view))
        return Suggestion("watch_concern", 6, (power, position, view))
    if influence >= HIGH and at_stake >= HIGH:
        return Suggestion(_ENGAGED[attitude], 7, (power, position, view))
    if influence >= HIGH:
        return Suggestion("brief_decide", 8, (power, position))
    if is_high(known.impact_on_them):
        return Suggestion("lift_voice", 9, (power, ("impact_on_them", known.impact_on_them)))
    if is_high(known.interest):
        strategy = "ambassadors" if attitude >= 1 else "keep_talking"
        return Suggestion(strategy, 10, (power, ("interest", known.interest), view))
    return Suggestion("keep_view", 11, (power, position))


def add_ons(known: Known) -> tuple[str, ...]:
    """The add-ons that go with any strategy, by id, in the order of the method."""
    wanted = {
        "formal_gate": "formal_approver" in known.flags,
        "labour_early": "represented_staff" in known.flags and is_high(known.impact_on_them),
        "access_plan": "harder_to_reach" in known.flags,
    }
    return tuple(each.id for each in methods.strategy_add_ons() if wanted[each.id])


def because(suggested: Suggestion, words: Words) -> str:
    """The facts that a suggestion went by, as in "because influence 4, stake 2"."""
    return words("web.because", facts=", ".join(_facts(suggested, words)))


def _facts(suggested: Suggestion, words: Words) -> Iterator[str]:
    for what, value in suggested.because:
        if what in ("in_procurement", "rights_holder"):
            yield words(f"web.fact_{what}")
        elif value is None:
            yield words(f"web.fact_{what}_unknown")
        else:
            told = f"{value:+d}".replace("-", "\u2212") if what == "attitude" and value else str(value)
            yield words(f"web.fact_{what}", value=told)


def _by_flag(known: Known) -> Suggestion | None:
    if "in_procurement" in known.flags:
        return Suggestion(FAIR_PROCESS, 1, (("in_procurement", True),))
    if "rights_holder" in known.flags:
        return Suggestion(RIGHTS_BASED, 2, (("rights_holder", True),))
    return None


def _by_gap(known: Known) -> Suggestion | None:
    """Step 3: too little is known to plan."""
    facts = (("influence", known.influence), ("stake", stake(known)))
    missing = tuple(fact for fact in facts if fact[1] is None)
    if not missing and is_high(known.influence) and known.attitude is None:
        missing = (facts[0], ("attitude", None))
    return Suggestion(FIND_OUT, 3, missing) if missing else None
