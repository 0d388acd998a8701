"""Text is as wide as Qt draws it, and wraps into the fewest and most even lines."""

import os
import re
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication

from facilitator.content import typeface
from facilitator.content.faces import FACES, drawn_by
from facilitator.content.resources import resource
from facilitator.content.typeface import width, wrap

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

FILES = sorted(resource("fonts").glob("*.ttf"))
STYLES = list(product((False, True), repeat=2))
FRENCH = "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ«»‹›’“”–—…€°\u00a0\u202f\u2011" + "".join(map(chr, range(0x20, 0x7F)))
DRAWN = sorted(set().union(*(drawn_by(path.name) for path in FILES)))
PHRASES = [
    "Mairie de Saint-Étienne-de-Bolton",
    "Objectif\u202f: l’œuvre «\u202fnumérique\u202f» – été 2026",
    "Nguyễn Thị Ánh, Trần Đức",
    "ᐃᓄᒃᑎᑐᑦ ᓄᓇᕗᑦ ᓄᓇᓕᖕᓂ",
    "≤ 4 ≥ 2 → ✓ ☐ ☑ № 50 %",
    "E\u0301quipe de\u0301veloppement",
]


# --- width


@pytest.fixture(scope="module")
def qt_width(qapp: QGuiApplication) -> Iterator[Callable[..., float]]:
    """Measures as Qt draws: the families of FACES, unkerned and unhinted."""
    loaded = [QFontDatabase.addApplicationFont(str(path)) for path in FILES]
    assert -1 not in loaded

    def measure(text: str, size: int, *, bold: bool = False, italic: bool = False) -> float:
        font = QFont()
        font.setFamilies([face.family for face in FACES])
        font.setPixelSize(size)
        font.setBold(bold)
        font.setItalic(italic)
        font.setKerning(False)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return QFontMetricsF(font).horizontalAdvance(text)

    yield measure
    for font in loaded:
        QFontDatabase.removeApplicationFont(font)


@pytest.mark.parametrize(("bold", "italic"), STYLES)
@pytest.mark.parametrize("size", [18, 24, 40])
def test_phrases_are_as_wide_as_qt_draws_them(
    qt_width: Callable[..., float], size: int, bold: bool, italic: bool
) -> None:
    for phrase in PHRASES:
        drawn = qt_width(phrase, size, bold=bold, italic=italic)
        measured = width(phrase, size, bold=bold, italic=italic)
        assert drawn <= measured * 1.0005, phrase
        assert measured <= drawn * 1.005, phrase


@pytest.mark.parametrize(("bold", "italic"), STYLES)
def test_every_character_is_as_wide_as_qt_draws_it(qt_width: Callable[..., float], bold: bool, italic: bool) -> None:
    for char in DRAWN:
        drawn = qt_width(char, 100, bold=bold, italic=italic)
        assert width(char, 100, bold=bold, italic=italic) == pytest.approx(drawn, rel=0.005, abs=1 / 32), char


@given(st.text(st.sampled_from(DRAWN) | st.sampled_from(FRENCH), max_size=40), st.booleans())
def test_no_text_is_drawn_wider_than_measured(qt_width: Callable[..., float], text: str, bold: bool) -> None:
    assert qt_width(text, 64, bold=bold) <= width(text, 64, bold=bold) * 1.005 + 1 / 32


def test_emoji_are_not_drawn_wider_than_measured(qt_width: Callable[..., float]) -> None:
    for text in ("😀", "👍🏽", "👩‍👩‍👧", "❤️", "1️⃣", "☑️", "🇨🇦", "⏰"):
        assert qt_width(text, 24) <= width(text, 24), text


def test_what_is_not_seen_has_no_width_and_what_nobody_has_takes_an_em() -> None:
    assert width("", 20) == 0
    assert width("e\u0301\u200d\u200b\u00ad\ufeff", 20) == width("e", 20)
    assert width("漢", 20) == 20
    assert width("漢" * 3, 10, bold=True) == 30


def test_width_grows_with_size_and_weight() -> None:
    assert width("Mairie", 40) == pytest.approx(2 * width("Mairie", 20))
    assert width("Mairie", 20, bold=True) > width("Mairie", 20)


def test_a_space_in_french_punctuation_is_narrow() -> None:
    assert width("\u202f", 100) == width(" ", 100) / 2
    assert width("\u2011", 100) == width("-", 100)


def test_the_line_holds_what_qt_says(qt_width: Callable[..., float]) -> None:
    font = QFont(FACES[0].family)
    font.setPixelSize(1000)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    seen = QFontMetricsF(font)
    assert typeface.ascent(1000) == pytest.approx(seen.ascent(), abs=1)
    assert typeface.descent(1000) == pytest.approx(seen.descent(), abs=1)
    assert typeface.x_height(1000) == pytest.approx(seen.xHeight(), abs=1)
    assert typeface.cap_height(1000) == pytest.approx(seen.capHeight(), abs=1)
    assert typeface.line_height(1000) == 1200


# --- wrap

WORDS = st.text(st.sampled_from("aeiIMWé\u0301ễᐃ😀-/–«»:?\u202f\u00a0\u200d漢") | st.characters(), max_size=15)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)
SIZES = st.sampled_from([9.5, 11, 18, 24.7])
WIDTHS = st.floats(0, 400)


