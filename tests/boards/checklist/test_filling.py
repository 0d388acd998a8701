"""What a filled checklist says that the board does not."""

from dataclasses import replace
from datetime import date

import pytest

from boards.checklist.lists import document, entry
from facilitator.boards.answers import Taken
from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.catalogue import CHECKLIST as KIND
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
    return entry(held.after(KIND.take_answers(held, "c", [Taken(form(**values), ids)], EN)), "v1")


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
    assert (found.reason, found.evidence) == ("We buy nothing\nWe buy little", "Old")


def test_comments_go_below_each_other_with_the_names_and_none_is_lost():
    held = noted(evidence="Minutes")
    said = (("Zoë", "Minutes and a vote"), ("Idris", "Photos"), ("Nora", "Photos"), ("", "By mail"))
    forms = [replace(form(comment=(text, "Minutes")), person=person) for person, text in said]
    step = KIND.take_answers(held, "c", [Taken(each, ["v1.comment"]) for each in forms], EN)
    whole = "Minutes\nZoë: and a vote\nIdris: Photos\nNora: Photos\nBy mail"
    assert entry(held.after(step), "v1").evidence == whole
    again = held.after(step)
    assert [KIND.answers(again, "c", each, EN) for each in forms] == [()] * 4  # what came in once is nothing new


def test_a_comment_on_another_one_that_came_since_undoes_nothing():
    held = noted(evidence="Written since")
    (answer,) = KIND.answers(held, "c", form(comment=("Mine", "")), EN)
    assert (answer.fate, answer.adds, answer.here) == ("new", True, "Written since")


def test_a_tick_on_what_is_not_for_us_is_looked_at_first():
    assert fates(noted(status="not_for_us"), done=("1", "")) == {"v1.done": "since"}


def test_two_ways_to_write_a_day_mean_the_same():
    means = [
        KIND.answers(document(), "c", form(due=(said, "")), EN)[0].means for said in ("14 janv. 2027", "2027-1-14")
    ]
    assert means == ["2027-01-14", "2027-01-14"]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("1 March", date(2027, 3, 1)),
        ("next Friday", date(2026, 11, 27)),
        ("Friday", date(2026, 11, 27)),
        ("18 Dec", date(2026, 12, 18)),
        ("27 Nov", date(2026, 11, 27)),
        ("2 oct.", date(2027, 10, 2)),
    ],
)
def test_a_day_is_read_as_people_say_it_from_the_day_of_taking_in(said, day):
    filled = replace(form(due=(said, "")), taken_in_on=date(2026, 11, 22))
    (answer,) = KIND.answers(document(), "c", filled, EN)
    assert (answer.fate, answer.read_as) == ("new", day.isoformat())
    step = KIND.take_answers(document(), "c", [Taken(filled, [answer.id])], EN)
    assert entry(document().after(step), "v1").due == day


@pytest.mark.parametrize(("field", "said"), [("due", "soon"), ("due", "03/04/2027"), ("owner", "x" * 5000)])
def test_what_cannot_stand_says_why_and_takes_nothing(field, said):
    (answer,) = KIND.answers(document(), "c", form(**{field: (said, "")}), EN)
    assert answer.fate == "rejected"
    assert len(answer.why) > 10
    with pytest.raises(EditRejected):
        KIND.take_answers(document(), "c", [Taken(form(**{field: (said, "")}), [answer.id])], EN)


def test_taking_nothing_is_nothing_to_do():
    with pytest.raises(EditRejected, match="nothing_to_do"):
        KIND.take_answers(document(), "c", [Taken(form(owner=("Clerk", "")), [])], EN)
