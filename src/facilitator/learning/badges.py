"""Badges: what somebody earned in a lesson, by integer rules of our own, from what there is to do and what was done."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

SILVER_PERCENT, GOLD_PERCENT = 50, 80
APPLYING = frozenset(("try_it", "reflection", "case_study", "study_group"))
"""The kinds of activities of which Gold needs at least one: those in which somebody uses what they read."""


class Badge(IntEnum):
    """The level of a badge in one lesson; they compare as they rank."""

    NONE = 0
    BRONZE = 1
    SILVER = 2
    GOLD = 3


@dataclass(frozen=True, slots=True)
class Task:
    """An activity as far as a badge depends on it; `track` is the id of the only track that it is for, None all."""

    id: str
    kind: str
    core: bool = False
    track: str | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """Somebody completed the activity with the id `task` on a day."""

    task: str
    on: date


@dataclass(frozen=True, slots=True)
class LessonProgress:
    """How far somebody is in a lesson: `done` of `eligible` activities, the core among them, and the badge for it."""

    done: int
    eligible: int
    core_done: bool
    badge: Badge


def standing(
    tasks: Iterable[Task],
    completions: Iterable[Done],
    *,
    track: str | None,
    closes_on: date | None = None,
    kept: int = 0,
) -> LessonProgress:
    """Where somebody of `track` stands in the lesson made of `tasks`.

    Only activities for all and for their track count (with `track` None, only those for all), none that was withdrawn,
    and what was completed after `closes_on` does not count. A lesson with several cores needs all of them; one without
    any gives no badge. A level once `kept` (0-3) is never lost, whatever is added to the lesson later.
    """
    eligible = {task.id: task for task in tasks if not task.withdrawn and task.track in (None, track)}
    in_time = {each.task for each in completions if closes_on is None or each.on <= closes_on}
    done = [task for task in eligible.values() if task.id in in_time]
    core = {task.id for task in eligible.values() if task.core}
    core_done = bool(core) and core <= in_time
    applied = any(task.kind in APPLYING for task in done)
    earned = badge_for(len(done), len(eligible), core_done=core_done, applied=applied)
    return LessonProgress(len(done), len(eligible), core_done, max(earned, Badge(kept)))


def badge_for(done: int, eligible: int, *, core_done: bool, applied: bool) -> Badge:
    """The badge for `done` of `eligible` activities; Gold needs one that was `applied`. Shares are never rounded up."""
    if not core_done:
        return Badge.NONE
    if applied and reaches(done, eligible, GOLD_PERCENT):
        return Badge.GOLD
    return Badge.SILVER if reaches(done, eligible, SILVER_PERCENT) else Badge.BRONZE


def reaches(count: int, whole: int, percent: int) -> bool:
    """Whether `count` of `whole` is at least `percent` per cent, in integers; nothing of nothing reaches nothing."""
    return whole > 0 and count * 100 >= percent * whole


def tally(badges: Collection[int]) -> tuple[int, int, int]:
    """How many of these badges are Gold, Silver and Bronze."""
    gold, silver, bronze = (sum(each == level for each in badges) for level in (Badge.GOLD, Badge.SILVER, Badge.BRONZE))
    return gold, silver, bronze
