"""What the stakeholder web is made of: categories, rings, scales, lines, strategies.

From `resources/content/stakeholder_web.json`. Sources: rings and sectors are common actor-mapping practice,
as are the lines (solid established, dotted loose, double institutional, bolt conflict, bars interrupted).
"""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from facilitator.content.reading import Bilingual, read
from facilitator.content.steps import Step

CategorySet = Literal["short", "full"]
"""The six categories that ship as the default, or all thirteen."""

Side = Literal["internal", "external"]
Line = Literal["solid", "double", "double_dashed", "long_dash", "dotted", "zigzag", "cut", "grey_long_dash"]
Arrow = Literal["none", "filled", "open"]
Mark = Literal["none", "gate", "dollar", "bolt", "bars", "plus"]


@dataclass(frozen=True, slots=True)
class Subcategory:
    """A part of a category of the full set; `rights_holder` where its members hold rights, not stakes."""

    id: str
    name: Bilingual
    rights_holder: bool


@dataclass(frozen=True, slots=True)
class Category:
    """A sector of the web; `prompt` is the question that fills it. The short set has no subcategories."""

    id: str
    name: Bilingual
    side: Side
    prompt: Bilingual
    subcategories: tuple[Subcategory, ...]


@dataclass(frozen=True, slots=True)
class Ring:
    """One of the rings 1 (next to the hub) to 4 (outermost)."""

    ring: int
    name: Bilingual
    meaning: Bilingual


@dataclass(frozen=True, slots=True)
class ScaleLevel:
    """One step of a scale. `id` and `glyph` are "" where the scale has none; `meaning` completes the name."""

    value: int
    name: Bilingual
    meaning: Bilingual
    id: str
    glyph: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale: 1 to 4 without a middle, attitude -2 to 2, confidence 1 to 3. No value is `unknown`."""

    id: str
    name: Bilingual
    levels: tuple[ScaleLevel, ...]
    unknown: Bilingual

    def name_of(self, value: int | None) -> Bilingual:
        """The words for a value, None included; raises KeyError for a value that the scale does not have."""
        if value is None:
            return self.unknown
        return {level.value: level.name for level in self.levels}[value]


@dataclass(frozen=True, slots=True)
class LineKind:
    """A kind of relationship and how its line is drawn; the arrow points at the second stakeholder."""

    id: str
    name: Bilingual
    meaning: Bilingual
    line: Line
    arrow: Arrow
    mark: Mark
    thin: bool


@dataclass(frozen=True, slots=True)
class Strategy:
    """A way to engage a stakeholder, or an add-on to one, with the reason for it in one line.

    `moves` are typical ones, `level` and `cadence` the usual participation level and rhythm; an add-on has none ("").
    """

    id: str
    name: Bilingual
    line: Bilingual
    moves: Bilingual
    level: str
    cadence: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a fixed list of answers."""

    id: str
    name: Bilingual


@cache
def categories(category_set: CategorySet) -> tuple[Category, ...]:
    """The categories of a set, clockwise from the top of the web, internal before external."""
    return tuple(_category(entry) for entry in _web()["category_sets"][category_set])


def display_category(category_id: str, category_set: CategorySet) -> str:
    """The id of the category of this set where a stakeholder filed under `category_id` of either set stands.

    Stakeholders keep the category they were filed under, so switching a board's set to and fro loses nothing.
    Raises KeyError for a category of neither set.
    """
    return _standing(category_set)[category_id]


def category(category_id: str, category_set: CategorySet) -> Category:
    """The category of this set in which a stakeholder filed under `category_id` stands; raises KeyError."""
    shown = display_category(category_id, category_set)
    return next(entry for entry in categories(category_set) if entry.id == shown)


@cache
def rings() -> tuple[Ring, ...]:
    """The four rings, from the hub outwards."""
    return tuple(
        Ring(entry["ring"], Bilingual.of(entry["name"]), Bilingual.of(entry["meaning"])) for entry in _web()["rings"]
    )


