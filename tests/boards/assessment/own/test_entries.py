from datetime import date, timedelta

import pytest

from boards.assessment.own.interviews import EN, FR, TODAY, after, document, with_field
from facilitator.boards.assessment.model import Dataset, NextStep
from facilitator.boards.assessment.own.kind import CAPACITY, GOVERNANCE, PRINCIPLES
from facilitator.boards.assessment.own.reading import next_steps_on
from facilitator.boards.assessment.own.results import results_told
from facilitator.domain.refusal import EditRejected


def put(held, kind, list_id, entry_id="", **values):
    return held.after(kind.put_entry(held, "b", list_id, entry_id, values, EN))


def refused(held, kind, list_id, entry_id="", **values):
    with pytest.raises(EditRejected) as refusal:
        kind.put_entry(held, "b", list_id, entry_id, values, EN)
    return refusal.value


def test_a_next_step_is_added_edited_and_removed():
    held = put(document(), CAPACITY, "next_steps", text="Call two peers", statement="cap_s4", due="2027-04-01")
    (step,) = next_steps_on(held, "b")
    assert (step.text, step.statement, step.due, step.status) == (
        "Call two peers",
        "cap_s4",
        date(2027, 4, 1),
        "not_started",
    )
    held = put(held, CAPACITY, "next_steps", step.id, owner="Amara", effort="S", status="done")
    assert next_steps_on(held, "b") == (step.having(owner="Amara", effort="S", status="done"),)
    held = held.after(CAPACITY.delete_entry(held, "b", "next_steps", step.id))
    assert list(held.every(NextStep)) == []


def test_rows_that_cannot_stand_are_refused():
    held = document(GOVERNANCE)
    assert refused(held, GOVERNANCE, "next_steps", text=" ").key == "step_empty"
    assert refused(held, GOVERNANCE, "datasets", purpose="to book").key == "dataset_empty"
    assert refused(held, GOVERNANCE, "next_steps", text="a", due="soon").key == "cell_refused"
    assert refused(held, GOVERNANCE, "datasets", name="a", about_people="perhaps").key == "cell_refused"
    assert refused(held, GOVERNANCE, "next_steps", "gone", text="a").key == "gone"
    with pytest.raises(EditRejected):
        GOVERNANCE.delete_entry(held, "b", "datasets", "gone")
    with pytest.raises(KeyError):
        put(document(), CAPACITY, "datasets", name="a")


def test_there_are_five_next_steps_at_most_apart_from_what_is_settled_before_launch():
    held = after(document(GOVERNANCE), "T1 1", "T2 1", kind=GOVERNANCE)
    for number in range(5):
        held = put(held, GOVERNANCE, "next_steps", text=f"Step {number}", statement="dg_t2")
    assert refused(held, GOVERNANCE, "next_steps", text="Sixth", statement="dg_t2").values == {"most": 5}
    held = put(held, GOVERNANCE, "next_steps", text="Put up a notice", statement="dg_t1")
    gate = next_steps_on(held, "b")[-1]
    assert refused(held, GOVERNANCE, "next_steps", gate.id, statement="dg_t2").key == "steps_full"
    held = put(held, GOVERNANCE, "next_steps", next_steps_on(held, "b")[0].id, text="Another word")
    assert len(next_steps_on(held, "b")) == 6


def test_the_inventory_holds_eight_datasets():
    held = document(GOVERNANCE)
    for number in range(8):
        held = put(held, GOVERNANCE, "datasets", name=f"Set {number}", about_people="sensitive", kept_until="2 years")
    assert refused(held, GOVERNANCE, "datasets", name="Ninth").values == {"most": 8}
    first = next(iter(held.every(Dataset)))
    held = put(held, GOVERNANCE, "datasets", first.id, owner="Clerk")
    assert held.get(Dataset, first.id) == first.having(owner="Clerk")


