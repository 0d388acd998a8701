"""Study groups of a cohort, four to six people who meet on their own: pure edits. All of it is private."""

from collections.abc import Callable
from itertools import combinations
from random import Random

from facilitator.content.naming import key_of
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Person
from facilitator.domain.participation import Enrolment, StudyGroup
from facilitator.domain.program import Cohort
from facilitator.domain.record import Record, new_id
from facilitator.domain.refusal import EditRejected
from facilitator.domain.words_of_people import name, note
from facilitator.workshop.shuffling import in_groups

LEAST_IN_STUDY_GROUP, MOST_IN_STUDY_GROUP = 4, 6

_USUAL = 5
_SEVEN = 7  # the one number that makes no groups of four to six: it makes four and three
_STUDYING = ("active", "paused", "invited")

_Pair = tuple[Record | None, Record | None]


def study_groups_of(document: Document, cohort_id: str) -> tuple[StudyGroup, ...]:
    """The study groups of a cohort in their order."""
    its = (each for each in document.every(StudyGroup) if each.cohort_id == cohort_id)
    return tuple(sorted(its, key=lambda each: (each.number, each.id)))


def members_of(document: Document, group_id: str) -> tuple[Enrolment, ...]:
    """Who is in a study group, as they are enrolled."""
    return tuple(each for each in document.every(Enrolment) if each.study_group_id == group_id)


def study_group_added(document: Document, cohort_id: str, title: str) -> Change:
    """Add a study group to a cohort; raises EditRejected: "gone", what a title may not be."""
    document.get(Cohort, cohort_id)
    number = max((each.number for each in study_groups_of(document, cohort_id)), default=0) + 1
    group = StudyGroup(id=new_id(), cohort_id=cohort_id, number=number, title=name(title))
    return changed("add_study_group", [(None, group)])


def study_group_edited(document: Document, group_id: str, title: str, plan: str, host_id: str) -> Change:
    """Say what a group is called, when and how it meets, and which member hosts it, "" for nobody.

    Raises EditRejected: "gone", "nothing_to_do", "host_not_member" (name), or what a text may not be.
    """
    group = document.get(StudyGroup, group_id)
    if host_id and host_id not in {each.person_id for each in members_of(document, group_id)}:
        raise EditRejected("host_not_member", name=document.get(Person, host_id).name)
    after = group.having(title=name(title), plan=note(plan), host_id=host_id or None)
    return changed("edit_study_group", [(group, after)])


def study_group_removed(document: Document, group_id: str) -> Change:
    """Remove a study group; its members stay in the cohort. Raises EditRejected("gone")."""
    group = document.get(StudyGroup, group_id)
    out = [(each, each.having(study_group_id=None)) for each in members_of(document, group_id)]
    return changed("remove_study_group", [*out, (group, None)])


def people_spread(document: Document, cohort_id: str, titled: Callable[[int], str], random: Random) -> Change:
    """Spread everybody who has not withdrawn or finished over study groups at random, colleagues apart where it works.

    The groups that there are take them in first, with plan and, where that one stays, host; those that are missing are
    called what `titled` says of their number; those that are left over go. Raises EditRejected: "gone",
    "study_group_few" (count, least).
    """
    document.get(Cohort, cohort_id)
    studying = [each for each in document.every(Enrolment) if each.cohort_id == cohort_id and each.state in _STUDYING]
    if len(studying) < LEAST_IN_STUDY_GROUP:
        raise EditRejected("study_group_few", count=len(studying), least=LEAST_IN_STUDY_GROUP)
    size = LEAST_IN_STUDY_GROUP if len(studying) == _SEVEN else _USUAL
    drawn = in_groups([each.person_id for each in studying], size, _colleagues(document, studying), random)
    before = study_groups_of(document, cohort_id)
    number = max((each.number for each in before), default=0)
    pairs: list[_Pair] = []
    place_of: dict[str, str] = {}
    for place, members in enumerate(drawn):
        if place < len(before):
            group = before[place]
            pairs.append((group, group if group.host_id in members else group.having(host_id=None)))
        else:
            number += 1
            group = StudyGroup(id=new_id(), cohort_id=cohort_id, number=number, title=name(titled(number)))
            pairs.append((None, group))
        place_of |= dict.fromkeys(members, group.id)
    left = before[len(drawn) :]
    over = {each.id for each in left}
    for each in document.every(Enrolment):
        if each.cohort_id == cohort_id:
            kept = None if each.study_group_id in over else each.study_group_id
            pairs.append((each, each.having(study_group_id=place_of.get(each.person_id, kept))))
    return changed("spread_people", [*pairs, *((group, None) for group in left)])


def _colleagues(document: Document, studying: list[Enrolment]) -> dict[tuple[str, str], int]:
    """Pairs of people who come for the same organization, as they would have met already."""
    of = {each.person_id: key_of(document.get(Person, each.person_id).organization) for each in studying}
    pairs = combinations(sorted(of), 2)
    return {(one, other): 1 for one, other in pairs if of[one] and of[one] == of[other]}
