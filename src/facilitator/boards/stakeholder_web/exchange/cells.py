"""Cells of foreign tables and maps, read for the fields of a stakeholder: by id, by name, or by a level's number."""

import re
from collections.abc import Iterable, Iterator, Mapping

from facilitator.boards.described import Field
from facilitator.boards.importing import Target
from facilitator.boards.stakeholder_web.model import Stakeholder
from facilitator.boards.stakeholder_web.raci import ROLE_KEY
from facilitator.boards.stakeholder_web.stakeholder_fields import stakeholder_fields
from facilitator.boards.typed import optional_day
from facilitator.content import methods
from facilitator.content.methods import CategorySet
from facilitator.content.naming import plain
from facilitator.content.participation import ParticipationLabels, participation_levels
from facilitator.content.reading import Bilingual
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.language import Language
from facilitator.domain.refusal import EditRejected

_NUMBER = re.compile(r"[-+−]?\d+(?!\d)")
_PARTS = re.compile(r"[|;,\n]")
_MIDNIGHT = re.compile(r"[T ]00:00(:00(\.0+)?)?Z?$")
_SETS: tuple[CategorySet, CategorySet] = ("short", "full")
_LABELS: tuple[ParticipationLabels, ParticipationLabels] = ("iap2", "plain")
_TRUTH = {"true": "yes", "false": "no", "vrai": "yes", "faux": "no", "x": "yes"}


class Cells:
    """The fields of a board's stakeholders, and how cells are read for them; refusals name choices in `language`."""

    def __init__(self, document: Document, board_id: str, language: Language = "en") -> None:
        blank = Stakeholder(id=" ", board_id=board_id, code="S0", name="?", category="internal")
        with_blank = document.after(Change("add_stakeholder", adding([blank])))
        english, french = (_importable(stakeholder_fields(with_blank, blank.id, Words(each))) for each in ("en", "fr"))
        self._fields = {field.key: field for field in (french if language == "fr" else english)}
        self._known = {en.key: _spellings(en, fr) for en, fr in zip(english, french, strict=True)}
        self.targets = tuple(
            Target(en.key, Bilingual(en.label, fr.label), en.private) for en, fr in zip(english, french, strict=True)
        )

    def read(self, key: str, text: str) -> str:
        """What a cell says, as the value of a field; "" for an empty one.

        Raises EditRejected: "choice_unknown" (choice, known), "date_unreadable" (text).
        """
        field, text = self._fields[key], text.strip()
        if not text:
            return ""
        if field.form == "choice":
            return self._choice(field, text)
        if field.form == "many":
            return " ".join(self._choice(field, part) for part in _PARTS.split(text) if part.strip())
        if field.form == "date":
            day = optional_day(_MIDNIGHT.sub("", text))
            return day.isoformat() if day else ""
        return text

    def can_read(self, key: str, text: str) -> bool:
        """Whether `read` would not refuse it."""
        try:
            self.read(key, text)
        except EditRejected:
            return False
        return True

    def _choice(self, field: Field, text: str) -> str:
        known = self._known[field.key]
        found = known.get(plain(text)) or known.get(_TRUTH.get(plain(text), ""))
        number = _NUMBER.match(text)
        if found is None and number:
            found = known.get(_number(int(number[0].replace("−", "-"))))
        if found is None:
            words = ", ".join(name for value, name in field.choices if value)
            raise EditRejected("choice_unknown", choice=text, known=words)
        return found


def _importable(fields: Iterable[Field]) -> list[Field]:
    return [field for field in fields if field.form != "told" and not field.key.startswith(ROLE_KEY)]


def _spellings(english: Field, french: Field) -> Mapping[str, str]:
    """The values of a field by all that they may be called."""
    known: dict[str, str] = {}
    for spelling, value in (*_further(english.key), *_own(english), *_own(french)):
        known[spelling] = value  # the field's own names win over those that it does not show
    return known


def _own(field: Field) -> Iterator[tuple[str, str]]:
    for value, name in field.choices:
        if value:
            yield _number(int(value)) if _NUMBER.fullmatch(value) else plain(value), value
            yield plain(name), value
            if name.startswith(tuple("0123456789+−")):  # "3 Strong say": by its words alone, too
                yield plain(name.split(" ", 1)[1]), value


def _further(key: str) -> Iterator[tuple[str, str]]:
    """Names that the field does not show at the moment: those of the other set of categories or levels."""
    if key == "category":
        for category_set in _SETS:
            for category in methods.categories(category_set):
                yield from _names(category.id, category.name)
    if key == "subcategory":
        for category in methods.categories("full"):
            for part in category.subcategories:
                yield from _names(part.id, part.name)
    if key in ("level_now", "level_wanted"):
        for labels in _LABELS:
            for level in participation_levels(labels):
                yield from _names(level.id, level.name)


def _names(value: str, name: Bilingual) -> Iterator[tuple[str, str]]:
    for spelling in (value, name.en, name.fr):
        yield plain(spelling), value


def _number(value: int) -> str:
    """A level, told apart from its digits in a name; with its sign, which `plain` takes away."""
    return f"#{value}"
