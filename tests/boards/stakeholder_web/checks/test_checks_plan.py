"""Who does what by when (A12, A15, A16, A21): each check fires and keeps still at its threshold."""

from datetime import date, timedelta

import pytest

from boards.stakeholder_web.maps import TODAY, crowd, found, items, map_of, person
from facilitator.boards.stakeholder_web.model import Deliverable, RaciRole

DECISION = date(2027, 2, 17)


@pytest.mark.parametrize(
    ("flags", "contact", "decision", "says"),
    [
        ("formal_approver", DECISION - timedelta(30), DECISION, None),
        ("formal_approver", DECISION - timedelta(29), DECISION, "by 18 January 2027"),
        ("formal_approver", None, DECISION, "by 18 January 2027"),
        ("formal_approver", None, None, "the date of the decision"),
        ("formal_approver", DECISION, None, None),
        ("", None, DECISION, None),
    ],
)
def test_a12_approval_needs_30_days(flags, contact, decision, says):
    document = map_of(person(1, flags=flags, next_contact=contact), decision_date=decision)
    findings = found(document, "A12")
    assert bool(findings) == bool(says)
    for each in findings:
        assert says in each.action
        assert each.opens == ("s1", "next_contact")


@pytest.mark.parametrize(
    ("theirs", "others", "fires"), [(7, 12, False), (8, 30, True), (4, 6, False), (5, 6, True), (5, 4, False)]
)
def test_a15_contacts_are_shared_out(theirs, others, fires):
    people = crowd(theirs, owner="Clerk") + [person(theirs + n, owner=f"Owner {n}") for n in range(1, others + 1)]
    assert items(map_of(*people), "A15") == ([tuple(f"s{n}" for n in range(1, theirs + 1))] if fires else [])


def test_a15_takes_owners_as_people_type_them_and_nobody_for_none():
    assert found(map_of(*crowd(20)), "A15") == []
    people = [person(number, owner=name) for number, name in enumerate(["Clerk", "clerk ", "CLERK", "Clerk"] * 2, 1)]
    (one,) = found(map_of(*people), "A15")
    assert one.message == "Clerk: in charge of 8 of 8 contacts."
    assert one.opens == ("s8", "owner")


@pytest.mark.parametrize(
    ("contact", "fires"), [(TODAY - timedelta(1), True), (TODAY, False), (TODAY + timedelta(1), False), (None, False)]
)
def test_a16_contacts_are_not_overdue(contact, fires):
    assert items(map_of(person(1, next_contact=contact)), "A16") == ([("s1",)] if fires else [])


@pytest.mark.parametrize(
    ("roles", "says"),
    [
        ("AR", ""),
        ("ARRCI", ""),
        ("R", "nobody is accountable (A)"),
        ("AAR", "2 are accountable (A) instead of one"),
        ("A", "nobody is responsible (R)"),
        ("CI", "nobody is accountable (A) and nobody is responsible (R)"),
        ("", "nobody is accountable (A) and nobody is responsible (R)"),
    ],
)
def test_a21_one_accountable_and_somebody_responsible(roles, says):
    records = [Deliverable(id="d", board_id="web", number=1, name="By-law")]
    records += [
        RaciRole(id=f"r{number}", deliverable_id="d", stakeholder_id=f"s{number}", role=role)
        for number, role in enumerate(roles, start=1)
    ]
    findings = found(map_of(*crowd(6), more=records), "A21")
    assert [each.message for each in findings] == ([f"By-law: {says}."] if says else [])
    for each in findings:
        assert each.opens == (("s2", "raci:d") if "2 are" in says else ("web", "raci"))


def test_a21_leaves_other_boards_alone():
    assert found(map_of(person(1), more=[Deliverable(id="d", board_id="b", number=1, name="By-law")]), "A21") == []
