"""The checklist as a document of its own."""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boards.checklist.lists import document
from engagements import founding
from facilitator.boards.checklist.model import STATUSES, ChecklistEntry
from facilitator.boards.checklist.view import entry_id
from facilitator.content import checklist as content
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement
from facilitator.domain.record import Record
from facilitator.domain.refusal import StoreError
from facilitator.exchange.filled_form import document_mark
from facilitator.handouts.text import held
from facilitator.packs.handing_out import write_handout
from facilitator.packs.sorts import HandoutOrder

DAY = date(2027, 1, 15)
HOSTILE = "</para> <b>x</b> \U0001f600 ( \\ œuvre – été € "
PAGES = 7  # where things stand, five phases, one's own


def noted(held: Document, **fields) -> Document:
    """The checklist with the same noted of every item."""
    entries = [
        ChecklistEntry(id=entry_id("c", each.id), board_id="c", item=each.id, **fields) for each in content.items()
    ]
    return put(held, *entries)


def put(held: Document, *records: Record) -> Document:
    return held.after(Change("add", adding(records)))


CASES = {
    "empty": document(),
    "under way": noted(document(), status="under_way"),  # the longest notes
    "hostile": noted(document(), status="under_way", owner=HOSTILE * 4, due=DAY, evidence=HOSTILE * 40),
    "not for us": noted(document(), status="not_for_us", reason="We buy nothing"),
    "done": noted(document(), status="done", owner="Clerk", evidence="Minutes"),
}


def made(folder: Path, held: Document, language="en", paper="letter", **more) -> Path:
    return write_handout(held, folder, HandoutOrder(paper, language, pack="checklist", day=DAY, **more))


class Held(NamedTuple):
    """A field as a file holds it."""

    value: str
    tip: str
    wide: float
    high: float
    choices: list[str]


def fields(path: Path) -> dict[str, Held]:
    """The fields by their names."""
    with pikepdf.open(path) as pdf:
        return {
            f"{group.T}.{each.T}": Held(
                str(each.V),
                str(each.TU),
                float(each.Rect[2] - each.Rect[0]),
                float(each.Rect[3] - each.Rect[1]),
                [str(choice) for choice in each.get("/Opt", [])],
            )
            for group in pdf.Root.AcroForm.Fields
            for each in group.Kids
        }


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_phase_fills_one_page(tmp_path, case, language, paper):
    with pypdfium2.PdfDocument(made(tmp_path, CASES[case], language, paper)) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    assert len(pages) == PAGES
    for phase, page in zip(content.phases(), pages[1:-1], strict=True):
        assert phase.name.within(language) in page
        assert all(f"\n{item.id}" in page for item in phase.items)


def test_every_item_has_its_four_fields_with_what_is_noted(tmp_path):
    done = ChecklistEntry(
        id="c.v2", board_id="c", item="v2", status="done", owner="Greffe", due=DAY, evidence="Minutes\nof January"
    )
    other = ChecklistEntry(id="c.p4", board_id="c", item="p4", status="not_for_us", reason="We buy nothing")
    found = fields(made(tmp_path, put(document(), done, other)))
    assert {f"{item.id}.{part}" for item in content.items() for part in ("done", "owner", "due", "comment")} <= set(
        found
    )
    told = {name: found[name].value for name in ("v2.done", "v2.owner", "v2.due", "v2.comment", "v1.done", "v1.owner")}
    assert told == {
        "v2.done": "/Yes",
        "v2.owner": "Greffe",
        "v2.due": "2027-01-15",
        "v2.comment": "Minutes\nof January",
        "v1.done": "/Off",
        "v1.owner": "",
    }
    assert (found["p4.done"].value, found["p4.comment"].value) == ("/Off", "We buy nothing")


@pytest.mark.parametrize(("language", "begins"), [("en", "In place"), ("fr", "En place")])
def test_what_belongs_into_a_field_is_said_once_and_in_the_language_of_the_file(tmp_path, language, begins):
    found = fields(made(tmp_path, document(), language))
    tips = [each.tip for each in found.values()]
    assert len(set(tips)) == len(tips) == 4 * len(content.items()) + 4 + 4 * 10 + 2
    item = content.item("d4").text.within(language)
    assert found["d4.done"].tip.startswith(begins)
    assert found["d4.done"].tip.endswith(f"d4{nbsp(language)}: {item}")
    assert not set(tips) & set(found)


