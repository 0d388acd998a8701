"""Who completed what of a lesson, and the badges that are kept for it: pure edits. All of it is private."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from facilitator.domain.change import Change, composed
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Person
from facilitator.domain.learning import Activity, Completion, KeptBadge, Lesson
from facilitator.domain.participation import Enrolment
from facilitator.domain.program import Cohort
from facilitator.domain.record import Record, new_id
from facilitator.domain.refusal import EditRejected
from facilitator.domain.words_of_people import note
from facilitator.learning.badges import Badge, Done, standing
from facilitator.learning.lessons import activities_of, task_of

Doing = tuple[str, str]
"""An activity and a person, by their ids."""

EVIDENCE_LIMIT = 2000
"""The most characters of what somebody wrote."""

_Pair = tuple[Record | None, Record | None]

Fate = Literal["new", "update", "same", "there"]
"""What becomes of what was reported: it is new, adds to what stands there, is the same, or differs and is left."""


@dataclass(frozen=True, slots=True)
class Reported:
    """Somebody is said to have completed an activity `on` a day, and to have written `evidence`, "" for a tick."""

    activity_id: str
    person_id: str
    on: date
    evidence: str = ""


def reported(
    document: Document, reports: Iterable[Reported], *, update: bool = False
) -> tuple[Change | None, tuple[Fate, ...]]:
    """Note what was reported, as one step (None for nothing new), and what becomes of each report, in their order.

    What stands there keeps its day and its words, and gets words where it has none, unless told to `update`. Raises
    EditRejected as `completed` does, and what a note may not be.
    """
    before = {(each.activity_id, each.person_id): each for each in document.every(Completion)}
    after = dict(before)
    fates: list[Fate] = []
    lessons = set[str]()
    for each in reports:
        doing = (each.activity_id, each.person_id)
        activity = document.get(Activity, each.activity_id) if doing in after else offered(document, *doing)
        lessons.add(activity.lesson_id)
        fate, after[doing] = _put(after.get(doing), each, update=update)
        fates.append(fate)
    pairs = [(before.get(doing), made) for doing, made in after.items() if before.get(doing) != made]
    if not pairs:
        return None, tuple(fates)
    return _with_badges(document, changed("import_completions", pairs), lessons), tuple(fates)


def _put(there: Completion | None, report: Reported, *, update: bool) -> tuple[Fate, Completion]:
    evidence = note(report.evidence, limit=EVIDENCE_LIMIT)
    if there is None:
        its = {"activity_id": report.activity_id, "person_id": report.person_id, "on": report.on}
        return "new", Completion.model_validate({"id": new_id(), "evidence": evidence, **its})
    said = there.having(on=report.on, evidence=evidence or there.evidence)
    if said == there:
        return "same", there
    if update:
        return "update", said
    if evidence and not there.evidence:
        return "update", there.having(evidence=evidence)
    return "there", there


def completion_of(document: Document, activity_id: str, person_id: str) -> Completion | None:
    """That somebody completed an activity, None while they have not."""
    for each in document.every(Completion):
        if (each.activity_id, each.person_id) == (activity_id, person_id):
            return each
    return None


def completed(document: Document, doings: Iterable[Doing], on: date) -> Change:
    """Note that people completed activities `on` a day; what was completed before stays as it was.

    What the proof of an activity takes is for the facilitator to see: a tick of hers counts for any. Badges that are
    earned so are kept. Raises EditRejected: "gone", "nothing_to_do" where all was completed, "activity_of_other"
    (name) for what is for another track, "activity_withdrawn".
    """
    pairs: list[_Pair] = []
    lessons = set[str]()
    for activity_id, person_id in dict.fromkeys(doings):
        activity = offered(document, activity_id, person_id)
        if completion_of(document, activity_id, person_id) is None:
            made = Completion(id=new_id(), activity_id=activity_id, person_id=person_id, on=on)
            pairs.append((None, made))
            lessons.add(activity.lesson_id)
    return _with_badges(document, changed("complete_activity", pairs), lessons)


def evidence_written(document: Document, activity_id: str, person_id: str, text: str, on: date) -> Change:
    """Note what somebody wrote for an activity, which completes it; "" leaves the tick alone.

    Raises EditRejected: "nothing_to_do" for nothing of what was not completed either, as `completed`, and what a note
    may not be.
    """
    activity, before = offered(document, activity_id, person_id), completion_of(document, activity_id, person_id)
    evidence = note(text, limit=EVIDENCE_LIMIT)
    if not (before or evidence):
        raise EditRejected("nothing_to_do")
    made = before or Completion(id=new_id(), activity_id=activity_id, person_id=person_id, on=on)
    after = made.having(evidence=evidence)
    return _with_badges(document, changed("complete_activity", [(before, after)]), {activity.lesson_id})


def taken_back(document: Document, doings: Iterable[Doing]) -> Change:
    """Note that people did not complete activities after all, with what they wrote.

    A badge goes down with it, but one that had outgrown what was done, since the lesson grew, stays.
    Raises EditRejected: "gone", "nothing_to_do" where none was completed.
    """
    gone: list[Completion] = []
    for activity_id, person_id in dict.fromkeys(doings):
        document.get(Activity, activity_id)
        if found := completion_of(document, activity_id, person_id):
            gone.append(found)
    change = changed("take_completion_back", [(each, None) for each in gone])
    after, pairs = document.after(change), list[_Pair]()
    for lesson_id, person_id in {(document.get(Activity, each.activity_id).lesson_id, each.person_id) for each in gone}:
        kept, (before, _) = _kept(document, lesson_id, person_id), _earned(document, lesson_id, person_id)
        level, _ = _earned(after, lesson_id, person_id)
        if kept and before == kept.level > level:
            pairs.append((kept, kept.having(level=level) if level else None))
    lowered = [changed(change.label, pairs)] if pairs else []
    return composed(change.label, [change, *lowered])


def badges_to_keep(document: Document, lesson_id: str, people: Collection[str] | None = None) -> Change | None:
    """Keep the badges that people (None: anybody) have earned in a lesson and that are not kept yet; None for none.

    They count from the day on which the last thing was completed in time.
    """
    pairs: list[_Pair] = []
    for person_id in _learners(document, lesson_id) if people is None else sorted(people):
        level, earned_on = _earned(document, lesson_id, person_id)
        kept = _kept(document, lesson_id, person_id)
        if earned_on and level > (kept.level if kept else 0):
            new = KeptBadge(
                id=kept.id if kept else new_id(),
                lesson_id=lesson_id,
                person_id=person_id,
                level=level,
                earned_on=earned_on,
            )
            pairs.append((kept, new))
    return changed("keep_badge", pairs) if pairs else None


def _with_badges(document: Document, change: Change, lessons: Iterable[str]) -> Change:
    """The change with the badges that it earns."""
    people = {each.person_id for each in (swap.record for swap in change.swaps) if isinstance(each, Completion)}
    after = document.after(change)
    kept = [badges_to_keep(after, lesson_id, people) for lesson_id in sorted(lessons)]
    return composed(change.label, [change, *(each for each in kept if each)])


def _earned(document: Document, lesson_id: str, person_id: str) -> tuple[int, date | None]:
    """The best badge of what somebody did in a lesson, in any cohort of its program, and since when."""
    activities = activities_of(document, lesson_id)
    its = {each.id for each in activities}
    tasks = [task_of(each) for each in activities]
    done = [
        Done(each.activity_id, each.on)
        for each in document.every(Completion)
        if each.person_id == person_id and each.activity_id in its
    ]
    best: tuple[int, date | None] = (Badge.NONE, None)
    for cohort, enrolment in _enrolled(document, lesson_id, person_id):
        closes_on = cohort.closes_on
        level = standing(tasks, done, track=enrolment.track_id, closes_on=closes_on).badge
        if level > best[0]:
            best = level, max(each.on for each in done if closes_on is None or each.on <= closes_on)
    return best


def _enrolled(document: Document, lesson_id: str, person_id: str = "") -> Iterator[tuple[Cohort, Enrolment]]:
    program_id = document.get(Lesson, lesson_id).program_id
    for enrolment in document.every(Enrolment):
        cohort = document.get(Cohort, enrolment.cohort_id)
        if cohort.program_id == program_id and person_id in ("", enrolment.person_id):
            yield cohort, enrolment


def _learners(document: Document, lesson_id: str) -> list[str]:
    return sorted({enrolment.person_id for _, enrolment in _enrolled(document, lesson_id)})


def _kept(document: Document, lesson_id: str, person_id: str) -> KeptBadge | None:
    its = (each for each in document.every(KeptBadge) if (each.lesson_id, each.person_id) == (lesson_id, person_id))
    return max(its, key=lambda each: each.level, default=None)


def offered(document: Document, activity_id: str, person_id: str) -> Activity:
    """The activity, if somebody can complete it."""
    activity, person = document.get(Activity, activity_id), document.get(Person, person_id)
    if activity.withdrawn:
        raise EditRejected("activity_withdrawn")
    tracks = {enrolment.track_id for _, enrolment in _enrolled(document, activity.lesson_id, person_id)}
    if not tracks or (activity.track_id and activity.track_id not in tracks):
        raise EditRejected("activity_of_other", name=person.name)
    return activity
