"""By what the items of a checklist can be filtered."""

from datetime import date

from boards.checklist.lists import after, document
from facilitator.catalogue import CHECKLIST as KIND
from facilitator.content.words import Words

EN, FR = Words("en"), Words("fr")
TODAY = date(2027, 1, 14)


def choices(held, its_id, words=EN):
    filters = KIND.filters(KIND.view(held, "c"), TODAY, words)
    its = next(each for each in filters if each.id == its_id)
    return {choice.id: (choice.name, {each.removeprefix("c.") for each in choice.items}) for choice in its.choices}


def with_field(held, item, key, value):
    return held.after(KIND.set_field(held, f"c.{item}", key, value))


def test_phases_and_statuses_hold_every_item_once():
    held = after(document(), "v1", "v2 #under")
    phases = choices(held, "phase")
    assert [(each, len(items)) for each, (_, items) in phases.items()] == [
        ("vision", 9),
        ("deliver", 11),
        ("sustain", 8),
        ("change", 9),
        ("procure", 8),
    ]
    statuses = choices(held, "status")
    assert statuses["done"] == ("Done", {"v1"})
    assert statuses["under_way"] == ("Under way", {"v2"})
    assert "not_for_us" not in statuses


def test_owners_come_by_name_and_nobody_last():
    held = with_field(with_field(document(), "v1", "owner", "Clerk"), "v2", "owner", "building")
    owners = choices(held, "owner")
    assert [name for name, _ in owners.values()] == ["building", "Clerk", "Nobody"]
    assert owners["Clerk"][1] == {"v1"}
    assert len(owners[""][1]) == 43


def test_only_what_is_open_is_due_and_the_last_day_is_within():
    days = {"v1": "2027-01-13", "v2": "2027-01-14", "v3": "2027-01-21", "v4": "2027-01-22", "v5": "2027-01-01"}
    held = document()
    for item, day in days.items():
        held = with_field(held, item, "due", day)
    due = choices(after(held, "v5"), "due")
    assert due["overdue"] == ("Overdue", {"v1"})
    assert due["7"] == (f"Due within 7 days (by {EN.short_date(date(2027, 1, 21))})", {"v1", "v2", "v3"})
    assert due["30"][1] == {"v1", "v2", "v3", "v4"}
    assert len(due["none"][1]) == 40


def test_standards_say_when_they_were_checked():
    names = [each.name for each in KIND.filters(KIND.view(document(), "c"), TODAY, EN)]
    assert names[-1] == "Government of Canada Digital Standards (checked on 22 November 2026)"
    aligned = choices(document(), "digital_standards", FR)
    assert aligned["users"] == ("Concevoir avec les utilisateurs", {"v6", "d3"})
