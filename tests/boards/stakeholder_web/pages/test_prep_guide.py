"""The guide for a 1:1 session: one page to send back, one to think with, and nothing of any client in it."""

from datetime import date

import pikepdf
import pytest

from facilitator.boards.stakeholder_web.kind import KIND
from facilitator.boards.stakeholder_web.model import Web
from facilitator.catalogue import KINDS
from facilitator.content import methods
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Segment
from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.filled_form import read_filled
from facilitator.handouts.pack import PackAbout, Part
from facilitator.templates import founding
from paper import Handout
from written_packs import write_pack


@pytest.fixture(params=[(language, paper) for language in ("en", "fr") for paper in ("letter", "a4")], ids="-".join)
def guide(request, tmp_path):
    """The guide on paper, and its language."""
    language, paper = request.param
    about = PackAbout("Permits", "Town", date(2027, 1, 15))
    path = tmp_path / "guide.pdf"
    write_pack(path, [Part("Guide", lambda words, width: KIND.prep_guide(words, width))], about, paper, language)
    return Handout(path), language


def flat(text):
    """Without blanks and hyphens, which a viewer copies in ways of its own at the ends of lines."""
    return "".join(text.replace("-", "").replace("\ufffe", "").split())


def test_what_the_participant_does_stands_on_one_page_and_the_questions_on_another(guide):
    handout, language = guide
    _, first, second = map(flat, handout.page_words())
    words = Words(language)
    for key in ("problem", "decision", "worry", "bring_chart", "consent", "consent_map", "consent_later", "signed"):
        assert flat(words(f"prep.{key}")) in first
    assert flat(methods.reminder().within(language)) in first
    for category in methods.categories("full"):
        assert flat(category.name.within(language)) in second
        assert flat(category.prompt.within(language)) in second
    asked = {step.id: step.prompts for step in methods.steps()}
    for prompt in (*asked["to_project"], *asked["between"], *asked["engagement"]):
        assert flat(prompt.within(language)) in second


def test_the_guide_is_tagged_and_its_fields_are_read_with_their_questions(guide):
    handout, language = guide
    tree, words = handout.tree(), Words(language)
    assert [each.words() for each in tree.every("H1")][-1] == words("prep.title")
    told = [each.alt for each in tree.every("Form")]
    ticks = ("bring_list", "bring_chart", "consent_map", "consent_plan", "consent_voices", "consent_later")
    typed = ("decision", "worry", "never", "signed")
    assert {words(f"prep.{key}") for key in (*ticks, *typed)} < set(told)
    inside = [each for each in methods.categories("full") if each.side == "internal"]
    for each in inside:
        assert f"{each.name.within(language)} {each.prompt.within(language)}" in told
    assert len(told) == len(set(told)) == 1 + len(ticks) + len(typed) + len(inside)


def test_a_guide_that_was_filled_in_is_for_a_person_to_read(guide):
    handout, _ = guide
    names = {"prep.problem", "prep.signed", "consent.later", "inside.council"}
    with pikepdf.open(handout.path) as pdf:
        found = {f"{group.T}.{field.T}": field for group in pdf.Root.AcroForm.Fields for field in group.Kids}
    assert names <= set(found)
    with pytest.raises(ImportRefused) as refused:
        read_filled(handout.path.read_bytes())
    assert refused.value.key == "filled_foreign"


def test_kinds_without_a_session_of_their_own_have_no_guide():
    guided = [kind.id for kind in KINDS if kind.prep_guide(Words("en"), 468)]
    assert guided == ["stakeholder_web", "capacity", "governance", "principles"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_session_that_the_guide_prepares_has_its_nine_steps_with_prompts(language):
    document = Document().after(founding("stakeholder_1to1", language))
    segments = sorted(document.every(Segment), key=lambda each: each.number)
    assert [each.minutes for each in segments] == [5, 10, 10, 20, 15, 10, 12, 5, 3]
    assert all(each.prompt for each in segments)
    assert [board.kind for board in document.every(Board)] == ["stakeholder_web"]
    assert next(document.every(Web)).state == "draft"
