"""People of an engagement: edited, made one of two, enrolled."""

import pytest

from facilitator.domain.document import Document
from facilitator.domain.engagement import Person, Session
from facilitator.domain.participation import Attendance, Enrolment, Shuffle, ShuffledPerson
from facilitator.domain.program import Cohort, Program
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.people import edited, enrolled, merged, of_cohort


@pytest.fixture
def document():
    return Document.of(
        [
            Program(id="pr", number=1, title="Program"),
            Cohort(id="c", program_id="pr", number=1, title="Cohort"),
            Session(id="s1", number=1, title="First"),
            Session(id="s2", number=2, title="Second"),
            Person(id="ana", name="Ana Roy", pronouns="she/her", note="Chairs"),
            Person(id="anna", name="Anna Roi", organization="Town", pronouns="they/them", note="Late"),
            Attendance(id="a1", session_id="s1", person_id="ana", presence="partial", minutes=10, joins=1),
            Attendance(id="a2", session_id="s1", person_id="anna", presence="present", minutes=90, joins=2),
            Attendance(id="a3", session_id="s2", person_id="anna"),
            Enrolment(id="e1", cohort_id="c", person_id="anna"),
            Shuffle(id="sh", session_id="s1", number=1, size=2),
            ShuffledPerson(id="sp1", shuffle_id="sh", person_id="ana", group=1, place=1),
            ShuffledPerson(id="sp2", shuffle_id="sh", person_id="anna", group=1, place=2),
        ]
    )


def test_two_become_one_and_nothing_is_lost(document):
    change = merged(document, "ana", "anna")
    after = document.after(change)
    assert after.after(change.reversed()) == document
    (person,) = after.every(Person)
    assert person == Person(id="ana", name="Ana Roy", organization="Town", pronouns="she/her", note="Chairs\nLate")
    found = {each.session_id: (each.presence, each.minutes, each.joins) for each in after.every(Attendance)}
    assert found == {"s1": ("present", 90, 2), "s2": ("", None, 0)}
    everything = [*after.every(Attendance), *after.every(Enrolment), *after.every(ShuffledPerson)]
    assert {each.person_id for each in everything} == {"ana"}
    assert len(everything) == 4


def test_the_row_that_tells_more_is_kept_also_where_it_is_the_first_ones(document):
    after = document.after(merged(document, "anna", "ana"))
    assert next(each for each in after.every(Attendance) if each.session_id == "s1").minutes == 90
    assert [each.name for each in after.every(Person)] == ["Anna Roi"]


def test_a_person_is_edited_and_bad_words_are_refused(document):
    after = document.after(
        edited(document, "ana", name="Ana  Roy-Côté", pronunciation="A-na", note="two\nlines", pronouns="")
    )
    person = after.get(Person, "ana")
    assert (person.name, person.pronunciation, person.note, person.pronouns) == (
        "Ana Roy-Côté",
        "A-na",
        "two\nlines",
        "",
    )
    for fields, key in (
        ({"name": " "}, "name_empty"),
        ({"organization": "x" * 201}, "name_too_long"),
        ({"pronouns": "she\u202e"}, "name_control"),
        ({"name": "Ana Roy"}, "nothing_to_do"),
    ):
        with pytest.raises(EditRejected) as caught:
            edited(document, "ana", **fields)
        assert caught.value.key == key


def test_enrolling_takes_each_once(document):
    after = document.after(enrolled(document, "c", ["ana", "anna", "ana"]))
    assert [person.id for person in of_cohort(after, "c")] == ["ana", "anna"]
    with pytest.raises(EditRejected):
        enrolled(after, "c", ["ana"])


def test_one_and_the_same_is_not_merged(document):
    with pytest.raises(EditRejected) as caught:
        merged(document, "ana", "ana")
    assert caught.value.key == "people_same"
