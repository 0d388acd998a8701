"""How people take part (A02, A06, A07, A08, A11, A13, A14, A23): each check fires and keeps still."""

from datetime import timedelta

import pytest

from boards.stakeholder_web.maps import TODAY, found, items, map_of, person


@pytest.mark.parametrize(
    ("facts", "fires"),
    [
        ({"attitude": -1}, True),
        ({"attitude": -2, "strategy": " "}, True),
        ({"attitude": 0}, False),
        ({}, False),
        ({"attitude": -1, "strategy_id": "watch_concern"}, False),
        ({"attitude": -1, "strategy": "We meet them in May."}, False),
    ],
)
def test_a02_doubts_need_a_plan(facts, fires):
    assert items(map_of(person(1, **facts)), "A02") == ([("s1",)] if fires else [])


def test_a02_names_what_the_rule_suggests():
    (one,) = found(map_of(person(1, attitude=-1, influence=1, interest=3)), "A02")
    assert one.opens == ("s1", "strategy_id")
    assert "“Listen and reduce harm”" in one.action


@pytest.mark.parametrize(
    ("impact", "now", "says"),
    [(3, "none", "not reached yet"), (4, "inform", "only told"), (2, "none", ""), (3, "consult", ""), (3, None, "")],
)
def test_a06_the_strongly_affected_are_more_than_told(impact, now, says):
    findings = found(map_of(person(1, impact_on_them=impact, level_now=now)), "A06")
    assert [says in each.message for each in findings] == ([True] if says else [])
    assert not found(map_of(person(1, level_now="none")), "A06")


@pytest.mark.parametrize(
    ("facts", "wanted", "level"),
    [
        ({"strategy_id": "partner"}, "involve", "collaborate"),
        ({"strategy_id": "partner"}, "collaborate", None),
        ({"strategy_id": "partner"}, None, None),
        ({"strategy_id": "keep_view", "influence": 4, "attitude": 2, "interest": 4}, "inform", None),
        ({"influence": 4, "attitude": 2, "interest": 4}, "involve", "collaborate"),
        ({"influence": 1, "impact_on_them": 4}, "none", "involve"),
        ({"influence": 1, "impact_on_them": 4}, "empower", None),
        ({"flags": "rights_holder"}, "involve", "collaborate"),
        ({}, "none", None),
        ({"strategy_id": "find_out"}, "inform", "consult"),
    ],
)
def test_a07_the_aim_is_not_below_the_strategy(facts, wanted, level):
    findings = found(map_of(person(1, level_wanted=wanted, **facts)), "A07")
    assert [each.sets for each in findings] == ([(("s1", "level_wanted", level),)] if level else [])


def test_a07_speaks_of_levels_by_the_names_of_the_board():
    facts = {"level_wanted": "inform", "strategy_id": "lift_voice"}
    assert "“Tell”" in found(map_of(person(1, **facts), level_labels="plain"), "A07")[0].message
    (one,) = found(map_of(person(1, **facts)), "A07", language="fr")
    assert one.action == "Viser «\u202fFaire participer\u202f»."


@pytest.mark.parametrize(
    ("now", "wanted", "fires"),
    [
        ("none", "consult", True),
        ("inform", "consult", False),
        ("inform", "empower", True),
        ("empower", "none", False),
        (None, "empower", False),
        ("none", None, False),
    ],
)
def test_a08_two_levels_or_more_are_far(now, wanted, fires):
    assert items(map_of(person(1, level_now=now, level_wanted=wanted)), "A08") == ([("s1",)] if fires else [])


@pytest.mark.parametrize(
    ("plan", "fires"),
    [
        ({"strategy": "Invite them to the working group"}, False),
        ({"strategy": "  "}, True),
        ({"strategy_id": "partner"}, True),
        ({"owner": "Clerk", "next_contact": TODAY}, False),
        ({"owner": "Clerk", "next_contact": TODAY - timedelta(days=1)}, True),
        ({"owner": "Clerk"}, True),
        ({"next_contact": TODAY}, True),
    ],
)
def test_a08_is_closed_by_a_next_step(plan, fires):
    document = map_of(person(1, level_now="none", level_wanted="involve", **plan))
    assert items(document, "A08") == ([("s1",)] if fires else [])


STRATEGY, LEVEL = ("s1", "strategy_id", "rights_based"), ("s1", "level_wanted", "collaborate")


@pytest.mark.parametrize(
    ("flags", "strategy", "wanted", "sets"),
    [
        ("rights_holder", "", None, (STRATEGY,)),
        ("rights_holder", "partner", "involve", (STRATEGY, LEVEL)),
        ("rights_holder", "rights_based", "involve", (LEVEL,)),
        ("rights_holder", "rights_based", "collaborate", None),
        ("rights_holder", "rights_based", "empower", None),
        ("rights_holder", "rights_based", None, None),
        ("formal_approver", "", "inform", None),
    ],
)
def test_a11_rights_holders_are_met_as_such(flags, strategy, wanted, sets):
    findings = found(map_of(person(1, flags=flags, strategy_id=strategy, level_wanted=wanted)), "A11")
    assert [each.sets for each in findings] == ([sets] if sets else [])


@pytest.mark.parametrize(
    ("flags", "channel", "fires"),
    [
        ("in_procurement", "one_to_one", True),
        ("in_procurement", "formal_letter", False),
        ("in_procurement", "", False),
        ("", "one_to_one", False),
    ],
)
def test_a13_no_private_contact_with_a_bidder(flags, channel, fires):
    assert items(map_of(person(1, flags=flags, channel=channel)), "A13") == ([("s1",)] if fires else [])


@pytest.mark.parametrize(
    ("flags", "impact", "now", "fires"),
    [
        ("represented_staff", 3, "none", True),
        ("represented_staff", 2, "none", False),
        ("represented_staff", None, "none", False),
        ("represented_staff", 4, "inform", False),
        ("represented_staff", 4, None, False),
        ("", 4, "none", False),
    ],
)
def test_a14_the_staff_body_is_spoken_to(flags, impact, now, fires):
    document = map_of(person(1, flags=flags, impact_on_them=impact, level_now=now))
    assert items(document, "A14") == ([("s1",)] if fires else [])


@pytest.mark.parametrize(
    ("flags", "plan", "fires"),
    [
        ("harder_to_reach", "", True),
        ("harder_to_reach", " ", True),
        ("harder_to_reach", "Evenings", False),
        ("", "", False),
    ],
)
def test_a23_barriers_are_planned_for(flags, plan, fires):
    assert items(map_of(person(1, flags=flags, access_plan=plan)), "A23") == ([("s1",)] if fires else [])
