import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.numbers import as_typed, typed_number
from facilitator.domain.refusal import EditRejected


@pytest.mark.parametrize(
    ("text", "english", "french"),
    [
        ("1234", 1234, 1234),
        ("1,234.5", 1234.5, 1234.5),
        ("1\u202f234,5", 1234.5, 1234.5),
        ("1 234 567", 1234567, 1234567),
        ("12\u00a0000", 12000, 12000),
        ("1,234", 1234, 1.234),
        ("1.234", 1.234, 1.234),
        ("0,5", 0.5, 0.5),
        (",5", 0.5, 0.5),
        (".5", 0.5, 0.5),
        ("\u22123", -3, -3),
        ("-3,25", -3.25, -3.25),
        ("+7", 7, 7),
        ("-0", 0, 0),
        ("  8 ", 8, 8),
        (" ", None, None),
    ],
)
def test_numbers_are_read_in_either_language(text, english, french):
    assert typed_number(text, "en") == english
    assert typed_number(text, "fr") == french


@pytest.mark.parametrize("text", ["forty", "1 2", "1,2,3", "1.2.3", "12 $", "nan", "inf", "1e5", "0x1", ".", "-", "٣"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_no_number_is_refused(text, language):
    example = {"en": "1,234.5", "fr": "1\u00a0234,5"}[language]
    with pytest.raises(EditRejected) as refused:
        typed_number(text, language)
    assert (refused.value.key, refused.value.values) == ("number_unreadable", {"text": text, "example": example})


def test_a_percent_sign_belongs_to_the_unit():
    for text in ("40 %", "40%", "% 40"):
        with pytest.raises(EditRejected) as refused:
            typed_number(text, "en")
        assert refused.value.key == "number_percent"


def test_digits_that_would_be_lost_are_refused():
    assert typed_number("123456789012345", "en") == 123456789012345
    with pytest.raises(EditRejected) as refused:
        typed_number("0.1234567890123456", "en")
    assert refused.value.values["limit"] == 15


@given(st.decimals(-(10**9), 10**9, places=6), st.sampled_from(["en", "fr"]))
def test_what_is_shown_reads_back_the_same(value, language):
    number = float(value) + 0.0
    assert typed_number(as_typed(number, language), language) == number
    assert as_typed(None, language) == ""
