"""Attempts to find out from a summary, or from two, what one organization said."""

from collections import Counter, defaultdict
from dataclasses import fields, is_dataclass
from itertools import combinations_with_replacement

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boards.assessment.rules.groups import PEOPLE, group, organization, summed
from facilitator.boards.assessment.rules.group_shapes import GroupSummary, Organization
from facilitator.boards.assessment.rules.results import Said
from facilitator.boards.grouped.cells import band_of, shown
from facilitator.boards.grouped.shapes import Thresholds

K, C = 5, 3
WITHIN = {0: 1, 1: 0, 2: 2, 3: 4, 4: 3}
"""For each level another one of the same band, where there is one."""

ANSWERS = st.one_of(st.integers(0, 4), st.sampled_from(["unknown", "not_applicable"]), st.none())
GROUPS = st.lists(
    st.tuples(
        *(ANSWERS for _ in PEOPLE[:3]), st.sets(st.sampled_from(["t", "u"])), st.sampled_from(["", "s", "m", "l"])
    ),
    max_size=16,
)


def organizations(rows):
    """An organization a row: three answers, its themes and its size."""
    return tuple(
        organization(
            f"org {number}",
            {area: said for area, said in zip(PEOPLE, row[:3], strict=False) if said is not None},
            themes=sorted(row[3]),
            segments={"size": row[4]} if row[4] else {},
        )
        for number, row in enumerate(rows)
    )


def levels(held, area):
    return {
        each.id: said.level for each in held for said in each.people[0] if said.area == area and said.scored == "level"
    }


def tells(item):
    return item.similar or item.median is not None or bool(item.bands)


@pytest.mark.parametrize("n", [5, 6, 7])
def test_a_peer_who_knows_the_own_answer_knows_no_other_for_certain(n):
    """Over every possible group: what is shown leaves at least two possible bands for some of the others."""
    possible = defaultdict(list)
    for values in combinations_with_replacement(range(5), n):
        possible[shown("x", values, Thresholds(K, C))].append(values)
    assert len(possible) > 5
    for item, groups in possible.items():
        for own in range(5):
            others = [list(values) for values in groups if own in values]
            for values in others:
                values.remove(own)
            told = {band_of(value) for values in others for value in values}
            assert not others or len(told) > 1, (item, own)


@given(st.lists(st.integers(0, 4), max_size=4), st.lists(st.integers(0, 4), max_size=4))
def test_below_k_nothing_depends_on_the_answers(one, other):
    size = min(len(one), len(other))
    assert summed(group(one[:size])).summary == summed(group(other[:size])).summary


@given(GROUPS, st.sampled_from([(5, 3), (5, 4), (7, 3), (8, 6), (3, 3)]))
@settings(max_examples=60)
def test_no_figure_rests_on_fewer_than_k_and_no_part_of_one_on_fewer_than_c(rows, thresholds):
    k, c = thresholds
    held = organizations(rows)
    found = summed(held, k, c).summary
    for item in found.statements:
        values = levels(held, item.id)
        counts = Counter(band_of(value) for value in values.values())
        assert not tells(item) or len(values) >= k
        assert not (item.similar and (item.median is not None or item.bands))
        if item.bands:
            assert [each.band for each in item.bands] == [band for band in ("low", "middle", "high") if counts[band]]
            assert min(counts.values()) >= c
        if any(each.count for each in item.bands):
            assert min(counts.values()) >= k
        if item.median is not None:
            assert max(counts.values()) <= len(values) - 2
        if item.unknown:
            assert sum(said == "unknown" for row in rows for said in (row[PEOPLE.index(item.id)],)) >= c
    for share in found.themes:
        assert sum(share.theme.id in row[3] for row in rows) >= c
        assert share.word is None or len(rows) >= k


