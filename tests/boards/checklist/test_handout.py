import pytest

from boards.checklist.lists import after, document
from facilitator.catalogue import CHECKLIST as KIND
from facilitator.content.words import Words
from facilitator.handouts.blocks import Heading
from facilitator.handouts.checklists import ChecklistItem


@pytest.mark.parametrize(("language", "heading"), [("en", "1 · Vision"), ("fr", "1 · Vision")])
def test_every_phase_has_its_progress_and_every_item_its_box(language, heading):
    parts = KIND.handout(KIND.view(after(document(), "v1"), "c"), Words(language), 468)
    headings = [part for part in parts if isinstance(part, Heading) and part.level == 2]
    assert next(part.text for part in headings) == heading
    assert headings[0].note.text == Words(language)("handouts.progress", done=1, count=9)
    assert len(headings) == 5
    assert len([part for part in parts if isinstance(part, ChecklistItem)]) == 45


def test_items_show_what_is_noted_and_else_an_example_of_evidence():
    held = after(document(), "v1", "v2 #not-for")
    held = held.after(KIND.set_field(held, "c.v1", "evidence", "Three <i>calls</i>"))
    held = held.after(KIND.set_field(held, "c.v2", "reason", "No plan"))
    parts = KIND.handout(KIND.view(held, "c"), Words("en"), 468)
    first, second, third = [part.entry for part in parts if isinstance(part, ChecklistItem)][:3]
    assert (first.state, first.evidence) == ("done", "Evidence: Three <i>calls</i>")
    assert second.state == "not_for_us"
    assert "No plan" in second.evidence
    assert "Evidence" not in second.evidence
    assert third.evidence.startswith("Evidence, for example: ")


def test_an_example_of_evidence_is_never_told_as_evidence():
    parts = KIND.handout(KIND.view(after(document(), "v1"), "c"), Words("fr"), 468)
    told = [part.entry.evidence for part in parts if isinstance(part, ChecklistItem)]
    assert len(told) == 45
    assert all(each.startswith("Preuve, par exemple\u202f: ") for each in told)
