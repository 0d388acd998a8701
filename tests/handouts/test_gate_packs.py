"""Every pack in both languages, on both papers, of engagements that are empty, usual, huge and hostile, at the gate."""

import tempfile
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from facilitator.board_files import write_board
from facilitator.boards.listed import boards_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected, StoreError
from facilitator.domain.words_of_people import name
from facilitator.handing_out import write_handout
from facilitator.packs import PACKS
from pdf_gate import faults, opened
from pdf_gate.cases import CASES, DAY, reworded, typical
from pdf_gate.said import read, said

REFUSED = ("nothing_in_report", "no_session")  # right where there is nothing to tell
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
    try:
        return write_handout(document_of(case, language), folder, paper, language, pack=pack, day=DAY).read_bytes()
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
@pytest.mark.parametrize("case", ["typical", "hostile"])
@pytest.mark.parametrize("pack", PACKS)
def test_the_same_pack_has_the_same_bytes(tmp_path, case, pack):
    assert written(tmp_path, case, pack, "fr", "a4") == written(tmp_path, case, pack, "fr", "a4")


@pytest.mark.slow
@pytest.mark.parametrize(("case", "language"), [("typical", "en"), ("typical", "fr"), ("hostile", "en")])
@pytest.mark.parametrize("pack", PACKS)
def test_what_is_read_aloud_is_what_was_to_be_said(tmp_path, case, pack, language):
    with opened(written(tmp_path, case, pack, language, "letter")) as paper:
        assert read(paper) == said(document_of(case, language), pack, language)


@pytest.mark.slow
@pytest.mark.timeout(300)
@settings(max_examples=4, phases=[Phase.generate])  # a smaller seed is not a simpler case
@given(st.integers(0, 2**32))
def test_whatever_people_type_is_printed_as_they_typed_it(seed):
    texts = list(islice(filter(enters, random_texts(Random(seed))), 130))
    document = reworded(typical("fr"), texts)
    for pack in PACKS:
        data = handout(document, pack)
        assert faults(data) == []
        with opened(data) as paper:
            assert read(paper) == said(document, pack, "fr")
            assert not any("/XObject" in page.Resources for page in paper.pages)
        assert addresses(data) == usual_addresses(pack)


def random_texts(chance: Random) -> Iterator[str]:
    """Texts without end, of letters from all of Unicode, from its first plane, and of what markup is made of."""
    while True:
        limit = chance.choice((0x7F, 0x17F, 0x2FFF, 0xFFFF, 0x10FFFF))
        letters = [chr(chance.randint(0x20, limit)) for _ in range(chance.randint(1, 30))]
        yield "".join(letter if chance.random() < 0.8 else chance.choice("<>&/'\"= ;#") for letter in letters)


def enters(text: str) -> bool:
    """Whether the app takes it for a name."""
    try:
        return name(text) == text
    except EditRejected:
        return False


def handout(document: Document, pack: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return write_handout(document, Path(folder), "letter", "fr", pack=pack, day=DAY).read_bytes()


@cache
def usual_addresses(pack: str) -> set[str]:
    return addresses(handout(document_of("typical", "fr"), pack))


def addresses(data: bytes) -> set[str]:
    with opened(data) as paper:
        return {str(each.A.URI) for _, each in paper.annotations if "/A" in each}
