"""What may stand in a name, and what is refused with its place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.refusal import EditRejected
from facilitator.domain.words_of_people import NAME_LIMIT, name, note


@pytest.mark.parametrize("text", ["<img src=x>", "<b", "R&D", "=1+1", "👩‍👩‍👧 families", "Żółw", "العربية"])
def test_text_stays_as_it_was_typed(text):
    assert name(text) == text


@pytest.mark.parametrize(("typed", "kept"), [("  a \t b\n", "a b"), ("Cafe\u0301", "Café"), ("\u00a0x\u202f", "x")])
def test_blanks_and_accents_are_tidied(typed, kept):
    assert name(typed) == kept


@pytest.mark.parametrize(
    ("text", "key", "values"),
    [
        ("", "name_empty", {}),
        (" \t\n ", "name_empty", {}),
        ("\u200b", "name_empty", {}),
        ("x" * 10_000, "name_too_long", {"count": 10_000, "limit": NAME_LIMIT}),
        ("ab\x00c", "name_control", {"column": 3}),
        ("\u202egnp.exe", "name_control", {"column": 1}),
        ("\udc80", "name_control", {"column": 1}),
    ],
)
def test_what_cannot_stand_is_refused_with_its_place(text, key, values):
    with pytest.raises(EditRejected) as refusal:
        name(text)
    assert (refusal.value.key, dict(refusal.value.values)) == (key, values)


@given(st.text(max_size=300))
def test_a_kept_name_is_one_clean_line_and_stays_the_same(text):
    try:
        kept = name(text)
    except EditRejected:
        return
    assert name(kept) == kept
    assert "\n" not in kept
    assert kept == unicodedata.normalize("NFC", kept)
    kept.encode()


def test_a_note_keeps_its_lines():
    assert note(" a\r\nb\rc ") == "a\nb\nc"
    assert note("") == ""