@given(GROUPS, st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_who_it_was_and_in_which_order_makes_no_difference(rows, chance):
    mixed = list(rows)
    chance.shuffle(mixed)
    assert (
        summed(organizations(rows), segment_by="size").summary
        == summed(organizations(mixed), segment_by="size").summary
    )


@given(st.lists(st.integers(0, 4), min_size=5, max_size=14), st.data())
@settings(max_examples=60)
def test_another_level_in_the_same_band_changes_no_words_and_cannot_be_shown_beside_the_first(values, data):
    who = data.draw(st.integers(0, len(values) - 1))
    moved = [WITHIN[value] if number == who else value for number, value in enumerate(values)]
    first = summed(group(values))
    then = summed(group(moved))
    for one, other in zip(first.summary.statements, then.summary.statements, strict=True):
        assert (one.similar, one.bands, one.unknown) == (other.similar, other.bands, other.unknown)
    second = summed(group(moved), earlier=[first.release])
    assert second.check.allowed is (moved == values)
    assert second.check.allowed or second.summary.mode == "none"


EDITS = st.lists(st.tuples(st.integers(0, 15), st.integers(0, 2), st.integers(0, 4)), max_size=6)


@given(GROUPS, EDITS, st.integers(0, 4), st.sets(st.integers(0, 15), max_size=4))
@settings(max_examples=150)
def test_two_summaries_that_may_both_be_shown_never_differ_by_fewer_than_c(before, edits, more, themed):
    after = [list(row) for row in [*before, *before[:more]]]
    for number, column, value in edits:
        if number < len(after):
            after[number][column] = value
    for number in themed:
        if number < len(after):
            after[number][3] = {"t"}
    held, later = organizations(before), organizations(after)
    first = summed(held)
    second = summed(later, earlier=[first.release])
    if not second.check.allowed:
        assert second.summary.statements == second.summary.dimensions == second.summary.themes == ()
        return
    was = {item.id: item for item in first.summary.statements}
    for item in second.summary.statements:
        if item == was.get(item.id) or not tells(item):
            continue
        one, other = levels(held, item.id), levels(later, item.id)
        differ = [each for each in {*one, *other} if one.get(each) != other.get(each)]
        unknown = [
            each
            for each in range(max(len(before), len(after)))
            if _said(before, each, item.id) != _said(after, each, item.id)
        ]
        assert len({*differ, *(f"org {each}" for each in unknown)}) >= C
    raised = {share.theme.id for share in first.summary.themes}
    for share in second.summary.themes:
        if share.theme.id not in raised:
            assert (
                sum(_theme(before, each, share.theme.id) != _theme(after, each, share.theme.id) for each in range(16))
                >= C
            )


def _said(rows, number, area):
    said = rows[number][PEOPLE.index(area)] if number < len(rows) and area in PEOPLE[:3] else None
    return None if said == "not_applicable" else said


def _theme(rows, number, theme):
    return number < len(rows) and theme in rows[number][3]


SEGMENTED = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from(["", "s", "m", "m", "l", "l"])), min_size=8, max_size=26
)


@given(SEGMENTED)
@settings(max_examples=100)
def test_no_hidden_segment_can_be_had_by_subtraction(rows):
    held = organizations([(value, value, value, (), size) for value, size in rows])
    found = summed(held, segment_by="size").summary
    sizes = Counter(size for _, size in rows)
    told = {each.id for each in found.segments if tells(each.dimensions[0])}
    for segment in told:
        assert segment
        assert sizes[segment] >= K
        assert len(rows) - sizes[segment] >= K
    hidden = set(sizes) - told
    whole = next(item for item in found.dimensions if item.id == "people")
    if told and hidden:
        assert not tells(whole)
        assert len(hidden) >= 2
        assert sum(sizes[segment] for segment in hidden) >= K
    numbered = [any(band.count for band in each.dimensions[0].bands) for each in found.segments if each.id in told]
    if any(band.count for band in whole.bands) and told:
        assert all(numbered)


@given(GROUPS)
@settings(max_examples=30)
def test_a_summary_holds_nothing_that_anybody_said(rows):
    canary = "the clerk of Maple"
    held = [
        Organization(
            f"{canary} {number}",
            (tuple(Said(said.area, said.scored, said.level, example=canary) for said in each.people[0]),),
            "include",
            each.themes,
            each.segments,
        )
        for number, each in enumerate(organizations(rows))
    ]
    found = summed(held, segment_by="size")
    assert canary not in repr(found.summary)
    assert canary not in repr(found.release)
    assert set(_kinds(found.summary)) <= {str, int, float, bool, type(None)}


def _kinds(held):
    """The sorts of everything in a summary, down to its leaves."""
    if is_dataclass(held):
        for each in fields(held):
            yield from _kinds(getattr(held, each.name))
    elif isinstance(held, tuple):
        for each in held:
            yield from _kinds(each)
    else:
        yield type(held)


def test_a_summary_has_no_place_for_answers():
    names = {each.name for each in fields(GroupSummary)}
    assert not names & {"organizations", "people", "included", "members", "answers", "comments"}