def nbsp(language: str) -> str:
    return "\u202f" if language == "fr" else ""


def test_boxes_to_tick_are_large(tmp_path):
    boxes = [each for name, each in fields(made(tmp_path, document())).items() if name.endswith(".done")]
    assert len(boxes) == len(content.items()) + 10
    assert min(box.wide for box in boxes) >= 16
    assert min(box.high for box in boxes) >= 16


def test_a_filled_file_can_be_recognized_and_names_nobody(tmp_path):
    with pikepdf.open(made(tmp_path, document())) as pdf:
        mark = str(pdf.docinfo["/FacilitatorDocument"])
        assert mark == document_mark("checklist", "1", document().get(Engagement, "engagement").title, "c")
    assert re.fullmatch(r"checklist/1/@[0-9a-f]{8}/c", mark)


def test_the_first_page_tells_the_next_days_or_has_room_for_notes(tmp_path):
    days = (("v1", "under_way", 9), ("v2", "done", 1), ("v3", "not_started", 2))
    entries = [
        ChecklistEntry(id=f"c.{item}", board_id="c", item=item, status=status, due=date(2027, 2, day))
        for item, status, day in days
    ]
    dated = put(document(), *entries)
    words = Words("en")
    with pypdfium2.PdfDocument(made(tmp_path, dated)) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    assert text.index("v3 Link to council") < text.index("v1 State the problem")
    assert "v2 Write" not in text
    assert words("checklist.next_up") in text
    assert "about.notes" not in fields(made(tmp_path, dated))
    assert "about.notes" in fields(made(tmp_path, document()))


def test_the_page_of_ones_own_offers_every_item(tmp_path):
    found = fields(made(tmp_path, document(), "fr"))
    assert len(found["own10.item"].choices) == len(content.items())
    assert found["own10.item"].choices[0].startswith("v1 · Énoncer")


def test_the_same_checklist_has_the_same_bytes(tmp_path):
    one, other = (made(tmp_path, CASES["hostile"], "fr", "a4").read_bytes() for _ in range(2))
    assert one == other


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=60), min_size=20, max_size=20))
def test_whatever_people_wrote_is_held_and_drawn_in_the_house_fonts(tmp_path, texts):
    entries = [
        ChecklistEntry(id=entry_id("c", item.id), board_id="c", item=item.id, owner=text, evidence=text)
        for item, text in zip(content.items(), texts, strict=False)
    ]
    path = made(tmp_path, put(document(), *entries), "fr", "a4")
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            for widget in page.obj.get("/Annots", []):
                if widget.FT != "/Btn":
                    names = {str(font.BaseFont) for font in widget.AP.N.Resources.Font.values()}
                    assert all("Atkinson" in name or "Facilitator" in name or "Aboriginal" in name for name in names)
    found = fields(path)
    for item, text in zip(content.items(), texts, strict=False):
        assert found[f"{item.id}.comment"].value == held(text)
    path.unlink()


def test_without_a_checklist_and_with_several_there_is_a_sentence_and_no_file(tmp_path):
    def refused(held: Document, **more) -> StoreError:
        with pytest.raises(StoreError) as refusal:
            made(tmp_path, held, **more)
        assert list(tmp_path.iterdir()) == []
        return refusal.value

    assert refused(Document().after(founding())).key == "nothing_to_fill_in"
    second = put(document(), Board(id="d", number=2, kind="checklist", title="Another"))
    several = refused(second)
    assert several.key == "several_to_fill_in"
    assert several.values["boards"] == "Checklist (c), Another (d)"
    assert "Checklist (c)" in Words("fr")("refusals.several_to_fill_in", **several.values)
    assert made(tmp_path, second, board_id="d").exists()


def test_the_status_of_an_item_is_told(tmp_path):
    for status in STATUSES:
        with pypdfium2.PdfDocument(made(tmp_path, noted(document(), status=status))) as pdf:
            text = pdf[1].get_textpage().get_text_range()
        told = f"{content.status(status).name.en}."
        assert (told in text) == (status in ("under_way", "not_for_us"))
