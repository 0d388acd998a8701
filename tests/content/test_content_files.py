"""The rules that every text in resources/content and resources/sample keeps."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from facilitator.content.resources import resource
from facilitator.domain.language import LANGUAGES

FOLDERS = ("content", "content/instruments", "sample")
FILES = [f"{folder}/{path.name}" for folder in FOLDERS for path in resource(folder).glob("*.json")]

SAME_IN_BOTH = re.compile(r"[^a-z]*", re.IGNORECASE)
"""Texts without letters need no translation."""

ALIKE = {
    *("A", "B", "b"),  # what people answer a poll with
    "Absent",
    "Attitude",
    "Communications",
    "Expertise",
    "Important",
    "Infrastructure",
    "Inclusion",
    "Influence",
    "Information",
    "Population",
    "Service",
    "Social",
    "Vision",
}
"""Words spelled alike in both languages."""


def texts(entry: Any, place: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """(place, text in both languages) of everything below an entry."""
    if isinstance(entry, dict) and set(entry) & set(LANGUAGES):
        yield place, entry
    elif isinstance(entry, dict):
        for key, part in entry.items():
            yield from texts(part, f"{place}/{key}")
    elif isinstance(entry, list):
        for number, part in enumerate(entry):
            yield from texts(part, f"{place}/{number}")


def texts_of(file: str) -> list[tuple[str, dict[str, str]]]:
    return list(texts(json.loads(resource(*file.split("/")).read_text(encoding="utf-8"))))


def own_words(place: str, text: str) -> str:
    """A text of ours; of a source, all but the titles in quotation marks and the addresses, which are others' words."""
    return re.sub(r"(?<=«\u202f)[^»]*(?=\u202f»)|https://\S+", "…", text) if place.endswith("/source") else text


@pytest.mark.parametrize("file", FILES)
def test_both_languages_are_there_or_both_are_empty(file: str) -> None:
    found = texts_of(file)
    assert found
    for place, text in found:
        assert set(text) == set(LANGUAGES), place
        assert bool(text["en"].strip()) == bool(text["fr"].strip()), place
        assert all(side == side.strip() for side in text.values()), place


@pytest.mark.parametrize("file", FILES)
def test_the_languages_differ_where_they_should(file: str) -> None:
    alike = {text["en"] for _, text in texts_of(file) if text["en"] == text["fr"]}
    assert {text for text in alike - ALIKE if not SAME_IN_BOTH.fullmatch(text)} == set()


@pytest.mark.parametrize("file", FILES)
def test_french_keeps_the_rules_of_typography(file: str, french_faults: Callable[[str], list[str]]) -> None:
    own = [(place, own_words(place, text["fr"])) for place, text in texts_of(file)]
    assert [(place, text) for place, text in own if french_faults(text)] == []


@pytest.mark.parametrize("file", FILES)
def test_apostrophes_and_quotation_marks_are_those_of_print(file: str) -> None:
    assert [place for place, text in texts_of(file) if re.search("['\"]", text["en"] + text["fr"])] == []
    assert [place for place, text in texts_of(file) if re.search("[“”]", text["fr"])] == []


@pytest.mark.parametrize("file", FILES)
def test_english_is_spelled_the_canadian_way(file: str) -> None:
    foreign = re.compile(
        r"\b(center|color|behavior|neighbor\w*|organis\w*|programme\w*|anonymis\w*|prioritis\w*|favor\w*)\b",
        re.IGNORECASE,
    )
    assert [(place, text["en"]) for place, text in texts_of(file) if foreign.search(text["en"])] == []


@pytest.mark.parametrize(
    "good", ["Fait\u202f: oui", "10:42", "«\u202fmot\u202f»", "voir https://a.ca", "Quoi\u202f?!", "?"]
)
def test_the_rules_let_good_french_pass(good: str, french_faults: Callable[[str], list[str]]) -> None:
    assert french_faults(good) == []


@pytest.mark.parametrize(
    "bad",
    [
        "Fait : oui",
        "Fait: oui",
        "Quoi?",
        "Quoi\u00a0?",
        "« mot »",
        "«mot»",
        "outil digital",
        "élu·e",
        "{n}: x",
    ],
)
def test_the_rules_catch_bad_french(bad: str, french_faults: Callable[[str], list[str]]) -> None:
    assert french_faults(bad) != []
