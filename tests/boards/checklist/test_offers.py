"""Next steps and decisions of sessions, put with the items of a checklist that they are about."""

from datetime import date

import pytest

from boards.checklist.engagements import having, one_to_ones
from boards.checklist.lists import document, entry
from facilitator.boards.checklist.offers import offers_of, take
from facilitator.catalogue import CHECKLIST as KIND
from facilitator.content import checklist
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.engagement import Session
from facilitator.domain.outcome import Outcome
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.outcomes import edited

EN = Words("en")
BOARD, DAY = "c", date(2027, 2, 5)
STEP = Outcome(id="o1", session_id="s", number=1, kind="next_step", code="N1", text="Draft it", who="Planning", due=DAY)
DECISION = Outcome(id="o2", session_id="s", number=2, kind="decision", code="D1", text="Paper is still taken")
PARKED = Outcome(id="o3", number=1, kind="parking", code="P1", text="Dog licences")


def offered(held, board):
    return {each.id.partition(":")[0] for each in offers_of(held, board, EN)}


def test_what_comes_out_of_a_1_to_1_is_offered_to_checklists_of_the_same_person_only():
    held = having(
        one_to_ones(document()),
        Session(id="s", number=9, title="All"),
        STEP,
        Outcome(id="ana", session_id="s_ana", number=2, kind="next_step", code="N2", text="Call the mayor"),
    )
    assert offered(held, "c_ana") == {"o1", "ana"}
    assert offered(held, "c_al") == offered(held, "c_bo") == offered(held, "c") == {"o1"}
    with pytest.raises(EditRejected) as refused:
        take(held, "c_bo", ["ana:v1"])
    assert refused.value.key == "gone"


@pytest.fixture
def held():
    records = (Session(id="s", number=1, title="Who?"), STEP, DECISION, PARKED)
    return document().after(Change("found_engagement", adding(records)))


def test_every_item_is_on_offer_under_each_next_step_and_decision(held):
    offers = offers_of(held, BOARD, EN)
    headings = list(dict.fromkeys(offer.heading for offer in offers))
    first, second = "N1 Draft it · Planning · by 5 February 2027", "D1 Paper is still taken"
    assert headings == [first, second, f"{first}: all other items", f"{second}: all other items"]
    assert [offer.heading for offer in offers[:10]] == [first] * 5 + [second] * 5
    for outcome in (STEP, DECISION):
        assert {f"{outcome.id}:{item.id}" for item in checklist.items()} <= {offer.id for offer in offers}
    assert not any(offer.taken for offer in offers)
    assert offers_of(document(), BOARD, EN) == ()


def test_the_item_that_shares_most_words_stands_first(held):
    item = checklist.items()[20]
    about = held.after(edited(held, "o2", kind="decision", text=item.text.en, who="", due=None))
    first = next(offer for offer in offers_of(about, BOARD, EN) if offer.id.startswith("o2:"))
    assert first.id == f"o2:{item.id}"


def test_items_that_are_done_stand_after_all_that_are_open(held):
    item = checklist.items()[20]
    held = held.after(edited(held, "o1", kind="next_step", text=item.text.en, who="", due=None))
    assert offers_of(held, BOARD, EN)[0].id == f"o1:{item.id}"
    held = held.after(KIND.set_field(held, f"{BOARD}.{item.id}", "status", "done"))
    mine = [offer.id for offer in offers_of(held, BOARD, EN) if offer.id.startswith("o1:")]
    assert mine[-1] == f"o1:{item.id}"


def test_a_next_step_brings_its_owner_day_and_words_and_has_its_item_under_way(held):
    after = held.after(KIND.take(held, BOARD, ["o1:v2", "o2:v2"], EN))
    found = entry(after, "v2")
    assert (found.status, found.owner, found.due) == ("under_way", "Planning", DAY)
    assert found.evidence == "N1 Draft it (Planning, by 5 February 2027)\nD1 Paper is still taken"


def test_what_an_item_has_already_stays(held):
    held = held.after(KIND.set_field(held, f"{BOARD}.v1", "owner", "Clerk"))
    held = held.after(KIND.set_field(held, f"{BOARD}.v1", "status", "done"))
    found = entry(held.after(take(held, BOARD, ["o1:v1", "o2:d1"])), "v1")
    assert (found.status, found.owner, found.due) == ("done", "Clerk", DAY)
    assert entry(held.after(take(held, BOARD, ["o2:d1"])), "d1").status == "not_started"


def test_one_that_is_on_the_checklist_is_not_offered_again_even_in_other_words(held):
    held = held.after(take(held, BOARD, ["o1:v2"]))
    held = held.after(edited(held, "o1", kind="next_step", text="Write it", who="Planning", due=DAY))
    mine = [offer for offer in offers_of(held, BOARD, EN) if offer.id.startswith("o1:")]
    assert [(offer.id, offer.taken) for offer in mine] == [("o1:v2", True)]
    for ids, key in ((["o1:v2"], "nothing_to_do"), (["o3:v2"], "gone"), (["o1:zz"], "gone")):
        with pytest.raises(EditRejected) as refused:
            take(held, BOARD, ids)
        assert refused.value.key == key
