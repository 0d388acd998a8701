"""Computed values: each step, and that nothing unknown counts as 0."""

import pytest

from boards.stakeholder_web.maps import map_of, person
from facilitator.boards.stakeholder_web.checks.values import (
    Known,
    attention,
    known_of,
    known_on,
    participation_gap,
    quadrant,
    salience,
    stake,
    suggested_ring,
)
from facilitator.boards.stakeholder_web.model import Deliverable, RaciRole
from facilitator.domain.refusal import EditRejected


@pytest.mark.parametrize(
    ("interest", "impact", "expected"),
    [(1, 4, 4), (3, 2, 3), (None, 2, 2), (3, None, 3), (None, None, None)],
)
def test_stake_is_the_higher_of_what_is_known(interest, impact, expected):
    assert stake(Known(interest=interest, impact_on_them=impact)) == expected


@pytest.mark.parametrize(
    ("influence", "interest", "expected"),
    [
        (3, 3, "work_closely"),
        (3, 2, "keep_satisfied"),
        (2, 3, "keep_involved"),
        (2, 2, "keep_in_view"),
        (None, 4, "unplaced"),
        (4, None, "unplaced"),
    ],
)
def test_the_quadrant_divides_between_2_and_3(influence, interest, expected):
    assert quadrant(Known(influence=influence, interest=interest)) == expected


@pytest.mark.parametrize(
    ("known", "ring"),
    [
        (Known(raci=frozenset("R")), 1),
        (Known(influence=1, interest=1, raci=frozenset("A")), 1),
        (Known(influence=1, interest=1, core=True), 1),
        (Known(influence=3, interest=3, raci=frozenset("CI")), 2),
        (Known(influence=1, impact_on_them=3), 3),
        (Known(influence=3, interest=1), 3),
        (Known(influence=3), 3),
        (Known(interest=4), 3),
        (Known(influence=2, interest=2), 4),
        (Known(influence=2), None),
        (Known(interest=1), None),
        (Known(), None),
    ],
)
def test_the_suggested_ring_waits_for_what_could_decide_it(known, ring):
    assert suggested_ring(known) == ring


@pytest.mark.parametrize(
    ("power", "legitimacy", "urgency", "expected"),
    [
        (3, False, False, "dormant"),
        (2, True, False, "discretionary"),
        (2, False, True, "demanding"),
        (3, True, False, "dominant"),
        (3, False, True, "dangerous"),
        (2, True, True, "dependent"),
        (4, True, True, "definitive"),
        (1, False, False, "not_salient"),
        (4, None, True, "incomplete"),
        (4, True, None, "incomplete"),
        (None, True, True, "incomplete"),
    ],
)
def test_salience_classes(power, legitimacy, urgency, expected):
    assert salience(Known(influence=power, legitimacy=legitimacy, urgency=urgency)) == expected


@pytest.mark.parametrize(
    ("known", "score"),
    [
        (Known(influence=4, interest=2, impact_on_them=3), 18),
        (Known(influence=4, interest=3, attitude=-1), 20),
        (Known(influence=4, interest=3, attitude=0, urgency=True), 19),
        (Known(influence=1, interest=1, attitude=-2, urgency=True), 8),
        (Known(influence=1, interest=1, urgency=False), 5),
        (Known(interest=4), None),
        (Known(influence=4), None),
    ],
)
def test_attention_sorts(known, score):
    assert attention(known) == score


@pytest.mark.parametrize(
    ("now", "wanted", "gap"),
    [("none", "inform", 1), ("inform", "empower", 4), ("involve", "consult", -1), (None, "empower", None)],
)
def test_the_gap_counts_levels(now, wanted, gap):
    assert participation_gap(Known(level_now=now, level_wanted=wanted)) == gap
    assert participation_gap(Known(level_now=now)) is None


def test_what_is_known_comes_from_all_its_records():
    roles = [
        Deliverable(id="d", board_id="web", number=1, name="By-law"),
        RaciRole(id="r1", deliverable_id="d", stakeholder_id="s1", role="A"),
        RaciRole(id="r2", deliverable_id="d", stakeholder_id="s2", role="C"),
    ]
    one = person(1, influence=3, attitude=-1, basis="assumed", urgency=True, ring=1, flags="rights_holder", interest=2)
    document = map_of(one, person(2), more=roles)
    known = known_of(document, "s1")
    assert (known.influence, known.attitude, known.basis, known.interest) == (3, -1, "assumed", 2)
    assert (known.urgency, known.legitimacy, known.core) == (True, None, True)
    assert (known.flags, known.raci) == ({"rights_holder"}, {"A"})
    assert known_on(document, "web") == {each: known_of(document, each) for each in ("s1", "s2")}
    assert known_of(document, "s2") == Known(raci=frozenset("C"))
    with pytest.raises(EditRejected):
        known_of(document, "s3")
