"""People of an engagement: edited, made one of two, enrolled."""

from datetime import date

import pytest

from facilitator.boards.assessment.model import Respondent
from facilitator.domain.document import Document
from facilitator.domain.engagement import Person, Session
from facilitator.domain.learning import Completion
from facilitator.domain.participation import Attendance, Enrolment, Shuffle, ShuffledPerson, StudyGroup
from facilitator.domain.program import Cohort, Program
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.people import edited, enrolled, forgotten, is_named, merged, of_cohort


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


def test_what_only_names_somebody_among_other_things_stays_without_the_name(document):
    more = [
        StudyGroup(id="g", cohort_id="c", number=1, title="Fridays", host_id="anna"),
        Respondent(id="b", person_id="anna", organization="Town"),
        Completion(id="x", activity_id="a", person_id="anna", on=date(2026, 11, 22)),
    ]
    document = Document.of([*document.records(), *more])
    change = forgotten(document, ["anna"])
    after = document.after(change)
    assert after.get(StudyGroup, "g").host_id is None
    assert after.get(Respondent, "b") == Respondent(id="b", organization="Town")
    assert list(after.every(Completion)) == []
    assert after.after(change.reversed()) == document
    one = document.after(merged(document, "ana", "anna"))
    assert one.get(StudyGroup, "g").host_id == one.get(Respondent, "b").person_id == "ana"


def test_what_both_completed_counts_once(document):
    day = date(2026, 11, 22)
    more = [Completion(id=each, activity_id="a", person_id=each, on=day) for each in ("ana", "anna")]
    document = Document.of([*document.records(), *more])
    assert [each.id for each in document.after(merged(document, "ana", "anna")).every(Completion)] == ["ana"]


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("Ana Roy", True),
        ("ANA ROY", True),
        ("ana", True),
        ("Ana, town clerk", True),
        ("the clerk and Ana", True),
        ("Roi avec Ana", True),
        ("Roy", True),
        ("Anna", False),
        ("Banana", False),
        ("Ana Maria", False),
        ("", False),
    ],
)
def test_who_is_to_do_something_is_named_in_whole_or_by_a_part_of_nobody_elses_name(document, said, named):
    assert is_named(document, "ana", said) is named
    other = Document.of([*document.records(), Person(id="z", name="Ana Zed"), Person(id="y", name="Max Roy")])
    assert is_named(other, "ana", said) is (named and "roy" in said.casefold() and len(said) > 4)
