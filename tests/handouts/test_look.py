"""A client's colour and logo on paper: words stay readable, the file stays accessible."""

import io
from datetime import date

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.content.theme import contrast
from facilitator.content.words import Words
from facilitator.exchange.logo import logo_of
from facilitator.handouts.look import HEADINGS, HOUSE, SMALL_WORDS, Look
from facilitator.handouts.styles import ACCENT, HEADING, TINT
from facilitator.packs.handing_out import make_handout
from facilitator.packs.sorts import HandoutOrder
from facilitator.workshop.branding import set_brand
from paper import Handout
from pdf_gate import faults
from pdf_gate.cases import typical
from pictures import picture

DAY = date(2026, 11, 22)


@given(st.integers(0, 0xFFFFFF))
def test_words_and_headings_have_contrast_enough_in_any_colour(colour):
    look = Look(f"#{colour:06x}")
    assert min(contrast(look.words, paper) for paper in ("#FFFFFF", TINT)) >= SMALL_WORDS
    assert min(contrast(look.headings, paper) for paper in ("#FFFFFF", TINT)) >= HEADINGS


def test_a_colour_that_has_contrast_enough_is_taken_as_it_is_and_the_house_keeps_its_own():
    assert Look("#7a1f5c").words == "#7A1F5C"
    assert (HOUSE.inks[ACCENT], HOUSE.inks[HEADING]) == (ACCENT, HEADING)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_cover_shows_the_logo_and_the_colour_and_stays_accessible(language, tmp_path):
    document = typical(language)
    branded = document.after(set_brand(document, "#ffcc00", logo_of(picture(), "arms.png"), "The arms of Maple Bay"))
    data = pack(branded, language)
    assert faults(data) == []
    assert len(data) < 300_000
    assert data == pack(branded, language)
    handout, plain = (handout_of(each, tmp_path) for each in (data, pack(document, language)))
    assert handout.tree().every("Figure")[0].alt == "The arms of Maple Bay"
    (cover, *pages), (plain_cover, *plain_pages) = handout.page_words(), plain.page_words()
    assert pages == plain_pages
    assert set(cover.split("\r\n")) <= set(plain_cover.split("\r\n"))  # a logo may leave room for parts only
    assert Words(language)("handouts.how_to_use") in " ".join(handout.page_words()[0].split("\r\n"))


def test_the_house_colours_give_way_to_the_clients(tmp_path):
    document = typical("en")
    plain, branded = (
        colours_in(pack(each, "en", pack="agenda"))
        for each in (document, document.after(set_brand(document, "#7a1f5c", "", "")))
    )
    assert ACCENT.upper() in plain
    assert not {ACCENT.upper(), HEADING.upper()} & branded
    assert "#7A1F5C" in branded


def pack(document, language, **options):
    return make_handout(document, HandoutOrder("letter", language, day=DAY, **options)).pdf


def handout_of(data, folder):
    path = folder / f"{len(list(folder.iterdir()))}.pdf"
    path.write_bytes(data)
    return Handout(path)


def colours_in(data):
    """The colours that anything is filled with."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        filled = [
            operands
            for page in pdf.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "rg"
        ]
    return {"#" + "".join(f"{round(255 * float(each)):02X}" for each in operands) for operands in filled}
