"""Small edits move little: the promise that lets a group keep its bearings while the web grows."""

from dataclasses import replace
from itertools import pairwise
from statistics import mean

import pytest

from boards.stakeholder_web.names import names
from boards.stakeholder_web.webs import LIGHT, assert_keeps_apart, named_rows, web
from facilitator.boards.stakeholder_web.layout.layout import WebLayout, layout_of
from facilitator.boards.stakeholder_web.view import StakeholderView, StakeholderWebView

both_sets = pytest.mark.parametrize("category_set", ["short", "full"])

MOVED = 2.0  # pixels; a pill whose centre is farther from where it was has moved


def shares_moved(before: WebLayout, after: WebLayout, edited: StakeholderView) -> tuple[float, float]:
    """Of those outside the sector of the edited one and of the others in it: the share that moved or went."""
    now = {pill.id: pill.rect.centre for pill in after.pills}
    counts = {False: [0, 0], True: [0, 0]}
    for pill in before.pills:
        if pill.id != edited.id:
            x, y = pill.rect.centre
            there = now.get(pill.id)
            moved = not there or max(abs(there[0] - x), abs(there[1] - y)) > MOVED
            counts[pill.category == edited.category][moved] += 1
    outside, own = (counted[1] / max(1, sum(counted)) for counted in (counts[False], counts[True]))
    return outside, own


def without(view: StakeholderWebView, number: int) -> StakeholderWebView:
    people = view.stakeholders
    return replace(view, stakeholders=people[:number] + people[number + 1 :])


def with_other(view: StakeholderWebView, number: int, other: StakeholderView) -> StakeholderWebView:
    people = view.stakeholders
    return replace(view, stakeholders=(*people[:number], other, *people[number + 1 :]))


@both_sets
@pytest.mark.parametrize("uneven", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_one_more_moves_less_than_a_tenth_outside_its_sector_and_hardly_anybody_in_it(category_set, uneven, seed):
    rows = named_rows(seed, 60, category_set, "fr" if seed == 1 else "en", uneven=uneven)
    view = web(rows, category_set)
    before = layout_of(replace(view, stakeholders=view.stakeholders[:15]), LIGHT)
    own = []
    steps = 0
    for count in range(16, 61):
        after = layout_of(replace(view, stakeholders=view.stakeholders[:count]), LIGHT)
        outside, inside = shares_moved(before, after, view.stakeholders[count - 1])
        assert outside < 0.1, f"{outside:.0%} moved when there were {count}"
        own.append(inside)
        steps += outside > 0
        before = after
    assert mean(own) < 0.12, "in the own sector hardly anybody moves before it has to be packed"
    assert steps <= 12, "most additions move nobody at all"


@both_sets
@pytest.mark.parametrize(
    "count", [20, 30, pytest.param(45, marks=pytest.mark.slow), pytest.param(60, marks=pytest.mark.slow)]
)
def test_removing_renaming_and_moving_one_is_nearly_as_calm(category_set, count):
    outside: dict[str, list[float]] = {"removed": [], "renamed": [], "other ring": []}
    own: dict[str, list[float]] = {"removed": [], "renamed": [], "other ring": []}
    for seed in range(3):
        view = web(named_rows(seed, count, category_set), category_set)
        before = layout_of(view, LIGHT)
        for number in range(seed, count, max(1, count // 4)):
            one = view.stakeholders[number]
            edits = {
                "removed": without(view, number),
                "renamed": with_other(view, number, replace(one, name="Regional waste-management authority")),
                "other ring": with_other(view, number, replace(one, ring=one.ring % 4 + 1)),
            }
            for edit, edited in edits.items():
                shares = shares_moved(before, layout_of(edited, LIGHT), one)
                outside[edit].append(shares[0])
                own[edit].append(shares[1])
    assert max(map(mean, outside.values())) < {20: 0.04, 30: 0.04, 45: 0.1, 60: 0.16}[count]
    assert max(map(mean, own.values())) < 0.6


@both_sets
def test_who_a_hand_has_put_stays_there_while_the_web_grows(category_set):
    rows = named_rows(4, 60, category_set)
    placed = {3: (420.0, 420.0), 9: (1500.0, 700.0), 17: (1210.0, 300.0), 30: (700.0, 860.0)}
    for count in range(30, 61, 5):
        layout = layout_of(web(rows[:count], category_set, placed=placed), LIGHT)
        assert_keeps_apart(layout)
        centres = {pill.id: pill.rect.centre for pill in layout.pills}
        for number, place in placed.items():
            assert centres[f"s{number}"] == pytest.approx(place, abs=0.01)


def test_who_stands_where_a_hand_puts_somebody_gives_way_and_nobody_else_moves():
    rows = named_rows(5, 30, "short")
    before = layout_of(web(rows), LIGHT)
    target = before.pills[4].rect.centre
    newcomer = ("Town Council", rows[4][1], rows[4][2])
    after = layout_of(web([*rows, newcomer], placed={31: target}), LIGHT)
    assert_keeps_apart(after)
    assert after.pills[30].rect.centre == pytest.approx(target)
    moved = {one.id for one, other in zip(before.pills, after.pills[:30], strict=True) if one.rect != other.rect}
    assert "s5" in moved
    assert len(moved) <= 3


def test_other_words_in_the_hub_or_a_tie_move_nobody_far_away():
    rows = named_rows(6, 30, "short")
    before = layout_of(web(rows), LIGHT)
    tied = layout_of(web(rows, ties=[(1, 2, "works_with")]), LIGHT)
    assert tied.legend
    centres = [(one.rect.centre, other.rect.centre) for one, other in zip(before.pills, tied.pills, strict=True)]
    assert sum(one != other for one, other in centres) <= 3


@pytest.mark.slow
def test_where_the_text_gets_smaller_everybody_stays():
    """The step from 20 to 18 pixels is the largest that a full stage takes: pills shrink around their centres."""
    seen = 0
    for seed in range(6):
        long_names = [name for name in names(115, "fr", seed) + names(115, "en", seed) if len(name) > 33]
        others = named_rows(seed, 60, "full", uneven=True)
        rows = [(name, *rest) for name, (_, *rest) in zip(long_names, others, strict=False)]
        layouts = [layout_of(web(rows[:count], "full"), LIGHT) for count in range(45, len(rows) + 1)]
        for before, after in pairwise(layouts):
            if before.scenery.style.text > after.scenery.style.text:
                seen += 1
                now = {pill.id: pill.rect.centre for pill in after.pills}
                stayed = sum(now[pill.id] == pill.rect.centre for pill in before.pills)
                assert stayed > 0.8 * len(before.pills)
    assert seen >= 2


def test_where_the_patches_go_everybody_stays():
    for seed in range(3):
        rows = named_rows(seed, 41, "short")
        before, after = layout_of(web(rows[:40]), LIGHT), layout_of(web(rows), LIGHT)
        assert before.scenery.style.patched > after.scenery.style.patched
        now = {pill.id: pill.rect.centre for pill in after.pills}
        assert sum(now[pill.id] != pill.rect.centre for pill in before.pills) <= 4
