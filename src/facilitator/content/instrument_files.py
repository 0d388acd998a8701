"""How an instrument file is read: whole, or refused with the file and the place that is wrong."""

from collections.abc import Mapping
from typing import Any

from facilitator.content.instrument_parts import FilePart, twice_in, whole_file
from facilitator.content.instrument_shapes import (
    Anchor,
    Area,
    Column,
    Instrument,
    Inventory,
    Level,
    LibraryStep,
    Mark,
    ReadyToBuy,
    Scale,
    Term,
    Terms,
)
from facilitator.content.steps import Step

ASKED = (
    *("unknown", "not_applicable", "target", "importance", "evidence", "example", "comment"),
    *("constraint", "opportunity", "strengths", "weaknesses", "mark", "action"),
)
"""What can be noted beside a level; `Instrument.asks` has some of these."""

SUBJECTS = ("organization", "project", "person", "group")
EFFORTS = ("S", "M", "L")
LIGHTS = ("red", "amber", "green", "open")


def instrument_in(text: str, file: str, scales: Mapping[str, Scale]) -> Instrument:
    """The instrument of a file's text; `file` is its name, for what is said when it is refused.

    Raises InstrumentRefused (file, place and more): "instrument_unreadable" for what is no JSON object,
    "instrument_part_missing" (part), "instrument_text_missing" (part, language), "instrument_anchor_missing" (level),
    "instrument_id_twice" (part, id), "instrument_unknown" (part, id) for an id that refers to nothing.
    """
    top = whole_file(text, file)
    scale_id = top.of("scale", str)
    if scale_id not in scales:
        raise top.refuse("instrument_unknown", part="scale", id=scale_id)
    anchors_at = top.levels("anchors_at")
    known = {level.value for level in scales[scale_id].levels}
    top.require("anchors_at", anchors_at, known)
    areas = tuple(_area(each, anchors_at) for each in top.parts("areas"))
    if not areas:
        raise top.refuse("instrument_part_missing", part="areas")
    found = Instrument(
        id=top.id(),
        name=top.text("name"),
        lead=top.text("lead"),
        scale=scales[scale_id],
        strength_from=top.of("strength_from", int),
        needs_work_to=top.of("needs_work_to", int),
        areas=areas,
        marks=tuple(map(_mark, top.parts("marks"))),
        steps=tuple(Step(each.id(), each.text("name"), each.texts("prompts")) for each in top.parts("steps")),
        asks=top.names("asks"),
        one_to_one=top.of("one_to_one", bool),
        subject=top.of("subject", str),
        anchors_at=anchors_at,
        dimensions=_terms(top, "dimensions"),
        profiles=_terms(top, "profiles"),
        library=tuple(map(_library_step, top.parts("library"))),
        default_target=top.of("default_target", int) if "default_target" in top.entry else None,
        most_steps=top.of("most_steps", int) if "most_steps" in top.entry else 5,
        ready=_ready(top.within("ready")) if "ready" in top.entry else None,
        inventory=_inventory(top.within("inventory")) if "inventory" in top.entry else None,
        roles=_terms(top, "roles"),
        group_view=top.of("group_view", str) if "group_view" in top.entry else "figures",
        group_prompts=top.texts("group_prompts"),
        follow_up=top.text_if_any("follow_up"),
        credit=top.text_if_any("credit"),
    )
    _require_whole(top, found, known)
    return found


def scales_in(text: str, file: str) -> dict[str, Scale]:
    """The scales of a file's text by their ids; raises InstrumentRefused as `instrument_in` does."""
    return {each.id(): _scale(each) for each in whole_file(text, file).parts("scales")}


def terms_in(text: str, file: str) -> Terms:
    """The words that answers choose from; raises InstrumentRefused as `instrument_in` does."""
    top = whole_file(text, file)
    return Terms(
        importances=tuple(map(_level, top.parts("importances"))),
        evidence_sorts=_terms(top, "evidence_sorts"),
        constraints=_terms(top, "constraints"),
        opportunities=_terms(top, "opportunities"),
        reaches=_terms(top, "reaches"),
        efforts=_terms(top, "efforts"),
        find_out=top.text("find_out"),
        before_launch=top.text("before_launch"),
        not_every_four=top.text("not_every_four"),
    )


