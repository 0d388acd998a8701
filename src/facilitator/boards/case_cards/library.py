"""The facilitator's own library of cases: a JSON file each, in a folder of this person, outside every engagement.

It holds public words only. A file that can't be read is named, and stays as it is.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from facilitator.content.cases import PARTS, themes
from facilitator.content.naming import key_of
from facilitator.content.own_folder import own_folder
from facilitator.domain import words_of_people
from facilitator.domain.language import LANGUAGES, Language
from facilitator.domain.refusal import EditRejected
from facilitator.exchange.writing import free_path, write_whole

FOLDER = "cases"
FORM = "facilitator case card"

_SUFFIX = ".json"
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
    cases, unread = list[KeptCase](), list[str]()
    folder = own_folder(FOLDER)
    try:
        paths = sorted(each for each in folder.iterdir() if each.suffix == _SUFFIX)
    except FileNotFoundError:
        return Library((), ())
    except OSError:
        return Library((), (str(folder),))
    for path in paths:
        try:
            cases.append(_read(path))
        except (OSError, ValueError, KeyError, TypeError, RecursionError, EditRejected):
            unread.append(path.name)
    return Library(tuple(sorted(cases, key=lambda each: (key_of(each.title), each.id))), tuple(unread))


def keep(theme: str, language: Language, parts: Mapping[str, str], card: str = "") -> KeptCase:
    """Write a case into the library, in place of what was kept of the same card; the very same case is there once.

    Raises StoreError as `write_whole` does, with nothing changed.
    """
    folder, wanted = own_folder(FOLDER), KeptCase("", theme, language, dict(parts), card)
    held = library().cases
    before = next((each for each in held if replace(each, id="", card=card) == wanted), None)
    before = before or next((each for each in held if card and each.card == card), None)
    path = folder / f"{before.id}{_SUFFIX}" if before else free_path(folder, parts["title"], _SUFFIX)
    told = {"form": FORM, "version": 1, "language": language, "card": card, "theme": theme}
    told |= {part: parts[part] for part in PARTS}
    write_whole(path, (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode(), replace=before is not None)
    return replace(wanted, id=path.stem)


def forget(case_id: str) -> KeptCase:
    """Delete a case from the library; returns what it was.

    Raises EditRejected: "gone" (id) where there is none, "library_held" (name) where its file can't be deleted.
    """
    found = next((each for each in library().cases if each.id == case_id), None)
    if found is None:
        raise EditRejected("gone", id=case_id)
    path = own_folder(FOLDER) / f"{case_id}{_SUFFIX}"
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise EditRejected("library_held", name=path.name) from error
    return found


def _read(path: Path) -> KeptCase:
    if path.stat().st_size > _LARGEST:
        raise ValueError("too large for a case")
    told: Any = json.loads(path.read_text(encoding="utf-8-sig"))
    if told["form"] != FORM or told["language"] not in LANGUAGES:
        raise ValueError("no case card")
    parts = {part: _text(part, told.get(part, "")) for part in PARTS}
    known = [theme.id for theme in themes()]
    theme, card = told.get("theme"), str(told.get("card", ""))
    return KeptCase(path.stem, theme if theme in known else known[-1], told["language"], parts, card)


def _text(part: str, text: Any) -> str:
    if not isinstance(text, str):
        raise TypeError("the texts of a case are text")
    if part in _LINES:
        return words_of_people.name(text) if text.strip() or part == "title" else ""
    return words_of_people.note(text)
