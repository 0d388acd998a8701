"""Who completed what, and the badges that are kept for it."""

from datetime import date, timedelta

import pytest

from facilitator.domain.document import Document
from facilitator.domain.learning import Activity, Completion, KeptBadge
from facilitator.domain.participation import Enrolment
from facilitator.domain.refusal import EditRejected
from facilitator.learning.completing import completed, completion_of, evidence_written, taken_back
from facilitator.learning.lesson_edits import ActivityValues, activity_added, activity_put, lesson_added
from facilitator.learning.lessons import activities_of, lessons_of

DAY = date(2027, 1, 14)
CLOSE = date(2027, 2, 12)


def first_lesson(document):
    return lessons_of(document, "course")[0].id


def for_all(document):
    return [each.id for each in activities_of(document, first_lesson(document)) if each.track_id is None]


def done(document, activities, person="amara", on=DAY):
    return document.after(completed(document, [(each, person) for each in activities], on))


def kept(document, person="amara"):
    return [(each.level, each.earned_on) for each in document.every(KeptBadge) if each.person_id == person]


def test_several_people_complete_in_one_step_what_they_had_not(course):
    core = for_all(course)[0]
    some = done(course, [core], on=DAY)
    change = completed(some, [(core, "amara"), (core, "joel")], DAY + timedelta(1))
    after = some.after(change)
    assert completion_of(after, core, "amara").on == DAY
    assert completion_of(after, core, "joel").on == DAY + timedelta(1)
    assert kept(after, "joel") == [(1, DAY + timedelta(1))]
    assert after.after(change.reversed()).find(KeptBadge, "x") is None
    assert set(map(repr, after.after(change.reversed()).records())) == set(map(repr, some.records()))
    with pytest.raises(EditRejected) as refused:
        completed(after, [(core, "amara"), (core, "joel")], DAY)
    assert refused.value.key == "nothing_to_do"


def test_badges_rise_and_keep_the_day_of_the_last_activity(course):
    its = for_all(course)
    bronze = done(course, its[:1])
    assert kept(bronze) == [(1, DAY)]
    gold = done(bronze, its[1:], on=DAY + timedelta(3))
    assert kept(gold) == [(3, DAY + timedelta(3))]


def test_what_comes_after_the_close_changes_neither_badge_nor_day(course):
    its = for_all(course)
    both = done(done(course, its[1:], on=CLOSE + timedelta(1)), its[:1], on=CLOSE)
    assert kept(both) == [(1, CLOSE)]


def test_after_the_close_it_is_noted_and_earns_nothing(course):
    assert kept(done(course, for_all(course)[:1], on=CLOSE)) == [(1, CLOSE)]
    late = done(course, for_all(course)[:1], on=CLOSE + timedelta(1))
    assert kept(late) == []
    assert len(list(late.every(Completion))) == 1


def test_a_badge_goes_down_with_what_was_ticked_by_mistake(course):
    its = for_all(course)
    gold = done(course, its)
    less = gold.after(taken_back(gold, [(each, "amara") for each in its[1:]]))
    assert [level for level, _ in kept(less)] == [1]
    none = less.after(taken_back(less, [(its[0], "amara")]))
    assert kept(none) == []
    assert not list(none.every(Completion))
    with pytest.raises(EditRejected) as refused:
        taken_back(none, [(its[0], "amara")])
    assert refused.value.key == "nothing_to_do"


def test_a_badge_that_outgrew_what_was_done_stays(course):
    its = for_all(course)
    grown = done(course, its)
    for number in range(9):
        grown = grown.after(activity_added(grown, first_lesson(grown), ActivityValues("try_it", f"More {number}", "5")))
    assert [level for level, _ in kept(grown)] == [3]
    less = grown.after(taken_back(grown, [(its[1], "amara")]))
    assert [level for level, _ in kept(less)] == [3]


def test_a_lesson_that_grows_keeps_what_was_earned_before(course):
    own = course.after(lesson_added(course, "course", "Ours"))
    lesson = lessons_of(own, "course")[-1].id
    for values in (ActivityValues("core_video", "Watch", "5", core=True), ActivityValues("quiz", "Ask", "5")):
        own = own.after(activity_added(own, lesson, values))
    core, _ = activities_of(own, lesson)
    some = Document.of([*own.records(), Completion(id="c", activity_id=core.id, person_id="joel", on=DAY)])
    assert kept(some, "joel") == []  # as if it had come from a file
    grown = some.after(activity_added(some, lesson, ActivityValues("quiz", "One more", "5")))
    assert kept(grown, "joel") == [(2, DAY)]  # one of two; of three it is Bronze


def test_withdrawing_may_earn_more(course):
    its = activities_of(course, first_lesson(course))
    fewer = done(course, for_all(course)[:1], person="joel")
    assert kept(fewer, "joel") == [(1, DAY)]
    for each in its[1:]:
        fewer = fewer.after(activity_put(fewer, each.id, withdrawn=True))
    assert kept(fewer, "joel") == [(2, DAY)]


def test_what_somebody_wrote_completes_it_and_can_change(course):
    core = for_all(course)[0]
    with pytest.raises(EditRejected) as refused:
        evidence_written(course, core, "amara", "  ", DAY)
    assert refused.value.key == "nothing_to_do"
    some = course.after(evidence_written(course, core, "amara", "We asked.\nThey said yes.", DAY))
    assert completion_of(some, core, "amara").evidence == "We asked.\nThey said yes."
    assert kept(some) == [(1, DAY)]
    ticked = some.after(evidence_written(some, core, "amara", "", DAY + timedelta(2)))
    assert (completion_of(ticked, core, "amara").evidence, completion_of(ticked, core, "amara").on) == ("", DAY)


def test_what_is_for_others_or_withdrawn_can_not_be_completed(course):
    joels = next(each for each in course.every(Activity) if each.track_id)
    amaras = course.get(Enrolment, "e1").track_id
    other = "joel" if joels.track_id == amaras else "amara"
    with pytest.raises(EditRejected) as refused:
        completed(course, [(joels.id, other)], DAY)
    assert refused.value.key == "activity_of_other"
    core = for_all(course)[0]
    gone = course.after(activity_put(course, core, withdrawn=True))
    with pytest.raises(EditRejected) as refused:
        completed(gone, [(core, "amara")], DAY)
    assert refused.value.key == "activity_withdrawn"
