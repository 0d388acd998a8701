"""A lesson on paper: its card, then what there is to choose; two pages at most for a lesson of usual length."""

from dataclasses import replace

from reportlab.platypus import Flowable

from facilitator.content.lesson_told import activity_heading, activity_note, badge_rules, head_lines, minutes_told
from facilitator.content.words import Words
from facilitator.domain.lesson_view import ActivityView, LessonView
from facilitator.handouts import kit
from facilitator.handouts.blocks import Heading, TextBlock
from facilitator.handouts.styles import BODY
from facilitator.handouts.writing import WritingSpace

_ACTIVITY = replace(BODY, size=10.5, leading=14.5, after=3)
_NOTE_LINES = 2
LETTERS = "ABCDEF"


def lesson_pages(view: LessonView, words: Words) -> list[Flowable]:
    """The sheet for learners in the language of `words`: what they will be able to do, the card, the activities."""
    above, below = head_lines(view, words)
    parts: list[Flowable] = [
        kit.kicker(above),
        kit.heading(view.title, 1),
        kit.lead(view.theme),
        kit.quiet(below),
    ]
    if view.objectives:
        parts += [kit.heading(words("learning.after"), 2), *kit.bullets(view.objectives, small=True)]
    return parts + _core(view, words) + _others(view, words)


def _core(view: LessonView, words: Words) -> list[Flowable]:
    core = view.core
    if not core and not view.card:
        return []
    note = minutes_told(core, words) if core else ""
    parts: list[Flowable] = [Heading(words("learning.core" if core else "learning.card"), 2, note)]
    if core:
        parts.append(kit.quiet(core.text))
    return parts + [kit.paragraph(each) for each in view.card]


def _others(view: LessonView, words: Words) -> list[Flowable]:
    parts: list[Flowable] = []
    if view.others:
        parts.append(kit.heading(words("learning.choose", lesson=words.quote(view.title)), 2))
    for each in view.others:
        parts += _activity(each, words)
    if view.core and view.others:
        parts.append(kit.heading(words("learning.badges"), 3))
        parts.append(kit.quiet(" ".join(badge_rules(words))))
    if view.credit:
        parts.append(kit.quiet(words("learning.credit", credit=view.credit)))
    parts += [kit.quiet(line) for line in view.course_credit.splitlines() if line.strip()]
    return parts


def _activity(activity: ActivityView, words: Words) -> list[Flowable]:
    parts: list[Flowable] = [
        Heading(activity_heading(activity, words), 3, activity_note(activity, words)),
        TextBlock(activity.text, _ACTIVITY),
    ]
    if activity.options:
        parts += kit.codes(list(zip(LETTERS, activity.options, strict=False)), across=2)
    if activity.who_to_ask:
        parts.append(TextBlock(words("learning.to_ask", who=activity.who_to_ask), _ACTIVITY))
    if activity.proof == "text" and activity.kind == "reflection":
        parts.append(WritingSpace("", "", _NOTE_LINES))
    return parts
