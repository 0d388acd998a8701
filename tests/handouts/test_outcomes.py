"""What came out of a session, on paper: every word once, in the language of the handout, marked where it waits."""

from datetime import date

from facilitator.content.words import Words
from facilitator.domain.screens import OutcomeLine, OutcomesScreen
from facilitator.handouts.outcomes import outcomes_pages
from facilitator.handouts.pack import PackAbout, Part, pack_of
from paper import Handout

DAY = date(2027, 2, 5)
LINES = (
    OutcomeLine("decision", "D1", "Begin with <b>renovations</b>", "", None, True),
    OutcomeLine("next_step", "N1", "Draft the plan", "Planning", DAY, True),
    OutcomeLine("next_step", "N2", "Ask the library", "", None, False),
    OutcomeLine("question", "Q1", "Who signs?", "Clerk", DAY, False),
)


def made(tmp_path, language, *lines):
    screen = OutcomesScreen("en", "Who has a stake?", lines, 0)
    part = Part("What came out", lambda words, width: outcomes_pages(screen, words))
    about = PackAbout(title="Permits", organization="", made_on=DAY, session="", held_on=None, private=False)
    path = tmp_path / "handout.pdf"
    path.write_bytes(pack_of([part], about, "letter", language).data)
    return Handout(path).tree()


def test_next_steps_are_a_table_and_the_others_lists_in_the_language_of_the_handout(tmp_path):
    tree, words = made(tmp_path, "fr", *LINES), Words("fr")
    heads = [words(f"outcome.{kind}_many") for kind in ("decision", "next_step", "question")]
    assert [each.text for each in tree.every("H2")][-3:] == heads
    cells = [each.words() for each in tree.every("Table")[-1].every("TH", "TD")]
    assert cells[:4] == [words(f"outcome.head_{name}") for name in ("code", "what", "who", "due")]
    assert cells[4:8] == ["N1", "Draft the plan", "Planning", words.date(DAY)]
    assert cells[9] == "Ask the library (à confirmer)"
    said = [each.words() for each in tree.every("LI")]
    assert any("D1 Begin with <b>renovations</b>" in " ".join(each.split()) for each in said)
    assert any(each.endswith("(à confirmer)") and "Clerk" in each for each in said)


def test_where_all_is_confirmed_nothing_is_said_of_confirming(tmp_path):
    told = made(tmp_path, "en", *(line for line in LINES if line.confirmed)).words()
    assert "to confirm" not in told
    assert "Draft the plan" in told


def test_nothing_came_out_nothing_is_printed():
    assert outcomes_pages(OutcomesScreen("en", "Who?", (), 0), Words("en")) == []
