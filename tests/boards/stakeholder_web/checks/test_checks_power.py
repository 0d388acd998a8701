"""Those with a say (A01, A09, A10, A17 to A20): each check fires and keeps still at its threshold."""

import pytest

from boards.stakeholder_web.maps import found, items, map_of, person, tie
from facilitator.boards.described import LINK
from facilitator.boards.stakeholder_web.model import RelationshipNote


@pytest.mark.parametrize(
    ("facts", "fires"),
    [
        ({"influence": 3}, True),
        ({"influence": 4, "owner": " "}, True),
        ({"influence": 3, "owner": "Clerk"}, False),
        ({"influence": 2}, False),
        ({}, False),
    ],
)
def test_a01_somebody_looks_after_those_with_a_say(facts, fires):
    assert items(map_of(person(1, **facts)), "A01") == ([("s1",)] if fires else [])


@pytest.mark.parametrize(
    ("facts", "fires"),
    [
        ({"influence": 3}, True),
        ({"influence": 4, "attitude": 0}, False),
        ({"influence": 2}, False),
        ({"influence": 4, "basis": "assumed"}, True),
    ],
)
def test_a09_the_view_of_those_with_a_say_is_known(facts, fires):
    assert items(map_of(person(1, **facts)), "A09") == ([("s1",)] if fires else [])


@pytest.mark.parametrize(
    ("facts", "fires"),
    [
        ({"influence": 3, "attitude": 1, "basis": "assumed"}, True),
        ({"influence": 3, "attitude": 1, "basis": "heard_from_others"}, False),
        ({"influence": 3, "attitude": 1}, False),
        ({"influence": 2, "attitude": 1, "basis": "assumed"}, False),
    ],
)
def test_a10_the_view_of_those_with_a_say_is_not_just_assumed(facts, fires):
    assert items(map_of(person(1, **facts)), "A10") == ([("s1",)] if fires else [])


@pytest.mark.parametrize(
    ("kind", "influence", "fires"),
    [("tension", 3, True), ("broken", 4, True), ("tension", 2, False), ("weak", 4, False), ("tension", None, False)],
)
@pytest.mark.parametrize("powerful", [1, 2])
def test_a17_a_conflict_near_power(kind, influence, powerful, fires):
    people = [person(number, influence=influence if number == powerful else None) for number in (1, 2)]
    document = map_of(*people, more=[tie(1, 2, kind)])
    assert items(document, "A17") == ([("1-2", "s1", "s2")] if fires else [])


def test_a17_keeps_still_once_a_note_says_what_will_be_done():
    people = [person(1, influence=3), person(2)]
    noted = [tie(1, 2, "tension"), RelationshipNote(id="1-2", text="A joint site visit")]
    assert found(map_of(*people, more=noted), "A17") == []
    assert found(map_of(*people, more=[noted[0], RelationshipNote(id="1-2", text=" ")]), "A17")


def test_a17_names_the_project_where_the_conflict_is_with_it():
    (one,) = found(map_of(person(1, influence=3), more=[tie(1, None, "tension")]), "A17")
    assert one.message.startswith("Person 1 – Tension or conflict – Permits:")
    assert (one.items, one.opens) == (("1-None", "s1"), ("1-None", "note"))


@pytest.mark.parametrize(
    ("influence", "ties", "fires"),
    [
        (3, [], True),
        (3, [tie(2, 3)], True),
        (3, [tie(2, 1)], False),
        (3, [tie(None, 1, "potential")], False),
        (2, [], False),
    ],
)
def test_a18_a_line_leads_to_those_with_a_say(influence, ties, fires):
    document = map_of(person(1, influence=influence), person(2), person(3), more=ties)
    assert items(document, "A18") == ([("s1",)] if fires else [])


@pytest.mark.parametrize(
    ("ties", "bridge"),
    [
        ([tie(2, 1, "influences")], "s2"),
        ([tie(2, 1, "informs"), tie(3, 1, "influences")], None),
        ([tie(2, 1, "informs"), tie(2, 5, "influences"), tie(3, 1, "influences")], "s2"),
        ([tie(1, 2, "influences")], None),
        ([tie(1, 2, "informs", direction="both")], "s2"),
        ([tie(1, 2, "informs", direction="none")], "s2"),
        ([tie(1, 2, "informs", direction="one_way")], None),
        ([tie(2, 1, "works_with"), tie(2, 1, "funds")], None),
        ([tie(2, 4, "influences")], None),
        ([tie(None, 1, "informs")], None),
        ([tie(2, 1, "informs"), tie(None, 1, "informs")], None),
        ([tie(1, 5, "influences")], "s1"),
    ],
)
def test_a19_one_bridge_to_those_who_decide(ties, bridge):
    people = [person(1, influence=4), person(2), person(3), person(4, influence=3), person(5, influence=4)]
    assert items(map_of(*people, more=ties), "A19") == ([(bridge,)] if bridge else [])


@pytest.mark.parametrize(
    ("influence", "attitude", "fires"), [(3, 2, False), (4, 2, False), (2, 2, True), (4, 1, True), (None, 2, True)]
)
def test_a20_a_champion_with_a_say(influence, attitude, fires):
    assert bool(found(map_of(person(1, influence=influence, attitude=attitude)), "A20")) == fires


def test_a18_and_a19_begin_the_tie_that_is_missing():
    document = map_of(person(1, influence=4), person(2), person(3, influence=3), more=[tie(2, 1, "influences")])
    assert [each.opens for each in found(document, "A18")] == [("s3", LINK)]
    assert [each.opens for each in found(document, "A19")] == [("s2", LINK)]


def test_a20_names_whom_to_ask():
    people = [person(1, influence=3, attitude=1), person(2, influence=4, attitude=1), person(3, influence=4)]
    (one,) = found(map_of(*people), "A20")
    assert (one.items, one.opens) == (("s2",), ("s2", "strategy"))
    assert "(Person 2)" in one.action
    (one,) = found(map_of(person(1)), "A20")
    assert (one.items, one.opens) == ((), ("web", "change_sought"))
