import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.content import typeface
from facilitator.content.faces import face_for
from facilitator.handouts import text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<b>R&D</b> </para> =1+1", "<b>R&D</b> </para> =1+1"),
        ("Bravo 😀", "Bravo [grinning face]"),
        ("🇨🇦", "[regional indicator symbol letter c, a]"),
        ("🚀אב🙂", "[rocket, hebrew letter alef, bet, slightly smiling face]"),
        ("👍🏽👩‍💻", "[thumbs up sign, woman, personal computer]"),
        ("שלום", "[hebrew letter shin, lamed, vav, final mem]"),
        ("a\ud800b\u202ec\x00d\u200be", "abcde"),
        ("e\u0301", "é"),
        ("Qui ?\tQuand\u202f?", "Qui ? Quand\u202f?"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        (" \u3000 ", ""),
        ("\u0483 \ufe0f", "[combining cyrillic titlo, variation selector-16]"),
        ("", ""),
    ],
)
def test_text_is_shown_as_typed_or_named(typed, shown):
    assert text.drawable(typed) == shown


@given(st.text())
def test_whatever_is_typed_each_character_shown_has_a_face(typed):
    shown = text.drawable(typed)
    assert all(face_for(char) or char in " \n" for char in shown)
    assert "".join(run.text for line in shown.split("\n") for run in text.runs(line)) == shown.replace("\n", "")
    assert text.drawable(shown) == shown


@given(st.text(), st.floats(20, 400), st.booleans())
def test_lines_fit_and_keep_every_letter(typed, width, bold):
    shown = text.drawable(typed)
    lines = text.lines(shown, 11, width, bold=bold)
    assert "".join("".join(lines).split()) == "".join(shown.split())
    assert all(typeface.width(line.rstrip(" "), 11, bold=bold) <= width + 1e-6 for line in lines)


def test_lines_are_filled_and_french_punctuation_stays_with_its_word():
    assert text.lines("one two three four", 10, typeface.width("one two three", 10)) == ("one two three ", "four")
    width = typeface.width("Pourquoi les permis", 10)
    assert text.lines("Pourquoi les permis ?", 10, width) == ("Pourquoi les ", "permis ?")
    assert text.lines("Pourquoi les permis\u202f?", 10, width) == ("Pourquoi les ", "permis\u202f?")


def test_a_bold_run_falls_back_to_a_bold_face():
    regular = [run.font for run in text.runs("Nguyễn ᐊᓂ → ok")]
    bold = [run.font for run in text.runs("Nguyễn ᐊᓂ → ok", bold=True)]
    assert all("Regular" in font for font in regular)
    assert all("Bold" in font for font in bold)
    assert len(set(bold)) == 3


def test_a_letter_and_its_mark_come_from_one_face():
    runs = list(text.runs(unicodedata.normalize("NFC", "x\u0331")))
    assert len(runs) == 1


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org/a?b=c&d", "https://example.org/a?b=c&d"),
        ("HTTP://example.org/été", "HTTP://example.org/%C3%A9t%C3%A9"),
        ("mailto:clerk@example.org", "mailto:clerk@example.org"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("java\nscript:https://x", None),
        ('https://x" onclick="', None),
        ("example.org", None),
    ],
)
def test_only_web_and_mail_addresses_are_linked(typed, address):
    assert text.web_address(typed) == address


def test_plain_text_for_bookmarks_and_metadata_is_one_clean_line():
    assert text.plain("A\ud800 <b>\n\u202e B\x07  😀") == "A <b> B 😀"


def test_a_mark_that_no_face_has_does_not_part_a_letter_from_the_next_mark():
    assert text.drawable("A\u0347\u0323") == "\u1ea0"


def test_a_space_at_which_a_word_too_wide_is_broken_all_the_same_is_kept():
    typed = "Ģ<#GíŗĐ×có« aùŗhũ8«<£#òĴYFüŏŋ"
    for width in range(20, 200, 5):
        assert "".join(text.lines(typed, 10, width)) == typed
