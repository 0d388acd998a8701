"""Small signs at the right end of a stakeholder's pill: what the picture draws and the layout makes room for."""

from facilitator.boards.stakeholder_web.view import ATTITUDE, INFLUENCE, StakeholderView, StakeholderWebView

GATE, BID, GROUP, NEW = "gate", "bid", "group", "new"
UNKNOWN = "unknown"


def marks_of(stakeholder: StakeholderView, view: StakeholderWebView) -> tuple[str, ...]:
    """The signs of a pill, left to right.

    "gate": must formally approve; "bid": a possible bidder while a procurement is open; "group": added by the group to
    an exemplar; "new": not there at the moment that is compared with. With their layers on, "attitude:+1" (or
    "attitude:unknown") and, where it is not known, "influence:unknown"; a known influence shows in the pill's size.
    """
    marks = []
    if "formal_approver" in stakeholder.flags:
        marks.append(GATE)
    if "in_procurement" in stakeholder.flags:
        marks.append(BID)
    if stakeholder.origin == "group":
        marks.append(GROUP)
    if view.then_title and all(stakeholder.id != place.id for place in view.then):
        marks.append(NEW)
    if INFLUENCE in view.showing.layers and stakeholder.influence is None:
        marks.append(f"{INFLUENCE}:{UNKNOWN}")
    if ATTITUDE in view.showing.layers:
        known = stakeholder.attitude is not None
        marks.append(f"{ATTITUDE}:{stakeholder.attitude:+d}" if known else f"{ATTITUDE}:{UNKNOWN}")
    return tuple(marks)


def size_of(stakeholder: StakeholderView, view: StakeholderWebView) -> int:
    """1 to 4 by influence where its layer is on, 1 where it is not known; 0 while the layer is off."""
    return (stakeholder.influence or 1) if INFLUENCE in view.showing.layers else 0