@cache
def scales() -> tuple[Scale, ...]:
    """Influence, interest, impact, attitude, confidence."""
    return tuple(
        Scale(
            entry["id"],
            Bilingual.of(entry["name"]),
            tuple(_scale_level(level) for level in entry["levels"]),
            Bilingual.of(entry["unknown"]),
        )
        for entry in _web()["scales"]
    )


def scale(scale_id: str) -> Scale:
    """One scale; raises KeyError for an id that is none."""
    return {entry.id: entry for entry in scales()}[scale_id]


@cache
def line_kinds() -> tuple[LineKind, ...]:
    """The thirteen kinds of relationship."""
    return tuple(
        LineKind(
            entry["id"],
            Bilingual.of(entry["name"]),
            Bilingual.of(entry["meaning"]),
            entry["line"],
            entry["arrow"],
            entry["mark"],
            entry.get("thin", False),
        )
        for entry in _web()["relationships"]
    )


def line_kind(kind_id: str) -> LineKind:
    """One kind of relationship; raises KeyError for an id that is none."""
    return {kind.id: kind for kind in line_kinds()}[kind_id]


@cache
def strategies() -> tuple[Strategy, ...]:
    """The fourteen engagement strategies."""
    return tuple(_strategy(entry) for entry in _web()["strategies"])


@cache
def strategy_add_ons() -> tuple[Strategy, ...]:
    """What can be added to any strategy."""
    return tuple(_strategy(entry) for entry in _web()["add_ons"])


def strategy(strategy_id: str) -> Strategy:
    """One strategy; raises KeyError for an id that is none."""
    return {each.id: each for each in strategies()}[strategy_id]


@cache
def choices(of: str) -> tuple[Choice, ...]:
    """The answers for a field.

    `of` is "kind", "flags", "sources" (of influence), "basis" (of an attitude), "cadence", "channel", "quality",
    "direction" and "strength" (of a relationship), "raci", "state" or "yes_no"; raises KeyError for another.
    """
    return tuple(Choice(entry["id"], Bilingual.of(entry["name"])) for entry in _web()["choices"][of])


@cache
def steps() -> tuple[Step, ...]:
    """The eight steps of the work on a web with their prompts."""
    return tuple(map(Step.of, _web()["prompts"]))


def reminder() -> Bilingual:
    """How to write about people: to be shown once per project."""
    return Bilingual.of(_web()["reminder"])


@cache
def _web() -> dict[str, Any]:
    web: dict[str, Any] = read("content", "stakeholder_web.json")
    return web


@cache
def _standing(category_set: CategorySet) -> dict[str, str]:
    """Where the categories of both sets stand in this one; those of the set itself stand where they are."""
    other: CategorySet = "full" if category_set == "short" else "short"
    sets = _web()["category_sets"]
    crossing = {entry["id"]: entry[category_set] for entry in sets[other]}
    return crossing | {entry["id"]: entry["id"] for entry in sets[category_set]}


def _category(entry: dict[str, Any]) -> Category:
    subcategories = tuple(
        Subcategory(part["id"], Bilingual.of(part["name"]), part.get("rights_holder", False))
        for part in entry.get("subcategories", ())
    )
    return Category(
        entry["id"], Bilingual.of(entry["name"]), entry["side"], Bilingual.of(entry["prompt"]), subcategories
    )


def _scale_level(entry: dict[str, Any]) -> ScaleLevel:
    return ScaleLevel(
        entry["value"],
        Bilingual.of(entry["name"]),
        Bilingual.of(entry["meaning"]),
        entry.get("id", ""),
        entry.get("glyph", ""),
    )


def _strategy(entry: dict[str, Any]) -> Strategy:
    return Strategy(
        entry["id"],
        Bilingual.of(entry["name"]),
        Bilingual.of(entry["line"]),
        Bilingual.of(entry.get("moves", {"en": "", "fr": ""})),
        entry.get("level", ""),
        entry.get("cadence", ""),
    )
