"""Who takes part in a session: added, matched, marked, removed, with undo that restores all of it."""

from datetime import date

import pytest

from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement, Person, Segment, Session
from facilitator.domain.participation import Attendance, Enrolment, Shuffle, ShuffledPerson
from facilitator.domain.program import Cohort, Program
from facilitator.domain.refusal import EditRejected
from facilitator.exchange.attendance.attended import Attended
from facilitator.workshop import people
from facilitator.workshop.participants import (
    added,
    all_enrolled,
    all_expected,
    marked,
    matched,
    not_yet_here,
    participants,
    presence_counts,
    presence_for,
    removed,
)


@pytest.fixture
def document():
    return Document.of(
        [
            Program(id="pr", number=1, title="Program"),
            Cohort(id="c", program_id="pr", number=1, title="Cohort"),
            Session(id="s1", number=1, title="First", cohort_id="c"),
            Session(id="s2", number=2, title="Second"),
            Segment(id="g1", session_id="s1", number=1, minutes=60, title="Work"),
            Segment(id="g2", session_id="s1", number=2, minutes=40, title="Close"),
            Person(id="zoe", name="Zoé Côté", pronunciation="zo-AY"),
            Enrolment(id="e1", cohort_id="c", person_id="zoe"),
        ]
    )


def names(document, session_id="s1"):
    return [each.person.name for each in participants(document, session_id)]


def rows(document, session_id="s1"):
    found = participants(document, session_id)
    return {
        each.person.name: (each.attendance.presence, each.attendance.minutes, each.attendance.joins) for each in found
    }


def refused(edit, *args, **options):
    with pytest.raises(EditRejected) as caught:
        edit(*args, **options)
    return caught.value.key


def undone(document, change):
    after = document.after(change)
    assert after.after(change.reversed()) == document
    return after


def test_a_list_adds_new_people_and_knows_those_who_are_known(document):
    told = [Attended("ZOE  COTE", "Ville de Laval", "elle"), Attended("Max Roy")]
    after = undone(document, added(document, "s1", told))
    assert names(after) == ["Max Roy", "Zoé Côté"]
    zoe = after.get(Person, "zoe")
    assert (zoe.name, zoe.organization, zoe.pronouns, zoe.pronunciation) == (
        "Zoé Côté",
        "Ville de Laval",
        "elle",
        "zo-AY",
    )
    assert rows(after)["Max Roy"] == ("", None, 0)
    assert refused(added, after, "s1", told) == "people_nobody_new"


def test_what_is_known_of_somebody_is_not_overwritten(document):
    document = document.after(people.edited(document, "zoe", organization="Ville de Laval", pronouns="elle"))
    after = document.after(added(document, "s1", [Attended("Zoé Côté", "Elsewhere", "they/them")]))
    assert after.get(Person, "zoe") == document.get(Person, "zoe")


def test_the_same_person_in_two_sessions_and_two_people_of_one_name(document):
    twice = [Attended("Marie Roy"), Attended("Marie Roy")]
    after = document.after(added(document, "s1", twice))
    after = after.after(added(after, "s2", twice))
    assert len([each for each in after.every(Person) if each.name == "Marie Roy"]) == 2
    assert names(after) == names(after, "s2") == ["Marie Roy", "Marie Roy"]


@pytest.mark.parametrize(
    ("minutes", "presence"),
    [(100, "present"), (80, "present"), (79, "partial"), (10, "partial"), (9, ""), (1, ""), (0, "absent")],
)
def test_four_fifths_of_the_planned_minutes_are_present(document, minutes, presence):
    change = added(document, "s1", [Attended("Max", minutes=minutes, joins=2)])
    assert change.label == "take_attendance"
    assert rows(document.after(change))["Max"] == (presence, minutes, 2)


def test_without_planned_minutes_the_longest_stay_is_the_measure(document):
    told = [Attended("Ana", minutes=50), Attended("Bo", minutes=40), Attended("Cy", minutes=39)]
    assert [match.presence for match in matched(document, "s2", told)] == ["present", "present", "partial"]


def test_who_is_expected_and_not_in_the_file_is_absent_only_if_asked(document):
    document = document.after(added(document, "s1", [Attended("Ana"), Attended("Bo"), Attended("Cy")]))
    cy = next(each.person.id for each in participants(document, "s1") if each.person.name == "Cy")
    document = document.after(marked(document, "s1", [cy], "present"))
    told = [Attended("Ana", minutes=100, joins=1)]
    assert rows(document.after(added(document, "s1", told)))["Bo"] == ("", None, 0)
    after = undone(document, added(document, "s1", told, absent_rest=True))
    assert rows(after) == {"Ana": ("present", 100, 1), "Bo": ("absent", None, 0), "Cy": ("present", None, 0)}
    assert presence_counts(after, "s1") == {"all": 3, "present": 2, "partial": 0, "absent": 1}


def test_a_later_report_of_the_same_session_replaces_the_minutes(document):
    document = document.after(added(document, "s1", [Attended("Ana", minutes=30, joins=1)]))
    after = document.after(added(document, "s1", [Attended("ana", minutes=95, joins=2)]))
    assert rows(after) == {"Ana": ("present", 95, 2)}


