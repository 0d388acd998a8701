"""What of a web an exemplar leaves behind, told in phrases with their counts."""

from collections.abc import Iterator, Mapping, Set

from facilitator.boards.redaction import Place
from facilitator.boards.stakeholder_web.exemplar.deciding import STRATEGY, TIE
from facilitator.boards.stakeholder_web.model import (
    Moment,
    Relationship,
    RelationshipNote,
    Stakeholder,
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderNote,
    StakeholderSalience,
    StrategyReason,
)
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.record import Record


def left_behind(
    document: Document, board_id: str, on: Mapping[str, bool], left_out: Set[Place], words: Words
) -> Iterator[str]:
    """A phrase for each sort of thing that there is and that does not pass, with these switches `on`.

    `left_out` are the ties and chosen strategies that do not pass.
    """
    there = [each for each in document.every(Stakeholder) if each.board_id == board_id]
    ties = [each for each in document.every(Relationship) if each.board_id == board_id]
    ids = {each.id for each in (*there, *ties)}

    def about(kind: type[Record]) -> int:
        return sum(each.id in ids for each in document.every(kind))

    def having(*fields: str) -> int:
        return sum(any(getattr(each, field) for field in fields) for each in there)

    attitudes = [each for each in document.every(StakeholderAttitude) if each.id in ids]
    counts = {
        "notes": about(StakeholderNote) + about(RelationshipNote),
        "reasons": about(StrategyReason),
        "influence": about(StakeholderInfluence),
        "salience": about(StakeholderSalience),
        "attitudes": 0 if on["attitude"] else sum(each.attitude is not None for each in attitudes),
        "bases": sum(bool(each.basis) for each in attitudes) if on["attitude"] else 0,
        "moments": sum(each.board_id == board_id for each in document.every(Moment)),
        "voices": 0 if on["voices"] else having("needs", "concerns", "contribution"),
        "strategies": sum((each.id, STRATEGY) in left_out for each in there)
        if on["strategies"]
        else having("strategy_id", "strategy", "cadence", "channel", "access_plan"),
        "contacts": 0 if on["contacts"] else having("owner", "next_contact"),
        "ties": sum((each.id, TIE) in left_out for each in ties),
        "tie_words": 0 if on["tie_words"] else sum(bool(each.what_flows) for each in ties),
    }
    return (words(f"redaction.dropped_{what}", count=count) for what, count in counts.items() if count)