def unspaced(text: str) -> str:
    return re.sub(r"\s", "", text)


def characters(text: str) -> int:
    return len(typeface._characters(text))


@given(TEXTS, SIZES, WIDTHS, st.booleans())
def test_lines_give_the_text_back_and_fit(text: str, size: float, room: float, bold: bool) -> None:
    lines = wrap(text, size, room, bold=bold)
    assert unspaced("".join(lines)) == unspaced(text)
    for line in lines:
        assert line
        assert line == line.strip()
        assert width(line, size, bold=bold) <= room or characters(line) == 1


@given(TEXTS, SIZES, WIDTHS, st.integers(1, 4))
def test_cut_lines_fit_and_begin_as_the_text_does(text: str, size: float, room: float, most: int) -> None:
    lines = wrap(text, size, room, max_lines=most)
    whole = wrap(text, size, room)
    if len(whole) <= most:
        assert lines == whole
        return
    assert len(lines) == most
    assert lines[-1].endswith("…")
    assert unspaced(text).startswith(unspaced("".join(lines)).removesuffix("…"))
    for line in lines:
        assert width(line, size) <= room or characters(line) == 1


@given(TEXTS, SIZES, WIDTHS)
def test_wrapping_is_repeatable(text: str, size: float, room: float) -> None:
    assert wrap.__wrapped__(text, size, room) == wrap(text, size, room)


@given(st.lists(st.text("abcMW", min_size=1, max_size=8), min_size=1, max_size=7), st.floats(70, 200))
def test_no_other_breaks_at_spaces_are_better(words: list[str], room: float) -> None:
    lines = wrap(" ".join(words), 12, room)
    best = None
    for count in range(len(words)):
        for cuts in combinations(range(1, len(words)), count):
            ends = [0, *cuts, len(words)]
            split = [" ".join(words[a:b]) for a, b in pairwise(ends)]
            widest = max(width(line, 12) for line in split)
            if widest <= room and (best is None or widest < best):
                best = widest
        if best is not None:
            break
    if best is not None:
        assert len(lines) == count + 1
        assert max(width(line, 12) for line in lines) == best


def test_one_line_when_it_just_fits() -> None:
    for text in PHRASES:
        for size in (9.3, 18, 23.1):
            assert wrap(text, size, width(text, size)) == (text,)


def test_lines_are_balanced() -> None:
    assert wrap("Ministère des Affaires municipales et de l’Habitation", 18, 300) == (
        "Ministère des Affaires",
        "municipales et de l’Habitation",
    )


def test_breaks_after_hyphens_and_slashes_between_words_only() -> None:
    assert wrap("Saint-Jean-sur-Richelieu", 18, 120) == ("Saint-Jean-", "sur-Richelieu")
    assert wrap("Finances/Ressources", 18, 120) == ("Finances/", "Ressources")
    assert wrap("Your e-mail", 18, 60) == ("Your", "e-mail")
    assert wrap("Call 613-555-0123", 18, 120) == ("Call", "613-555-0123")


def test_french_punctuation_stays_with_its_word() -> None:
    assert wrap("Pour qui ?", 18, 60) == ("Pour", "qui ?")
    assert wrap("Le « mot » dit", 18, 70) == ("Le", "« mot »", "dit")
    assert wrap("Pour qui\u202f?", 18, 60) == ("Pour", "qui\u202f?")
    assert wrap("qui ?", 18, 25) == ("qui", "?"), "but rather this than a broken word"


def test_long_words_break_between_characters() -> None:
    assert wrap("anticonstitutionnellement", 18, 130) == ("anticonstituti", "onnellement")
    assert wrap("e\u0301e\u0301", 18, 12) == ("e\u0301", "e\u0301")
    assert wrap("👩‍👩‍👧👍🏽", 18, 1) == ("👩‍👩‍👧", "👍🏽")


def test_blank_text_gives_no_lines() -> None:
    assert wrap("", 18, 100) == wrap(" \n\t ", 18, 100) == wrap("\u00a0\u202f", 18, 100) == ()


def test_text_over_max_lines_is_cut() -> None:
    text = "Direction des communications et des relations avec les citoyens"
    assert wrap(text, 18, 220, max_lines=2) == ("Direction des", "communications et des re…")
    assert wrap(text, 18, 2000, max_lines=2) == (text,)
    assert wrap(text, 18, 2, max_lines=1) == ("…",)


@pytest.mark.parametrize(("size", "most"), [(0, None), (-1, None), (float("nan"), None), (18, 0)])
def test_sizes_and_lines_that_make_no_sense_are_refused(size: float, most: int | None) -> None:
    with pytest.raises(ValueError, match="can't be wrapped"):
        wrap("text", size, 100, max_lines=most)


def test_hostile_text_is_wrapped_in_time() -> None:
    assert len(wrap("? " * 5000, 18, 5)) == 5000
    assert unspaced("".join(wrap("x" * 5000, 18, 90))) == "x" * 5000
    assert len(wrap("e" + "\u0301" * 5000, 18, 5)) == 1
    assert wrap("a b", 18, float("inf")) == ("a b",)
    assert wrap("a b", 18, -5) == ("a", "b")
