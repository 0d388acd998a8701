"""Stakeholder webs for tests: views out of a few words, crowded ones out of a seed, any out of Hypothesis."""

import random
from collections.abc import Sequence
from itertools import combinations

from hypothesis import strategies as st

from boards.stakeholder_web.names import names
from facilitator.boards.stakeholder_web.layout.geometry import FRAME
from facilitator.boards.stakeholder_web.layout.layout import WebLayout
from facilitator.boards.stakeholder_web.view import RelationshipView, StakeholderView, StakeholderWebView
from facilitator.content import methods
from facilitator.content.theme import theme
from facilitator.domain.language import Language
from facilitator.domain.picture import Rect

LIGHT, DARK = theme("light"), theme("dark")
WORDS = [
    "Regional",
    "Ministry",
    "Council",
    "office",
    "libraries",
    "parks",
    "and",
    "of",
    "the",
    "supply",
    "network",
    "coalition",
    "housing",
    "l’énergie",
    "Conseil",
    "d’arrondissement",
    "Saint-Étienne",
    "résidents",
]
WIDEST = "W" * 60

TWENTY = (
    ("City Manager", "internal", 1),
    ("IT Services", "internal", 2),
    ("Planning staff", "internal", 1),
    ("Clerk's Office", "internal", 3),
    ("Council", "internal", 2),
    ("Province – MMAH", "othergov", 3),
    ("Conservation Authority", "othergov", 3),
    ("Neighbouring towns", "othergov", 4),
    ("Permit software vendor", "private", 2),
    ("Local developers", "private", 3),
    ("Chamber of Commerce", "private", 4),
    ("Health unit", "publicsector", 3),
    ("School board", "publicsector", 4),
    ("Public library", "publicsector", 3),
    ("Newcomers", "community", 4),
    ("Tenants' association", "community", 4),
    ("Disability advocates", "community", 3),
    ("Homeowners", "community", 3),
    ("Local newspaper", "knowledge", 4),
    ("University lab", "knowledge", 3),
)
"""An evening's web: name, category of the short set, ring."""

Row = tuple[str, str, int]


def web(
    rows: Sequence[Row] = TWENTY,
    category_set: methods.CategorySet = "short",
    *,
    placed: dict[int, tuple[float, float]] | None = None,
    ties: Sequence[tuple[int, int, str]] = (),
    language: Language = "en",
    problem: str = "Permits take 11 weeks and nobody can see where they are",
) -> StakeholderWebView:
    """A web of (name, category, ring); `placed` and `ties` count stakeholders from 1, as their codes do."""
    people = tuple(
        StakeholderView(
            id=f"s{number}",
            code=f"S{number}",
            name=name,
            category=category,
            ring=ring,
            placed=(placed or {}).get(number),
            level_now=None,
            level_wanted=None,
            strategy="",
            owner="",
            next_contact=None,
        )
        for number, (name, category, ring) in enumerate(rows, 1)
    )
    return StakeholderWebView(
        board_id="web",
        kind="stakeholder_web",
        title="Stakeholder web",
        question="Who is outside city hall?",
        language=language,
        project="Online permits",
        problem=problem,
        category_set=category_set,
        stakeholders=people,
        relationships=tuple(
            RelationshipView(f"t{number:04}", f"s{one}", f"s{other}", kind)
            for number, (one, other, kind) in enumerate(ties)
        ),
    )


def ids(category_set: methods.CategorySet) -> list[str]:
    """The categories of a set."""
    return [category.id for category in methods.categories(category_set)]


def named_rows(
    seed: int, count: int, category_set: methods.CategorySet, language: Language = "en", *, uneven: bool = False
) -> list[Row]:
    """Stakeholders with names that people use, in all sectors: about alike, or some sectors with far more."""
    chance = random.Random(seed)
    categories = ids(category_set)
    weights = [chance.choice((1, 1, 2, 3)) if uneven else 1 for _ in categories]
    return [
        (name, chance.choices(categories, weights)[0], chance.choices((1, 2, 3, 4), (1, 2, 4, 3))[0])
        for name in names(count, language, seed)
    ]


def rows_of(seed: int, count: int, category_set: methods.CategorySet, longest: int = 45) -> list[Row]:
    """As many stakeholders as come up in a real session, with names of up to `longest` letters, in all sectors."""
    chance = random.Random(seed)
    rows = []
    for _ in range(count):
        name = " ".join(chance.choices(WORDS, k=chance.randint(1, 6)))[:longest].strip()
        ring = chance.choices((1, 2, 3, 4), (1, 2, 4, 3))[0]
        rows.append((name, chance.choice(ids(category_set)), ring))
    return rows


def stands(layout: WebLayout) -> dict[str, Rect]:
    """All that must keep apart: hub, tabs, pills by id, legend, stacks."""
    found = {"hub": layout.scenery.hub}
    found |= {f"tab {number}": tab for number, tab in enumerate(layout.scenery.tabs)}
    found |= {pill.id: pill.rect for pill in layout.pills}
    if layout.legend:
        found["legend"] = layout.legend.rect
    return found | {f"stack {stack.category}": stack.rect for stack in layout.stacks}


def assert_keeps_apart(layout: WebLayout) -> None:
    """Nothing overlaps, and nothing leaves the frame, above which the header stands."""
    found = stands(layout)
    for name, rect in found.items():
        inside = FRAME.contains(rect.x, rect.y) and FRAME.contains(rect.right, rect.bottom)
        assert inside, f"{name} leaves the frame: {rect}"
    for (one, rect), (other, second) in combinations(found.items(), 2):
        assert not rect.overlaps(second), f"{one} {rect} overlaps {other} {second}"


NAMES = (
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs", "M"]), min_size=1, max_size=60)
    | st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(lambda words: " ".join(words)[:60])
    | st.just(WIDEST)
)


@st.composite
def webs(draw: st.DrawFn, most: int = 60) -> StakeholderWebView:
    """Up to `most` stakeholders in all sectors or one, on all rings or one, some placed by hand, often as they were."""
    category_set = draw(st.sampled_from(["short", "full"]))
    categories = draw(st.just(ids(category_set)) | st.sampled_from(ids(category_set)).map(lambda one: [one]))
    rings = draw(st.just([1, 2, 3, 4]) | st.sampled_from([[1], [2], [3], [4]]))
    names = draw(st.just([]) | st.lists(NAMES, min_size=1, max_size=5)) or [WIDEST]
    rows, placed = [], {}
    for number in range(1, draw(st.integers(1, most)) + 1):
        name = draw(st.sampled_from(names)).strip() or "x"
        rows.append((name, draw(st.sampled_from(categories)), draw(st.sampled_from(rings))))
        if draw(st.integers(0, 5)) == 0:
            placed[number] = (draw(st.floats(0, 1920)), draw(st.floats(0, 1080)))
    return web(rows, category_set, placed=placed, language=draw(st.sampled_from(["en", "fr"])))