def _require_whole(top: FilePart, found: Instrument, levels: set[int]) -> None:
    """Everything that refers to something refers to what there is; every code names one area."""
    areas = {area.id for area in found.areas}
    dimensions = {each.id for each in found.dimensions}
    targets = () if found.default_target is None else (found.default_target,)
    top.require("asks", found.asks, set(ASKED))
    top.require("subject", (found.subject,), set(SUBJECTS))
    top.require("group_view", (found.group_view,), {"figures", "themes"})
    top.require("default_target", targets, levels)
    top.require("strength_from", (found.strength_from,), levels)
    top.require("needs_work_to", (found.needs_work_to,), levels)
    if twice := twice_in(area.code for area in found.areas):
        raise top.refuse("instrument_id_twice", part="areas", id=twice)
    for each, area in zip(top.parts("areas"), found.areas, strict=True):
        each.require("dimension", (area.dimension,), dimensions or {""})
        each.require("tags", area.tags, {profile.id for profile in found.profiles})
    for each, step in zip(top.parts("library"), found.library, strict=True):
        each.require("area", (step.area,), areas)
        each.require("effort", (step.effort,), set(EFFORTS))
    if found.ready:
        ready = top.within("ready")
        ready.require("areas", found.ready.areas, areas)
        for light in LIGHTS:
            if light not in {each.id for each in found.ready.lights}:
                raise ready.refuse("instrument_part_missing", part=light)


def _area(part: FilePart, anchors_at: tuple[int, ...]) -> Area:
    name = part.text("name")
    anchors = part.within("anchors") if anchors_at else part
    for level in anchors_at:
        if str(level) not in anchors.entry:
            raise part.refuse("instrument_anchor_missing", level=level)
    return Area(
        id=part.id(),
        code=part.of("code", str),
        name=name,
        look_at=part.text_if_any("look_at"),
        sample_evidence=part.text_if_any("sample_evidence"),
        text=part.text_if_any("text", name),
        dimension=part.of("dimension", str) if "dimension" in part.entry else "",
        anchors=tuple(Anchor(level, anchors.text(str(level))) for level in anchors_at),
        gate=part.flag("gate"),
        may_be_na=part.flag("may_be_na"),
        tags=part.names("tags"),
        prompts=part.texts("prompts"),
    )


def _terms(part: FilePart, key: str) -> tuple[Term, ...]:
    return tuple(map(_term, part.parts(key)))


def _term(part: FilePart) -> Term:
    return Term(part.id(), part.text("name"), part.text_if_any("meaning"))


def _answer(part: FilePart) -> Term:
    return Term(part.of("id", str), part.text("name"), part.text("meaning"))


def _level(part: FilePart) -> Level:
    return Level(part.of("value", int), part.text("name"), part.text_if_any("meaning"))


def _scale(part: FilePart) -> Scale:
    return Scale(
        id=part.id(),
        levels=tuple(map(_level, part.parts("levels"))),
        unknown=part.text("unknown"),
        unknown_meaning=part.text("unknown_meaning"),
        unanswered=_answer(part.within("unanswered")),
        dont_know=_answer(part.within("dont_know")),
        not_applicable=_answer(part.within("not_applicable")),
    )


def _mark(part: FilePart) -> Mark:
    return Mark(part.id(), part.text("name"), part.text("plural"), part.text("meaning"), part.of("most", int))


def _library_step(part: FilePart) -> LibraryStep:
    effort: Any = part.of("effort", str)
    return LibraryStep(part.id(), part.of("area", str), part.text("text"), effort, part.of("days", int))


def _ready(part: FilePart) -> ReadyToBuy:
    return ReadyToBuy(part.names("areas"), part.text("question"), part.text("caution"), _terms(part, "lights"))


def _inventory(part: FilePart) -> Inventory:
    columns = tuple(Column(each.id(), each.text("name"), _terms(each, "choices")) for each in part.parts("columns"))
    return Inventory(part.text("name"), part.of("most", int), columns)
