"""The parts of an instrument file: each knows where it stands, and refuses what is not as it has to be."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from facilitator.content.instrument_shapes import NOTHING
from facilitator.content.reading import Bilingual
from facilitator.domain.refusal import Refusal

T = TypeVar("T")


class InstrumentRefused(Refusal):
    """An instrument file that is not whole; `values` hold the file and the place in it. Nothing was taken from it."""


@dataclass(frozen=True, slots=True)
class FilePart:
    """An object somewhere in a file, which knows where it stands; what is asked of it and is not there is refused.

    It raises InstrumentRefused: "instrument_part_missing" (part), "instrument_text_missing" (part, language),
    "instrument_id_twice" (part, id), "instrument_unknown" (part, id).
    """

    file: str
    place: str
    entry: Mapping[str, Any]

    def refuse(self, key: str, **values: object) -> InstrumentRefused:
        """What to raise, with the file and the place."""
        return InstrumentRefused(key, file=self.file, place=self.place or "–", **values)

    def of(self, key: str, sort: type[T]) -> T:
        """What stands under `key`, of that sort."""
        value = self.entry.get(key)
        if not isinstance(value, sort) or (sort is int and isinstance(value, bool)):
            raise self.refuse("instrument_part_missing", part=key)
        return value

    def id(self) -> str:
        """Its id, which is not empty."""
        found = self.of("id", str)
        if not found:
            raise self.refuse("instrument_part_missing", part="id")
        return found

    def within(self, key: str) -> "FilePart":
        """The object under `key`."""
        return FilePart(self.file, _joined(self.place, key), self.of(key, dict))

    def text(self, key: str) -> Bilingual:
        """Words in both languages."""
        sides = self.within(key)
        for side in ("en", "fr"):
            if not isinstance(sides.entry.get(side), str) or not sides.entry[side].strip():
                raise self.refuse("instrument_text_missing", part=key, language=side)
        return Bilingual.of(sides.entry)

    def text_if_any(self, key: str, otherwise: Bilingual = NOTHING) -> Bilingual:
        """The same, `otherwise` where there are none."""
        return self.text(key) if key in self.entry else otherwise

    def flag(self, key: str) -> bool:
        """Yes or no; no where nothing stands there."""
        return self.of(key, bool) if key in self.entry else False

    def names(self, key: str) -> tuple[str, ...]:
        """A list of ids, () where there is none."""
        found = self.of(key, list) if key in self.entry else []
        if not all(isinstance(each, str) for each in found):
            raise self.refuse("instrument_part_missing", part=key)
        return tuple(found)

    def levels(self, key: str) -> tuple[int, ...]:
        """A list of levels, () where there is none."""
        found = self.of(key, list) if key in self.entry else []
        if not all(isinstance(each, int) for each in found):
            raise self.refuse("instrument_part_missing", part=key)
        return tuple(found)

    def texts(self, key: str) -> tuple[Bilingual, ...]:
        """A list of words in both languages, () where there is none."""
        found = self.of(key, list) if key in self.entry else []
        numbered = {str(number): each for number, each in enumerate(found, 1)}
        listed = FilePart(self.file, _joined(self.place, key), numbered)
        return tuple(listed.text(number) for number in numbered)

    def parts(self, key: str) -> tuple["FilePart", ...]:
        """The objects of a list, each called by its id, or by its number where it has none."""
        if key not in self.entry:
            return ()
        found = []
        for number, each in enumerate(self.of(key, list), 1):
            if not isinstance(each, dict):
                raise self.refuse("instrument_part_missing", part=f"{key} {number}")
            found.append(FilePart(self.file, f"{key} {each.get('id') or each.get('value') or number}", each))
        if twice := twice_in(each.entry["id"] for each in found if isinstance(each.entry.get("id"), str)):
            raise self.refuse("instrument_id_twice", part=key, id=twice)
        return tuple(found)

    def require(self, key: str, wanted: Iterable[object], known: set[Any]) -> None:
        """Refuse whatever is wanted under `key` and not known."""
        for each in wanted:
            if each not in known:
                raise self.refuse("instrument_unknown", part=key, id=each)


def whole_file(text: str, file: str) -> FilePart:
    """The object that a file's text is; raises InstrumentRefused("instrument_unreadable") (file, place)."""
    try:
        entry = json.loads(text)
    except (ValueError, RecursionError) as error:  # nested beyond all use, too
        raise InstrumentRefused("instrument_unreadable", file=file, place=str(getattr(error, "lineno", "–"))) from error
    if not isinstance(entry, dict):
        raise InstrumentRefused("instrument_unreadable", file=file, place="1")
    return FilePart(file, "", entry)


def _joined(place: str, key: str) -> str:
    return f"{place}, {key}" if place else key


def twice_in(names: Iterable[str]) -> str:
    """The first of the names that is there more than once, "" for none."""
    return next((name for name, count in Counter(names).items() if count > 1), "")
