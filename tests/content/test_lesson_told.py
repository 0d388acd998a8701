"""How lessons are told in words."""

from dataclasses import replace

import pytest

from facilitator.content.lesson_told import activity_heading, activity_note, badge_rules, head_lines, kind_name
from facilitator.content.words import Words
from facilitator.domain.learning import ACTIVITY_KINDS, PROOFS
from facilitator.domain.lesson_view import ActivityView, LessonView

ENGLISH = Words("en")


def test_an_activity_is_told_by_kind_title_length_and_proof():
    activity = ActivityView("try_it", "One step", "Do it.", 20, False, "file_note")
    assert activity_heading(activity, Words("fr")) == "Mise en pratique\u202f: One step"
    assert activity_heading(replace(activity, title=""), ENGLISH) == "Try it"
    assert activity_note(replace(activity, minutes=1, proof="tick"), ENGLISH) == "1 minute · say when it is done"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_kind_and_every_proof_has_its_words(language):
    words = Words(language)
    assert len({kind_name(kind, words) for kind in ACTIVITY_KINDS}) == len(ACTIVITY_KINDS)
    activity = ActivityView("poll", "", "", 5, False, "tick")
    assert len({activity_note(replace(activity, proof=proof), words) for proof in PROOFS}) == len(PROOFS)
    assert len(set(badge_rules(words))) == 3


def test_the_head_says_which_lesson_it_is_and_for_whom():
    bare = LessonView("Course", "T", 2, 8, 1, "", "", "", (), (), ())
    assert head_lines(bare, ENGLISH) == ("Lesson 2 of 8 · Week 1", "Course")
    full = replace(bare, week_theme="Start", track="Leaders")
    assert head_lines(full, ENGLISH) == ("Lesson 2 of 8 · Week 1: Start", "Course · Track: Leaders")
