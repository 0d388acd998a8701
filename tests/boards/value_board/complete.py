"""A value board that is complete, and the small edits that break it, each in one way."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from boards.value_board.boards import COLUMNS
from facilitator.boards.stakeholder_web.model import Served
from facilitator.boards.value_board.model import DETAIL_OF, Card, CardLink, Kpi, Reading
from facilitator.boards.value_board.view import (
    CardLinkView,
    CardView,
    KpiView,
    ReadingView,
    ServedView,
    ValueBoardView,
)
from facilitator.content.value_board import link_kinds_between
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement
from facilitator.domain.record import Record

TODAY = date(2026, 11, 30)
RESIDENTS = (ServedView("Residents", True),)
Edit = Callable[[ValueBoardView], ValueBoardView]


def card(code: str, text: str = "", serves: Iterable[ServedView] = (), **details: str) -> CardView:
    """A card whose id is its code."""
    return CardView(
        code, code, COLUMNS[code[0]], text or f"Card {code}", None, details=tuple(details.items()), serves=tuple(serves)
    )


def impact(code: str, kind: str = "social", level: str = "medium", text: str = "") -> CardView:
    """An impact of which all is known."""
    return card(code, text, RESIDENTS, kind=kind, level=level)


def link(start: str, end: str, kind: str = "", note: str = "") -> CardLinkView:
    """A link, of the usual kind of its columns unless told."""
    usual = link_kinds_between(COLUMNS[start[0]], COLUMNS[end[0]])[0].id
    return CardLinkView(f"{start}-{end}", start, end, kind or usual, note)


def kpi(code: str, **known: Any) -> KpiView:
    """An indicator of which all is known that the checks ask for."""
    usual: dict[str, Any] = {
        "definition": "Requests done online, out of all requests",
        "nature": "quantitative",
        "measures": "outcome",
        "timing": "leading",
        "unit": "%",
        "better_is": "up",
        "mode": "target",
        "baseline": 40.0,
        "baseline_date": date(2026, 1, 1),
        "target": 60.0,
        "target_date": date(2027, 1, 1),
        "target_reason": "A neighbour has reached it",
        "source": "Service desk",
        "frequency": "monthly",
        "split_by": "Ward",
        "owner": "Clerk",
        "gaming_risk": "Calls counted as online",
        "decision_it_informs": "Whether the counter stays open",
        "status": "active",
        "personal_data": False,
    }
    return KpiView(code, **(usual | known))


def board(cards: Iterable[CardView], links: Iterable[CardLinkView], kpis: Iterable[KpiView]) -> ValueBoardView:
    """A board of these."""
    return ValueBoardView(
        board_id="b",
        kind="value_board",
        title="Civic value board",
        question="What for?",
        language="en",
        cards=tuple(cards),
        links=tuple(links),
        kpis=tuple(kpis),
    )


def complete() -> ValueBoardView:
    """Three values, two approaches, three impacts, each measured by a number and a story, and a learning question."""
    cards = [
        card("G1", "Transparency"),
        card("G2", "Equity"),
        card("G3", "Privacy"),
        card("A1", "Public demos", stage="running"),
        card("A2", "Helped routes", stage="testing"),
        impact("I1", "democratic", "medium", "Trust"),
        impact("I2", "social", "immediate", "Digital inclusion"),
        impact("I3", "service", "long", "Time given back"),
        card("K1", "Share done online"),
        card("K2", "Residents' account of ease"),
        card("K3", "Decision changed by the last test"),
        card("H1", "Staff have time"),
        card("E1", "Longer lines at the counter"),
        card("P1", "Parking permits"),
    ]
    pairs = "G1>A1 G2>A1 G3>A1 G2>A2 A1>I1 A1>I2 A2>I2 A2>I3 I1>I3 I1>K1 I1>K2 I2>K1 I2>K2 I3>K1 I3>K2 G1>K3"
    links = [link(*pair.split(">")) for pair in pairs.split()]
    links.append(link("G1", "I3", "pulls_against", "Waiting a week for reasons is worth it"))
    told = {"nature": "qualitative", "measures": "experience", "baseline": 3.0, "target": 4.0}
    asked = {"nature": "qualitative", "measures": "learning", "mode": "learning", "baseline": None, "target": None}
    asked |= {"unit": "yes or no", "target_date": None, "better_is": "", "baseline_date": None}
    return board(cards, links, [kpi("K1"), kpi("K2", **told), kpi("K3", **asked)])


def with_cards(*cards: CardView) -> Edit:
    """Cards more, or others in place of those with the same code."""

    def edit(view: ValueBoardView) -> ValueBoardView:
        new = {each.id: each for each in cards}
        kept = [new.pop(each.id, each) for each in view.cards]
        return replace(view, cards=(*kept, *new.values()))

    return edit


def with_links(*links: CardLinkView) -> Edit:
    """Links more."""
    return lambda view: replace(view, links=(*view.links, *links))


def without_links(*pairs: str) -> Edit:
    """Without the links between these ("I1>K1")."""
    gone = {pair.replace(">", "-") for pair in pairs}
    return lambda view: replace(view, links=tuple(each for each in view.links if each.id not in gone))


def with_kpis(*kpis: KpiView) -> Edit:
    """Indicators more, with their cards."""

    def edit(view: ValueBoardView) -> ValueBoardView:
        view = with_cards(*(card(each.id) for each in kpis))(view)
        return replace(view, kpis=(*view.kpis, *kpis))

    return edit


def knowing(codes: str, **known: Any) -> Edit:
    """Other things known of these indicators."""
    return lambda view: replace(
        view, kpis=tuple(replace(each, **known) if each.id in codes.split() else each for each in view.kpis)
    )


def serving(code: str, *served: ServedView) -> Edit:
    """An impact that serves these."""
    return lambda view: replace(
        view, cards=tuple(replace(each, serves=served) if each.id == code else each for each in view.cards)
    )


def all_of(*edits: Edit) -> Edit:
    """One edit after the other."""

    def edit(view: ValueBoardView) -> ValueBoardView:
        for each in edits:
            view = each(view)
        return view

    return edit


def reading(day: date, value: float) -> ReadingView:
    """A reading of a number."""
    return ReadingView(f"r{day}", day, value, None, "", "", "")


def chain(*codes: str) -> Edit:
    """Impacts that nothing measures, and the links from each of these cards to the next."""
    fresh = [impact(code) for code in codes if code[0] == "I" and int(code[1:]) > 3]
    steps = [link(start, end) for start, end in pairwise(codes)]
    return all_of(with_cards(*fresh), with_links(*steps))


def measured_by_one(**known: Any) -> Edit:
    """One impact with one indicator, neither counted nor told, instead of two."""
    one = kpi("K4", **({"nature": ""} | known))
    return all_of(without_links("I3>K1", "I3>K2"), with_kpis(one), with_links(link("I3", "K4")))


BREAKS: dict[str, Edit] = {
    "B01": without_links("I3>K1", "I3>K2"),
    "B02": with_kpis(kpi("K4")),
    "B03": with_cards(card("G4", "Simplicity")),
    "B04": all_of(with_cards(card("A3")), with_links(link("A3", "I1"))),
    "B05": all_of(with_cards(card("A3")), with_links(link("G1", "A3"))),
    "B06": all_of(with_cards(impact("I4")), with_links(link("I4", "K1"), link("I4", "K2"))),
    "B07": without_links("I3>K2"),
    "B08": without_links("I3>K1"),
    "B09": knowing("K2 K3", nature="quantitative"),
    "B10": knowing("K1", baseline=None),
    "B11": knowing("K1", target_date=None),
    "B12": knowing("K1", owner=" "),
    "B13": knowing("K1", frequency=""),
    "B14": measured_by_one(measures="output"),
    "B15": knowing("K1 K2 K3", timing="lagging"),
    "B16": knowing("K1", decision_it_informs=""),
    "B17": chain("A1", "I4", "I5", "I6", "I7", "I1"),
    "B18": with_cards(impact("I1", "democratic", "immediate", "Trust")),
    "B19": all_of(
        with_cards(impact("I4"), impact("I5")),
        with_links(*(link(*pair.split(">")) for pair in ("A1>I4", "A1>I5", "I4>K1", "I5>K1", "I4>K2", "I5>K2"))),
    ),
    "B20": all_of(
        with_kpis(*(kpi(f"K{number}") for number in range(4, 17))),
        with_links(*(link("G1", f"K{number}") for number in range(4, 17))),
    ),
    "B21": serving("I1"),
    "B22": knowing("K1 K2 K3", split_by=""),
    "B23": with_links(link("G2", "I3", "pulls_against")),
    "B24": knowing("K1", personal_data=True),
    "B25": serving("I1", *RESIDENTS, ServedView("Night workers", False)),
    "B26": with_cards(impact("I1", "economic"), impact("I2", "service", "immediate")),
    "B27": knowing("K3", mode="direction", baseline=0.0),
    "B28": with_links(link("I3", "I1")),
    "Q1": knowing("K1", definition=""),
    "Q2": knowing("K1", unit=""),
    "Q3": knowing("K1", target_reason=""),
    "Q4": with_kpis(kpi("K4")),
    "Q5": knowing("K1", mode="limit", target_date=None),
    "Q6": measured_by_one(measures="input"),
    "Q7": knowing("K1", decision_it_informs=""),
    "Q8": knowing("K1", split_by=""),
    "Q9": knowing("K1 K2", timing="lagging"),
    "Q10": knowing("K1", gaming_risk=""),
}
"""For each check an edit of the complete board after which it fires."""


def document_of(view: ValueBoardView) -> Document:
    """The records whose view this is, but for what stakeholder maps and strangers are served."""
    records: list[Record] = [
        Engagement(id="engagement", title="Permits", language=view.language),
        Board(id="b", number=1, kind="value_board", title=view.title, question=view.question),
    ]
    for each in view.cards:
        records.append(Card(id=each.id, board_id="b", code=each.code, column=each.column, text=each.text))
        if each.details:
            records.append(DETAIL_OF[each.column](id=each.id, **dict(each.details)))
        records += [Served(id=f"{each.id}-{who.name}", card_id=each.id, name=who.name) for who in each.serves]
    for each in view.links:
        ends = {"from_id": each.from_id, "to_id": each.to_id}
        records.append(CardLink(id=each.id, board_id="b", kind=each.kind, note=each.note, **ends))
    for each in view.kpis:
        records.append(Kpi(**{name: getattr(each, name) for name in Kpi.model_fields}))
        for one in each.readings:
            records.append(Reading(id=one.id, kpi_id=each.id, read_on=one.read_on, value=one.value, rating=one.rating))
    return Document.of(records)
