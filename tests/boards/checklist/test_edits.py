from datetime import date

import pytest

from boards.checklist.lists import after, change_of, document, entry, status
from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.catalogue import CHECKLIST as KIND
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected


def refusal(edit):
    with pytest.raises(EditRejected) as caught:
        edit()
    return caught.value.key


def test_an_item_is_marked_done_by_its_code_or_the_beginning_of_its_text():
    held = after(document(), "v3", "Keep a good")
    assert (status(held, "v3"), status(held, "d5"), status(held, "v1")) == ("done", "done", "not_started")
    assert {each.item for each in held.every(ChecklistEntry)} == {"v3", "d5"}


def test_items_are_found_in_either_language_and_v1_is_not_v10():
    held = after(document("fr"), "Nommer les valeurs", "name guiding #under", "d1")
    assert status(held, "v4") == "under_way"
    assert (status(held, "d1"), status(held, "d10")) == ("done", "not_started")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("under", "under_way"), ("en-cours", "under_way"), ("fait", "done"), ("not-for", "not_for_us")],
)
def test_the_line_can_say_another_status(typed, wanted):
    assert status(after(document(), f"v3 #{typed}"), "v3") == wanted


def test_the_chosen_status_holds_unless_the_line_says_otherwise():
    held = document()
    assert status(held.after(change_of(held, "v3", "not_for_us")), "v3") == "not_for_us"


def test_what_a_checklist_cannot_do_is_refused():
    held = after(document(), "v3")
    assert refusal(lambda: change_of(held, "Buy a drone")) == "checklist_fixed"
    assert refusal(lambda: change_of(held, "v3")) == "nothing_to_do"
    assert refusal(lambda: change_of(held, "v4 #not-st")) == "nothing_to_do"
    assert refusal(lambda: change_of(held, "v3 @2")) == "capture_no_scale"
    assert refusal(lambda: change_of(held, "v3 #nowhere")) == "group_unknown"
    assert refusal(lambda: change_of(held, "v3 #not")) == "group_unknown"
    assert refusal(lambda: change_of(held, "v3 > v4")) == "no_links_here"
    assert refusal(lambda: KIND.rename(held, "c.v3", "Other")) == "checklist_fixed"
    assert refusal(lambda: KIND.drop(held, "c", ["c.v3"], 10, 10)) == "nothing_to_do"
    assert refusal(lambda: KIND.regroup(held, ["c.zz"], "done")) == "gone"
    assert refusal(lambda: KIND.regroup(held, ["other.v3"], "done")) == "gone"


@pytest.mark.parametrize(
    ("language", "known"),
    [
        ("en", "Not started, Under way, Done, Not for us"),
        ("fr", "Pas commencé, En cours, Fait, Ne s’applique pas"),
    ],
)
def test_statuses_are_told_in_the_language_of_the_engagement(language, known):
    for edit in (
        lambda: change_of(document(language), "v3 #zzz"),
        lambda: KIND.regroup(document(language), ["c.v3"], "zzz"),
    ):
        with pytest.raises(EditRejected) as caught:
            edit()
        assert (caught.value.key, caught.value.values) == ("group_unknown", {"group": "zzz", "known": known})


def test_items_and_the_board_have_lines_of_their_own():
    held = document()
    for item, key in (("c.v3", "title"), ("c.v3", "size"), ("c", "status"), ("c", "owner")):
        with pytest.raises(KeyError):
            KIND.set_field(held, item, key, "done")
    assert refusal(lambda: KIND.set_field(held, "c.v3", "status", "zzz")) == "choice_unknown"


def test_an_ambiguous_beginning_names_the_codes():
    with pytest.raises(EditRejected) as caught:
        change_of(document(), "Map")
    assert caught.value.key == "name_ambiguous"
    assert caught.value.values == {"name": "Map", "codes": "v5, d2"}


def test_arrows_step_through_the_statuses_and_stop_at_the_ends():
    held = document()
    for wanted in ("under_way", "done", "not_for_us"):
        held = held.after(KIND.nudge(held, ["c.v3"], "right"))
        assert status(held, "v3") == wanted
    assert refusal(lambda: KIND.nudge(held, ["c.v3"], "right")) == "nothing_to_do"
    assert refusal(lambda: KIND.nudge(held, ["c.v3"], "up")) == "nothing_to_do"
    for wanted in ("done", "under_way", "not_started"):
        held = held.after(KIND.nudge(held, ["c.v3"], "left"))
        assert status(held, "v3") == wanted
    assert entry(held, "v3") is None


def test_several_items_are_one_step():
    held = document()
    change = KIND.regroup(held, ["c.v1", "c.d2"], "Done")
    moved = held.after(change)
    assert (status(moved, "v1"), status(moved, "d2")) == ("done", "done")
    assert moved.after(change.reversed()) == held


def test_the_inspector_notes_who_when_and_what():
    held = document()
    for key, value in (
        ("status", "under_way"),
        ("owner", " Clerk’s Office "),
        ("due", "2027-01-14"),
        ("evidence", "Three calls\nTwo letters"),
        ("reason", "Not yet"),
    ):
        held = held.after(KIND.set_field(held, "c.v3", key, value))
    assert entry(held, "v3") == ChecklistEntry(
        id="c.v3",
        board_id="c",
        item="v3",
        status="under_way",
        owner="Clerk’s Office",
        due=date(2027, 1, 14),
        evidence="Three calls\nTwo letters",
        reason="Not yet",
    )
    for key in ("owner", "due", "evidence", "reason"):
        held = held.after(KIND.set_field(held, "c.v3", key, ""))
    held = held.after(KIND.set_field(held, "c.v3", "status", "not_started"))
    assert held == document()


@pytest.mark.parametrize("value", ["14/01/2027", "soon", "2027-02-30"])
def test_a_date_that_is_none_is_refused(value):
    with pytest.raises(EditRejected) as caught:
        KIND.set_field(document(), "c.v3", "due", value)
    assert (caught.value.key, caught.value.values) == ("date_unreadable", {"text": value})


def test_the_board_gets_another_title_and_question():
    held = document()
    held = held.after(KIND.set_field(held, "c", "title", "What we have"))
    held = held.after(KIND.set_field(held, "c", "question", ""))
    assert (held.get(Board, "c").title, held.get(Board, "c").question) == ("What we have", "")
    assert refusal(lambda: KIND.set_field(held, "c", "title", "What we have")) == "nothing_to_do"


def test_deleting_puts_items_back_to_their_beginning():
    held = after(document(), "v3", "v4")
    change = KIND.delete(held, ["c.v3", "c.v5"])
    assert status(held.after(change), "v3") == "not_started"
    assert status(held.after(change), "v4") == "done"
    assert held.after(change).after(change.reversed()) == held
    assert refusal(lambda: KIND.delete(held, ["c.v5"])) == "nothing_to_do"
