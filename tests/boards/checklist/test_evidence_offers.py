"""What the engagement shows, put with items: offered, taken in one step, never by itself."""

import pytest

from boards.checklist.engagements import engagement, value_board
from boards.checklist.lists import after, document, entry
from facilitator.boards.checklist.evidence_offers import EVIDENCE
from facilitator.catalogue import CHECKLIST as KIND
from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.outcomes import caught

EN, FR = Words("en"), Words("fr")
V4 = f"{EVIDENCE}v:v4"
LINE = "Our value: 1 guiding value, what breaks it is said of 1"


def offers(held, words=EN):
    return {each.id: each for each in KIND.offers(held, "c", words) if each.id.startswith(EVIDENCE)}


def taken(held, *ids):
    return held.after(KIND.take(held, "c", ids, EN))


def test_what_is_shown_is_offered_first_in_the_order_of_the_items_and_changes_nothing():
    held = engagement()
    held = held.after(caught(held, "", "next_step", "call the supplier", "Sam", None))
    every = KIND.offers(held, "c", EN)
    assert [each.id.rpartition(":")[2] for each in every[:4]] == ["v4", "v5", "c6", "c8"]
    assert {each.heading for each in every[:4]} == {"What the engagement shows"}
    assert not every[4].id.startswith(EVIDENCE)
    assert all(entry(held, item) is None for item in ("v4", "v5", "c6", "c8"))


def test_the_note_says_what_taking_it_does():
    offer = offers(value_board(document()))[V4]
    assert offer.name == "v4  Name guiding values and what each forbids"
    assert offer.note == f"{LINE}. This line goes with its evidence; its status changes: Not started → Done."
    done = value_board(after(document(), "v4"))
    assert offers(done)[V4].note.endswith("its status stays: Done.")


def test_a_console_in_another_language_also_shows_the_line_as_it_will_stand():
    note = offers(value_board(document()), FR)[V4].note
    assert note.startswith("Our value\u202f: 1 valeur directrice")
    assert FR.quote(LINE) in note


def test_taking_several_is_one_step_that_undoes_to_nothing():
    held = engagement()
    change = KIND.take(held, "c", [V4, f"{EVIDENCE}w:v5"], EN)
    both = held.after(change)
    assert (entry(both, "v4").status, entry(both, "v4").evidence) == ("done", LINE)
    assert entry(both, "v5").status == "under_way"
    assert both.after(change.reversed()) == held


def test_an_outcome_and_what_is_shown_can_be_taken_together():
    held = value_board(document())
    held = held.after(caught(held, "", "next_step", "call them", "Sam", None))
    step = next(each.id for each in KIND.offers(held, "c", EN) if each.id.endswith(":v4") and each.id != V4)
    assert entry(taken(held, step, V4), "v4").evidence == f"N1 call them (Sam)\n{LINE}"
    assert entry(taken(held, step, V4), "v4").status == "done"


def test_what_is_taken_stands_there_as_taken_and_is_refused_again():
    held = taken(value_board(document()), V4)
    assert offers(held)[V4].taken
    for ids, key in (([V4], "nothing_to_do"), ([f"{EVIDENCE}v:v5"], "gone")):
        with pytest.raises(EditRejected) as refused:
            KIND.take(held, "c", ids, EN)
        assert refused.value.key == key


def test_evidence_of_people_stays_and_no_status_goes_back():
    held = value_board(after(document(), "v4 #under"))
    held = held.after(KIND.set_field(held, "c.v4", "evidence", "Seen in May"))
    assert entry(taken(held, V4), "v4").evidence == f"Seen in May\n{LINE}"
    beginning = after(engagement(), "v5")
    assert entry(taken(beginning, f"{EVIDENCE}w:v5"), "v5").status == "done"


def test_items_that_are_settled_are_not_offered():
    assert V4 not in offers(value_board(after(document(), "v4 #not-for")))
    shown = value_board(after(document(), "v4"))
    shown = shown.after(KIND.set_field(shown, "c.v4", "evidence", "Seen in May"))
    assert V4 not in offers(shown)


@pytest.mark.parametrize("words", [EN, FR])
def test_the_inspector_says_it_privately_beside_each_item(words):
    held = engagement()
    (said,) = [each for each in KIND.fields(held, "c.v4", words) if each.key == "shown"]
    assert said.private
    assert said.form == "told"
    assert said.value.startswith("Our value")
    assert next(each for each in KIND.fields(held, "c.v1", words) if each.key == "shown").value == ""
    with pytest.raises(KeyError):
        KIND.set_field(held, "c.v4", "shown", "else")
