"""The words that the house itself writes in lower case: whatever is among them is hardly anybody's name."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from facilitator.content.naming import bared
from facilitator.content.people import names_function, words_of
from facilitator.content.resources import resource

_LOWER = re.compile(r"(?<!\w)[^\W\d_A-ZÀ-Þ]{2,}(?!\w)")
_CAPITALS = re.compile(r"(?<!\w)[A-Z]{2,4}(?!\w)")
_OF_NAMES = ("people.json", "rehearsal.json", "sample.json")  # these hold names of people


def is_common(key: str) -> bool:
    """Whether a word, in lower case without accents, is one of the trade or a little one, and no given name alone."""
    singular = key[:-1] if key[-1:] in ("s", "x") else key
    little = any(
        key in words_of(group) for group in ("little", "particles", "after_names", "groups", "offices", "sorts")
    )
    return little or key in words_of("honorifics") or names_function(key) or not _words().isdisjoint((key, singular))


@cache
def abbreviations() -> frozenset[str]:
    """The short words in capitals that the house writes ("GIS", "KPI", "TI"), which are nobody's initials."""
    return frozenset(each for text in _texts() for each in _CAPITALS.findall(text))


@cache
def _words() -> frozenset[str]:
    found = {bared(word) for text in _texts() for word in _LOWER.findall(text)}
    return frozenset(found - (words_of("given") - words_of("also_words")))


def _texts() -> Iterator[str]:
    for folder in ("words", "content"):
        for path in sorted(resource(folder).rglob("*.json")):
            if path.name not in _OF_NAMES or folder == "words":
                yield from _strings(json.loads(path.read_text(encoding="utf-8")))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
