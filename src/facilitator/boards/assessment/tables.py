"""An assessment in words: every area with its level and what is behind it."""

from facilitator.boards.assessment.view import AreaView, AssessmentView
from facilitator.boards.assessment.wording import level_told
from facilitator.boards.described import Table
from facilitator.content.instruments import instrument
from facilitator.content.words import Words

_HEADS = ("code", "area", "level", "strengths", "weaknesses", "evidence", "mark", "action")


def area_table(view: AssessmentView, words: Words) -> Table:
    """The text twin: one row an area, in the order of the instrument."""
    columns = tuple(words(f"assessment.head_{head}") for head in _HEADS)
    return Table(view.title, columns, tuple(_row(view, each, words) for each in view.areas))


def _row(view: AssessmentView, each: AreaView, words: Words) -> tuple[str, ...]:
    asked = instrument(view.instrument)
    area = asked.area(each.area)
    return (
        area.code,
        area.name.within(words.language),
        level_told(asked, each.level, words.language),
        each.strengths,
        each.weaknesses,
        each.evidence,
        asked.mark(each.mark).name.within(words.language) if each.mark else "",
        each.action,
    )
