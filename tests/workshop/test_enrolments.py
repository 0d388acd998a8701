"""How people belong to a cohort: states, tracks, groups, days, names."""

from datetime import date

import pytest

from facilitator.domain.document import Document
from facilitator.domain.engagement import Person
from facilitator.domain.participation import Enrolment, StudyGroup
from facilitator.domain.program import Cohort, Program, Track
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.enrolments import (
    EnrolmentValues,
    enrolment_edited,
    put_in_group,
    put_in_state,
    put_on_track,
    state_counts,
)

DAY = date(2027, 5, 4)
PEOPLE = [f"p{number}" for number in range(1, 9)]


@pytest.fixture
def document():
    return Document.of(
        [
            Program(id="p", number=1, title="Leaders"),
            Program(id="q", number=2, title="Other"),
            Track(id="t", program_id="p", number=1, title="Staff"),
            Track(id="u", program_id="q", number=1, title="Elsewhere"),
            Cohort(id="c", program_id="p", number=1, title="Spring", closes_on=DAY),
            Cohort(id="d", program_id="p", number=2, title="Fall"),
            *(Person(id=each, name=each.upper()) for each in PEOPLE),
            StudyGroup(id="g", cohort_id="c", number=1, title="Group 1", host_id="p1"),
            StudyGroup(id="h", cohort_id="d", number=1, title="Group 2"),
            *(Enrolment(id=f"e_{each}", cohort_id="c", person_id=each) for each in PEOPLE[1:]),
            Enrolment(id="e_p1", cohort_id="c", person_id="p1", study_group_id="g"),
        ]
    )


def refusal(edit, *given):
    with pytest.raises(EditRejected) as refused:
        edit(*given)
    return refused.value


def test_all_of_an_enrolment_is_kept_as_one_step(document):
    values = EnrolmentValues("paused", "t", "g", DAY, named=False, certificate_name=" Dr. P  Two ")
    change = enrolment_edited(document, "e_p2", values)
    after = document.after(change)
    assert after.get(Enrolment, "e_p2") == Enrolment(
        id="e_p2",
        cohort_id="c",
        person_id="p2",
        track_id="t",
        study_group_id="g",
        state="paused",
        enrolled_on=DAY,
        named=False,
        certificate_name="Dr. P Two",
    )
    assert after.after(change.reversed()) == document


@pytest.mark.parametrize(
    ("values", "key"),
    [
        (EnrolmentValues(), "nothing_to_do"),
        (EnrolmentValues("gone fishing"), "choice_unknown"),
        (EnrolmentValues(track_id="u"), "gone"),
        (EnrolmentValues(study_group_id="h"), "gone"),
        (EnrolmentValues(enrolled_on=date(2027, 5, 5)), "enrolled_late"),
        (EnrolmentValues(certificate_name="a\x07"), "name_control"),
    ],
)
def test_what_an_enrolment_can_not_be(document, values, key):
    assert refusal(enrolment_edited, document, "e_p2", values).key == key


def test_the_last_day_of_a_cohort_still_counts(document):
    after = document.after(enrolment_edited(document, "e_p2", EnrolmentValues(enrolled_on=DAY)))
    assert after.get(Enrolment, "e_p2").enrolled_on == DAY


def test_who_withdraws_leaves_their_group_and_hosts_none(document):
    after = document.after(put_in_state(document, ["e_p1", "e_p2"], "withdrawn"))
    assert [after.get(Enrolment, each).state for each in ("e_p1", "e_p2", "e_p3")] == ["withdrawn"] * 2 + ["active"]
    assert after.get(Enrolment, "e_p1").study_group_id is None
    assert after.get(StudyGroup, "g").host_id is None
    by_form = document.after(enrolment_edited(document, "e_p1", EnrolmentValues("withdrawn", "", "g")))
    assert by_form.get(Enrolment, "e_p1").study_group_id is None
    assert by_form.get(StudyGroup, "g").host_id is None
    assert refusal(put_in_group, after, ["e_p1"], "g").key == "group_withdrawn"


def test_several_go_on_a_track_at_once_and_off_it_again(document):
    on_it = document.after(put_on_track(document, ["e_p1", "e_p2"], "t"))
    assert {each.id for each in on_it.every(Enrolment) if each.track_id == "t"} == {"e_p1", "e_p2"}
    assert on_it.after(put_on_track(on_it, ["e_p1", "e_p2"], "")) == document
    assert refusal(put_on_track, document, ["e_p1"], "u").key == "gone"


def test_a_study_group_has_room_for_six_and_no_more(document):
    six = document.after(put_in_group(document, [f"e_p{each}" for each in range(2, 7)], "g"))
    refused = refusal(put_in_group, six, ["e_p7"], "g")
    assert (refused.key, refused.values["most"]) == ("study_group_full", 6)
    assert refusal(enrolment_edited, six, "e_p7", EnrolmentValues(study_group_id="g")).key == "study_group_full"
    assert six.after(enrolment_edited(six, "e_p2", EnrolmentValues("paused", "", "g"))) != six
    assert refusal(put_in_group, document, ["e_p2"], "h").key == "gone"


def test_states_are_counted(document):
    after = document.after(put_in_state(document, ["e_p1"], "completed"))
    assert state_counts(after, "c") == {"invited": 0, "active": 7, "paused": 0, "completed": 1, "withdrawn": 0}
    assert set(state_counts(after, "d").values()) == {0}
