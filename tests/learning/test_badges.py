"""Badges at every boundary of their rules."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.learning import ACTIVITY_KINDS
from facilitator.learning.badges import APPLYING, Badge, Done, Task, badge_for, reaches, standing, tally

DAY = date(2027, 2, 5)
CORE = Task("core", "core_reading", core=True)


def tasks(count, kind="poll"):
    """The core and others, `count` in all."""
    return [CORE, *(Task(f"t{number}", kind) for number in range(1, count))]


def done(*ids, on=DAY):
    return [Done(each, on) for each in ids]


def badge(its, completions, **more):
    return standing(its, completions, **{"track": None, **more}).badge


@pytest.mark.parametrize(
    ("count", "whole", "percent", "enough"),
    [
        (49, 100, 50, False),
        (50, 100, 50, True),
        (79, 100, 80, False),
        (80, 100, 80, True),
        (1, 2, 50, True),
        (3, 7, 50, False),  # 42.9 %
        (4, 7, 50, True),
        (5, 7, 80, False),  # 71.4 %
        (6, 7, 80, True),
        (499, 999, 50, False),  # 49.95 %, which is not rounded up
        (500, 999, 50, True),
        (799, 999, 80, False),  # 79.98 %
        (0, 0, 50, False),
    ],
)
def test_shares_are_reckoned_in_integers(count, whole, percent, enough):
    assert reaches(count, whole, percent) is enough


@pytest.mark.parametrize(
    ("count", "core_done", "applied", "earned"),
    [
        (100, False, True, Badge.NONE),
        (1, True, False, Badge.BRONZE),
        (49, True, True, Badge.BRONZE),
        (50, True, False, Badge.SILVER),
        (79, True, True, Badge.SILVER),
        (80, True, True, Badge.GOLD),
        (80, True, False, Badge.SILVER),
        (100, True, False, Badge.SILVER),
        (100, True, True, Badge.GOLD),
    ],
)
def test_a_badge_takes_the_core_a_share_and_for_gold_something_applied(count, core_done, applied, earned):
    assert badge_for(count, 100, core_done=core_done, applied=applied) is earned


def test_a_lesson_with_only_its_core_gives_silver_at_most():
    assert badge([CORE], done("core")) is Badge.SILVER
    assert badge([CORE], []) is Badge.NONE


@pytest.mark.parametrize("kind", ACTIVITY_KINDS)
def test_gold_needs_one_activity_in_which_something_is_applied(kind):
    its = [CORE, *tasks(4)[1:], Task("last", kind)]
    every = done(*(each.id for each in its))
    assert badge(its, every) is (Badge.GOLD if kind in APPLYING else Badge.SILVER)


def test_what_is_applied_has_to_be_done():
    its = [*tasks(5), Task("try", "try_it")]
    assert badge(its, done("core", "t1", "t2", "t3", "t4")) is Badge.SILVER  # 83 %, but nothing applied
    assert badge(its, done("core", "t1", "t2", "t3", "try")) is Badge.GOLD


def test_without_the_core_nothing_counts():
    assert badge(tasks(5, "try_it"), done("t1", "t2", "t3", "t4")) is Badge.NONE
    assert badge(tasks(5)[1:], done("t1", "t2", "t3", "t4")) is Badge.NONE  # a lesson without a core
    two = [CORE, Task("core_2", "core_video", core=True)]
    assert badge(two, done("core")) is Badge.NONE
    assert badge(two, done("core", "core_2")) is Badge.SILVER


def test_only_the_track_of_the_learner_counts():
    its = [*tasks(2), Task("for_leaders", "try_it", track="leaders"), Task("for_enablers", "try_it", track="enablers")]
    mine = standing(its, done("core", "for_leaders", "for_enablers"), track="leaders")
    assert (mine.done, mine.eligible) == (2, 3)
    assert standing(its, done("core", "for_leaders"), track=None).eligible == 2


def test_a_withdrawn_activity_leaves_the_count():
    its = [*tasks(2), Task("gone_1", "poll", withdrawn=True), Task("gone_2", "try_it", withdrawn=True)]
    assert standing(its, done("core", "gone_2"), track=None) == standing(tasks(2), done("core"), track=None)
    assert badge(its, done("core")) is Badge.SILVER  # one of two
    assert badge([Task("core", "core_reading", core=True, withdrawn=True)], done("core")) is Badge.NONE


def test_what_is_completed_after_the_close_does_not_count():
    late, in_time = done("core", on=DAY + timedelta(1)), done("core", on=DAY)
    assert badge([CORE], in_time, closes_on=DAY) is Badge.SILVER
    assert badge([CORE], late, closes_on=DAY) is Badge.NONE
    assert badge([CORE], late) is Badge.SILVER
    assert badge([CORE], late + in_time, closes_on=DAY) is Badge.SILVER  # done again later


def test_a_level_that_was_kept_stays_when_the_lesson_grows():
    assert badge(tasks(10), done("core")) is Badge.BRONZE
    assert badge(tasks(10), done("core"), kept=3) is Badge.GOLD
    assert badge(tasks(10), [], kept=1) is Badge.BRONZE
    assert badge(tasks(1), done("core"), kept=1) is Badge.SILVER


def test_a_completion_twice_or_of_something_else_counts_once_or_not_at_all():
    where = standing(tasks(4), done("core", "core", "core", "elsewhere"), track=None)
    assert (where.done, where.eligible, where.badge) == (1, 4, Badge.BRONZE)


def test_badges_are_tallied_from_gold_to_bronze():
    assert tally([3, 2, 2, 1, 0, Badge.GOLD]) == (2, 2, 1)


a_task = st.builds(
    Task,
    id=st.sampled_from("abcdefgh"),
    kind=st.sampled_from(ACTIVITY_KINDS),
    core=st.booleans(),
    track=st.sampled_from((None, "x", "y")),
    withdrawn=st.booleans(),
)
a_done = st.builds(Done, task=st.sampled_from("abcdefgh"), on=st.dates(DAY - timedelta(9), DAY + timedelta(9)))


@given(
    st.lists(a_task, unique_by=lambda task: task.id),
    st.lists(a_done),
    st.lists(a_done),
    st.sampled_from((None, DAY)),
    st.integers(0, 3),
)
def test_more_completions_never_lower_a_badge(its, first, more, closes_on, kept):
    before = standing(its, first, track="x", closes_on=closes_on, kept=kept)
    after = standing(its, first + more, track="x", closes_on=closes_on, kept=kept)
    assert after.badge >= before.badge >= kept
    assert after.done >= before.done
    assert after.done <= after.eligible == before.eligible
