"""What an instrument consists of: one shape for the digital audit, capacity, governance, principles and adoption."""

from dataclasses import dataclass
from typing import Literal

from facilitator.content.reading import Bilingual
from facilitator.content.steps import Step

Effort = Literal["S", "M", "L"]

NOTHING = Bilingual("", "")
"""A text that an instrument does without."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word to choose, kept in records by its id, and what it means in a line, where that needs saying."""

    id: str
    name: Bilingual
    meaning: Bilingual = NOTHING


@dataclass(frozen=True, slots=True)
class Level:
    """One step of a scale, from 0: its word, and what it means in a line."""

    value: int
    name: Bilingual
    meaning: Bilingual


@dataclass(frozen=True, slots=True)
class Scale:
    """The levels from 0 up, and what is said of an area whose level is not known, which is never 0.

    Where an instrument tells "don't know" from what was not asked yet (`Instrument.asks` has "unknown"), what was not
    asked is `unanswered`, id "", and `dont_know`, id "unknown", is an answer of its own; `not_applicable`, id
    "not_applicable", wants a reason. The ids are those of `OwnAnswer.scored`.
    """

    id: str
    levels: tuple[Level, ...]
    unknown: Bilingual
    unknown_meaning: Bilingual
    unanswered: Term
    dont_know: Term
    not_applicable: Term

    def name_of(self, value: int | None) -> Bilingual:
        """The word for a level, None included; raises KeyError for a level that the scale does not have."""
        if value is None:
            return self.unknown
        return {level.value: level.name for level in self.levels}[value]


@dataclass(frozen=True, slots=True)
class Anchor:
    """How it looks at one level of the scale; the levels that have none lie between those that have."""

    level: int
    text: Bilingual


@dataclass(frozen=True, slots=True)
class Area:
    """What is assessed by itself: an area of the audit, a statement, a principle, a step of adoption.

    `name` is short and stands on boards; `text` is the sentence that is read out (the name again where an instrument
    has no sentences). `dimension` is "" where there are none. `gate`: to be settled before launch when its level is 1
    or less. `tags`: further profiles that it counts for. `prompts`: what the facilitator asks. `look_at` and
    `sample_evidence` are empty but for the audit.
    """

    id: str
    code: str
    name: Bilingual
    look_at: Bilingual
    sample_evidence: Bilingual
    text: Bilingual
    dimension: str = ""
    anchors: tuple[Anchor, ...] = ()
    gate: bool = False
    may_be_na: bool = False
    tags: tuple[str, ...] = ()
    prompts: tuple[Bilingual, ...] = ()

    def anchor(self, level: int) -> Bilingual | None:
        """How it looks at a level; None for a level without an anchor."""
        return {anchor.level: anchor.text for anchor in self.anchors}.get(level)


@dataclass(frozen=True, slots=True)
class Mark:
    """What an area can be singled out as, `most` of them at a time; `plural` heads the list of them."""

    id: str
    name: Bilingual
    plural: Bilingual
    meaning: Bilingual
    most: int


@dataclass(frozen=True, slots=True)
class LibraryStep:
    """A step of the library for one area: what to do, how much effort it is, within how many days it can be done."""

    id: str
    area: str
    text: Bilingual
    effort: Effort
    days: int


@dataclass(frozen=True, slots=True)
class ReadyToBuy:
    """The light that capacity shows before a purchase: the areas it hangs on; `lights`: red, amber, green, open."""

    areas: tuple[str, ...]
    question: Bilingual
    caution: Bilingual
    lights: tuple[Term, ...]

    def light(self, light_id: str) -> Term:
        """One light; raises KeyError for an id that is none."""
        return {light.id: light for light in self.lights}[light_id]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the inventory; one of its `choices` (ids) is kept where there are any, else a line of text."""

    id: str
    name: Bilingual
    choices: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Inventory:
    """A small table to fill in before the statements, with at most `most` rows."""

    name: Bilingual
    most: int
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """A set of areas on one scale: a level of `strength_from` or more is a strength, of `needs_work_to` or less not.

    `asks`: what is noted beside the level, of "unknown", "not_applicable", "target", "importance", "evidence",
    "example", "comment", "constraint", "opportunity", and for the audit "strengths", "weaknesses", "mark", "action".
    `one_to_one`: answers are private to one conversation and reach a group only as an anonymous summary.
    `subject`: what one assessment is about: "organization", "project", "person" or "group".
    `group_view`: what a group summary begins with, "figures" or "themes". `steps`: the work with it, with prompts;
    `library`: what to do about an area; `profiles`: headlines over a dimension and the areas tagged with its id.
    """

    id: str
    name: Bilingual
    lead: Bilingual
    scale: Scale
    strength_from: int
    needs_work_to: int
    areas: tuple[Area, ...]
    marks: tuple[Mark, ...]
    steps: tuple[Step, ...]
    asks: tuple[str, ...]
    one_to_one: bool
    subject: str
    anchors_at: tuple[int, ...] = ()
    dimensions: tuple[Term, ...] = ()
    profiles: tuple[Term, ...] = ()
    library: tuple[LibraryStep, ...] = ()
    default_target: int | None = None
    most_steps: int = 5
    ready: ReadyToBuy | None = None
    inventory: Inventory | None = None
    roles: tuple[Term, ...] = ()
    group_view: str = "figures"
    group_prompts: tuple[Bilingual, ...] = ()
    follow_up: Bilingual = NOTHING
    credit: Bilingual = NOTHING

    def area(self, area_id: str) -> Area:
        """One area; raises KeyError for an id that is none."""
        return {area.id: area for area in self.areas}[area_id]

    def areas_of(self, dimension_id: str) -> tuple[Area, ...]:
        """The areas of one dimension, in order; none for an id that is no dimension."""
        return tuple(area for area in self.areas if area.dimension == dimension_id)

    def areas_for(self, profile_id: str) -> tuple[Area, ...]:
        """The areas of one profile: those of the dimension of that name, and those tagged with it."""
        return tuple(area for area in self.areas if area.dimension == profile_id or profile_id in area.tags)

    def mark(self, mark_id: str) -> Mark:
        """One mark; raises KeyError for an id that is none."""
        return {mark.id: mark for mark in self.marks}[mark_id]

    def library_step(self, step_id: str) -> LibraryStep:
        """One step of the library; raises KeyError for an id that is none."""
        return {step.id: step for step in self.library}[step_id]

    def steps_for(self, area_id: str) -> tuple[LibraryStep, ...]:
        """The steps of the library for one area."""
        return tuple(step for step in self.library if step.area == area_id)

    def is_strength(self, level: int | None) -> bool:
        """Whether an area at this level carries; what is not known does not."""
        return level is not None and level >= self.strength_from

    def needs_work(self, level: int | None) -> bool:
        """Whether an area at this level holds back; of what is not known nobody can say so."""
        return level is not None and level <= self.needs_work_to


@dataclass(frozen=True, slots=True)
class Terms:
    """What every instrument chooses from.

    `importances`: 1 useful to 3 critical. `evidence_sorts`: opinion, example, document, measured. `constraints` and
    `opportunities`: tags of an answer. `reaches`: control, influence, accept, for a constraint. `efforts`: S, M, L.
    `find_out`: what heads a step that looks for an answer nobody knew; `before_launch`: what heads the gate items.
    """

    importances: tuple[Level, ...]
    evidence_sorts: tuple[Term, ...]
    constraints: tuple[Term, ...]
    opportunities: tuple[Term, ...]
    reaches: tuple[Term, ...]
    efforts: tuple[Term, ...]
    find_out: Bilingual
    before_launch: Bilingual
    not_every_four: Bilingual