def test_lists_hang_on_the_board_and_all_of_them_is_private():
    held = put(document(GOVERNANCE), GOVERNANCE, "datasets", name="Bookings")
    lists = GOVERNANCE.entry_lists(held, "b", FR)
    assert [each.title for each in lists] == ["Petit inventaire des données", "Prochaines étapes"]
    assert all(field.private for each in lists for field in each.fields)
    assert lists[0].rows[0].values[0] == "Bookings"
    assert GOVERNANCE.entry_lists(held, "b.dg_t1", FR) == ()
    assert [each.id for each in PRINCIPLES.entry_lists(document(PRINCIPLES), "b", EN)] == ["next_steps"]


def test_offers_come_before_launch_first_and_say_no_level():
    held = after(document(GOVERNANCE), "T1 1", "T2 1", "T3 ?", kind=GOVERNANCE)
    held = with_field(held, "b.dg_t3", "importance", "3", GOVERNANCE)
    offers = GOVERNANCE.offers(held, "b", EN)
    assert [(each.heading, each.id) for each in offers] == [
        ("Settle before launch", "dg_step_t1"),
        ("Suggested next steps", "find_out:dg_t3"),
        ("Suggested next steps", "dg_step_t2"),
    ]
    assert not any("1 Starting" in each.note for each in offers)
    assert GOVERNANCE.offers(document(GOVERNANCE), "b", EN) == ()


def test_what_is_to_be_found_out_is_offered_below_five_critical_gaps():
    first, *others = CAPACITY.asked.areas
    held = after(document(), f"{first.code} ?", *(f"{area.code} 0" for area in others[:6]))
    for area in (first, *others[:6]):
        held = with_field(held, f"b.{area.id}", "importance", "3")
    offers = CAPACITY.offers(held, "b", EN)
    assert [each.heading for each in offers].index("Find out") == 5
    assert [each.id for each in offers if each.heading == "Find out"] == ["find_out:cap_p1"]
    told = dict(results_told(held, "b", EN))
    assert told["Find out"] == f"P1 Define the need: Find out: {first.text.within('en')}"
    held = held.after(CAPACITY.take(held, "b", ["find_out:cap_p1"], EN))
    assert next_steps_on(held, "b")[0].text.startswith("Find out: ")


def test_gate_items_that_nobody_knows_are_offered_before_launch_and_outside_the_five():
    held = after(document(GOVERNANCE), *(f"{area.code} ?" for area in GOVERNANCE.asked.areas), kind=GOVERNANCE)
    offers = GOVERNANCE.offers(held, "b", FR)
    assert {each.heading for each in offers} == {"À régler avant le lancement"}
    assert len(offers) == 10
    held = held.after(GOVERNANCE.take(held, "b", [each.id for each in offers], EN))
    assert len(next_steps_on(held, "b")) == 10


def test_offers_that_are_taken_are_next_steps_due_by_the_library():
    held = after(document(), "P1 1", "P2 ?")
    held = with_field(held, "b.cap_p2", "importance", "3")
    ids = [each.id for each in CAPACITY.offers(held, "b", EN)]
    held = held.after(CAPACITY.take(held, "b", ids, EN))
    steps = {each.statement: each for each in next_steps_on(held, "b")}
    assert (steps["cap_p1"].step, steps["cap_p1"].due) == ("cap_step_p1", TODAY + timedelta(days=30))
    assert steps["cap_p2"].text.startswith("Find out: ")
    assert all(each.taken for each in CAPACITY.offers(held, "b", EN))
    for taken, key in ((ids, "nothing_to_do"), (["cap_step_x4"], "gone")):
        with pytest.raises(EditRejected) as refusal:
            CAPACITY.take(held, "b", taken, EN)
        assert refusal.value.key == key


def test_a_quick_win_is_offered_under_its_own_heading_where_it_is_not_among_the_first():
    held = after(document(), *(f"{area.code} 0" for area in CAPACITY.asked.areas))
    held = with_field(held, "b.cap_x4", "opportunities", "grant")
    headings = {each.id: each.heading for each in CAPACITY.offers(held, "b", EN)}
    assert headings["cap_step_x4"] == "Quick wins"
    assert len(headings) == 28
    wanted = list(headings)[:6]
    with pytest.raises(EditRejected) as refusal:
        CAPACITY.take(held, "b", wanted, EN)
    assert refusal.value.key == "steps_full"
