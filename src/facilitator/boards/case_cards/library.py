"""The facilitator's own library of cases: a JSON file each, in a folder of this person, outside every engagement.

It holds public words only. A file that can't be read is named, and stays as it is.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from facilitator.content.cases import PARTS, themes
from facilitator.content.naming import key_of
from facilitator.domain import words_of_people
from facilitator.domain.language import LANGUAGES, Language
from facilitator.domain.refusal import EditRejected, ImportRefused
from facilitator.exchange.own_files import OwnFiles

FORM = "facilitator case card"
VERSION = 1
"""The only version that is read: in a file of a newer one something may stand that would be lost here."""

FILES = OwnFiles("cases", ".json")
"""Where they are."""

_LARGEST = 1_000_000
_LINES = ("title", "place", "years")


@dataclass(frozen=True, slots=True)
class KeptCase:
    """A case of the library. `id` is the name of its file without the ending, `parts` has a text for each of PARTS.

    `card` is the id of the card that it was kept from, "" where nobody knows.
    """

    id: str
    theme: str
    language: Language
    parts: Mapping[str, str]
    card: str = ""

    @property
    def title(self) -> str:
        """What it is called."""
        return self.parts["title"]


@dataclass(frozen=True, slots=True)
class Library:
    """The cases in the order of their titles, and the names of the files that can't be read."""

    cases: tuple[KeptCase, ...]
    unread: tuple[str, ...]


def library() -> Library:
    """All that this person has kept; empty where there is no such folder yet."""
    held = FILES.read(_read)
    unread = (path.name if path.parent == FILES.folder else str(path) for path, _ in held.unread)
    return Library(tuple(sorted(held.found, key=lambda each: (key_of(each.title), each.id))), tuple(unread))


def keep(theme: str, language: Language, parts: Mapping[str, str], card: str = "") -> KeptCase:
    """Write a case into the library; see `keep_all`."""
    return keep_all([KeptCase("", theme, language, dict(parts), card)])[0]


def keep_all(wanted: Sequence[KeptCase]) -> tuple[KeptCase, ...]:
    """Write cases into the library, each in place of what was kept of the same card; returns them with their ids.

    The very same case is there once. A file that can't be read is never written over. Raises StoreError as
    `OwnFiles.free` and `write_whole` do; the library is then as it was.
    """
    held, kept = list(library().cases), list[KeptCase]()
    with FILES.all_or_none() as write:
        for each in wanted:
            before = _same(each, held)
            path = FILES.file(before.id) if before else FILES.free(each.title)
            write(path, _written(each))
            kept.append(replace(each, id=FILES.id_of(path)))
            held = [kept[-1], *(one for one in held if one != before)]
    return tuple(kept)


def _same(wanted: KeptCase, held: Sequence[KeptCase]) -> KeptCase | None:
    """What was kept of the same words, else of the same card."""
    same = (each for each in held if replace(each, id="", card=wanted.card) == wanted)
    return next(same, None) or next((each for each in held if wanted.card and each.card == wanted.card), None)


def _written(case: KeptCase) -> bytes:
    told = {"form": FORM, "version": VERSION, "language": case.language, "card": case.card, "theme": case.theme}
    told |= {part: case.parts[part] for part in PARTS}
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def forget(case_id: str) -> KeptCase:
    """Delete a case from the library; returns what it was.

    Raises EditRejected: "gone" (id) where there is none, "library_held" (name) where its file can't be deleted.
    """
    found = next((each for each in library().cases if each.id == case_id), None)
    if found is None:
        raise EditRejected("gone", id=case_id)
    path = FILES.file(case_id)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise EditRejected("library_held", name=path.name) from error
    return found


def _read(path: Path) -> KeptCase:
    """Raises ImportRefused("case_unreadable") (name) for whatever is no case of this version."""
    try:
        return _case(path)
    except (OSError, ValueError, KeyError, TypeError, RecursionError, EditRejected) as error:
        raise ImportRefused("case_unreadable", name=path.name) from error


def _case(path: Path) -> KeptCase:
    if path.stat().st_size > _LARGEST:
        raise ValueError("too large for a case")
    told: Any = json.loads(path.read_text(encoding="utf-8-sig"))
    if told["form"] != FORM or told["version"] != VERSION or told["language"] not in LANGUAGES:
        raise ValueError("no case card")
    parts = {part: _text(part, told.get(part, "")) for part in PARTS}
    known = [theme.id for theme in themes()]
    theme, card = told.get("theme"), str(told.get("card", ""))
    return KeptCase(FILES.id_of(path), theme if theme in known else known[-1], told["language"], parts, card)


def _text(part: str, text: Any) -> str:
    if not isinstance(text, str):
        raise TypeError("the texts of a case are text")
    if part in _LINES:
        return words_of_people.name(text) if text.strip() or part == "title" else ""
    return words_of_people.note(text)