def test_marking(document):
    document = document.after(added(document, "s1", [Attended("Ana"), Attended("Bo")]))
    ids = [each.person.id for each in participants(document, "s1")]
    after = undone(document, marked(document, "s1", ids, "present"))
    assert {presence for presence, *_ in rows(after).values()} == {"present"}
    assert refused(marked, after, "s1", ids, "present") == "nothing_to_do"
    assert refused(marked, after, "s1", ids, "asleep") == "choice_unknown"
    assert refused(marked, after, "s2", ids, "present") == "gone"


def drawing(document, session_id, person_id):
    change = added(document, session_id, [Attended(document.get(Person, person_id).name)])
    document = document.after(change)
    extra = [
        Shuffle(id=f"sh-{session_id}", session_id=session_id, number=1, size=2),
        ShuffledPerson(id=f"sp-{session_id}", shuffle_id=f"sh-{session_id}", person_id=person_id, group=1, place=1),
    ]
    return Document.of([*document.records(), *extra])


def test_who_leaves_one_of_two_sessions_stays_in_the_other(document):
    document = drawing(drawing(document, "s1", "zoe"), "s2", "zoe")
    after = undone(document, removed(document, "s1", ["zoe"]))
    assert names(after) == []
    assert names(after, "s2") == ["Zoé Côté"]
    assert [each.shuffle_id for each in after.every(ShuffledPerson)] == ["sh-s2"]


def test_who_is_nowhere_else_is_forgotten_with_everything(document):
    document = document.after(added(document, "s1", [Attended("Ana"), Attended("Zoé Côté")]))
    ids = [each.person.id for each in participants(document, "s1")]
    after = undone(document, removed(document, "s1", ids))
    assert [each.name for each in after.every(Person)] == ["Zoé Côté"]  # still enrolled
    assert not list(after.every(Attendance))


def test_forgetting_somebody_removes_every_row(document):
    document = drawing(document, "s1", "zoe")
    after = undone(document, people.forgotten(document, ["zoe"]))
    for record_type in (Person, Enrolment, Attendance, ShuffledPerson):
        assert not list(after.every(record_type))


def test_a_cohort_is_taken_into_its_session_and_newcomers_into_the_cohort(document):
    after = undone(document, all_expected(document, "s1"))
    assert names(after) == ["Zoé Côté"]
    assert refused(all_expected, after, "s1") == "people_nobody_new"
    after = after.after(added(after, "s1", [Attended("Max")]))
    assert refused(all_enrolled, after, "s2") == "no_cohort"
    after = undone(after, all_enrolled(after, "s1"))
    assert [person.name for person in people.of_cohort(after, "c")] == ["Max", "Zoé Côté"]
    assert refused(all_enrolled, after, "s1") == "nothing_to_do"


def test_without_a_cohort_everybody_known_can_be_expected(document):
    document = document.after(added(document, "s1", [Attended("Max")]))
    assert names(document.after(all_expected(document, "s2")), "s2") == ["Max", "Zoé Côté"]


def test_refusals(document):
    assert refused(added, document, "", [Attended("Ana")]) == "no_session"
    assert refused(added, document, "x", [Attended("Ana")]) == "gone"
    assert refused(added, document, "s1", [Attended("Ana\u202e")]) == "name_control"
    assert refused(added, document, "s1", [Attended(" ")]) == "name_empty"


@pytest.mark.parametrize(("minutes", "presence"), [(9, ""), (10, ""), (20, ""), (21, "partial"), (168, "present")])
def test_who_looked_in_only_was_not_there_in_part(minutes, presence):
    assert presence_for(minutes, 210) == presence


def test_what_has_to_be_looked_at_is_told(document):
    people = [
        Attended("Max", minutes=1, joins=1),
        Attended("Mei", minutes=101, joins=3),
        Attended("+1 514-***-0199", minutes=90, joins=1),
        Attended("Ana", minutes=90, joins=1),
    ]
    assert [each.look for each in matched(document, "s1", people, 100)] == ["short", "over", "number", ""]
    assert [each.look for each in matched(document, "s1", [Attended("Mei", minutes=151, joins=3)])] == ["over"]
    assert [each.look for each in matched(document, "s1", [Attended("Mei", minutes=150, joins=3)])] == [""]


def test_who_withdrew_or_came_to_the_cohort_later_is_not_expected_and_not_absent():
    day = date(2026, 11, 17)
    document = Document.of(
        [
            Engagement(id="engagement", title="Leaders"),
            Program(id="p", number=1, title="Leaders", kind="half_day_series"),
            Cohort(id="c", program_id="p", number=1, title="Autumn"),
            Session(id="s", number=1, title="Half day 2", cohort_id="c", held_on=day),
            *(Person(id=each, name=each) for each in ("ana", "gone", "late")),
            Enrolment(id="e1", cohort_id="c", person_id="ana", enrolled_on=day),
            Enrolment(id="e2", cohort_id="c", person_id="gone", state="withdrawn"),
            Enrolment(id="e3", cohort_id="c", person_id="late", enrolled_on=date(2026, 11, 20)),
        ]
    )
    assert [each.id for each in not_yet_here(document, "s")] == ["ana"]
    every = document.after(added(document, "s", [Attended(each) for each in ("ana", "gone", "late")]))
    after = every.after(added(every, "s", [Attended("Max", minutes=60, joins=1)], absent_rest=True))
    its = {each.person.id: each.attendance.presence for each in participants(after, "s")}
    assert {name: its[name] for name in ("ana", "gone", "late")} == {"ana": "absent", "gone": "", "late": ""}
