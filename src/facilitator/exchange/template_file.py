"""Own templates as files: JSON, one template each, read strictly: whole, or refused with the place that is wrong."""

import json
import math
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import TypeVar

from facilitator.content.agendas import MOST_CUT_ORDER, MOST_MINUTES, method_cards
from facilitator.content.reading import Bilingual
from facilitator.content.whole_templates import (
    OwnText,
    PlannedBoard,
    PlannedSegment,
    PlannedSession,
    WholeTemplate,
)
from facilitator.domain import words_of_people
from facilitator.domain.language import LANGUAGES
from facilitator.domain.program import PROGRAM_KINDS
from facilitator.domain.refusal import EditRejected, ImportRefused
from facilitator.exchange.json_objects import JsonObject, json_object
from facilitator.exchange.reading import MEGABYTE, shown, text_of
from facilitator.exchange.template_places import told_place

TEMPLATE_SUFFIX = ".facilitator-template"
FORMAT = "facilitator-template"
VERSION = 1
"""What this version of the app writes, and the newest that it reads."""

TEMPLATE_LIMIT = MEGABYTE
"""The most bytes of a template file."""

MOST_SESSIONS, MOST_SEGMENTS, MOST_BOARDS = 40, 100, 40

_SPOT = re.compile(r"\w{1,40}", re.ASCII)
_DIGITS = 9  # of a number that means anything here

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class KnownKind:
    """What a template may say of a kind of board: its forms, and whether it `accepts` a setting (key, value)."""

    forms: frozenset[str]
    accepts: Callable[[str, str], bool]


