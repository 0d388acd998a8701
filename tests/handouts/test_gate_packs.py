"""Every pack in both languages, on both papers, of engagements that are empty, usual, huge and hostile, at the gate."""

import os
import subprocess
import sys
from functools import cache

import pytest

from facilitator.boards.listed import boards_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.refusal import StoreError
from facilitator.exchange.logo import logo_of
from facilitator.files.board_files import write_board
from facilitator.packs.catalogue import PACKS
from facilitator.packs.handing_out import write_handout
from facilitator.packs.sorts import HandoutOrder
from facilitator.workshop.branding import set_brand
from pdf_gate import faults, opened
from pdf_gate.cases import CASES, DAY, whose
from pdf_gate.instrument_case import every_instrument, every_kind
from pdf_gate.said import read, said
from pictures import picture

REFUSED = ("nothing_in_report", "no_session", "person_wanted", "no_lesson", "no_certificate", "no_certificate_in")
"""What is right where there is nothing to tell."""
LARGEST = 300_000  # bytes of a pack of usual length
FAST = {("typical", "en", "letter"), ("hostile", "fr", "a4")}
MATRIX = [
    pytest.param(case, pack, language, paper, marks=() if (case, language, paper) in FAST else pytest.mark.slow)
    for case in CASES
    for pack in PACKS
    for language in ("en", "fr")
    for paper in ("letter", "a4")
]


@cache
def document_of(case: str, language: str) -> Document:
    return CASES[case](language)


def written(folder, case, pack, language, paper) -> bytes | None:
    """The file, None where there is rightly nothing for this pack."""
    document = document_of(case, language)
    try:
        return write_handout(
            document, folder, HandoutOrder(paper, language, pack=pack, day=DAY, **whose(document, pack))
        ).read_bytes()
    except StoreError as refusal:
        if case != "empty" or refusal.key not in REFUSED or list(folder.iterdir()):
            raise
        return None


@pytest.mark.parametrize(("case", "pack", "language", "paper"), MATRIX)
def test_every_pack_passes_the_gate(tmp_path, case, pack, language, paper):
    data = written(tmp_path, case, pack, language, paper)
    if data is None:
        return
    assert faults(data) == []
    assert case == "huge" or len(data) < LARGEST


@pytest.mark.slow
@pytest.mark.parametrize("case", ["empty", "typical", "hostile"])
def test_every_board_on_its_own_passes_the_gate(tmp_path, case):
    document, words = document_of(case, "en"), Words("en")
    for board in boards_of(document):
        out = tmp_path / f"{board.id}.pdf"
        write_board(document, board.id, out, ".pdf", words, audience="participants", replace=False)
        assert faults(out.read_bytes()) == [], board.id


@pytest.mark.slow
@pytest.mark.parametrize("made", [every_kind, every_instrument])
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("pack", ["participants", "report", "prep", "checklist"])
def test_a_board_of_every_kind_and_instrument_passes_the_gate(tmp_path, made, language, pack):
    document, passed = made(language), 0
    for board in boards_of(document):
        try:
            path = write_handout(
                document, tmp_path, HandoutOrder("letter", language, pack=pack, board_id=board.id, day=DAY)
            )
        except StoreError as refusal:
            if refusal.key not in ("nothing_in_report", "nothing_to_prepare", "nothing_to_fill_in"):
                raise
            continue
        assert faults(path.read_bytes()) == [], board.id
        assert path.stat().st_size < LARGEST
        passed += 1
    assert passed or (pack, made) == ("report", every_kind)


VARIANTS = {
    "first page": {"pages": "1"},
    "second page": {"pages": "2"},
    "anonymous": {"anonymous": True},
    "with a logo": {},
}


@pytest.mark.slow
@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(("case", "language", "paper"), [("typical", "fr", "letter"), ("hostile", "en", "a4")])
@pytest.mark.parametrize("pack", PACKS)
def test_every_variant_of_every_pack_passes_the_gate(tmp_path, case, pack, language, paper, variant):
    document = document_of(case, language)
    if variant == "with a logo":
        document = document.after(set_brand(document, "#ffcc00", logo_of(picture(), "arms.png"), "The <b>arms</b>"))
    options = {"pack": pack, "day": DAY, **whose(document, pack), **VARIANTS[variant]}
    try:
        data = write_handout(document, tmp_path, HandoutOrder(paper, language, **options)).read_bytes()
    except StoreError as refusal:  # it has one page, or is for the facilitator alone
        if (variant, refusal.key) not in {("second page", "page_beyond"), ("anonymous", "anonymous_private")}:
            raise
        return
    assert faults(data) == []
    assert len(data) < LARGEST
    again = tmp_path / "again"
    again.mkdir()
    assert write_handout(document, again, HandoutOrder(paper, language, **options)).read_bytes() == data


@pytest.mark.slow
@pytest.mark.parametrize("pack", PACKS)
def test_what_pictures_fields_and_links_say_is_in_the_language_of_the_pack(tmp_path, pack):
    told = []
    for language in ("en", "fr"):
        folder = tmp_path / language
        folder.mkdir()
        with opened(written(folder, "typical", pack, language, "letter")) as paper:
            alternatives = {each.alt for each in paper.elements if " " in each.alt}
            told.append(alternatives | {str(each.get("/TU", "")) for _, each in paper.annotations} - {""})
    assert not told[0] & told[1]
    assert bool(told[0]) == bool(told[1])


@pytest.mark.slow
@pytest.mark.parametrize(("case", "language", "paper"), [("typical", "en", "letter"), ("hostile", "fr", "a4")])
@pytest.mark.parametrize("pack", PACKS)
def test_the_same_pack_has_the_same_bytes(tmp_path, case, pack, language, paper):
    assert written(tmp_path, case, pack, language, paper) == written(tmp_path, case, pack, language, paper)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_every_pack_has_the_same_bytes_in_another_process_at_another_place(tmp_path):
    """Neither the order of sets, nor the time zone, nor the place is in a file."""
    found = []
    for place, (seed, zone) in enumerate((("1", "America/Toronto"), ("2", "Asia/Tokyo"))):
        folder = tmp_path / str(place)
        folder.mkdir()
        told = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        subprocess.run([sys.executable, "-c", ALL_PACKS, str(folder)], check=True, env=told)
        found.append({file.name: file.read_bytes() for file in folder.glob("*.pdf")})
    assert len(found[0]) == 2 * len(PACKS)
    assert found[0] == found[1]


ALL_PACKS = """
import sys
from pathlib import Path
from facilitator.packs.handing_out import write_handout
from facilitator.packs.catalogue import PACKS
from facilitator.packs.sorts import HandoutOrder
from pdf_gate.cases import DAY, typical, whose
for language in ("en", "fr"):
    document = typical(language)
    for pack in PACKS:
        order = HandoutOrder("letter", language, pack=pack, day=DAY, **whose(document, pack))
        write_handout(document, Path(sys.argv[1]), order)
"""


@pytest.mark.slow
@pytest.mark.parametrize(("case", "language"), [("typical", "en"), ("typical", "fr"), ("hostile", "en")])
@pytest.mark.parametrize("pack", PACKS)
def test_what_is_read_aloud_is_what_was_to_be_said(tmp_path, case, pack, language):
    with opened(written(tmp_path, case, pack, language, "letter")) as paper:
        assert read(paper) == said(document_of(case, language), pack, language)
