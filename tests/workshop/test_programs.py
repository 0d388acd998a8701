"""Programs, tracks and what is said of cohorts: what is kept, and what is refused in which words."""

from datetime import date

import pytest

from facilitator.domain.document import Document
from facilitator.domain.engagement import Person
from facilitator.domain.learning import Activity, Lesson
from facilitator.domain.participation import Enrolment
from facilitator.domain.program import Cohort, Program, Track
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.programs import (
    CohortValues,
    ProgramValues,
    cohort_edited,
    program_edited,
    track_added,
    track_edited,
    track_removed,
    tracks_of,
)

MAY, JUNE, JULY = date(2027, 5, 1), date(2027, 6, 1), date(2027, 7, 1)


@pytest.fixture
def document():
    return Document.of(
        [
            Program(id="p", number=1, title="Leaders"),
            Track(id="t", program_id="p", number=1, title="Staff"),
            Cohort(id="c", program_id="p", number=1, title="Spring"),
            Person(id="ana", name="Ana"),
            Enrolment(id="e", cohort_id="c", person_id="ana", track_id="t"),
        ]
    )


def refusal(edit, *given):
    with pytest.raises(EditRejected) as refused:
        edit(*given)
    return refused.value


def test_all_that_is_said_of_a_program_is_kept_as_one_step(document):
    values = ProgramValues(
        " Leaders  2027 ", "half_day_series", "LEAD", "City of Laval", "Zoé Roy", "Director", "A\nB", "By us\n"
    )
    change = program_edited(document, "p", values)
    after = document.after(change)
    assert after.get(Program, "p") == Program(
        id="p",
        number=1,
        title="Leaders 2027",
        kind="half_day_series",
        code="LEAD",
        issuer="City of Laval",
        signatory="Zoé Roy",
        role="Director",
        partners="A\nB",
        credit="By us",
    )
    assert after.after(change.reversed()) == document


@pytest.mark.parametrize(
    ("values", "key"),
    [
        (ProgramValues("Leaders"), "nothing_to_do"),
        (ProgramValues(" "), "name_empty"),
        (ProgramValues("Leaders", kind="course"), "choice_unknown"),
        (ProgramValues("Leaders", code="?!"), "code_letters"),
        (ProgramValues("Leaders", code="ELEVENLETTR"), "name_too_long"),
        (ProgramValues("Leaders", issuer="a\x07b"), "name_control"),
    ],
)
def test_what_a_program_can_not_be(document, values, key):
    assert refusal(program_edited, document, "p", values).key == key


def test_a_code_of_ten_letters_is_as_long_as_one_may_be(document):
    after = document.after(program_edited(document, "p", ProgramValues("Leaders", code="TENLETTERS")))
    assert after.get(Program, "p").code == "TENLETTERS"


def test_all_that_is_said_of_a_cohort_is_kept(document):
    values = CohortValues("Spring", "S27", MAY, JUNE, JULY, " 12 ", "Nora and Max")
    after = document.after(cohort_edited(document, "c", values)).get(Cohort, "c")
    assert (after.code, after.begins_on, after.ends_on, after.closes_on) == ("S27", MAY, JUNE, JULY)
    assert (after.capacity, after.facilitators) == (12, "Nora and Max")


@pytest.mark.parametrize("days", [(MAY, MAY, MAY), (None, MAY, MAY), (MAY, None, MAY), (None, None, MAY), (MAY,) * 2])
def test_days_in_order_or_left_out_are_taken(document, days):
    assert document.after(cohort_edited(document, "c", CohortValues("Spring", "", *days))) != document


@pytest.mark.parametrize(
    ("days", "key", "values"),
    [
        ((JUNE, MAY, JULY), "cohort_ends", {"begins": "2027-06-01", "ends": "2027-05-01"}),
        ((MAY, JULY, JUNE), "cohort_closes", {"day": "2027-07-01", "closes": "2027-06-01"}),
        ((JUNE, None, MAY), "cohort_closes", {"day": "2027-06-01", "closes": "2027-05-01"}),
    ],
)
def test_days_out_of_order_are_refused_with_both_days(document, days, key, values):
    refused = refusal(cohort_edited, document, "c", CohortValues("Spring", "", *days))
    assert (refused.key, dict(refused.values)) == (key, values)


@pytest.mark.parametrize("typed", ["0", "-1", "a dozen", "1.5", "10000", "²"])
def test_a_number_of_places_is_a_whole_number(document, typed):
    refused = refusal(cohort_edited, document, "c", CohortValues("Spring", capacity=typed))
    assert (refused.key, refused.values["text"]) == ("capacity_number", typed)


def test_tracks_are_added_renamed_and_removed_and_whoever_was_on_one_stays(document):
    after = document.after(track_added(document, "p", "Leaders", "Directors"))
    assert [(each.number, each.title, each.audience) for each in tracks_of(after, "p")] == [
        (1, "Staff", ""),
        (2, "Leaders", "Directors"),
    ]
    after = after.after(track_edited(after, "t", "Everybody", "All staff"))
    assert tracks_of(after, "p")[0].title == "Everybody"
    change = track_removed(after, "t")
    gone = after.after(change)
    assert gone.get(Enrolment, "e") == Enrolment(id="e", cohort_id="c", person_id="ana")
    assert gone.after(change.reversed()) == after


def test_a_track_that_has_activities_of_its_own_stays(document):
    lesson = Lesson(id="l", program_id="p", number=1, week=1)
    activity = Activity(id="a", lesson_id="l", track_id="t", number=1, kind="try_it", minutes=5)
    held = Document.of([*document.records(), lesson, activity])
    refused = refusal(track_removed, held, "t")
    assert (refused.key, refused.values["count"]) == ("track_has_activities", 1)
