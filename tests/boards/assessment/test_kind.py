import pytest

from boards.assessment.audits import TODAY, after, document, with_field
from facilitator.boards.assessment.kind import KIND
from facilitator.boards.assessment.model import Assessment
from facilitator.content.words import Words
from facilitator.domain.engagement import Board

EN, FR = Words("en"), Words("fr")


def test_a_new_board_is_an_audit_of_today():
    board = Board(id="x", number=1, kind="assessment", title="T")
    assert KIND.found(board, TODAY) == (Assessment(id="x", instrument="digital_audit", assessed_on=TODAY),)


def test_areas_are_the_items_and_levels_their_groups():
    view = KIND.view(after(document("fr"), "U6 #0"), "a")
    items = KIND.items(view)
    assert len(items) == 10
    assert (items[5].id, items[5].code, items[5].name, items[5].group) == ("a.aud_data", "U6", "Données", "0")
    assert items[0].group == "unknown"
    groups = KIND.groups(view, FR)
    assert [group.id for group in groups] == ["unknown", "0", "1", "2", "3", "4"]
    assert [group.name for group in groups][:3] == ["Pas connu", "0 Absent", "1 En démarrage"]


def test_counts_begin_with_how_many_are_rated():
    counts = KIND.counts(KIND.view(after(document(), "U1 #0", "U2 #1", "U3 #2", "U4 #3", "U5 #4"), "a"))
    assert list(counts.items()) == [("rated", 5), ("strengths", 2), ("needing_work", 2), ("areas", 10)]


def test_strengths_come_highest_first_and_what_needs_work_lowest_first():
    view = KIND.view(after(document(), "U1 #1", "U2 #3", "U3 #0", "U4 #4"), "a")
    assert [each.area for each in view.strengths()] == ["aud_process", "aud_ux"]
    assert [each.area for each in view.needing_work()] == ["aud_content", "aud_service"]


def test_the_table_says_everything_in_words():
    held = with_field(after(document(), "U6 #3"), "aud_data", "mark", "quick")
    held = with_field(held, "aud_data", "action", "Name owners")
    held = with_field(held, "aud_data", "strengths", "Ten sets <b>")
    (table,) = KIND.tables(KIND.view(held, "a"), FR)
    assert table.rows[5] == ("U6", "Données", "3 Établi", "Ten sets <b>", "", "", "Résultat rapide", "Name owners")
    assert table.rows[0][2] == "Pas connu"


@pytest.mark.parametrize("words", [EN, FR], ids=["en", "fr"])
def test_the_inspector_says_what_to_look_at_and_gives_an_example_of_evidence(words):
    held = after(document(), "U7 #4")
    fields = {field.key: field for field in KIND.fields(held, "a.aud_security", words)}
    assert list(fields) == ["level", "look_at", "strengths", "weaknesses", "evidence", "mark", "action"]
    assert fields["level"].value == "4"
    assert [value for value, _ in fields["level"].choices] == ["", "0", "1", "2", "3", "4"]
    assert fields["look_at"].form == "told"
    assert ":" in fields["evidence"].label
    assert ":" not in fields["evidence"].head
    assert {field.part for field in fields.values() if field.key in ("mark", "action")} == {
        words("assessment.part_first")
    }
    assert not any(field.private for field in fields.values())


def test_the_board_says_when_it_was_assessed_and_through_what():
    fields = {field.key: field.value for field in KIND.fields(document("fr"), "a", FR)}
    assert fields == {
        "title": "Audit",
        "question": "Where do we stand?",
        "assessed_on": "2027-03-01",
        "instrument": "Bilan numérique",
    }


def test_there_is_something_to_ask_at_every_step():
    steps = KIND.prompts(FR)
    assert [name for name, _ in steps] == [
        "Regarder avant de coter",
        "Coter un jour ordinaire",
        "Choisir par où commencer",
    ]
    assert all(questions for _, questions in steps)


def test_nothing_is_private():
    held = document()
    assert KIND.private_tables(held, "a", EN) == ()
    assert KIND.private_badges(held, "a") == {}
    assert not any(record.private for record in KIND.records)
