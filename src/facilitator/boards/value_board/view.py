"""What participants may see of a value board. Who gave how many dots is never in it; their totals once revealed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from facilitator.boards.stakeholder_web.model import Served
from facilitator.boards.value_board.dots import dot_totals
from facilitator.boards.value_board.model import (
    DETAIL_OF,
    Card,
    CardGroup,
    CardLink,
    Kpi,
    Reading,
    Review,
    ValueFrame,
)
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, by_code, language_of
from facilitator.domain.view import PLAIN, Showing, View

DETAILS = {
    "guiding": ("means_here", "looks_like", "broken_when", "source"),
    "impact": ("statement", "kind", "level", "direction", "evidence_today"),
    "approach": ("description", "stage", "riskiest_assumption", "smallest_test", "owner"),
}
"""The public texts of a card by its column; those of an indicator are in `KpiView`."""


@dataclass(frozen=True, slots=True)
class ServedView:
    """Somebody whom an impact serves; `mapped` tells whether a stakeholder map has them."""

    name: str
    mapped: bool


@dataclass(frozen=True, slots=True)
class CardView:
    """The public words of one card.

    `details` are (key, text) of `DETAILS`, all of the column's keys or () where nothing was said. `dots` is the total,
    None while totals are hidden.
    """

    id: str
    code: str
    column: str
    text: str
    slot: int | None
    group_id: str = ""
    details: tuple[tuple[str, str], ...] = ()
    serves: tuple[ServedView, ...] = ()
    dots: int | None = None

    def detail(self, key: str) -> str:
        """One of the details, "" where it is not known."""
        return dict(self.details).get(key, "")


@dataclass(frozen=True, slots=True)
class CardGroupView:
    """A named group of cards of one column."""

    id: str
    column: str
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class CardLinkView:
    """A link as everybody may see it."""

    id: str
    from_id: str
    to_id: str
    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReadingView:
    """A reading of an indicator."""

    id: str
    read_on: date
    value: float | None
    rating: int | None
    narrative: str
    voices: str
    evidence: str


@dataclass(frozen=True, slots=True)
class KpiView:
    """An indicator in the register; fields as in the record `Kpi`, `id` is the card's, readings in order of time."""

    id: str
    question_answered: str = ""
    definition: str = ""
    nature: str = ""
    measures: str = ""
    timing: str = ""
    unit: str = ""
    better_is: str = ""
    mode: str = ""
    baseline: float | None = None
    baseline_date: date | None = None
    target: float | None = None
    target_high: float | None = None
    target_date: date | None = None
    target_reason: str = ""
    source: str = ""
    method: str = ""
    frequency: str = ""
    split_by: str = ""
    owner: str = ""
    cost_to_collect: str = ""
    gaming_risk: str = ""
    decision_it_informs: str = ""
    status: str = "proposed"
    personal_data: bool | None = None
    privacy_note: str = ""
    rubric_1: str = ""
    rubric_3: str = ""
    rubric_5: str = ""
    readings: tuple[ReadingView, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A review as everybody may see it: which one and when. What was answered stays with those who were there."""

    id: str
    cadence: str
    planned_on: date
    held_on: date | None


@dataclass(frozen=True, slots=True)
class ValueBoardView(View):
    """A value board for the stage: cards in the order of their codes, groups in that of their columns, and links.

    `kpis` has one entry for every card of the column kpi, in the order of their codes, reviews come in order of time.
    `dots_shown` tells whether totals are revealed; the three answers are those of the public value test.
    """

    cards: tuple[CardView, ...]
    links: tuple[CardLinkView, ...]
    groups: tuple[CardGroupView, ...] = ()
    kpis: tuple[KpiView, ...] = ()
    reviews: tuple[ReviewView, ...] = ()
    valuable: str = ""
    authorised: str = ""
    doable: str = ""
    dots_shown: bool = False


def view_of(document: Document, board_id: str, showing: Showing = PLAIN) -> ValueBoardView:
    """The public view of a value board; raises EditRejected("gone") if the board is no more."""
    board = document.get(Board, board_id)
    frame = document.find(ValueFrame, board_id) or ValueFrame(id=board_id)
    cards = sorted((each for each in document.every(Card) if each.board_id == board_id), key=lambda c: by_code(c.code))
    links = sorted((each for each in document.every(CardLink) if each.board_id == board_id), key=lambda t: t.id)
    groups = (each for each in document.every(CardGroup) if each.board_id == board_id)
    reviews = (each for each in document.every(Review) if each.board_id == board_id)
    totals = dot_totals(document, board_id) if frame.dots_shown else None
    served: dict[str, list[ServedView]] = {}
    for each in sorted(document.every(Served), key=_place_of_served):
        served.setdefault(each.card_id, []).append(ServedView(each.name, each.stakeholder_id is not None))
    return ValueBoardView(
        board_id=board_id,
        kind=board.kind,
        title=board.title,
        question=board.question,
        language=language_of(document),
        showing=showing,
        cards=tuple(
            CardView(
                card.id,
                card.code,
                card.column,
                card.text,
                card.slot,
                group_id=card.group_id or "",
                details=_details(document, card),
                serves=tuple(served.get(card.id, ())),
                dots=None if totals is None else totals.get(card.id, 0),
            )
            for card in cards
        ),
        links=tuple(CardLinkView(t.id, t.from_id, t.to_id, t.kind, t.note) for t in links),
        groups=tuple(
            CardGroupView(each.id, each.column, each.number, each.name)
            for each in sorted(groups, key=lambda each: (each.column, each.number, each.id))
        ),
        kpis=_kpis(document, [card.id for card in cards if card.column == "kpi"]),
        reviews=tuple(
            ReviewView(each.id, each.cadence, each.planned_on, each.held_on)
            for each in sorted(reviews, key=lambda each: (each.planned_on, each.id))
        ),
        valuable=frame.valuable,
        authorised=frame.authorised,
        doable=frame.doable,
        dots_shown=frame.dots_shown,
    )


def _place_of_served(one: Served) -> tuple[bool, str, str]:
    """Those of a map first, by their names: the order in which records came is another one after an undo."""
    return one.stakeholder_id is None, one.name.casefold(), one.id


def _details(document: Document, card: Card) -> tuple[tuple[str, str], ...]:
    keys = DETAILS.get(card.column, ())
    found = document.find(DETAIL_OF[card.column], card.id) if keys else None
    return tuple((key, getattr(found, key)) for key in keys) if found else ()


def _kpis(document: Document, card_ids: Iterable[str]) -> tuple[KpiView, ...]:
    readings: dict[str, list[ReadingView]] = {}
    for each in sorted(document.every(Reading), key=lambda each: (each.read_on, each.id)):
        readings.setdefault(each.kpi_id, []).append(
            ReadingView(each.id, each.read_on, each.value, each.rating, each.narrative, each.voices, each.evidence)
        )
    return tuple(_kpi(document.find(Kpi, its) or Kpi(id=its), tuple(readings.get(its, ()))) for its in card_ids)


def _kpi(kpi: Kpi, readings: tuple[ReadingView, ...]) -> KpiView:
    public = {name: getattr(kpi, name) for name in _KPI_FIELDS}
    return KpiView(**public, readings=readings)


_KPI_FIELDS = tuple(name for name in KpiView.__slots__ if name != "readings")
"""The allowlist: only what `KpiView` names is copied."""
