"""Pages drawn as images by the one thread that may: sharp as asked for, with what stands in their fields."""

import io
from concurrent.futures import wait

import pikepdf
import pytest

from facilitator.handouts import kit
from facilitator.handouts.pack import Part, pack_of
from facilitator.handouts.pages_drawn import close_pages, drawn_page, page_sizes
from facilitator.packs.handing_out import make_handout
from facilitator.packs.sorts import HandoutOrder
from pdf_gate.cases import CASES, DAY


@pytest.fixture(scope="module")
def checklist():
    return make_handout(CASES["typical"]("en"), HandoutOrder("letter", "en", pack="checklist", day=DAY)).pdf


def test_a_page_is_as_large_as_asked_for_and_says_its_words(checklist):
    drawn = drawn_page(checklist, 2, 144).result()
    assert (drawn.width, drawn.height) == (1224, 1584)
    assert len(drawn.pixels) == drawn.stride * drawn.height
    assert "Page 2 of 7" in drawn.text


def test_what_stands_in_fields_is_drawn(checklist):
    with pikepdf.open(io.BytesIO(checklist)) as pdf:
        ink = drawn_page(checklist, 3, 72).result().pixels
        for page in pdf.pages:
            if "/Annots" in page:
                del page.Annots
        bare = io.BytesIO()
        pdf.save(bare)
    assert drawn_page(bare.getvalue(), 3, 72).result().pixels != ink


def test_pages_on_their_side_are_wider_than_high(about):
    part = Part("Wide", lambda words, width: [kit.new_page(wide=True), kit.heading("Wide", 1)])
    assert page_sizes(pack_of([part], about, "letter", "en").data).result() == ((612, 792), (792, 612))


@pytest.mark.parametrize("number", [0, 8])
def test_a_page_that_is_not_there_is_an_error(checklist, number):
    with pytest.raises(IndexError):
        drawn_page(checklist, number, 72).result()


def test_many_at_once_come_one_after_the_other(checklist, about):
    other = pack_of([Part("x", lambda words, width: [kit.heading("Other", 1)])], about, "a4", "en").data
    asked = [drawn_page(pdf, 1, 40) for _ in range(6) for pdf in (checklist, other)]
    wait(asked)
    assert {each.result().text for each in asked[1::2]} == {asked[1].result().text}
    assert asked[0].result().text != asked[1].result().text
    close_pages().result()
