"""Registers of indicators for tests, usual ones and any, boards with dots, and what every picture of theirs keeps."""

from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

from hypothesis import strategies as st

from boards.value_board.boards import view
from facilitator.boards.value_board.view import KpiView, ReadingView, ValueBoardView
from facilitator.content.theme import contrast, theme
from facilitator.content.typeface import line_height, width
from facilitator.domain.language import Language
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Box, Picture, Rect, Text
from facilitator.domain.view import Showing

DAY = date(2026, 11, 20)

NAMES: dict[Language, tuple[str, ...]] = {
    "en": (
        "Median days to a permit",
        "Share applying in their own language",
        "Applicants' account of ease",
        "Cost for each completed request",
        "Staff hours spent retyping",
        "Which decision did the last test change?",
    ),
    "fr": (
        "Délai médian pour obtenir un permis",
        "Part des demandes dans la langue de la personne",
        "Récit de facilité des demandeurs",
        "Coût par demande terminée",
        "Heures du personnel passées à ressaisir",
        "Quelle décision le dernier essai a-t-il changée ?",
    ),
}
_UNITS: dict[Language, tuple[str, str]] = {"en": ("days", "hours a week"), "fr": ("jours", "heures par semaine")}
_OWNERS: dict[Language, tuple[str, ...]] = {
    "en": ("Permit office", "Service desk", "Town clerk"),
    "fr": ("Bureau des permis", "Guichet de service", "Greffe"),
}
_FINDING: dict[Language, str] = {
    "en": "Half of the applicants stopped at the upload page, so the counter takes paper plans again.",
    "fr": "La moitié s’est arrêtée au téléversement : le comptoir reprend donc les plans sur papier.",
}
_STORY: dict[Language, str] = {
    "en": "People found the form, but not where their request stands.",
    "fr": "On trouve le formulaire, mais pas où en est sa demande.",
}


def readings(*said: tuple[date, float], narrative: str = "") -> tuple[ReadingView, ...]:
    """Readings with values."""
    return tuple(
        ReadingView(f"r{place}", day, value, None, narrative, "", "") for place, (day, value) in enumerate(said)
    )


def ratings(*said: tuple[date, int], narrative: str = "") -> tuple[ReadingView, ...]:
    """Readings with ratings."""
    return tuple(
        ReadingView(f"r{place}", day, None, value, narrative, "", "") for place, (day, value) in enumerate(said)
    )


def months(*numbers: int, year: int = 2026) -> list[date]:
    """The third of these months."""
    return [date(year, number, 3) for number in numbers]


def indicator(its: str, **known: Any) -> KpiView:
    """An indicator that is counted and to go up by the end of the next year."""
    usual: dict[str, Any] = {
        "nature": "quantitative",
        "mode": "target",
        "better_is": "up",
        "baseline_date": date(2026, 1, 3),
        "target_date": date(2027, 12, 31),
        "frequency": "monthly",
        "status": "active",
    }
    return KpiView(its, **(usual | known))


def register(language: Language = "en", **showing: Any) -> ValueBoardView:
    """Six indicators: toward a target down and up, rated, under a ceiling, of direction only, a learning question."""
    names, units, owners = NAMES[language], _UNITS[language], _OWNERS[language]
    plain = view([(f"K{n}", name) for n, name in enumerate(names, 1)], language=language)
    days = months(2, 4, 6, 8, 10, 11)
    story = _STORY[language]
    kpis = (
        indicator(
            "K1",
            unit=units[0],
            better_is="down",
            baseline=77.0,
            target=30.0,
            owner=owners[0],
            question_answered=("Does it go faster?" if language == "en" else "Est-ce que ça va plus vite ?"),
            decision_it_informs=(
                "Whether plans are checked in two rounds or one"
                if language == "en"
                else "Une ou deux rondes de vérification des plans"
            ),
            readings=readings(*zip(days, (75.0, 71.0, 66.0, 58.0, 52.0, 49.0), strict=True), narrative=story),
        ),
        indicator(
            "K2",
            unit="%",
            baseline=12.0,
            target=40.0,
            owner=owners[1],
            readings=readings(*zip(days[1:], (13.0, 14.0, 16.0, 15.0, 17.0), strict=True)),
        ),
        indicator(
            "K3",
            nature="qualitative",
            baseline=2.0,
            target=4.0,
            owner=owners[2],
            frequency="quarterly",
            rubric_1="Most gave up or paid somebody",
            rubric_3="As before",
            rubric_5="Most did it alone and say so",
            readings=ratings(*zip(days[::2], (2, 3, 3), strict=True), narrative=story),
        ),
        indicator(
            "K4",
            unit="$",
            mode="limit",
            better_is="down",
            target=60.0,
            owner=owners[0],
            readings=readings(*zip(days[1::2], (54.0, 58.5, 63.25), strict=True)),
        ),
        indicator(
            "K5",
            unit=units[1],
            mode="direction",
            better_is="down",
            owner=owners[1],
            readings=readings(*zip(days[1::2], (310.0, 260.0, 180.0), strict=True)),
        ),
        indicator(
            "K6",
            nature="",
            mode="learning",
            owner=owners[2],
            frequency="quarterly",
            readings=(ReadingView("r", days[-1], None, None, _FINDING[language], "", ""),),
        ),
    )
    return replace(plain, kpis=kpis, showing=Showing(**({"form": "measures", "day": DAY} | showing)))


