"""What French pages say keeps the rules of French typography, wherever it was put together."""

import re
from html import unescape

import pytest

from facilitator.boards.listed import boards_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.refusal import StoreError
from facilitator.files.board_files import mail_of
from facilitator.packs.catalogue import PACKS
from facilitator.packs.handing_out import write_handout
from facilitator.packs.sorts import HandoutOrder
from facilitator.sample import founding_of_sample
from facilitator.templates import new_board
from pdf_gate import opened
from pdf_gate.cases import DAY, whose

TYPED = re.compile(r"""["']|\.\.\.""")
"""Typewriter's quotation marks, apostrophes and dots."""

SPACED = re.compile(r"(?<!\u202f)[!?;»](?!\w)|(?<!\u202f):(?=\s|$)|«(?!\u202f)|[ \u00a0]\u202f|(?<=\d)%")
"""Anything but one U+202F on the inner side of these marks; nothing before a per cent."""


def faults_in(text: str) -> list[str]:
    """The places that break a rule, each with what stands around it."""
    found = (place for rule in (TYPED, SPACED) for place in rule.finditer(text))
    return [text[max(0, place.start() - 20) : place.end() + 20] for place in found]


@pytest.mark.parametrize(
    "text", ["Qui?", 'le "mot"', "l'eau", "un; deux", "un : deux", "« mot »", "«mot\u202f»", "fin...", "14%"]
)
def test_a_fault_is_seen(text):
    assert faults_in(text)


@pytest.mark.parametrize(
    "text", ["Qui\u202f?", "le «\u202fmot\u202f»", "un\u202f: deux", "10:42", "14\u00a0%", "l’eau"]
)
def test_what_is_right_passes(text):
    assert faults_in(text) == []


@pytest.fixture(scope="module")
def sample() -> Document:
    document = Document().after(founding_of_sample("fr"))
    return document.after(new_board(document, "feedback", "Après l’atelier"))


@pytest.mark.slow
@pytest.mark.parametrize("pack", PACKS)
def test_the_pages_of_the_sample_keep_the_rules(sample, tmp_path, pack):
    try:
        path = write_handout(sample, tmp_path, HandoutOrder("letter", "fr", pack=pack, day=DAY, **whose(sample, pack)))
    except StoreError as refusal:
        if refusal.key not in ("no_lesson", "no_certificate", "no_certificate_in"):
            raise
        return
    with opened(path.read_bytes()) as paper:
        told = [paper.spoken(each).strip() for each in paper.elements if not each.elements]
        told += [each.alt for each in paper.elements if each.alt]
    assert len(told) > 10
    assert [fault for text in told for fault in faults_in(text)] == []


def test_pages_for_mail_keep_them_too(sample):
    for board in ("", *(each.id for each in boards_of(sample))):
        html, _ = mail_of(sample, board, Words("fr"))
        told = [unescape(text) for text in re.findall(r">([^<]+)<", html)]
        assert len(told) > 10
        assert [fault for text in told for fault in faults_in(text)] == []
