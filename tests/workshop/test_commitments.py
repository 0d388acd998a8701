"""What people set out to do: added, edited, put, removed."""

from datetime import date

import pytest

from facilitator.domain.commitment import Commitment
from facilitator.domain.document import Document
from facilitator.domain.engagement import Person, Session
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.commitments import (
    TEXT_LIMIT,
    CommitmentValues,
    commitment_added,
    commitment_edited,
    commitment_put,
    commitment_removed,
    commitments_of,
)
from facilitator.workshop.people import forgotten, merged

ALL = CommitmentValues(
    "Watch  three residents", "Sam ", "fewer\nquestions", date(2026, 12, 1), "user", "done", "Two gone\n\nand one"
)


@pytest.fixture
def document():
    people = [Person(id="ana", name="Ana"), Person(id="ben", name="Ben")]
    return Document.of([*people, Session(id="s", number=1, title="First")])


def test_they_are_added_in_the_order_of_time(document):
    document = document.after(commitment_added(document, "ana", "s", ALL))
    document = document.after(commitment_added(document, "ben", "", CommitmentValues("Ask")))
    document = document.after(commitment_added(document, "ana", "", CommitmentValues("Then")))
    first, last = commitments_of(document, "ana")
    assert (first.text, first.with_whom, first.sign) == ("Watch three residents", "Sam", "fewer questions")
    assert (first.due, first.principle, first.state, first.session_id) == (date(2026, 12, 1), "user", "done", "s")
    assert first.result == "Two gone\n\nand one"
    assert (last.text, last.state, last.session_id) == ("Then", "open", None)
    assert first.number < last.number


def test_one_is_edited_put_and_removed_and_all_of_it_can_be_taken_back(document):
    document = document.after(commitment_added(document, "ana", "s", ALL))
    its_id = commitments_of(document, "ana")[0].id
    for change in (
        commitment_edited(document, its_id, CommitmentValues("Other")),
        commitment_put(document, its_id, "dropped"),
        commitment_removed(document, its_id),
    ):
        assert document.after(change).after(change.reversed()) == document
    edited = document.after(commitment_edited(document, its_id, CommitmentValues("Other")))
    assert (edited.get(Commitment, its_id).text, edited.get(Commitment, its_id).session_id) == ("Other", "s")
    assert document.after(commitment_put(document, its_id, "open")).get(Commitment, its_id).state == "open"
    assert commitments_of(document.after(commitment_removed(document, its_id)), "ana") == ()


def test_what_can_not_stand_is_refused(document):
    document = document.after(commitment_added(document, "ana", "s", ALL))
    its_id = commitments_of(document, "ana")[0].id

    def key(make, *its):
        with pytest.raises(EditRejected) as refusal:
            make(document, *its)
        return refusal.value.key

    assert key(commitment_added, "ana", "", CommitmentValues(" ")) == "name_empty"
    assert key(commitment_added, "ana", "", CommitmentValues("x" * (TEXT_LIMIT + 1))) == "name_too_long"
    assert key(commitment_added, "ana", "", CommitmentValues("x", sign="\u202e")) == "name_control"
    assert key(commitment_added, "nobody", "", CommitmentValues("x")) == "gone"
    assert key(commitment_added, "ana", "no session", CommitmentValues("x")) == "gone"
    assert key(commitment_edited, its_id, ALL) == "nothing_to_do"
    assert key(commitment_put, its_id, "done") == "nothing_to_do"
    assert key(commitment_removed, "x") == "gone"


def test_they_go_with_their_person_and_follow_who_becomes_one_with_another(document):
    document = document.after(commitment_added(document, "ana", "s", ALL))
    assert list(document.after(forgotten(document, ["ana"])).every(Commitment)) == []
    assert [each.text for each in commitments_of(document.after(merged(document, "ben", "ana")), "ben")] == [
        "Watch three residents"
    ]
