"""What sessions brought, as take-aways."""

import pytest

from boards.speaker_series.series import BOARD, outcome, series
from facilitator.boards.speaker_series.kind import KIND
from facilitator.boards.speaker_series.model import TakeAway
from facilitator.content.words import Words
from facilitator.domain.commitment import Commitment
from facilitator.domain.engagement import Person
from facilitator.domain.refusal import EditRejected

EN = Words("en")


@pytest.fixture
def held():
    return series(
        outcome("d", "decision", "Sit in on one call a month"),
        outcome("q", "question", "Who reads complaints?", None, "Q1"),
        outcome("n", "next_step", "Call the library", code="N1"),
        outcome("two", "decision", "Between us", "s2", "D2"),
        Person(id="p", name="Ana"),
        Commitment(id="c", person_id="p", session_id="s1", number=1, text="I will ask Leo"),
    )


def test_decisions_questions_and_parked_ideas_are_offered_for_the_principle_of_their_session(held):
    offers = KIND.offers(held, BOARD, EN)
    of_talk = [each for each in offers if each.id.startswith("d:")]
    assert [(each.id, each.heading, each.name, each.note) for each in of_talk] == [
        ("d:user", "D1 Sit in on one call a month", "Obsess about the user", "From “Principle 1”")
    ]
    assert [each.id for each in offers if each.id.startswith("q:")][-1] == "q:aspire"
    assert len(offers) == 1 + 8


def test_next_steps_commitments_and_what_came_of_a_one_to_one_are_not_offered(held):
    told = repr(KIND.offers(held, BOARD, EN))
    for text in ("Call the library", "ask Leo", "Between us"):
        assert text not in told
    for offer_id in ("n:user", "two:user", "c:user", "d:nothing"):
        with pytest.raises(EditRejected, match="gone"):
            KIND.take(held, BOARD, [offer_id], EN)


def test_taking_one_makes_a_take_away_from_the_only_speaker_and_is_done_once(held):
    after = held.after(KIND.take(held, BOARD, ["d:user", "q:open", "d:user"], EN))
    new = {each.text: each for each in after.every(TakeAway) if each.id not in ("t1", "t2")}
    assert {(each.principle, each.speaker_id, each.code) for each in new.values()} == {
        ("user", "l1", "T1"),
        ("open", None, "T2"),
    }
    taken = [each.id for each in KIND.offers(after, BOARD, EN) if each.taken]
    assert taken == ["d:user", "q:open"]
    with pytest.raises(EditRejected, match="nothing_to_do"):
        KIND.take(after, BOARD, ["d:user"], EN)


def test_whoever_has_not_agreed_is_not_named_by_taking(held):
    waits = held.after(KIND.set_field(held, "l1", "state", "invited"))
    after = waits.after(KIND.take(waits, BOARD, ["d:user"], EN))
    assert {each.speaker_id for each in after.every(TakeAway) if each.id not in ("t1", "t2")} == {None}
