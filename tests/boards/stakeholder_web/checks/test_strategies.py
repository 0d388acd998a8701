"""The suggestion rule: its ten test rows, its flags, its order, its reasons and its add-ons."""

import itertools

import pytest

from boards.stakeholder_web.maps import map_of, person
from facilitator.boards.stakeholder_web.checks.strategies import add_ons, because, suggestion
from facilitator.boards.stakeholder_web.checks.values import Known
from facilitator.boards.stakeholder_web.kind import KIND
from facilitator.boards.stakeholder_web.model import Stakeholder
from facilitator.content import methods
from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected

SCALE = (None, 1, 2, 3, 4)
ATTITUDES = (None, -2, -1, 0, 1, 2)


def known(influence=None, interest=None, impact=None, attitude=None, flags="") -> Known:
    return Known(influence, interest, impact, attitude, flags=frozenset(flags.split()))


@pytest.mark.parametrize(
    ("facts", "strategy", "rule"),
    [
        (known(4, 4, None, 2), "enlist", 7),
        (known(4, 2, 1, 0), "brief_decide", 8),
        (known(3, 3, None, -1), "address_concerns", 4),
        (known(1, 1, 4, 0), "lift_voice", 9),
        (known(1, 4, 1, 1), "ambassadors", 10),
        (known(2, 2, 2, -2), "watch_concern", 6),
        (known(4, 4, None, None), "find_out", 3),
        (known(4, 4, 4, -2, "rights_holder"), "rights_based", 2),
        (known(1, 1, 1, 0), "keep_view", 11),
        (known(2, None, 3, -1), "listen_protect", 5),
    ],
)
def test_the_ten_rows_of_the_method(facts, strategy, rule):
    found = suggestion(facts)
    assert (found.strategy_id, found.rule) == (strategy, rule)


@pytest.mark.parametrize(
    ("facts", "strategy"),
    [
        (known(flags="in_procurement"), "fair_process"),
        (known(4, 4, 4, 2, "in_procurement rights_holder formal_approver"), "fair_process"),
        (known(flags="rights_holder"), "rights_based"),
        (known(4, 4, 4, 2, "formal_approver represented_staff harder_to_reach"), "enlist"),
        (known(None, 4, 4, 2), "find_out"),
        (known(4, None, None, 2), "find_out"),
        (known(2, 2, 2, None), "keep_view"),
        (known(2, 4, 2, None), "keep_talking"),
        (known(4, 3, None, 1), "partner"),
        (known(4, None, 3, 0), "build_commitment"),
        (known(4, 1, 1, -1), "address_concerns"),
        (known(1, 4, None, 2), "ambassadors"),
    ],
)
def test_flags_come_first_and_an_unknown_attitude_counts_as_neutral_after_step_3(facts, strategy):
    assert suggestion(facts).strategy_id == strategy


def test_every_combination_gets_a_strategy_that_there_is_and_a_reason_in_both_languages():
    rules = set()
    for facts in itertools.product(SCALE, SCALE, SCALE, ATTITUDES, ("", "in_procurement", "rights_holder")):
        found = suggestion(known(*facts))
        assert methods.strategy(found.strategy_id)
        rules.add(found.rule)
        assert found.because
        assert all(because(found, Words(language)) for language in ("en", "fr"))
    assert rules == set(range(1, 12))


@pytest.mark.parametrize(
    ("facts", "english", "french"),
    [
        (known(4, 2, 1, 0), "because influence 4, stake 2", "raison\u202f: influence 4, enjeu 2"),
        (known(4, 4), "because influence 4, attitude not known", "raison\u202f: influence 4, attitude inconnue"),
        (known(), "because influence not known, stake not known", "raison\u202f: influence inconnue, enjeu inconnu"),
        (known(3, 3, None, -1), "because influence 3, attitude −1", "raison\u202f: influence 3, attitude −1"),
        (known(1, 4, 1, 1), "because influence 1, interest 4, attitude +1", None),
        (known(1, 1, 4, 0), "because influence 1, impact on them 4", None),
        (known(flags="rights_holder"), "because they hold rights", "raison\u202f: des droits à respecter"),
    ],
)
def test_the_suggestion_says_why(facts, english, french):
    assert because(suggestion(facts), Words("en")) == english
    if french:
        assert because(suggestion(facts), Words("fr")) == french


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (known(flags="formal_approver"), ("formal_gate",)),
        (known(impact=3, flags="represented_staff"), ("labour_early",)),
        (known(impact=2, interest=4, flags="represented_staff"), ()),
        (known(flags="represented_staff"), ()),
        (known(flags="harder_to_reach"), ("access_plan",)),
        (known(impact=4), ()),
        (
            known(impact=4, flags="harder_to_reach represented_staff formal_approver in_procurement"),
            ("formal_gate", "labour_early", "access_plan"),
        ),
    ],
)
def test_add_ons_go_with_any_strategy(facts, expected):
    assert add_ons(facts) == expected


def told(document, language="en"):
    fields = KIND.fields(document, "s1", Words(language))
    return {each.key: each for each in fields if each.form == "told"}


def test_the_inspector_tells_it_privately_and_it_cannot_be_edited():
    document = map_of(person(1, influence=4, interest=2, urgency=True, legitimacy=False, flags="formal_approver"))
    document = document.after(KIND.set_field(document, "s1", "attitude", "0"))
    fields = told(document)
    assert all(each.private for each in fields.values())
    assert fields["told_suggestion"].value == (
        "“Keep satisfied, brief at decisions”, because influence 4, stake 2. Powerful but busy elsewhere."
    )
    assert fields["told_add_ons"].value.startswith("Plan the formal step. Lead time")
    assert fields["told_quadrant"].value == "Keep satisfied"
    assert fields["told_ring"].value == "3 Affected or consulted"
    assert fields["told_salience"].value.startswith("Volatile (“Dangerous”")
    assert "raison\u202f: influence 4, enjeu 2" in told(document, "fr")["told_suggestion"].value
    for key in fields:
        with pytest.raises(KeyError):
            KIND.set_field(document, "s1", key, "x")


def test_the_inspector_tells_what_is_not_known_yet():
    fields = told(map_of(person(1)))
    assert fields["told_add_ons"].value == Words("en")("web.told_none")
    assert fields["told_ring"].value == "Not known"
    assert fields["told_quadrant"].value.startswith("Not placed yet")
    assert fields["told_salience"].value.startswith("Incomplete")
    with pytest.raises(EditRejected):
        KIND.fields(map_of(), "s1", Words("en"))


def test_a_suggestion_never_overwrites_a_choice():
    document = map_of(person(1, influence=4, interest=2, strategy_id="keep_view", level_wanted="inform"))
    for key, value in (("influence", "3"), ("attitude", "-2"), ("flags", "rights_holder"), ("interest", "4")):
        document = document.after(KIND.set_field(document, "s1", key, value))
    record = document.get(Stakeholder, "s1")
    assert (record.strategy_id, record.level_wanted) == ("keep_view", "inform")
    assert "Government-to-government" in told(document)["told_suggestion"].value
