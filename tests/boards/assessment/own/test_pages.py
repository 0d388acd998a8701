"""What is on paper of a 1:1: the questions for everybody, the results for the one who answered."""

import pytest
from pypdfium2 import PdfDocument

from boards.assessment.own.interviews import EN, FR, KINDS, TODAY, after, document, full, with_field
from facilitator.boards.assessment.own.kind import CAPACITY, GOVERNANCE, PRINCIPLES
from facilitator.content.words import Words
from facilitator.packs.handing_out import write_handout
from facilitator.packs.sorts import HandoutOrder


def printed(held, folder, pack, words=EN) -> str:
    """The words of a pack of board "b", in one line."""
    path = write_handout(held, folder, HandoutOrder("letter", words.language, pack=pack, board_id="b", day=TODAY))
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in PdfDocument(path)).split())


@pytest.mark.parametrize("words", [EN, FR], ids=["en", "fr"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_statement_with_its_anchors_is_on_the_pages_with_questions(tmp_path, kind, words):
    for pack in ("participants", "prep"):
        told = printed(document(kind), tmp_path, pack, words)
        for area in kind.asked.areas:
            assert area.text.within(words.language).split()[0] in told
        assert kind.asked.scale.levels[4].name.within(words.language) in told
        assert (words("assessment.roles_heading") in told) == bool(kind.asked.roles)


@pytest.mark.parametrize("words", [EN, FR], ids=["en", "fr"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_the_results_say_who_when_and_every_answer_in_words(tmp_path, kind, words):
    told = printed(full(kind, words.language), tmp_path, "report", words)
    assert "Town of organization" in told
    assert words.date(TODAY) in told
    for level in kind.asked.scale.levels:
        assert f"{level.value} {level.name.within(words.language)}" in told
    assert "said comment 0" in told


def test_gate_items_stand_before_priorities_and_next_steps_after(tmp_path):
    held = after(document(GOVERNANCE), "T1 1", "T2 1", "T3 ?", kind=GOVERNANCE)
    held = with_field(held, "b.dg_t3", "importance", "3", GOVERNANCE)
    held = with_field(held, "b.dg_t2", "opportunities", "grant", GOVERNANCE)
    held = held.after(GOVERNANCE.put_entry(held, "b", "next_steps", "", {"text": "Call the clerk"}, EN))
    held = held.after(GOVERNANCE.put_entry(held, "b", "datasets", "", {"name": "Bookings"}, EN))
    told = printed(held, tmp_path, "report")
    headings = [
        "Where you stand",
        "Settle before launch",
        "What comes first",
        "Find out",
        "Quick wins",
        "Your next steps",
        "Call the clerk",
        "Small data inventory",
        "Statement by statement",
    ]
    places = [told.index(each) for each in headings]
    assert places == sorted(places)


def test_what_nobody_knows_stands_before_launch_where_it_is_a_gate_item_and_beside_five_gaps_too(tmp_path):
    held = after(
        document(GOVERNANCE),
        "T1 ?",
        "T2 ?",
        *(f"{code} 0" for code in ("T3", "A2", "R2", "R4", "O1", "O2")),
        kind=GOVERNANCE,
    )
    for area in ("t2", "t3", "a2", "r2", "r4", "o1", "o2"):
        held = with_field(held, f"b.dg_{area}", "importance", "3", GOVERNANCE)
    told = printed(held, tmp_path, "report")
    before, _, after_it = told.partition("What comes first")
    assert "Find out: People are told in plain words" in before
    assert "A public description" in after_it.partition("Find out")[2].partition("Statement by statement")[0]


def test_what_an_instrument_does_not_have_is_not_there(tmp_path):
    told = printed(after(document(), "P1 3"), tmp_path, "report")
    for heading in ("Settle before launch", "Headlines", "Quick wins", "Your next steps", "Small data inventory"):
        assert heading not in told
    assert "Ready to buy?" in told
    assert "No level is below its target so far." in told
    assert "not enough answers" in told


def test_a_leader_gets_a_line_to_write_what_comes_next_on(tmp_path):
    told = printed(after(document(PRINCIPLES), "L1 3", kind=PRINCIPLES), tmp_path, "report")
    assert "In the next 30 days I will" in told
    assert "In the next 30 days" not in printed(after(document(), "P1 3"), tmp_path, "report")


def test_the_results_are_in_the_language_of_the_reader_whatever_the_board_has():
    words = Words("fr")
    held = after(document(CAPACITY, "en"), "P1 3")
    assert len(CAPACITY.own_results(held, "b", words, 500)) == len(CAPACITY.own_results(held, "b", EN, 500))
