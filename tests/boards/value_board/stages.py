"""Value boards as full as real sessions make them: 20, 60 and 500 cards with realistic words in both languages."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import strategies as st

from boards.value_board.boards import COLUMNS, views
from facilitator.boards.value_board.view import CardGroupView, CardLinkView, CardView, KpiView, ValueBoardView
from facilitator.content import value_board as content
from facilitator.domain.language import Language
from facilitator.domain.view import Showing

TITLES = {"en": "Civic value board", "fr": "Tableau de la valeur civique"}
QUESTIONS = {
    "en": "How do our values become results?",
    "fr": "Comment nos valeurs deviennent-elles des résultats\u202f?",
}
MEASURES = {
    "en": (
        "Median days to issue a permit",
        "Share applying in their own language",
        "Applicants’ stories each quarter",
        "Requests solved at first contact",
        "Complaints about unclear letters",
        "Residents who say decisions are explained",
        "Cost of a completed request",
        "Hours of staff time per hard case",
        "First-time participants who come back",
        "Gap in service time between wards",
        "Share of forms finished without help",
        "Permits issued within ten days",
        "Council debates that cite open data",
        "Outages longer than one hour",
        "Kilometres driven for inspections",
    ),
    "fr": (
        "Délai médian de délivrance d’un permis",
        "Part des demandes faites dans sa langue",
        "Récits des demandeurs chaque trimestre",
        "Demandes réglées au premier contact",
        "Plaintes au sujet de lettres peu claires",
        "Gens qui disent que les décisions sont expliquées",
        "Coût d’une demande traitée",
        "Heures de personnel par dossier difficile",
        "Nouvelles personnes participantes qui reviennent",
        "Écart de délai de service entre les quartiers",
        "Part des formulaires remplis sans aide",
        "Permis délivrés en moins de dix jours",
        "Débats du conseil qui citent des données ouvertes",
        "Pannes de plus d’une heure",
        "Kilomètres parcourus pour les inspections",
    ),
}
ASIDE = {
    "en": ("Staff have time for the pilot", "People without a phone wait longer", "Regional shared portal"),
    "fr": ("Le personnel a du temps pour le pilote", "Les gens sans téléphone attendent plus", "Portail régional"),
}
KINDS = {
    "GA": "shapes",
    "AI": "contributes_to",
    "IK": "measured_by",
    "GK": "watched_by",
    "II": "leads_to",
    "GI": "pulls_against",
}


def board(
    counts: Mapping[str, int],
    links: Sequence[tuple[str, str] | tuple[str, str, str]] = (),
    language: Language = "en",
    groups: Mapping[str, Sequence[str]] | None = None,
    levels: Mapping[str, str] | None = None,
    dots: Mapping[str, int] | None = None,
) -> ValueBoardView:
    """So many cards of each letter, whose ids are their codes; groups by name and levels of impacts by code.

    Dots are shown where there are any.
    """
    words = {
        "G": [each.name.within(language) for each in content.starter_values()],
        "A": [each.name.within(language) for each in content.starter_approaches()],
        "I": [each.name.within(language) for each in content.starter_impacts()],
        "K": MEASURES[language],
    }
    cards = [
        CardView(
            code := f"{letter}{number}",
            code,
            COLUMNS[letter],
            (texts := words.get(letter, ASIDE[language]))[(number - 1) % len(texts)],
            None,
            details=(("level", (levels or {}).get(code, "")),) if letter == "I" else (),
            dots=dots.get(code, 0) if dots else None,
        )
        for letter, count in counts.items()
        for number in range(1, count + 1)
    ]
    view = ValueBoardView(
        board_id="b",
        kind="value_board",
        title=TITLES[language],
        question=QUESTIONS[language],
        language=language,
        cards=tuple(cards),
        links=tuple(
            CardLinkView(f"l{number:04}", one, other, kind[0] if kind else KINDS[one[0] + other[0]])
            for number, (one, other, *kind) in enumerate(links)
        ),
        kpis=tuple(KpiView(card.id) for card in cards if card.column == "kpi"),
        dots_shown=dots is not None,
    )
    return grouped(view, groups or {})


def some_links(each: int, count: int, seed: int = 3) -> list[tuple[str, str]]:
    """So many links on a board of `each` cards a column: most to a card about as far down, a few the long way."""
    random_ = random.Random(seed)
    found: set[tuple[str, str]] = set()
    while len(found) < count:
        one, other = random_.choices(list(KINDS), [20, 20, 18, 2, 3, 2])[0]
        start = random_.randint(1, each)
        near = min(max(start + random_.choice([-2, -1, 0, 0, 1, 2]), 1), each)
        end = near if random_.random() < 0.7 else random_.randint(1, each)
        if (one, start) != (other, end):
            found.add((f"{one}{start}", f"{other}{end}"))
    return sorted(found)


def twenty(language: Language = "en") -> ValueBoardView:
    """A board as after an hour of work, with all kinds of links."""
    links = [
        *(("G1", "A5"), ("G2", "A1"), ("G3", "A6"), ("G3", "A2"), ("G4", "A1"), ("G2", "K4")),
        *(("A1", "I1"), ("A2", "I2"), ("A5", "I2"), ("A6", "I3"), ("A4", "I5")),
        *(("I1", "K1"), ("I2", "K2"), ("I3", "K5"), ("I2", "K3"), ("I3", "I5")),
        *(("G5", "I5", "pulls_against"), ("G1", "I2", "reinforces")),
    ]
    return board({"G": 5, "A": 6, "I": 5, "K": 5}, links, language)


def sixty(language: Language = "en", links: int = 30, seed: int = 3) -> ValueBoardView:
    """Fifteen cards in each of the four columns."""
    return board(dict.fromkeys("GAIK", 15), some_links(15, links, seed), language)


def crowd(language: Language = "en") -> ValueBoardView:
    """500 cards, most of them in groups, and 2,000 links."""
    groups = {
        f"Theme {letter}{n}": [f"{letter}{n * 10 + k}" for k in range(1, 11)] for letter in "GAIK" for n in range(9)
    }
    return board(dict.fromkeys("GAIK", 125), some_links(125, 2000), language, groups)


def grouped(view: ValueBoardView, groups: Mapping[str, Sequence[str]]) -> ValueBoardView:
    """The same board with other named groups."""
    named = list(groups.items())
    group_of = {code: f"group{number}" for number, (_, codes) in enumerate(named) for code in codes}
    return replace(
        view,
        cards=tuple(replace(card, group_id=group_of.get(card.id, "")) for card in view.cards),
        groups=tuple(
            CardGroupView(f"group{number}", COLUMNS[codes[0][0]], number, name)
            for number, (name, codes) in enumerate(named)
        ),
    )


@st.composite
def wild(draw: st.DrawFn, most: int = 60) -> ValueBoardView:
    """Boards in any state: groups, strips, levels, dots, trade-offs, circles, in either form, lifted or large."""
    view = draw(views(most))
    cards = list(view.cards)
    groups: dict[str, list[str]] = {}
    for place, card in enumerate(cards):
        if draw(st.integers(0, 2)) == 0:
            name = f"{card.column} {draw(st.sampled_from(['a', 'b', 'Un nom beaucoup trop long pour une carte']))}"
            groups.setdefault(name, []).append(card.id)
        level = draw(st.sampled_from(["", "", "immediate", "long"])) if card.column == "impact" else ""
        cards[place] = replace(card, details=(("level", level),), dots=draw(st.sampled_from([None, 0, 1, 7, 8, 120])))
    for letter in draw(st.lists(st.sampled_from("HEP"), max_size=12)):
        code = f"{letter}{len(cards)}"
        cards.append(CardView(code, code, COLUMNS[letter], draw(st.sampled_from(ASIDE["fr"])), None))
    links = list(view.links)
    impacts = [card.id for card in cards if card.column == "impact"]
    if len(impacts) > 1 and draw(st.booleans()):
        circle = zip(impacts, [*impacts[1:], impacts[0]], strict=True)
        links += [CardLinkView(f"c{number:04}", *pair, "leads_to") for number, pair in enumerate(circle)]
    showing = Showing(
        form=draw(st.sampled_from(["", "chain", "think"])),
        spotlight=draw(st.sampled_from(["", "gone", *(card.id for card in cards)])),
        large=draw(st.booleans()),
    )
    answers = {
        key: draw(st.sampled_from(["", "yes", "partly", "not_yet"])) for key in ("valuable", "authorised", "doable")
    }
    return grouped(replace(view, cards=tuple(cards), links=tuple(links), showing=showing, **answers), groups)
