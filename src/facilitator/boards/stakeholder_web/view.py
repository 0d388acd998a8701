"""What participants may see of a stakeholder web."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from facilitator.boards.stakeholder_web.model import (
    Moment,
    MomentPlace,
    NoneApply,
    Relationship,
    Stakeholder,
    StakeholderAttitude,
    StakeholderInfluence,
    Web,
    ids_of,
)
from facilitator.content import methods
from facilitator.content.methods import CategorySet
from facilitator.content.participation import ParticipationLabels
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, by_code, language_of
from facilitator.domain.view import PLAIN, Showing, View

INFLUENCE, ATTITUDE = "influence", "attitude"
"""The private layers: nothing of them is in a view whose `showing` does not name them."""

WEB, LEVELS, GRID = "web", "levels", "grid"
"""The forms: by closeness, participation now and wanted, influence against stake (which needs INFLUENCE)."""


@dataclass(frozen=True, slots=True)
class StakeholderView:
    """The public words of one stakeholder. `category` is already one of the board's category set.

    `influence` (1-4) and `attitude` (-2 to 2) are None unless their layer is switched on and the value is known.
    """

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
    strategy_id: str = ""
    subcategory: str = ""
    kind: str = ""
    flags: tuple[str, ...] = ()
    interest: int | None = None
    impact_on_them: int | None = None
    needs: str = ""
    concerns: str = ""
    contribution: str = ""
    cadence: str = ""
    channel: str = ""
    access_plan: str = ""
    confidence: str = ""
    origin: str = ""
    influence: int | None = None
    attitude: int | None = None


@dataclass(frozen=True, slots=True)
class RelationshipView:
    """A tie as everybody may see it; an end that is the hub has the board's id."""

    id: str
    from_id: str
    to_id: str
    kind: str
    strength: int = 2
    quality: str = ""
    direction: str = ""
    what_flows: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class PlaceThen:
    """Where a stakeholder stood at an earlier moment; `id` may be of one that is no more."""

    id: str
    name: str
    category: str
    ring: int
    level_now: str | None
    level_wanted: str | None


@dataclass(frozen=True, slots=True)
class StakeholderWebView(View):
    """A web for the stage: the hub's words, stakeholders in the order of their codes, and their ties.

    `none_apply` are categories that are empty on purpose, with the reason. `then` are the places at the moment that
    `showing` compares with, `then_title` is what that moment is called.
    """

    project: str
    problem: str
    category_set: CategorySet
    stakeholders: tuple[StakeholderView, ...]
    relationships: tuple[RelationshipView, ...]
    level_labels: ParticipationLabels = "iap2"
    state: str = "draft"
    none_apply: tuple[tuple[str, str], ...] = ()
    then: tuple[PlaceThen, ...] = ()
    then_title: str = ""


def view_of(document: Document, board_id: str, showing: Showing = PLAIN) -> StakeholderWebView:
    """The view of a web, public but for the layers switched on; raises EditRejected("gone") if the board is no more.

    The form GRID is the plain web unless the layer that it shows is on.
    """
    board, web = document.get(Board, board_id), document.get(Web, board_id)
    category_set = cast(CategorySet, web.category_set)
    stakeholders = [each for each in document.every(Stakeholder) if each.board_id == board_id]
    stakeholders.sort(key=lambda each: by_code(each.code))
    ties = sorted((each for each in document.every(Relationship) if each.board_id == board_id), key=lambda t: t.id)
    moment = document.find(Moment, showing.then) if showing.then else None
    if moment and moment.board_id != board_id:
        moment = None  # an exemplar must never tell how the 1:1 stood
    return StakeholderWebView(
        board_id=board_id,
        kind=board.kind,
        title=board.title,
        question=board.question,
        language=language_of(document),
        showing=showing,
        project=web.project,
        problem=web.problem,
        category_set=category_set,
        stakeholders=tuple(_stakeholder(document, each, category_set, showing) for each in stakeholders),
        relationships=tuple(_relationship(each) for each in ties),
        level_labels=cast(ParticipationLabels, web.level_labels),
        state=web.state,
        none_apply=tuple((n.category, n.reason) for n in document.every(NoneApply) if n.board_id == board_id),
        then=tuple(
            _place_then(each, category_set) for each in document.every(MomentPlace) if each.moment_id == moment.id
        )
        if moment
        else (),
        then_title=moment.title if moment else "",
    )


def form_of(view: StakeholderWebView) -> str:
    """The form in which the view is drawn: the one asked for, WEB where that one is none or its layer is off."""
    form = view.showing.form
    if form == GRID and INFLUENCE not in view.showing.layers:
        return WEB
    return form if form in (LEVELS, GRID) else WEB


def shown_ties(view: StakeholderWebView) -> tuple[RelationshipView, ...]:
    """The ties that are drawn: all, or in the spotlight those that reach into it, as the rest is context."""
    if not view.showing.spotlight:
        return view.relationships
    lit = {each.id for each in view.stakeholders if each.category == view.showing.spotlight}
    return tuple(tie for tie in view.relationships if tie.from_id in lit or tie.to_id in lit)


def _stakeholder(
    document: Document, record: Stakeholder, category_set: CategorySet, showing: Showing
) -> StakeholderView:
    placed = None
    if record.placed_x is not None and record.placed_y is not None:
        placed = (record.placed_x, record.placed_y)
    influence = document.find(StakeholderInfluence, record.id) if INFLUENCE in showing.layers else None
    attitude = document.find(StakeholderAttitude, record.id) if ATTITUDE in showing.layers else None
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
        strategy_id=record.strategy_id,
        subcategory=record.subcategory,
        kind=record.kind,
        flags=ids_of(record.flags),
        interest=record.interest,
        impact_on_them=record.impact_on_them,
        needs=record.needs,
        concerns=record.concerns,
        contribution=record.contribution,
        cadence=record.cadence,
        channel=record.channel,
        access_plan=record.access_plan,
        confidence=record.confidence,
        origin=record.origin,
        influence=influence.influence if influence else None,
        attitude=attitude.attitude if attitude else None,
    )


def _relationship(tie: Relationship) -> RelationshipView:
    return RelationshipView(
        id=tie.id,
        from_id=tie.from_id or tie.board_id,
        to_id=tie.to_id or tie.board_id,
        kind=tie.kind,
        strength=tie.strength,
        quality=tie.quality,
        direction=tie.direction,
        what_flows=tie.what_flows,
        confidence=tie.confidence,
    )


def _place_then(place: MomentPlace, category_set: CategorySet) -> PlaceThen:
    return PlaceThen(
        place.stakeholder_id,
        place.name,
        methods.display_category(place.category, category_set),
        place.ring,
        place.level_now,
        place.level_wanted,
    )
