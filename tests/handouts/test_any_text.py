"""Five hundred texts of all of Unicode in every pack: read aloud as typed, no box, no markup, no link, no image."""

import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from random import Random

import pikepdf
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from facilitator.boards.assessment.model import SummaryLine
from facilitator.domain.document import Document
from facilitator.domain.record import Record
from facilitator.domain.refusal import EditRejected
from facilitator.domain.words_of_people import name
from facilitator.packs.catalogue import PACKS
from facilitator.packs.handing_out import write_handout
from facilitator.packs.sorts import HandoutOrder
from pdf_gate import Opened, faults, opened
from pdf_gate.cases import DAY, FREE_WORDS, typical, whose
from pdf_gate.said import read, said

TEXTS, SEEDS = 260, 2
MORE_WORDS = {"Kpi": {"unit", "source", "method"}, "Person": {"pronunciation", "pronouns"}}
"""Fields of free words beside FREE_WORDS, whose names mean something else in other records."""


@pytest.mark.slow
@pytest.mark.timeout(300)
@settings(max_examples=SEEDS, phases=[Phase.generate])  # a smaller seed is not a simpler case
@given(st.integers(0, 2**32))
def test_whatever_people_type_is_printed_as_they_typed_it(seed):
    texts = list(islice(filter(enters, random_texts(Random(seed))), TEXTS))
    document, printed = everywhere(typical("fr"), texts), set[str]()
    for pack in PACKS:
        data = handout(document, pack)
        assert faults(data) == [], pack  # a letter that is drawn as a box is one
        with opened(data) as paper:
            found = read(paper)
            assert found == said(document, pack, "fr")
            assert images(paper) == []
            assert targets(paper) == usual_targets(pack)
        printed |= found
    whole = "\n".join(printed)
    assert sum(text in whole for text in texts) > TEXTS // 5  # the others have letters that are told in words


def everywhere(document: Document, texts: Sequence[str]) -> Document:
    """The same with these texts in every field in which people say what they like, also where they said nothing."""
    follow = cycle(texts)

    def filled(record: Record) -> Record:
        if isinstance(record, SummaryLine) and record.sort != "question":
            return record  # its text holds codes of the house
        words = FREE_WORDS | MORE_WORDS.get(type(record).__name__, set())
        free = [field for field, value in record if field in words and isinstance(value, str)]
        return record.having(**{field: next(follow) for field in sorted(free)})

    return Document.of([filled(record) for record in document.records()])


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
        its = whose(document, pack)
        return write_handout(
            document, Path(folder), HandoutOrder("letter", "fr", pack=pack, day=DAY, **its)
        ).read_bytes()


@cache
def usual_targets(pack: str) -> frozenset[str]:
    with opened(handout(typical("fr"), pack)) as paper:
        return targets(paper)


def targets(paper: Opened) -> frozenset[str]:
    """Where links lead that leave the file, and what else an annotation would do."""
    actions = [each.A for _, each in paper.annotations if "/A" in each]
    return frozenset(str(action.get("/URI", action.get("/S", ""))) for action in actions)


def images(paper: Opened) -> list[pikepdf.Object]:
    return [page.Resources for page in paper.pages if "/XObject" in page.get("/Resources", {})]
