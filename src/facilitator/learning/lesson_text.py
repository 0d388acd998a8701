"""A lesson as plain text, to paste into a mail of one's own: the app sends nothing."""

from collections.abc import Iterator

from facilitator.content.lesson_told import activity_heading, activity_note, badge_rules, core_heading, head_lines
from facilitator.content.words import Words
from facilitator.domain.lesson_view import ActivityView, LessonView

_RULE = "-"
_BULLET = "- "


def lesson_text(view: LessonView, words: Words) -> str:
    """All that the lesson's sheet says, without markup, one paragraph a line, ended by a new line.

    A mail program breaks its lines; headings are underlined with hyphens.
    """
    blocks = [*_head(view, words), *_core(view, words), *_others(view, words)]
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"


def _head(view: LessonView, words: Words) -> Iterator[str]:
    above, below = head_lines(view, words)
    yield f"{above}\n{_headed(view.title)}"
    yield view.theme
    yield below
    if view.objectives:
        yield _listed(words("learning.after"), [_BULLET + each for each in view.objectives])


def _core(view: LessonView, words: Words) -> Iterator[str]:
    core = view.core
    if core:
        yield _listed(core_heading(core, words), [core.text])
    elif view.card:
        yield _headed(words("learning.card"))
    yield from view.card


def _others(view: LessonView, words: Words) -> Iterator[str]:
    if view.others:
        yield _headed(words("learning.choose", lesson=words.quote(view.title)))
    for each in view.others:
        heading = f"{activity_heading(each, words)} ({activity_note(each, words)})"
        yield "\n".join(filter(None, (heading, *_told(each, words))))
    if view.core and view.others:
        yield _listed(words("learning.badges"), [_BULLET + each for each in badge_rules(words)])
    if view.credit:
        yield words("learning.credit", credit=view.credit)
    yield view.course_credit


def _told(activity: ActivityView, words: Words) -> Iterator[str]:
    yield activity.text
    for letter, option in zip("ABCDEF", activity.options, strict=False):
        yield words("learning.choice", letter=letter, option=option)
    if activity.who_to_ask:
        yield words("learning.to_ask", who=activity.who_to_ask)


def _headed(title: str) -> str:
    return f"{title}\n{_RULE * max(3, len(title))}"


def _listed(title: str, lines: list[str]) -> str:
    return "\n".join((_headed(title), *lines))
