"""A checklist that pdf.js, the viewer of Firefox, fills in and saves still passes, and reads back what was typed."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from box_board import MemoryLedger
from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.boards.feedback.filling import sheet_of
from facilitator.boards.feedback.reading import tallies
from facilitator.catalogue import RECORD_TYPES
from facilitator.content.words import Words
from facilitator.domain.codec import Codec
from facilitator.exchange.filled_form import read_filled
from facilitator.files.filled_files import take_in
from facilitator.journal import Journal
from facilitator.packs.handing_out import write_handout
from facilitator.packs.sorts import HandoutOrder
from pdf_gate import faults, opened
from pdf_gate.cases import DAY, typical
from pdf_gate.engines import missing_for_verapdf, verapdf

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

PDFJS = Path(__file__).parents[1] / "pdfjs"
FRENCH = "« œuvre – été € »"
ANSWERS = {
    "about.name": FRENCH,
    "v1.done": True,
    "v1.owner": FRENCH,
    "v1.comment": f"{FRENCH}\nDeux lignes",
    "v2.due": "14 janvier 2027",
    "own1.step": FRENCH,
    "own.will": f"{FRENCH}\n{FRENCH}",
}
BEYOND = {
    "about.name": "Nguyễn",
    "v1.owner": "x̱ʷməθkʷəy̓əm ᐊᓂᔑᓈᐯ",
    "v1.comment": "漢字 😀 <b>œ</b>\nhttps://example.org",
}
"""Letters that the font for typing does not have."""


@pytest.fixture(scope="module", autouse=True)
def pdfjs():
    """Without pdf.js these tests are skipped; they fail where CI has made sure that it is there."""
    lacks = [] if shutil.which("node") else ["node"]
    if not (PDFJS / "node_modules" / "pdfjs-dist").is_dir():
        lacks.append(f"pdf.js (npm ci --omit=optional in {PDFJS.name})")
    if lacks and "FACILITATOR_PDFJS" in os.environ:
        pytest.fail(f"needs {' and '.join(lacks)}")
    if lacks:
        pytest.skip(f"needs {' and '.join(lacks)}")


@pytest.fixture
def saved(tmp_path):
    """Writes the checklist, has pdf.js fill it in, and gives the file that it saved."""

    def fill(answers, language="fr", paper="letter", pack="checklist") -> Path:
        blank = write_handout(typical(language), tmp_path, HandoutOrder(paper, language, pack=pack, day=DAY))
        asked, out = tmp_path / "answers.json", tmp_path / f"filled-{language}-{paper}.pdf"
        asked.write_text(json.dumps(answers), encoding="utf-8")
        command = ["node", str(PDFJS / "fill.mjs"), str(blank), str(out), str(asked)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        blank.unlink()
        return out

    return fill


def test_what_pdfjs_saved_still_passes_both_gates(saved):
    files = [saved(ANSWERS, "fr", "letter"), saved(ANSWERS, "en", "a4")]
    assert [faults(file.read_bytes()) for file in files] == [[], []]
    if "FACILITATOR_VERAPDF" in os.environ or not missing_for_verapdf():
        assert verapdf(files) == []


def test_the_very_words_come_back(saved):
    values = read_filled(saved(ANSWERS).read_bytes()).values
    assert {name: values[name].now for name in ANSWERS} == {**ANSWERS, "v1.done": "1"}
    others = set(values) - set(ANSWERS)
    assert len(others) > 150
    assert {name for name in others if values[name].now != values[name].first} == set()


def test_what_was_typed_is_seen_in_the_embedded_font(saved):
    with opened(saved(ANSWERS).read_bytes()) as paper:
        (owner,) = (each for _, each in paper.annotations if _name(each) == "v1.owner")
        fonts = owner.AP.N.Resources.Font
        assert [str(font.Subtype) for _, font in fonts.items()] == ["/TrueType"]
        assert all("/FontFile2" in font.FontDescriptor for _, font in fonts.items())
        assert FRENCH.encode("cp1252") in owner.AP.N.read_bytes().replace(b"\\", b"")


def test_it_goes_onto_the_board_in_one_step(saved):
    journal = Journal(typical("fr"), MemoryLedger(), Codec(RECORD_TYPES))
    data = saved(ANSWERS).read_bytes()
    words, asked = Words("fr"), {"board_id": None, "update": False, "dry_run": False, "comments": "signed"}
    done = take_in(data, "x.pdf", journal, words, today=DAY, **asked)
    assert not done.left_behind
    (entry,) = (each for each in journal.document.every(ChecklistEntry) if each.item == "v1")
    assert (entry.status, entry.owner) == ("done", FRENCH)
    assert entry.evidence.endswith(f"\n{FRENCH}\u202f: {FRENCH}\nDeux lignes")


def test_letters_beyond_the_font_come_back_too_and_are_still_read_aloud(saved):
    """pdf.js then leaves the look of the field to the next viewer, which PDF/A forbids and PDF/UA does not."""
    file = saved(BEYOND)
    values = read_filled(file.read_bytes()).values
    assert {name: values[name].now for name in BEYOND} == BEYOND
    assert {(each.rule, each.place.split(":")[0]) for each in faults(file.read_bytes())} == {
        ("ISO 19005-2 6.3.3", "page 1"),
        ("ISO 19005-2 6.3.3", "page 2"),
    }
    if "FACILITATOR_VERAPDF" in os.environ or not missing_for_verapdf():
        assert verapdf([file], ["ua1"]) == []


def test_a_form_without_a_name_comes_back_and_still_passes(saved):
    answers = {"useful.level": "4", "pace.level": "2", "take.comment": f"{FRENCH}\nDeux lignes"}
    file = saved(answers, "fr", "a4", "feedback")
    data = file.read_bytes()
    assert faults(data) == []
    if "FACILITATOR_VERAPDF" in os.environ or not missing_for_verapdf():
        assert verapdf([file]) == []
    sheet = sheet_of(read_filled(data))
    assert (dict(sheet.levels), dict(sheet.comments)) == (
        {"useful": 4, "pace": 2},
        {"take": answers["take.comment"]},
    )
    journal = Journal(typical("fr"), MemoryLedger(), Codec(RECORD_TYPES))
    asked = {"board_id": None, "update": False, "dry_run": False}
    assert not take_in(data, "x.pdf", journal, Words("fr"), today=DAY, **asked).left_behind
    assert tallies(journal.document, "feedback")["useful"] == (0, 3, 0, 6, 0)


def _name(widget: pikepdf.Object) -> str:
    return f"{widget.Parent.T}.{widget.T}" if "/Parent" in widget else ""
