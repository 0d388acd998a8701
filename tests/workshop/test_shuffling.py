"""Random orders and groups: everybody once, even sizes, and others than last time."""

from datetime import date
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.document import Document
from facilitator.domain.engagement import Person, Session
from facilitator.domain.participation import Attendance, Shuffle, ShuffledPerson
from facilitator.domain.program import Cohort, Program
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.shuffling import again, drawn, in_groups, latest_drawing, met_before, sizes


def ids(count):
    return [f"p{number:03}" for number in range(count)]


def pairs(groups):
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def session(count, *, number=1, cohort=None, absent=()):
    session_id = f"s{number}"
    rows = [
        Attendance(
            id=f"{session_id}{each}", session_id=session_id, person_id=each,
            presence="absent" if each in absent else "",
        )
        for each in ids(count)
    ]  # fmt: skip
    return [
        Session(id=session_id, number=number, title="Round", cohort_id=cohort, held_on=date(2027, 1, number)),
        *rows,
    ]


def people(count):
    return [Person(id=each, name=f"Person {each}") for each in ids(count)]


def groups_of(document, session_id="s1"):
    return [[person.id for person in group] for group in latest_drawing(document, session_id).groups]


@given(st.integers(0, 80), st.integers(1, 12))
def test_sizes_are_even_and_nobody_is_alone(count, size):
    found = sizes(count, size)
    assert sum(found) == count
    assert not found or max(found) - min(found) <= 1
    if size > 1 and count > 1:
        assert min(found) > 1


@pytest.mark.parametrize(
    ("count", "size", "expected"),
    [(7, 4, (4, 3)), (3, 2, (3,)), (13, 2, (3, 2, 2, 2, 2, 2)), (5, 3, (3, 2)), (12, 4, (4, 4, 4)), (1, 2, (1,))],
)
def test_sizes_stay_near_what_was_asked_for(count, size, expected):
    assert sizes(count, size) == expected


@settings(max_examples=40)
@given(st.integers(1, 40), st.integers(1, 9), st.integers(0, 2**32), st.integers(1, 4))
def test_everybody_is_in_exactly_one_group_of_the_right_size(count, size, seed, rounds):
    random, past = Random(seed), []
    for _ in range(rounds):
        groups = in_groups(ids(count), size, met_before(past), random)
        assert sorted(each for group in groups for each in group) == ids(count)
        assert sorted(map(len, groups)) == sorted(sizes(count, size))
        past.insert(0, groups)


@settings(max_examples=30)
@given(st.integers(0, 2**32))
def test_no_pair_meets_again_where_that_is_easily_had(seed):
    random = Random(seed)
    for count, size, rounds in ((12, 2, 5), (24, 4, 3), (13, 2, 3)):
        past = []
        for _ in range(rounds):
            groups = in_groups(ids(count), size, met_before(past), random)
            assert not pairs(groups) & {pair for earlier in past for pair in pairs(earlier)}
            past.insert(0, groups)


@pytest.mark.parametrize("seed", range(6))
def test_where_pairs_must_meet_again_they_are_those_of_longest_ago(seed):
    random, past = Random(seed), []
    for _ in range(8):  # four people have three ways to be two pairs
        groups = in_groups(ids(4), 2, met_before(past), random)
        past.insert(0, groups)
    for latest, before in zip(past, past[3:], strict=False):
        assert pairs(latest) == pairs(before)


def test_the_same_random_numbers_give_the_same_groups():
    met = met_before([in_groups(ids(20), 3, {}, Random(1))])
    assert in_groups(ids(20), 3, met, Random(2)) == in_groups(ids(20), 3, met, Random(2))
    assert in_groups(ids(20), 3, met, Random(2)) != in_groups(ids(20), 3, met, Random(3))


class Counting(dict):
    """Who met, and how often that was asked."""

    asked = 0

    def get(self, *pair):
        self.asked += 1
        return super().get(*pair)


@pytest.mark.parametrize("seed", range(3))
def test_where_sixty_people_all_met_it_gives_up_after_a_bounded_number_of_looks(seed):
    everybody = Counting(met_before([[ids(60)]]))
    groups = in_groups(ids(60), 6, everybody, Random(seed))
    assert sorted(each for group in groups for each in group) == ids(60)
    assert len(ids(60)) * 5 < everybody.asked < 100_000


def test_a_drawing_is_kept_avoids_the_last_one_and_leaves_the_absent_out():
    document = Document.of([*people(9), *session(9, absent=("p008",))])
    first = document.after(drawn(document, "s1", 2, Random(1)))
    second = first.after(drawn(first, "s1", 2, Random(1)))
    assert sorted(each for group in groups_of(second) for each in group) == ids(8)
    assert pairs(groups_of(first)).isdisjoint(pairs(groups_of(second)))
    assert again(first, latest_drawing(first, "s1")) is None
    assert again(second, latest_drawing(second, "s1")) == 0
    ordered = second.after(drawn(second, "s1", 0, Random(1)))
    assert latest_drawing(ordered, "s1").is_order
    assert sorted(groups_of(ordered)[0]) == ids(8)


def test_other_sessions_of_the_cohort_count_and_strangers_do_not():
    cohort = [Program(id="pr", number=1, title="P"), Cohort(id="c", program_id="pr", number=1, title="C")]
    document = Document.of(
        [*cohort, *people(4), *session(4, cohort="c"), *session(4, number=2, cohort="c"), *session(4, number=3)]
    )
    document = document.after(drawn(document, "s1", 2, Random(1)))
    for seed in range(6):
        later = document.after(drawn(document, "s2", 2, Random(seed)))
        assert pairs(groups_of(later, "s2")).isdisjoint(pairs(groups_of(later, "s1")))
    elsewhere = [document.after(drawn(document, "s3", 2, Random(seed))) for seed in range(12)]
    assert any(pairs(groups_of(each, "s3")) == pairs(groups_of(each, "s1")) for each in elsewhere)


def test_a_drawing_that_was_not_used_goes_and_undo_brings_it_back():
    document = Document.of([*people(6), *session(6)])
    document = document.after(drawn(document, "s1", 2, Random(1)))
    before = latest_drawing(document, "s1")
    change = drawn(document, "s1", 2, Random(9), instead_of=before.shuffle.id)
    after = document.after(change)
    assert len(list(after.every(Shuffle))) == 1
    assert len(list(after.every(ShuffledPerson))) == 6
    assert after.after(change.reversed()) == document


def test_a_drawing_that_was_not_used_may_come_again():
    document = Document.of([*people(4), *session(4)])
    document = document.after(drawn(document, "s1", 2, Random(1)))
    unused = latest_drawing(document, "s1").shuffle.id
    later = [document.after(drawn(document, "s1", 2, Random(seed), instead_of=unused)) for seed in range(12)]
    assert any(pairs(groups_of(each)) == pairs(groups_of(document)) for each in later)


def test_refusals():
    document = Document.of([*people(1), *session(1, absent=("p000",))])
    for asked, key in (
        (("s1", 2), "people_nobody"),
        (("", 2), "no_session"),
        (("x", 2), "gone"),
        (("s1", 99), "group_size"),
    ):
        with pytest.raises(EditRejected) as caught:
            drawn(document, *asked, Random(1))
        assert caught.value.key == key
