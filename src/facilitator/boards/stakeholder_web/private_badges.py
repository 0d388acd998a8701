"""What the facilitator's canvas shows beside stakeholders of what is private."""

from collections.abc import Mapping

from facilitator.boards.stakeholder_web.model import Stakeholder, StakeholderAttitude, StakeholderInfluence
from facilitator.domain.document import Document


def private_badges(document: Document, board_id: str) -> Mapping[str, str]:
    """Influence and attitude of the stakeholders of a board by their ids, in the marks of capture lines: "!3 ~-1"."""
    badges: dict[str, str] = {}
    for each in document.every(Stakeholder):
        if each.board_id != board_id:
            continue
        influence = document.find(StakeholderInfluence, each.id)
        attitude = document.find(StakeholderAttitude, each.id)
        marks = [f"!{influence.influence}"] if influence and influence.influence else []
        if attitude and attitude.attitude is not None:
            marks.append(f"~{attitude.attitude:+d}".replace("-", "\u2212").replace("+0", "0"))
        if marks:
            badges[each.id] = " ".join(marks)
    return badges
