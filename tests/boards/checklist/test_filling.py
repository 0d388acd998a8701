"""What a filled checklist says that the board does not."""

from datetime import date

import pytest

from boards.checklist.lists import document, entry
from facilitator.boards.checklist.kind import KIND
from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.exchange.filled_form import FilledForm, FormValue

EN = Words("en")


def noted(**fields) -> Document:
    """A checklist on which something is noted of item v1."""
    return document().after(Change("add", adding([ChecklistEntry(id="c.v1", board_id="c", item="v1", **fields)])))


def form(**values) -> FilledForm:
    """What was filled in of v1, (now, at first) by field."""
    return FilledForm("checklist", "1", "c", {f"v1.{key}": FormValue(*value) for key, value in values.items()})


def fates(held: Document, **values) -> dict[str, str]:
    return {each.id: each.fate for each in KIND.answers(held, "c", form(**values), EN)}


def taken(held: Document, *ids: str, **values) -> ChecklistEntry | None:
    return entry(held.after(KIND.take_answers(held, "c", form(**values), ids, EN)), "v1")


def test_what_was_left_as_it_was_says_nothing_even_where_the_board_moved_on():
    held = noted(status="done", owner="Council", evidence="Minutes")
    assert fates(held, done=("", ""), owner=("Clerk", "Clerk"), comment=("", "")) == {}


def test_what_says_the_same_as_the_board_is_nothing_new():
    held = noted(status="done", owner="Council", due=date(2027, 1, 14))
    assert fates(held, done=("1", ""), owner=("Council", "Clerk"), due=("14 janvier 2027", "")) == {}


def test_all_four_fields_are_taken_in_one_step():
    values = {"done": ("1", ""), "owner": ("Clerk", ""), "due": ("Jan 14, 2027", ""), "comment": ("Minutes\n<b>", "")}
    assert fates(document(), **values) == dict.fromkeys(("v1.done", "v1.owner", "v1.due", "v1.comment"), "new")
    found = taken(document(), "v1.done", "v1.owner", "v1.due", "v1.comment", **values)
    assert found == ChecklistEntry(
        id="c.v1",
        board_id="c",
        item="v1",
        status="done",
        owner="Clerk",
        due=date(2027, 1, 14),
        evidence="Minutes\n<b>",
    )
    only = taken(document(), "v1.owner", **values)
    assert (only.owner, only.status, only.evidence) == ("Clerk", "not_started", "")


def test_what_changed_here_since_is_marked():
    held = noted(owner="Council")
    (answer,) = KIND.answers(held, "c", form(owner=("Clerk", "")), EN)
    assert (answer.fate, answer.at_first, answer.here, answer.said) == ("since", "", "Council", "Clerk")
    assert answer.item.startswith("v1 State the problem")
    assert answer.field == "Owner"


def test_a_field_that_was_emptied_and_a_tick_that_was_taken_back_are_answers():
    held = noted(status="done", owner="Clerk", due=date(2027, 1, 14), evidence="Minutes")
    values = {"done": ("", "1"), "owner": ("", "Clerk"), "due": ("", "2027-01-14"), "comment": ("", "Minutes")}
    assert set(fates(held, **values).values()) == {"new"}
    assert taken(held, *fates(held, **values), **values) is None  # nothing noted any more


def test_a_comment_on_what_is_not_for_us_is_its_reason():
    held = noted(status="not_for_us", reason="We buy nothing", evidence="Old")
    found = taken(held, "v1.comment", comment=("We buy little", "We buy nothing"))
    assert (found.reason, found.evidence) == ("We buy little", "Old")


@pytest.mark.parametrize(("field", "said"), [("due", "soon"), ("due", "03/04/2027"), ("owner", "x" * 5000)])
def test_what_cannot_stand_says_why_and_takes_nothing(field, said):
    (answer,) = KIND.answers(document(), "c", form(**{field: (said, "")}), EN)
    assert answer.fate == "rejected"
    assert len(answer.why) > 10
    with pytest.raises(EditRejected):
        KIND.take_answers(document(), "c", form(**{field: (said, "")}), [answer.id], EN)


def test_taking_nothing_is_nothing_to_do():
    with pytest.raises(EditRejected, match="nothing_to_do"):
        KIND.take_answers(document(), "c", form(owner=("Clerk", "")), [], EN)
