"""How an instrument file is read: whole, or refused with the file and the place that is wrong."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from facilitator.content.instrument_shapes import (
    NOTHING,
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
from facilitator.content.reading import Bilingual
from facilitator.content.steps import Step
from facilitator.domain.refusal import Refusal

ASKED = (
    *("unknown", "not_applicable", "target", "importance", "evidence", "example", "comment"),
    *("constraint", "opportunity", "strengths", "weaknesses", "mark", "action"),
)
"""What can be noted beside a level; `Instrument.asks` has some of these."""

SUBJECTS = ("organization", "project", "person", "group")
EFFORTS = ("S", "M", "L")
LIGHTS = ("red", "amber", "green", "open")

T = TypeVar("T")


class InstrumentRefused(Refusal):
    """An instrument file that is not whole; `values` hold the file and the place in it. Nothing was taken from it."""


@dataclass(frozen=True, slots=True)
class _Part:
    """An object somewhere in a file, which knows where it stands."""

    file: str
    place: str
    entry: Mapping[str, Any]

    def refuse(self, key: str, **values: object) -> InstrumentRefused:
        return InstrumentRefused(key, file=self.file, place=self.place or "–", **values)

    def of(self, key: str, sort: type[T]) -> T:
        value = self.entry.get(key)
        if not isinstance(value, sort) or (sort is int and isinstance(value, bool)):
            raise self.refuse("instrument_part_missing", part=key)
        return value

    def id(self) -> str:
        found = self.of("id", str)
        if not found:
            raise self.refuse("instrument_part_missing", part="id")
        return found

    def within(self, key: str) -> "_Part":
        return _Part(self.file, _joined(self.place, key), self.of(key, dict))

    def text(self, key: str) -> Bilingual:
        sides = self.within(key)
        for side in ("en", "fr"):
            if not isinstance(sides.entry.get(side), str) or not sides.entry[side].strip():
                raise self.refuse("instrument_text_missing", part=key, language=side)
        return Bilingual.of(sides.entry)

    def text_if_any(self, key: str, otherwise: Bilingual = NOTHING) -> Bilingual:
        return self.text(key) if key in self.entry else otherwise

    def flag(self, key: str) -> bool:
        return self.of(key, bool) if key in self.entry else False

    def names(self, key: str) -> tuple[str, ...]:
        found = self.of(key, list) if key in self.entry else []
        if not all(isinstance(each, str) for each in found):
            raise self.refuse("instrument_part_missing", part=key)
        return tuple(found)

    def levels(self, key: str) -> tuple[int, ...]:
        found = self.of(key, list) if key in self.entry else []
        if not all(isinstance(each, int) for each in found):
            raise self.refuse("instrument_part_missing", part=key)
        return tuple(found)

    def texts(self, key: str) -> tuple[Bilingual, ...]:
        found = self.of(key, list) if key in self.entry else []
        numbered = {str(number): each for number, each in enumerate(found, 1)}
        listed = _Part(self.file, _joined(self.place, key), numbered)
        return tuple(listed.text(number) for number in numbered)

    def parts(self, key: str) -> tuple["_Part", ...]:
        """The objects of a list, each called by its id, or by its number where it has none."""
        if key not in self.entry:
            return ()
        found = []
        for number, each in enumerate(self.of(key, list), 1):
            if not isinstance(each, dict):
                raise self.refuse("instrument_part_missing", part=f"{key} {number}")
            found.append(_Part(self.file, f"{key} {each.get('id') or each.get('value') or number}", each))
        if twice := _twice(each.entry["id"] for each in found if isinstance(each.entry.get("id"), str)):
            raise self.refuse("instrument_id_twice", part=key, id=twice)
        return tuple(found)


def instrument_in(text: str, file: str, scales: Mapping[str, Scale]) -> Instrument:
    """The instrument of a file's text; `file` is its name, for what is said when it is refused.

    Raises InstrumentRefused (file, place and more): "instrument_unreadable" for what is no JSON object,
    "instrument_part_missing" (part), "instrument_text_missing" (part, language), "instrument_anchor_missing" (level),
    "instrument_id_twice" (part, id), "instrument_unknown" (part, id) for an id that refers to nothing.
    """
    top = _top(text, file)
    scale_id = top.of("scale", str)
    if scale_id not in scales:
        raise top.refuse("instrument_unknown", part="scale", id=scale_id)
    anchors_at = top.levels("anchors_at")
    known = {level.value for level in scales[scale_id].levels}
    _require(top, "anchors_at", anchors_at, known)
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
    return {each.id(): _scale(each) for each in _top(text, file).parts("scales")}


def terms_in(text: str, file: str) -> Terms:
    """The words that answers choose from; raises InstrumentRefused as `instrument_in` does."""
    top = _top(text, file)
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


def _require_whole(top: _Part, found: Instrument, levels: set[int]) -> None:
    """Everything that refers to something refers to what there is; every code names one area."""
    areas = {area.id for area in found.areas}
    dimensions = {each.id for each in found.dimensions}
    targets = () if found.default_target is None else (found.default_target,)
    _require(top, "asks", found.asks, set(ASKED))
    _require(top, "subject", (found.subject,), set(SUBJECTS))
    _require(top, "group_view", (found.group_view,), {"figures", "themes"})
    _require(top, "default_target", targets, levels)
    _require(top, "strength_from", (found.strength_from,), levels)
    _require(top, "needs_work_to", (found.needs_work_to,), levels)
    if twice := _twice(area.code for area in found.areas):
        raise top.refuse("instrument_id_twice", part="areas", id=twice)
    for each, area in zip(top.parts("areas"), found.areas, strict=True):
        _require(each, "dimension", (area.dimension,), dimensions or {""})
        _require(each, "tags", area.tags, {profile.id for profile in found.profiles})
    for each, step in zip(top.parts("library"), found.library, strict=True):
        _require(each, "area", (step.area,), areas)
        _require(each, "effort", (step.effort,), set(EFFORTS))
    if found.ready:
        ready = top.within("ready")
        _require(ready, "areas", found.ready.areas, areas)
        for light in LIGHTS:
            if light not in {each.id for each in found.ready.lights}:
                raise ready.refuse("instrument_part_missing", part=light)


def _require(part: _Part, key: str, wanted: Iterable[object], known: set[Any]) -> None:
    for each in wanted:
        if each not in known:
            raise part.refuse("instrument_unknown", part=key, id=each)


def _area(part: _Part, anchors_at: tuple[int, ...]) -> Area:
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


def _terms(part: _Part, key: str) -> tuple[Term, ...]:
    return tuple(map(_term, part.parts(key)))


def _term(part: _Part) -> Term:
    return Term(part.id(), part.text("name"), part.text_if_any("meaning"))


def _answer(part: _Part) -> Term:
    return Term(part.of("id", str), part.text("name"), part.text("meaning"))


def _level(part: _Part) -> Level:
    return Level(part.of("value", int), part.text("name"), part.text_if_any("meaning"))


def _scale(part: _Part) -> Scale:
    return Scale(
        id=part.id(),
        levels=tuple(map(_level, part.parts("levels"))),
        unknown=part.text("unknown"),
        unknown_meaning=part.text("unknown_meaning"),
        unanswered=_answer(part.within("unanswered")),
        dont_know=_answer(part.within("dont_know")),
        not_applicable=_answer(part.within("not_applicable")),
    )


def _mark(part: _Part) -> Mark:
    return Mark(part.id(), part.text("name"), part.text("plural"), part.text("meaning"), part.of("most", int))


def _library_step(part: _Part) -> LibraryStep:
    effort: Any = part.of("effort", str)
    return LibraryStep(part.id(), part.of("area", str), part.text("text"), effort, part.of("days", int))


def _ready(part: _Part) -> ReadyToBuy:
    return ReadyToBuy(part.names("areas"), part.text("question"), part.text("caution"), _terms(part, "lights"))


def _inventory(part: _Part) -> Inventory:
    columns = tuple(Column(each.id(), each.text("name"), _terms(each, "choices")) for each in part.parts("columns"))
    return Inventory(part.text("name"), part.of("most", int), columns)


def _top(text: str, file: str) -> _Part:
    try:
        entry = json.loads(text)
    except (ValueError, RecursionError) as error:  # nested beyond all use, too
        raise InstrumentRefused("instrument_unreadable", file=file, place=str(getattr(error, "lineno", "–"))) from error
    if not isinstance(entry, dict):
        raise InstrumentRefused("instrument_unreadable", file=file, place="1")
    return _Part(file, "", entry)


def _joined(place: str, key: str) -> str:
    return f"{place}, {key}" if place else key


def _twice(names: Iterable[str]) -> str:
    return next((name for name, count in Counter(names).items() if count > 1), "")
