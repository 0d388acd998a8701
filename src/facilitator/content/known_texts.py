"""The house's own texts, found again in what an engagement holds: agendas, starters and titles that nobody reworded."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from facilitator.content.resources import resource
from facilitator.domain.language import Language, other_language


def known_in(text: str, language: Language) -> str:
    """A text of the house, given in the other language, in `language`; "" where it is none of the house's.

    It has to be the very text; one that has several translations has none here.
    """
    return _known(language).get(text, "")


@cache
def _known(language: Language) -> Mapping[str, str]:
    other = other_language(language)
    found: dict[str, str] = {}
    for path in sorted(resource("content").rglob("*.json")):
        for pair in _pairs(json.loads(path.read_text(encoding="utf-8"))):
            if found.setdefault(pair[other], pair[language]) != pair[language]:
                found[pair[other]] = ""
    return found


def _pairs(data: Any) -> Iterator[Mapping[str, str]]:
    if isinstance(data, list):
        for each in data:
            yield from _pairs(each)
    elif isinstance(data, dict):
        if data.keys() == {"en", "fr"} and all(isinstance(each, str) for each in data.values()):
            yield data
        else:
            for each in data.values():
                yield from _pairs(each)
