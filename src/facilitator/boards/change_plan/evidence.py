"""What a change plan shows of the items of the checklist: numbers, never a name."""

from collections.abc import Iterator

from facilitator.boards.change_plan.model import AffectedGroup, EarlyWin, TeamRole
from facilitator.boards.change_plan.panels import GROUPS, TEAM, WINS
from facilitator.boards.evidence import Evidence
from facilitator.boards.panels.reading import cards_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board

WINS_ENOUGH = 2
"""How many early wins with a day are enough."""

_NEEDED = {"sponsor", "change_lead", "front_line"}
"""The roles without which a team has no authority, nobody who leads, or is not believed."""


def evidence_of(document: Document, board_id: str, words: Words) -> tuple[Evidence, ...]:
    """The team (c2), the groups (c3), staff at the table (c4), early wins (c7), adoption steps (c8).

    Raises EditRejected("gone") if the board is no more.
    """
    document.get(Board, board_id)
    return (
        *_team(document, board_id, words),
        *_groups(document, board_id, words),
        *_wins(document, board_id, words),
    )


def _team(document: Document, board_id: str, words: Words) -> Iterator[Evidence]:
    roles = [each for each in cards_of(document, board_id, TEAM) if isinstance(each, TeamRole)]
    named = {each.id: each.role for each in roles if each.who}
    if named:
        told = words("change.says_team", count=len(roles), named=len(named))
        yield Evidence("c2", set(named.values()) >= _NEEDED, told)
    if "staff_voice" in named.values():
        yield Evidence("c4", False, words("change.says_invited"))


def _groups(document: Document, board_id: str, words: Words) -> Iterator[Evidence]:
    groups = [each for each in cards_of(document, board_id, GROUPS) if isinstance(each, AffectedGroup)]
    told, known = (sum(bool(getattr(each, key)) for each in groups) for key in ("changes", "step"))
    if groups:
        said = words("change.says_groups", count=len(groups), told=told)
        yield Evidence("c3", told == len(groups), said)
    if known:
        said = words("change.says_steps", count=len(groups), known=known)
        yield Evidence("c8", known == len(groups), said)


def _wins(document: Document, board_id: str, words: Words) -> Iterator[Evidence]:
    dated = sum(isinstance(each, EarlyWin) and each.due is not None for each in cards_of(document, board_id, WINS))
    if dated:
        yield Evidence("c7", dated >= WINS_ENOUGH, words("change.says_wins", count=dated))