def template_bytes(template: WholeTemplate) -> bytes:
    """The file of a template, as UTF-8; `read_template` gives an equal one back, but for ids of the house's agendas."""
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "name": _sides(template.name),
        "purpose": _sides(template.purpose),
        **({"cohort": _sides(template.cohort), "program": template.program} if template.cohort else {}),
        "boards": [_written(each) for each in template.boards],
        "sessions": [
            {"title": _sides(each.title), "for_two": each.for_two, "segments": list(map(_written, each.segments))}
            for each in template.sessions
        ],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def ensure_small(size: int) -> None:
    """Raises ImportRefused("template_size") (size, limit, in kB) for more bytes than a template may have."""
    if size > TEMPLATE_LIMIT:
        raise ImportRefused("template_size", size=-(-size // 1024), limit=TEMPLATE_LIMIT // 1024)


def read_template(data: bytes, template_id: str, kinds: Mapping[str, KnownKind]) -> WholeTemplate:
    """The template in a file, which gets this id; `kinds` are those that there are.

    Raises ImportRefused: what `text_of` raises, "template_size" (size, limit, in kB), "template_json" (line, column),
    "template_nested", "template_not_one", "template_newer" (version), and with the `place` as `told_place` tells it:
    "template_twice", "template_part" for what is missing or of a wrong sort, "template_key" for what means nothing
    here, "template_text_name_empty", "…_name_too_long" (count, limit) and "…_name_control" (column) for texts,
    "template_count" (most), "template_minutes" (most), "template_minimum" (most), "template_cut_order" (most),
    "template_board" for one that is not in the file, "template_unknown_part" (part, id) for a kind, method, form or
    choice of a later version.
    """
    ensure_small(len(data))
    text, _ = text_of(data)
    whole = _Part((), _parsed(text))
    if whole.entry.get("format") != FORMAT:
        raise ImportRefused("template_not_one")
    version = whole.number("version", 0)
    if version > VERSION:
        raise ImportRefused("template_newer", version=version)
    whole.only("format", "version", "name", "purpose", "cohort", "program", "boards", "sessions")
    boards = tuple(_board(each, kinds) for each in whole.parts("boards", MOST_BOARDS))
    sessions = tuple(_session(each, boards, kinds) for each in whole.parts("sessions", MOST_SESSIONS))
    its = WholeTemplate(template_id, whole.name("name"), whole.note("purpose"), sessions, boards)
    if "cohort" not in whole.entry:
        return its
    program = whole.of("program", str)
    if program not in PROGRAM_KINDS:
        raise whole.unknown("program", program)
    return WholeTemplate(template_id, its.name, its.purpose, sessions, boards, whole.name("cohort"), program)


@dataclass(frozen=True, slots=True)
class _Part:
    """An object somewhere in a file, which knows where it stands: ("sessions 1", "segments 3")."""

    place: tuple[str, ...]
    entry: JsonObject

    def refuse(self, key: str, at: str, **values: object) -> ImportRefused:
        return ImportRefused(key, place=told_place((*self.place, at)), **values)

    def unknown(self, part: str, its_id: str) -> ImportRefused:
        return self.refuse("template_unknown_part", part, part=part, id=shown(its_id))

    def only(self, *keys: str) -> None:
        if self.entry.twice:
            raise self.refuse("template_twice", self.entry.twice)
        for key in self.entry:
            if key not in keys:
                raise self.refuse("template_key", key)

    def of(self, key: str, sort: type[T]) -> T:
        value = self.entry.get(key)
        if not isinstance(value, sort) or (sort is int and isinstance(value, bool)):
            raise self.refuse("template_part", key)
        return value

    def number(self, key: str, least: int) -> int:
        value = self.of(key, int)
        if value < least:
            raise self.refuse("template_part", key)
        return value

    def flag(self, key: str) -> bool:
        return self.of(key, bool) if key in self.entry else False

    def parts(self, key: str, most: int) -> tuple["_Part", ...]:
        listed = self.of(key, list)
        if len(listed) > most:
            raise self.refuse("template_count", key, most=most)
        found = []
        for number, each in enumerate(listed, 1):
            if not isinstance(each, JsonObject):
                raise self.refuse("template_part", f"{key} {number}")
            found.append(_Part((*self.place, f"{key} {number}"), each))
        return tuple(found)

    def name(self, key: str) -> OwnText:
        """A title, which stands in one language at least."""
        found = self._text(key, one_line=True)
        if not (found.en or found.fr):
            raise self.refuse("template_part", key)
        return found

    def note(self, key: str) -> OwnText:
        return self._text(key, one_line=False) if key in self.entry else OwnText("", "")

    def _text(self, key: str, *, one_line: bool) -> OwnText:
        sides = _Part((*self.place, key), self.of(key, JsonObject))
        sides.only(*LANGUAGES)
        clean = {}
        for side in sides.entry:
            typed = sides.of(side, str)
            try:
                clean[side] = words_of_people.name(typed) if one_line and typed else words_of_people.note(typed)
            except EditRejected as refusal:
                raise sides.refuse(f"template_text_{refusal.key}", side, **refusal.values) from None
        return OwnText(clean.get("en", ""), clean.get("fr", ""))


def _board(part: _Part, kinds: Mapping[str, KnownKind]) -> PlannedBoard:
    part.only(*_names(PlannedBoard))
    kind = part.of("kind", str)
    if kind not in kinds:
        raise part.unknown("kind", kind)
    choices = part.of("choices", JsonObject) if "choices" in part.entry else JsonObject()
    if choices.twice:
        raise part.refuse("template_twice", choices.twice)
    for key, value in choices.items():
        if not isinstance(value, str):
            raise part.refuse("template_part", key)
        if not kinds[kind].accepts(key, value):
            raise part.unknown(key, value)
    return PlannedBoard(kind, part.name("title"), part.note("question"), dict(choices))


def _session(part: _Part, boards: tuple[PlannedBoard, ...], kinds: Mapping[str, KnownKind]) -> PlannedSession:
    part.only("title", "for_two", "segments")
    segments = tuple(_segment(each, boards, kinds) for each in part.parts("segments", MOST_SEGMENTS))
    return PlannedSession(part.name("title"), segments, part.flag("for_two"))


def _segment(part: _Part, boards: tuple[PlannedBoard, ...], kinds: Mapping[str, KnownKind]) -> PlannedSegment:
    part.only(*_names(PlannedSegment))
    minutes = part.number("minutes", 0)
    if minutes > MOST_MINUTES:
        raise part.refuse("template_minutes", "minutes", most=MOST_MINUTES)
    method = part.of("method", str) if "method" in part.entry else ""
    if method and method not in _methods():
        raise part.unknown("method", method)
    board = _optional(part, "board")
    if board is not None and not 1 <= board <= len(boards):
        raise part.refuse("template_board", "board")
    form = part.of("form", str) if "form" in part.entry else ""
    if form and (board is None or form not in kinds[boards[board - 1].kind].forms):
        raise part.unknown("form", form)
    spot = part.of("spot", str) if "spot" in part.entry else ""
    if spot and not _SPOT.fullmatch(spot):
        raise part.refuse("template_part", "spot")
    minimum, cut_order = _optional(part, "minimum"), _optional(part, "cut_order")
    most = minutes or MOST_MINUTES
    if minimum is not None and not 1 <= minimum <= most:
        raise part.refuse("template_minimum", "minimum", most=most)
    if cut_order is not None and not 1 <= cut_order <= MOST_CUT_ORDER:
        raise part.refuse("template_cut_order", "cut_order", most=MOST_CUT_ORDER)
    return PlannedSegment(
        part.name("title"),
        minutes,
        method,
        part.note("prompt"),
        part.note("materials"),
        part.flag("fixed"),
        minimum,
        cut_order,
        None if board is None else board - 1,
        form,
        part.flag("large") and board is not None,
        spot if board is not None else "",
    )


def _optional(part: _Part, key: str) -> int | None:
    return None if part.entry.get(key) is None else part.of(key, int)


@cache
def _methods() -> Collection[str]:
    return frozenset(card.id for card in method_cards())


@cache
def _names(sort: type[PlannedSegment] | type[PlannedBoard]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(sort))


def _written(part: PlannedSegment | PlannedBoard) -> dict[str, object]:
    """What is said of it; what is as usual is left out. Boards count from 1."""
    found: dict[str, object] = {}
    for each in fields(part):
        value = getattr(part, each.name)
        if isinstance(value, Bilingual):
            if value.en or value.fr:
                found[each.name] = _sides(value)
        elif each.name == "board" and value is not None:
            found[each.name] = value + 1
        elif value or (value == 0 and each.name == "minutes"):
            found[each.name] = dict(value) if isinstance(value, Mapping) else value
    return found


def _sides(text: Bilingual) -> dict[str, str]:
    return {side: said for side, said in (("en", text.en), ("fr", text.fr)) if said}


def _parsed(text: str) -> JsonObject:
    try:
        found = json.loads(
            text, object_pairs_hook=json_object, parse_constant=_nothing, parse_float=_real, parse_int=_whole
        )
    except json.JSONDecodeError as error:
        raise ImportRefused("template_json", line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise ImportRefused("template_nested") from None
    if not isinstance(found, JsonObject):
        raise ImportRefused("template_not_one")
    return found


def _nothing(name: str) -> float:
    """NaN and its like, which are no whole numbers, so that whoever needs one refuses them."""
    return math.nan


def _real(digits: str) -> float:
    return float(digits)


def _whole(digits: str) -> int | float:
    return int(digits) if len(digits) <= _DIGITS else math.inf
