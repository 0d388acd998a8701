"""What of a web an exemplar leaves behind, told in phrases with their counts."""

from collections.abc import Iterator, Mapping

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


def left_behind(document: Document, board_id: str, on: Mapping[str, bool], words: Words) -> Iterator[str]:
    """A phrase for each sort of thing that there is and that does not pass, with these switches `on`."""
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
        "strategies": 0 if on["strategies"] else having("strategy_id", "strategy", "cadence", "channel", "access_plan"),
        "contacts": 0 if on["contacts"] else having("owner", "next_contact"),
        "tie_words": 0 if on["tie_words"] else sum(bool(each.what_flows) for each in ties),
    }
    return (words(f"redaction.dropped_{what}", count=count) for what, count in counts.items() if count)
