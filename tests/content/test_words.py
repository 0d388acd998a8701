"""The words mechanism, and the rules that every file of words keeps."""

import errno
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.content import words as words_module
from facilitator.content.resources import resource
from facilitator.content.words import Words, phrase
from facilitator.domain.language import LANGUAGES, Language

ENGLISH = Words("en")
FRENCH = Words("fr")
NARROW = "\u202f"


def every_text() -> Iterator[tuple[str, str, str]]:
    """(key, language, text) of all files of words; a plural gives one each for "one" and "other"."""
    for path in sorted(resource("words").glob("*.json")):
        for name, entry in json.loads(path.read_text(encoding="utf-8")).items():
            for language, text in entry.items():
                for form in [text] if isinstance(text, str) else text.values():
                    yield f"{path.stem}.{name}", language, form


def placeholders(entry: str | dict[str, str]) -> set[str]:
    """The names in braces, over all forms of a plural."""
    forms = [entry] if isinstance(entry, str) else entry.values()
    return {name for form in forms for name in re.findall(r"\{(.*?)\}", form)}


def test_french_says_on_stage_in_one_way_and_has_its_own_apostrophe() -> None:
    french = [(key, text) for key, language, text in every_text() if language == "fr"]
    assert not [key for key, text in french if "sur la scène" in text]
    assert not [key for key, text in french if re.search(r"[^\W\d_]'[^\W\d_]", text)]


def test_values_stand_in_their_places() -> None:
    assert phrase("Held at {time} by {who}", "en", {"time": "0:42", "who": "Amara"}) == "Held at 0:42 by Amara"
    assert phrase("{who} a figé à {time}", "fr", {"time": "0:42", "who": "Amara"}) == "Amara a figé à 0:42"


@given(name=st.text())
def test_values_stay_literal(name: str) -> None:
    assert ENGLISH.quote(name) == f"“{name}”"


@pytest.mark.parametrize("name", ["{time}", "{0}", "{who.__class__}", "{who!r}", "{", "}}", r"\1 \g<0>"])
def test_braces_in_values_mean_nothing(name: str) -> None:
    assert phrase("{who} at {time}", "en", {"time": "0:42", "who": name}) == f"{name} at 0:42"


@pytest.mark.parametrize("text", ["{who.__class__}", "{who:>9}", "{who!r}", "{0}", "{}", "{{who}"])
def test_braces_in_a_text_reach_no_attribute_and_no_format(text: str) -> None:
    assert phrase(text, "en", {"who": "x"}) == text.replace("{who}", "x")


@pytest.mark.parametrize(
    ("language", "count", "form"),
    [
        ("en", 0, "other"),
        ("en", 1, "one"),
        ("en", 2, "other"),
        ("en", -1, "other"),
        ("fr", 0, "one"),
        ("fr", 1, "one"),
        ("fr", 1.5, "one"),
        ("fr", 2, "other"),
    ],
)
def test_count_chooses_the_plural(language: Language, count: float, form: str) -> None:
    entry = {"one": "{count} one", "other": "{count} other"}
    assert phrase(entry, language, {"count": count}) == f"{count} {form}"


@pytest.mark.parametrize("key", ["writing.absent", "absent.absent", "writing", "", "../theme.paper", "a b.c"])
def test_a_missing_key_is_named(key: str) -> None:
    with pytest.raises(KeyError, match=re.escape(f"{key}: there are no such words")):
        ENGLISH(key)


def test_a_value_may_be_called_anything() -> None:
    assert ENGLISH("writing.quote", text="x", key="y", self="z") == "“x”"


def test_a_missing_value_is_named_with_its_key() -> None:
    with pytest.raises(KeyError, match=r"writing\.quote: no value for \{text\}"):
        FRENCH("writing.quote")
    with pytest.raises(KeyError, match=r"no value for \{count\}"):
        phrase({"one": "one", "other": "other"}, "en", {"who": "x"})


@pytest.mark.parametrize(
    ("error", "english", "french"),
    [
        (IsADirectoryError(errno.EISDIR, "Is a directory"), "this is a folder", "c’est un dossier"),
        (FileNotFoundError(errno.ENOENT, "No such file or directory"), "it is not there", "introuvable"),
        (PermissionError(errno.EACCES, "Permission denied"), "access is denied", "accès refusé"),
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full", "le disque est plein"),
        (OSError(errno.EIO, "Input/output error"), "error 5 of the system", "erreur 5 du système"),
        (OSError("odd"), "an error of the system", "une erreur du système"),
    ],
)
def test_what_the_system_says_is_told_in_the_language(error: OSError, english: str, french: str) -> None:
    assert ENGLISH("refusals.line_refused", line=1, why=error) == f"Line 1: {english}"
    assert FRENCH("refusals.line_refused", line=1, why=error) == f"Ligne 1{NARROW}: {french}"


