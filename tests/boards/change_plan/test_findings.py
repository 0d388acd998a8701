"""The checks CH01 to CH13, at their boundaries."""

from datetime import date, timedelta

import pytest

from boards.change_plan.plans import (
    EN,
    FR,
    KIND,
    PLAN,
    add,
    adoption,
    document,
    items,
    put,
    rated,
    session,
    with_records,
)
from facilitator.content.checks import checks

TODAY = date(2027, 1, 14)
FAR = "2027-12-31"


def found(held, *wanted, words=EN):
    return [
        (each.check, each.items, each.opens[1])
        for each in KIND.findings(held, PLAN, TODAY, words)
        if not wanted or each.check in wanted
    ]


def one(held, check, words=EN):
    (finding,) = [each for each in KIND.findings(held, PLAN, TODAY, words) if each.check == check]
    return finding


def test_an_empty_plan_lacks_its_roles_a_group_a_win_and_a_review():
    held = document()
    assert [check for check, _, _ in found(held)] == ["CH01", "CH03", "CH05", "CH09", "CH10", "CH04"]
    assert [each.check for each in KIND.findings(held, PLAN, TODAY, FR)] == [each[0] for each in found(held)]


def test_every_check_has_its_words_and_what_to_do():
    assert list(checks("change")) == [f"CH{number:02}" for number in range(1, 14)]
    for each in KIND.findings(document(), PLAN, TODAY, FR):
        assert all((each.message, each.why, each.action))


@pytest.mark.parametrize(
    ("title", "check"),
    [("Sponsor", "CH01"), ("première ligne", "CH03"), ("Union", "CH04"), ("EXECUTIVE SPONSOR", "CH01")],
)
def test_a_role_of_the_house_is_known_by_what_it_is_called(title, check):
    assert found(document(), check)
    assert found(add(document(), "team", title), check) == []


def test_a_role_without_a_person_is_work_that_nobody_does():
    held = add(document(), "team", "Sponsor")
    (role,) = items(held, "team")
    assert found(held, "CH02") == [("CH02", (role.id,), "who")]
    assert "“Sponsor”" in one(held, "CH02").message
    assert found(put(held, role.id, who="Ana"), "CH02") == []


def test_a_heavily_affected_group_needs_all_four():
    held = add(document(), "groups", "Clerks", weight="high", step="want_it", action="Listen")
    (group,) = items(held, "groups")
    assert found(held, "CH06") == [("CH06", (group.id,), "changes")]
    assert one(held, "CH06").message.endswith("what changes and who does it.")
    held = put(held, group.id, changes="Forms go online")
    assert found(held, "CH06") == [("CH06", (group.id,), "owner")]
    assert found(put(held, group.id, owner="Ana"), "CH06") == []
    assert found(put(held, group.id, weight="medium"), "CH06") == []


def test_of_a_group_it_is_said_how_much_changes():
    held = add(document(), "groups", "Clerks")
    (group,) = items(held, "groups")
    assert found(held, "CH05", "CH13") == [("CH13", (group.id,), "weight")]
    assert found(put(held, group.id, weight="low"), "CH13") == []


@pytest.mark.parametrize(("due", "fires"), [("2027-01-13", True), ("2027-01-14", False), ("2027-01-15", False)])
def test_the_day_itself_is_in_time(due, fires):
    held = add(document(), "groups", "Clerks", due=due)
    held = add(held, "wins", "One form", due=due)
    assert [check for check, _, _ in found(held, "CH07", "CH08")] == (["CH07", "CH08"] if fires else [])
    done = put(held, items(held, "wins")[0].id, state="done")
    assert found(done, "CH08") == []


@pytest.mark.parametrize(
    ("apart", "state", "fires"),
    [
        (0, "planned", False),
        (90, "under_way", False),
        (91, "planned", True),
        (-1, "planned", True),
        (-90, "done", False),
        (-91, "done", True),
    ],
)
def test_people_see_something_within_ninety_days(apart, state, fires):
    held = add(document(), "wins", "One form", due=(TODAY + timedelta(days=apart)).isoformat(), state=state)
    assert bool(found(held, "CH09")) is fires


def test_a_win_that_is_done_counts_without_a_day():
    assert found(add(document(), "wins", "One form", state="done"), "CH09", "CH11") == []


def test_a_win_needs_an_owner_a_day_and_how_it_is_seen():
    held = add(document(), "wins", "One form", owner="Ana")
    (win,) = items(held, "wins")
    assert found(held, "CH11") == [("CH11", (win.id,), "due")]
    assert one(held, "CH11", FR).message.endswith("pour quand et à quoi on la verra.")
    assert found(put(held, win.id, due=FAR, seen="Shorter queue"), "CH11") == []


@pytest.mark.parametrize(("apart", "fires"), [(-1, True), (0, False), (45, False), (46, True)])
def test_a_review_is_planned_within_forty_five_days(apart, fires):
    held = with_records(document(), session("s1", "review_monthly", TODAY + timedelta(days=apart)))
    assert bool(found(held, "CH10")) is fires


def test_any_other_session_is_no_review():
    held = with_records(document(), session("s1", "digital_audit_90", TODAY))
    assert found(held, "CH10")


def test_where_a_group_stands_now_is_taken_over_in_one_step():
    held, board_id = adoption(document(), "Adoption check: clerks", "31---")
    held = held.after(KIND.take(held, PLAN, [f"adoption:{board_id}"], EN))
    assert found(held, "CH12") == []

    held = rated(held, board_id, "33144")
    finding = one(held, "CH12")
    (group,) = items(held, "groups")
    assert finding.items == (group.id,)
    assert [(key, value) for _, key, value in finding.sets] == [
        ("step", "know_how"),
        ("action", "Give training close to the first use"),
    ]
    for item_id, key, value in finding.sets:
        held = held.after(KIND.set_field(held, item_id, key, value))
    assert found(held, "CH12") == []


def test_a_missing_role_is_added_in_one_step_and_the_others_stay():
    held = add(document(), "team", "Change lead", who="Ana")
    for check in ("CH01", "CH03", "CH04"):
        for item_id, key, value in one(held, check).sets:
            held = held.after(KIND.set_field(held, item_id, key, value))
    assert found(held, "CH01", "CH03", "CH04") == []
    assert [each.name for each in items(held, "team")] == [
        "Change lead",
        "Sponsor",
        "Front-line voice",
        "Union or staff representative (invited)",
    ]
