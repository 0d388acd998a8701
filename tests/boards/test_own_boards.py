"""A board for each of a cohort: who gets one, what it is called, and that it is one step."""

import pytest

from facilitator.boards.assessment.model import Respondent
from facilitator.boards.own_boards import boards_for_each
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Person
from facilitator.domain.participation import Enrolment
from facilitator.domain.program import Cohort, Program
from facilitator.domain.refusal import EditRejected
from house_kinds import HOUSE

PEOPLE = (
    Person(id="ana", name="Ana Roy", organization="Town of Elm"),
    Person(id="ben", name="Ben Zqcanary", organization=""),
    Person(id="kim", name="Kim Roy", organization="Village of Oak"),
    Person(id="out", name="Ora Roy", organization="Village of Ash"),
)


def cohort_of(*states, language="en"):
    program = Program(id="p", number=1, title="Leaders")
    cohorts = [Cohort(id=each, program_id="p", number=place, title=each) for place, each in enumerate("ab", start=1)]
    enrolled = [
        Enrolment(id=f"{cohort}{person}", cohort_id=cohort, person_id=person, state=state)
        for cohort, person, state in states
    ]
    engagement = Engagement(id="engagement", title="E", language=language)
    return Document.of([engagement, program, *cohorts, *PEOPLE, *enrolled])


EVERYBODY = (("a", "ana", "active"), ("a", "ben", "invited"), ("b", "ana", "completed"), ("b", "kim", "paused"))


def titles(document):
    return [each.title for each in sorted(document.every(Board), key=lambda each: each.number)]


def owners(document):
    return {each.person_id for each in document.every(Respondent)}


def test_everybody_who_is_enrolled_gets_a_board_of_their_own_in_one_step():
    document = cohort_of(*EVERYBODY)
    found = boards_for_each(document, ("a", "b"), "principles", HOUSE)
    after = document.after(found.change)
    assert (found.made, found.had) == (3, 0)
    assert owners(after) == {"ana", "ben", "kim"}
    assert {each.kind for each in after.every(Board)} == {"principles"}
    assert after.after(found.change.reversed()) == document


def test_who_withdrew_or_is_in_another_cohort_gets_none():
    document = cohort_of(("a", "ana", "active"), ("a", "out", "withdrawn"), ("b", "kim", "active"))
    found = boards_for_each(document, ("a",), "capacity", HOUSE)
    assert owners(document.after(found.change)) == {"ana"}


def test_who_has_one_of_that_kind_keeps_it_and_is_counted():
    document = cohort_of(*EVERYBODY)
    document = document.after(boards_for_each(document, ("a",), "capacity", HOUSE).change)
    found = boards_for_each(document, ("a", "b"), "capacity", HOUSE)
    assert (found.made, found.had) == (1, 2)
    after = document.after(found.change)
    assert sorted(each.person_id for each in after.every(Respondent)) == ["ana", "ben", "kim"]
    again = boards_for_each(after, ("a", "b"), "capacity", HOUSE)
    assert (again.change, again.made, again.had) == (None, 0, 3)
    assert boards_for_each(after, ("a",), "principles", HOUSE).made == 2  # one of another kind is none of this


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_title_names_a_person(language):
    document = cohort_of(*EVERYBODY, language=language)
    after = document.after(boards_for_each(document, ("a", "b"), "capacity", HOUSE).change)
    told = " ".join(titles(after))
    assert "Town of Elm" in told
    assert "Zqcanary" not in told
    assert "Roy" not in told
    assert len(set(titles(after))) == 3


def test_of_a_kind_that_is_for_nobody_in_particular_none_is_made():
    with pytest.raises(EditRejected, match="nothing_to_do"):
        boards_for_each(cohort_of(*EVERYBODY), ("a",), "value_board", HOUSE)
