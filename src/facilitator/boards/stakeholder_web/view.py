"""What participants may see of a stakeholder web."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from facilitator.boards.stakeholder_web.model import Relationship, Stakeholder, Web
from facilitator.content import methods
from facilitator.content.methods import CategorySet
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, by_code, language_of
from facilitator.domain.view import View


@dataclass(frozen=True, slots=True)
class StakeholderView:
    """The public words of one stakeholder. `category` is already one of the board's category set."""

    id: str
    code: str
    name: str
    category: str
    ring: int
    placed: tuple[float, float] | None
    level_now: str | None
    level_wanted: str | None
    strategy: str
    owner: str
    next_contact: date | None


@dataclass(frozen=True, slots=True)
class RelationshipView:
    """A tie as everybody may see it."""

    id: str
    from_id: str
    to_id: str
    kind: str


@dataclass(frozen=True, slots=True)
class StakeholderWebView(View):
    """A web for the stage: the hub's words, stakeholders in the order of their codes, and their ties."""

    project: str
    problem: str
    category_set: CategorySet
    stakeholders: tuple[StakeholderView, ...]
    relationships: tuple[RelationshipView, ...]


def view_of(document: Document, board_id: str) -> StakeholderWebView:
    """The public view of a web; raises EditRejected("gone") if the board is no more."""
    board, web = document.get(Board, board_id), document.get(Web, board_id)
    category_set = cast(CategorySet, web.category_set)
    stakeholders = [each for each in document.every(Stakeholder) if each.board_id == board_id]
    stakeholders.sort(key=lambda each: by_code(each.code))
    ties = sorted((each for each in document.every(Relationship) if each.board_id == board_id), key=lambda t: t.id)
    return StakeholderWebView(
        board_id=board_id,
        kind=board.kind,
        title=board.title,
        question=board.question,
        language=language_of(document),
        project=web.project,
        problem=web.problem,
        category_set=category_set,
        stakeholders=tuple(_stakeholder(each, category_set) for each in stakeholders),
        relationships=tuple(RelationshipView(t.id, t.from_id, t.to_id, t.kind) for t in ties),
    )


def _stakeholder(record: Stakeholder, category_set: CategorySet) -> StakeholderView:
    placed = None
    if record.placed_x is not None and record.placed_y is not None:
        placed = (record.placed_x, record.placed_y)
    return StakeholderView(
        id=record.id,
        code=record.code,
        name=record.name,
        category=methods.display_category(record.category, category_set),
        ring=record.ring,
        placed=placed,
        level_now=record.level_now,
        level_wanted=record.level_wanted,
        strategy=record.strategy,
        owner=record.owner,
        next_contact=record.next_contact,
    )
