"""Who is on the map (A03, A04, A05, A22, A24, A25): each check fires and keeps still at its threshold."""

from datetime import date, timedelta

import pytest

from boards.stakeholder_web.maps import TODAY, crowd, found, items, map_of, person
from facilitator.boards.stakeholder_web.model import NoneApply

SHORT = ("internal", "othergov", "private", "publicsector", "community", "knowledge")


def none_apply(category: str, reason: str) -> NoneApply:
    return NoneApply(id=f"n{category}", board_id="web", category=category, reason=reason)


def test_a03_an_empty_category_unless_it_is_so_on_purpose():
    people = [person(number, category) for number, category in enumerate(SHORT[:5], start=1)]
    (one,) = found(map_of(*people), "A03")
    assert one.opens == ("web", "none:knowledge")
    assert one.message.startswith("Knowledge and media: nobody here.")
    assert found(map_of(*people, person(6, "knowledge")), "A03") == []
    assert found(map_of(*people, more=[none_apply("knowledge", "No research here")]), "A03") == []
    assert found(map_of(*people, more=[none_apply("knowledge", " ")]), "A03")


def test_a03_knows_both_sets():
    full = map_of(person(1, "internal"), category_set="full")
    assert len(found(full, "A03")) == 12  # internal stands among the service owners
    assert len(found(map_of(person(1, "labour")), "A03")) == 5


@pytest.mark.parametrize(
    ("internal", "external", "fires"), [(5, 3, True), (4, 4, False), (4, 3, False), (6, 4, False), (17, 11, True)]
)
def test_a04_fewer_than_40_percent_external_of_at_least_8(internal, external, fires):
    people = crowd(internal) + crowd(external, internal + 1, category="private")
    assert bool(found(map_of(*people), "A04")) == fires


def test_a04_asks_for_the_first_external_category_that_is_empty():
    (one,) = found(map_of(*crowd(8)), "A04")
    assert one.opens == ("web", "none:othergov")
    assert "0 of 8" in one.message
    everywhere = [person(number, category) for number, category in enumerate(SHORT, start=1)]
    (one,) = found(map_of(*everywhere, *crowd(20, 7)), "A04")
    assert one.opens == ("web", "problem")


@pytest.mark.parametrize(
    ("category", "category_set", "impact", "fires"),
    [
        ("residents", "full", 3, False),
        ("residents", "full", 2, True),
        ("residents", "full", None, True),
        ("community", "full", 4, True),
        ("residents", "short", 3, False),
        ("community", "short", 3, False),
        ("community", "short", 2, True),
        ("knowledge", "short", 4, True),
    ],
)
def test_a05_the_people_served_are_on_the_map_and_affected(category, category_set, impact, fires):
    document = map_of(person(1, category, impact_on_them=impact), category_set=category_set)
    assert bool(found(document, "A05")) == fires


def test_a05_opens_whoever_is_not_rated_yet():
    rated, unrated = person(1, "community", impact_on_them=1), person(2, "community")
    assert found(map_of(rated, unrated), "A05")[0].opens == ("s2", "impact_on_them")
    assert found(map_of(rated), "A05")[0].opens == ("s1", "impact_on_them")
    assert found(map_of(person(1)), "A05")[0].opens == ("web", "none:community")
    assert found(map_of(person(1), category_set="full"), "A05")[0].opens == ("web", "none:residents")


@pytest.mark.parametrize(("unplaced", "placed", "fires"), [(1, 3, False), (1, 2, True), (5, 15, False), (6, 15, True)])
def test_a22_more_than_a_quarter_unplaced(unplaced, placed, fires):
    people = crowd(unplaced, influence=2) + crowd(placed, unplaced + 1, influence=2, interest=1)
    assert items(map_of(*people), "A22") == ([tuple(f"s{n}" for n in range(1, unplaced + 1))] if fires else [])


def test_a22_opens_what_is_missing_of_the_closest():
    document = map_of(person(1, influence=2), person(2, ring=1, interest=2))
    assert found(document, "A22")[0].opens == ("s2", "influence")
    assert found(map_of(person(1, influence=2)), "A22")[0].opens == ("s1", "interest")


@pytest.mark.parametrize(
    ("reviewed_on", "phase", "reviewed_phase", "says"),
    [
        (TODAY - timedelta(89), "", "", None),
        (TODAY - timedelta(90), "", "", "not reviewed for 90 days"),
        (TODAY, "Deliver", "Vision", "the phase of the project has changed"),
        (TODAY, "Deliver", "Deliver", None),
        (TODAY, "Deliver", "", None),
        (None, "", "", "no review on record"),
    ],
)
def test_a24_a_review_every_90_days_and_with_every_phase(reviewed_on, phase, reviewed_phase, says):
    document = map_of(person(1), reviewed_on=reviewed_on, phase=phase, reviewed_phase=reviewed_phase)
    findings = found(document, "A24")
    assert bool(findings) == bool(says)
    for each in findings:
        assert says in each.message
        assert each.sets == (("web", "reviewed_on", TODAY.isoformat()),)


def test_a24_does_not_fire_for_a_review_to_come():
    assert found(map_of(person(1), reviewed_on=date(2027, 1, 1)), "A24") == []


@pytest.mark.parametrize(
    ("attitudes", "fires"),
    [
        ([0] * 9, False),
        ([0] * 10, True),
        ([0, 1, 2] * 4, True),
        ([1] * 9 + [-1], False),
        ([1] * 10 + [None], False),
    ],
)
def test_a25_ten_people_and_no_doubt(attitudes, fires):
    people = [person(number, attitude=attitude) for number, attitude in enumerate(attitudes, start=1)]
    assert bool(found(map_of(*people), "A25")) == fires


def test_a25_opens_a_view_that_was_only_assumed():
    people = [person(number, attitude=0, basis="assumed" if number == 7 else "") for number in range(1, 11)]
    assert found(map_of(*people), "A25")[0].opens == ("s7", "attitude")