def test_dates() -> None:
    assert ENGLISH.date(date(2027, 1, 14)) == "14 January 2027"
    assert FRENCH.date(date(2027, 1, 14)) == "14 janvier 2027"
    assert ENGLISH.date(date(2027, 2, 1)) == "1 February 2027"
    assert FRENCH.date(date(2027, 2, 1)) == "1er février 2027"
    assert ENGLISH.short_date(date(2026, 12, 5)) == "5\u00a0Dec"
    assert FRENCH.short_date(date(2026, 12, 5)) == "5\u00a0déc."
    assert FRENCH.short_date(date(2026, 7, 1)) == "1er\u00a0juill."


@pytest.mark.parametrize("words", [ENGLISH, FRENCH])
def test_twelve_months_differ(words: Words) -> None:
    days = [date(2027, month, 2) for month in range(1, 13)]
    assert len({words.date(day) for day in days}) == len({words.short_date(day) for day in days}) == 12


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (0, "0", "0"),
        (7, "7", "7"),
        (1234.5, "1,234.5", f"1{NARROW}234,5"),
        (1234567, "1,234,567", f"1{NARROW}234{NARROW}567"),
        (3.0, "3", "3"),
        (100.0, "100", "100"),
        (-2, "−2", "−2"),
        (-0.25, "−0.25", "−0,25"),
        (-0.0, "0", "0"),
        (0.1 + 0.2, "0.3", "0,3"),
    ],
)
def test_numbers(value: float, english: str, french: str) -> None:
    assert ENGLISH.number(value) == english
    assert FRENCH.number(value) == french


def test_a_range_of_numbers_is_told_in_each_language() -> None:
    assert [ENGLISH.range(each) for each in ("3-4", "50+", "")] == ["3–4", "50+", ""]
    assert [FRENCH.range(each) for each in ("3-4", "50+", "")] == ["3 à 4", "50+", ""]


def test_quotation_marks_and_lists() -> None:
    assert ENGLISH.quote("Done") == "“Done”"
    assert FRENCH.quote("Fait") == f"«{NARROW}Fait{NARROW}»"
    assert ENGLISH.list([]) == ""
    assert ENGLISH.list(["a"]) == "a"
    assert ENGLISH.list(["a", "b"]) == "a and b"
    assert FRENCH.list(("a", "b", "{c}")) == "a, b et {c}"
    assert ENGLISH.apart([]) == ""
    assert ENGLISH.apart(["a, b", "{next}", "c"]) == "a, b; {next}; c"
    assert FRENCH.apart(["a", "b"]) == f"a{NARROW}; b"


def test_an_area_is_read_once_when_one_of_its_keys_is_asked_for() -> None:
    words_module._area.cache_clear()
    words = Words("en")
    assert words_module._area.cache_info().currsize == 0
    words.list(["a", "b"])
    words.quote("c")
    assert words_module._area.cache_info()[:2] == (1, 1)


def test_every_word_has_both_languages_with_the_same_placeholders() -> None:
    for path in resource("words").glob("*.json"):
        for name, entry in json.loads(path.read_text(encoding="utf-8")).items():
            key = f"{path.stem}.{name}"
            assert set(entry) == set(LANGUAGES), key
            assert placeholders(entry["en"]) == placeholders(entry["fr"]), key
            for text in entry.values():
                assert isinstance(text, str) or set(text) == {"one", "other"}, key


def test_every_placeholder_can_be_filled() -> None:
    for key, language, text in every_text():
        for name in placeholders(text):
            assert re.fullmatch(r"[a-z][a-z0-9_]*", name), (key, language, name)


def test_no_word_is_empty() -> None:
    assert [(key, language) for key, language, text in every_text() if not text.strip()] == []


def test_french_words_keep_the_rules_of_typography(french_faults: Any) -> None:
    assert [
        (key, text)
        for key, language, text in every_text()
        if language == "fr" and french_faults(text) and not re.fullmatch(r"help\..*_key", key)  # what one types
    ] == []
