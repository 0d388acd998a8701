import pytest

from boards.assessment.own.interviews import EN, KINDS, after, answer, document, with_field
from facilitator.boards.assessment.model import AnswerTag, Assessment, OwnAnswer, Respondent
from facilitator.boards.assessment.own.kind import CAPACITY, PRINCIPLES
from facilitator.boards.assessment.own.reading import answered_on, respondent_on
from facilitator.boards.kind import Kind
from facilitator.domain.change import Change, adding
from facilitator.domain.engagement import Person
from facilitator.domain.refusal import EditRejected


def records(held, record_type):
    return list(held.every(record_type))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_new_board_asks_through_the_instrument_of_its_kind(kind: Kind):
    held = document(kind)
    assert held.get(Assessment, "b").instrument == kind.id
    assert len(kind.items(kind.view(held, "b"))) == {"capacity": 28, "governance": 24, "principles": 8}[kind.id]
    assert kind.respondent(held, "b") is None


def test_keys_move_a_level_and_stay_at_the_ends():
    held, its_id = document(), "b.cap_p1"
    for wanted in (0, 1, 2, 3, 4):
        held = held.after(CAPACITY.nudge(held, [its_id], "right"))
        assert answer(held, "cap_p1").level == wanted
    with pytest.raises(EditRejected):
        CAPACITY.nudge(held, [its_id], "right")
    for _ in range(5):
        held = held.after(CAPACITY.nudge(held, [its_id], "left"))
    assert records(held, OwnAnswer) == []


def test_answers_say_how_they_were_given():
    held = with_field(document(), "b.cap_p1", "answer", "unknown")
    assert (answer(held, "cap_p1").scored, answer(held, "cap_p1").level) == ("unknown", None)
    held = with_field(held, "b.cap_p1", "answer", "2")
    assert (answer(held, "cap_p1").scored, answer(held, "cap_p1").level) == ("level", 2)
    held = with_field(held, "b.cap_p1", "target", "4")
    held = with_field(held, "b.cap_p1", "importance", "3")
    assert (answer(held, "cap_p1").target, answer(held, "cap_p1").importance) == (4, 3)
    for key in ("answer", "target", "importance"):
        held = with_field(held, "b.cap_p1", key, "")
    assert records(held, OwnAnswer) == []


def test_a_constraint_stands_in_one_way_only_and_opportunities_beside_it():
    held = with_field(document(), "b.cap_p1", "constraints", "time skills")
    held = with_field(held, "b.cap_p1", "control", "time")
    held = with_field(held, "b.cap_p1", "opportunities", "grant")
    now = answered_on(held, "b")["cap_p1"]
    assert (now.within(""), now.within("control"), now.opportunities) == (("skills",), ("time",), ("grant",))
    assert now.said.constraints == ("time", "skills")
    held = with_field(held, "b.cap_p1", "control", "")
    held = with_field(held, "b.cap_p1", "opportunities", "")
    assert [each.tag for each in records(held, AnswerTag)] == ["skills"]
    held = with_field(held, "b.cap_p1", "constraints", "")
    assert records(held, AnswerTag) == records(held, OwnAnswer) == []


def test_deleting_takes_the_tags_along_and_leaves_the_statement():
    held = with_field(after(document(), "P1 3"), "b.cap_p1", "control", "time")
    held = held.after(CAPACITY.delete(held, ["b.cap_p1"]))
    assert records(held, OwnAnswer) == records(held, AnswerTag) == []
    assert len(CAPACITY.items(CAPACITY.view(held, "b"))) == 28


def test_who_answers_is_one_record_that_says_something():
    held = document().after(Change("x", adding([Person(id="p", name="Amara")])))
    for key, value in (("person_id", "p"), ("organization", "Town of Q"), ("consent", "leave_out")):
        held = with_field(held, "b", key, value)
    assert respondent_on(held, "b") == Respondent(id="b", person_id="p", organization="Town of Q", consent="leave_out")
    assert CAPACITY.respondent(held, "b") == "p"
    for key, value in (("person_id", ""), ("organization", " "), ("consent", "see_first")):
        held = with_field(held, "b", key, value)
    assert records(held, Respondent) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_everything_but_what_is_asked_is_private(kind):
    for field in kind.fields(document(kind), f"b.{kind.asked.areas[0].id}", EN):
        assert field.private == (field.key not in ("statement", "anchors"))
    keys = {field.key for field in kind.fields(document(kind), "b", EN) if not field.private}
    assert keys == {"title", "question", "assessed_on", "instrument"}


def test_an_instrument_is_asked_what_it_asks():
    keys = [field.key for field in PRINCIPLES.fields(document(PRINCIPLES), "b.user", EN)]
    assert keys == ["statement", "anchors", "answer", "example", "comment"]


def test_what_does_not_fit_is_refused():
    held = document()
    for edit in (
        lambda: CAPACITY.regroup(held, ["b.cap_p1"], "tech"),
        lambda: CAPACITY.rename(held, "b.cap_p1", "Other"),
        lambda: CAPACITY.drop(held, "b", ["b.cap_p1"], 1, 1),
        lambda: CAPACITY.set_field(held, "b.cap_p1", "answer", "5"),
        lambda: CAPACITY.set_field(held, "b.cap_p1", "comment", "a\x00b"),
        lambda: CAPACITY.set_field(held, "x.cap_p1", "comment", "a"),
    ):
        with pytest.raises(EditRejected):
            edit()
