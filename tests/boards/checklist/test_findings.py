"""The checks C01 to C04, at their boundaries."""

from datetime import date

import pytest

from boards.checklist.engagements import value_board
from boards.checklist.lists import after, document
from facilitator.catalogue import CHECKLIST as KIND
from facilitator.content.words import Words

EN, FR = Words("en"), Words("fr")
TODAY = date(2027, 1, 14)


def found(held, words=EN, today=TODAY):
    return [(each.check, each.items, each.opens[1]) for each in KIND.findings(held, "c", today, words)]


def with_field(held, item, **known):
    for key, value in known.items():
        held = held.after(KIND.set_field(held, f"c.{item}", key, value))
    return held


def test_an_untouched_checklist_has_nothing_to_tell():
    assert found(document()) == []


def test_done_without_evidence_is_a_soft_warning():
    held = after(document(), "v1")
    assert found(held) == [("C01", ("c.v1",), "evidence")]
    assert KIND.findings(held, "c", TODAY, EN)[0].severity == "low"
    assert found(with_field(held, "v1", evidence="Minutes of May")) == []


def test_evidence_that_the_engagement_shows_is_there_to_take():
    held = after(value_board(document()), "v4")
    (finding,) = KIND.findings(held, "c", TODAY, FR)
    line = "Our value: 1 guiding value, what breaks it is said of 1"
    assert finding.sets == (("c.v4", "evidence", line),)
    assert FR.quote(line) in finding.action
    assert found(with_field(held, "v4", evidence=line)) == []


@pytest.mark.parametrize(("due", "fires"), [("2027-01-13", True), ("2027-01-14", False), ("2027-01-15", False)])
def test_the_day_itself_is_in_time(due, fires):
    held = with_field(document(), "v1", due=due, owner="Clerk")
    assert found(held) == ([("C02", ("c.v1",), "due")] if fires else [])


@pytest.mark.parametrize("status", ["done", "not_for_us"])
def test_what_is_settled_is_never_late_and_needs_no_owner(status):
    held = with_field(document(), "v1", due="2027-01-01", status=status, evidence="Yes", reason="No permits")
    assert found(held) == []


def test_what_is_under_way_or_has_a_day_needs_an_owner():
    under_way, with_day = after(document(), "v1 #under"), with_field(document(), "v1", due="2027-02-01")
    for held in (under_way, with_day):
        assert found(held) == [("C03", ("c.v1",), "owner")]
        assert found(with_field(held, "v1", owner="Clerk")) == []


def test_what_is_not_for_us_needs_a_reason():
    held = after(document(), "v1 #not-for")
    assert found(held) == [("C04", ("c.v1",), "reason")]
    assert found(with_field(held, "v1", reason="We have no permits")) == []


@pytest.mark.parametrize("words", [EN, FR])
def test_each_says_what_why_and_what_to_do(words):
    held = after(with_field(document(), "v2", due="2027-01-01"), "v1", "v3 #not-for")
    findings = KIND.findings(held, "c", TODAY, words)
    assert [each.check for each in findings] == ["C02", "C03", "C01", "C04"]
    assert words.date(date(2027, 1, 1)) in findings[0].message
    assert all(each.message[:2] in ("v1", "v2", "v3") and each.why and each.action for each in findings)
