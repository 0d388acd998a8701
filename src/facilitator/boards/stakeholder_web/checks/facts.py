"""What the checks of a web look at: its records, gathered once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from facilitator.boards.stakeholder_web.checks.values import Known, is_high, known_on
from facilitator.boards.stakeholder_web.model import (
    Deliverable,
    NoneApply,
    RaciRole,
    Relationship,
    RelationshipNote,
    Served,
    Stakeholder,
    Web,
)
from facilitator.boards.stakeholder_web.raci import deliverables_of
from facilitator.content import methods
from facilitator.content.methods import CategorySet
from facilitator.content.participation import ParticipationLabels, participation_level
from facilitator.content.reading import Bilingual
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, by_code


@dataclass(frozen=True, slots=True)
class Facts:
    """A web as its checks see it: stakeholders in the order of their codes, what is known of each by id, its ties.

    `noted` are the ids of ties with a private note, `none_apply` the categories that are empty on purpose, `roles`
    the deliverables in order, each with the ids of its stakeholders by role (R, A, C, I). `served` are the ids of those
    for whom a desired impact of a value board is meant.
    """

    title: str
    web: Web
    stakeholders: tuple[Stakeholder, ...]
    known: Mapping[str, Known]
    ties: tuple[Relationship, ...]
    noted: frozenset[str]
    none_apply: frozenset[str]
    roles: tuple[tuple[Deliverable, Mapping[str, tuple[str, ...]]], ...]
    served: frozenset[str]

    @property
    def board_id(self) -> str:
        """The board's id, which is its hub's."""
        return self.web.id

    @property
    def category_set(self) -> CategorySet:
        """The set of categories that the board shows."""
        return cast(CategorySet, self.web.category_set)

    def shown(self, stakeholder: Stakeholder) -> str:
        """The category of the board's set in which somebody stands."""
        return methods.display_category(stakeholder.category, self.category_set)

    def powerful(self) -> tuple[Stakeholder, ...]:
        """Those with an influence of 3 or 4."""
        return tuple(each for each in self.stakeholders if is_high(self.known[each.id].influence))

    def level_name(self, level_id: str) -> Bilingual:
        """A participation level in the names that the board uses."""
        return participation_level(level_id, cast(ParticipationLabels, self.web.level_labels)).name


def facts_of(document: Document, board_id: str) -> Facts:
    """The facts of one web; raises EditRejected("gone") if the board is no more."""
    board, web = document.get(Board, board_id), document.get(Web, board_id)
    stakeholders = [each for each in document.every(Stakeholder) if each.board_id == board_id]
    empty = (each for each in document.every(NoneApply) if each.board_id == board_id)
    return Facts(
        title=board.title,
        web=web,
        stakeholders=tuple(sorted(stakeholders, key=lambda each: by_code(each.code))),
        known=known_on(document, board_id),
        ties=tuple(each for each in document.every(Relationship) if each.board_id == board_id),
        noted=frozenset(each.id for each in document.every(RelationshipNote) if each.text.strip()),
        none_apply=frozenset(each.category for each in empty if each.reason.strip()),
        roles=_roles(document, board_id),
        served=frozenset(each.stakeholder_id for each in document.every(Served) if each.stakeholder_id and each.meant),
    )


def _roles(document: Document, board_id: str) -> tuple[tuple[Deliverable, Mapping[str, tuple[str, ...]]], ...]:
    deliverables = deliverables_of(document, board_id)
    found: dict[str, dict[str, tuple[str, ...]]] = {each.id: {} for each in deliverables}
    for each in document.every(RaciRole):
        if each.deliverable_id in found:
            by_role = found[each.deliverable_id]
            by_role[each.role] = (*by_role.get(each.role, ()), each.stakeholder_id)
    return tuple((each, found[each.id]) for each in deliverables)
