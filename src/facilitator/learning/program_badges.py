"""Badges of a whole program, beside those of its lessons: Host, Sharer, Four of four. Rules of our own, in integers."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, get_args

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.learning import Completion
from facilitator.domain.participation import Presence, StudyGroup
from facilitator.domain.program import HALF_DAY_SERIES, Cohort, Program
from facilitator.learning.certificates import HALVES, takes_part
from facilitator.learning.learners import attended, enrolment_of
from facilitator.learning.lessons import activities_of, lessons_of

ProgramBadge = Literal["host", "sharer", "four"]
PROGRAM_BADGES: tuple[ProgramBadge, ...] = get_args(ProgramBadge)

STARTERS = 3
"""So many conversation starters make a Sharer."""

HALF_DAYS = 4
"""So many half days a series has for Four of four."""


def earned(
    *, hosts: bool, starters: int, half_days: Sequence[Presence] = (), state: str = "active"
) -> tuple[ProgramBadge, ...]:
    """The badges of somebody who `hosts` a study group, posted so many starters, and attended the half days so.

    Four of four takes four half days, all of each: attended in part counts as half, so that four parts are two. Who has
    withdrawn, or was only invited, gets none.
    """
    if not takes_part(state):
        return ()
    whole = len(half_days) == HALF_DAYS and sum(HALVES[each] for each in half_days) == 2 * HALF_DAYS
    rules: dict[ProgramBadge, bool] = {"host": hosts, "sharer": starters >= STARTERS, "four": whole}
    return tuple(each for each in PROGRAM_BADGES if rules[each])


def program_badges(document: Document, cohort_id: str, person_id: str, day: date) -> tuple[ProgramBadge, ...]:
    """What somebody has earned in a cohort by `day`; raises EditRejected("gone").

    A conversation starter counts once it is completed, before the cohort closes; half days only where the program is a
    series of them.
    """
    cohort, enrolment = document.get(Cohort, cohort_id), enrolment_of(document, cohort_id, person_id)
    series = document.get(Program, cohort.program_id).kind == HALF_DAY_SERIES
    groups = (each for each in document.every(StudyGroup) if each.cohort_id == cohort_id)
    return earned(
        hosts=any(each.host_id == person_id for each in groups),
        starters=_starters(document, cohort, person_id, day),
        half_days=attended(document, cohort_id, person_id) if series else (),
        state=enrolment.state,
    )


def badge_name(badge: ProgramBadge, words: Words) -> str:
    """What a badge is called."""
    return words(f"learning.program_{badge}")


def badge_rule(badge: ProgramBadge, words: Words) -> str:
    """What it takes, in a sentence."""
    return words(f"learning.rule_program_{badge}")


def _starters(document: Document, cohort: Cohort, person_id: str, day: date) -> int:
    last = min(cohort.closes_on, day) if cohort.closes_on else day
    lessons = lessons_of(document, cohort.program_id)
    its = {
        each.id for one in lessons for each in activities_of(document, one.id) if each.kind == "conversation_starter"
    }
    done = (each for each in document.every(Completion) if each.person_id == person_id and each.on <= last)
    return len({each.activity_id for each in done if each.activity_id in its})