def crowd(count: int, text: str = "Share of requests done online", **showing: Any) -> ValueBoardView:
    """A register of so many indicators that are alike."""
    plain = view([(f"K{n}", text) for n in range(1, count + 1)])
    first = register().kpis[0]
    kpis = tuple(replace(first, id=card.id) for card in plain.cards)
    return replace(plain, kpis=kpis, showing=Showing(**({"form": "measures", "day": DAY} | showing)))


def weighed(cards: dict[str, tuple[str, int]], *, language: Language = "en", **showing: Any) -> ValueBoardView:
    """A board whose cards have these words and dots, by code, with totals revealed."""
    plain = view([(code, text) for code, (text, _) in cards.items()], language=language)
    given = tuple(replace(card, dots=cards[card.code][1]) for card in plain.cards)
    return replace(plain, cards=given, dots_shown=True, showing=Showing(**({"form": "ranking"} | showing)))


HOSTILE = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs", "M"]), max_size=200)
WORDS = st.lists(st.sampled_from(["permits", "anticonstitutionnellement", "of", "à", "77", "→"]), min_size=1).map(
    lambda words: " ".join(words)[:200]
)
TEXTS = st.one_of(st.just(""), WORDS, HOSTILE)
NUMBERS = st.none() | st.floats() | st.integers(-200, 200).map(float) | st.sampled_from([1e308, -1e308, 5e-324])
DAYS = st.dates(date(2024, 1, 1), date(2029, 1, 1)) | st.dates()


@st.composite
def any_indicators(draw: st.DrawFn, its: str = "K1") -> KpiView:
    """An indicator in any state, sensible or not."""
    read = draw(st.lists(st.tuples(DAYS, NUMBERS, st.none() | st.integers(1, 5), TEXTS), max_size=8))
    return KpiView(
        its,
        nature=draw(st.sampled_from(["", "quantitative", "qualitative"])),
        mode=draw(st.sampled_from(["", "target", "limit", "direction", "learning"])),
        better_is=draw(st.sampled_from(["", "up", "down", "range"])),
        unit=draw(TEXTS | st.sampled_from(["%", "$", "days"])),
        baseline=draw(NUMBERS),
        baseline_date=draw(st.none() | DAYS),
        target=draw(NUMBERS),
        target_high=draw(NUMBERS),
        target_date=draw(st.none() | DAYS),
        frequency=draw(st.sampled_from(["", "weekly", "yearly"])),
        owner=draw(TEXTS),
        question_answered=draw(TEXTS),
        decision_it_informs=draw(TEXTS),
        rubric_5=draw(TEXTS),
        status=draw(st.sampled_from(["proposed", "active", "paused", "retired"])),
        readings=tuple(ReadingView(f"r{place}", *each, "", "") for place, each in enumerate(read)),
    )


@st.composite
def any_registers(draw: st.DrawFn) -> ValueBoardView:
    """Up to sixteen indicators in any state, some of them alike; in either language, on any day, large or not."""
    made = draw(st.lists(any_indicators(), max_size=3))
    count = draw(st.integers(0, 16)) if made else 0
    plain = view(
        [(f"K{n}", draw(TEXTS).strip() or "x") for n in range(1, count + 1)],
        language=draw(st.sampled_from(["en", "fr"])),
    )
    kpis = tuple(replace(made[place % len(made)], id=card.id) for place, card in enumerate(plain.cards))
    showing = Showing(
        "measures",
        spotlight=draw(st.sampled_from(["", "K1", "gone"])),
        large=draw(st.booleans()),
        day=draw(st.none() | DAYS),
    )
    return replace(plain, kpis=kpis, showing=showing)


def box_of(text: Text) -> Rect:
    """The box round the lines of a text."""
    wide = max((width(line, text.size, bold=text.bold) for line in text.lines), default=0.0)
    left = {"start": text.x, "middle": text.x - wide / 2, "end": text.x - wide}[text.anchor]
    return Rect(left, text.y, wide, line_height(text.size) * len(text.lines))


def assert_reads_well(picture: Picture) -> None:
    """Groups are told in words; text is in its box, large and strong enough, and meets no other; nor do items meet."""
    stage = Rect(0, 0, STAGE_WIDTH, STAGE_HEIGHT)
    boxes = []
    grounds: list[tuple[Rect, str]] = [(stage, picture.background)]
    for group in picture.groups:
        assert group.label.strip()
        assert _holds(stage, group.box)
        for shape in group.shapes:
            if isinstance(shape, Box) and shape.fill:
                grounds.append((shape.rect, shape.fill))
            if isinstance(shape, Text) and shape.lines:
                under = [fill for rect, fill in grounds if rect.overlaps(box_of(shape))][-1]
                assert contrast(shape.colour, under) >= 7, shape
                assert shape.size >= theme().stage_text
                assert _holds(group.box, box_of(shape)), (shape, group.box)
                boxes.append(box_of(shape))
    for one, other in combinations(boxes, 2):
        assert not one.grown(-0.6).overlaps(other), (one, other)
    items = [group.box for group in picture.groups if group.role == "item"]
    assert not any(one.overlaps(other) for one, other in combinations(items, 2))


def _holds(outer: Rect, inner: Rect) -> bool:
    near = outer.grown(0.6)
    return near.contains(inner.x, inner.y) and near.contains(inner.right, inner.bottom)
