"""An assessment in words: every area with its level and what is behind it."""

from collections.abc import Sequence

from facilitator.boards.assessment.view import AreaView, AssessmentView
from facilitator.boards.assessment.wording import level_told
from facilitator.boards.described import Table
from facilitator.content.instruments import Instrument, instrument
from facilitator.content.words import Words

_NOTED = ("strengths", "weaknesses", "evidence", "mark", "action")


def area_table(view: AssessmentView, words: Words) -> Table:
    """The text twin: one row an area, in the order of the instrument; a column for each thing that is noted."""
    asked = instrument(view.instrument)
    noted = [head for head in _NOTED if head in asked.asks] + ["heard"] * ("comment" in asked.asks)
    columns = tuple(words(f"assessment.head_{head}") for head in ("code", "area", "level", *noted))
    return Table(view.title, columns, tuple(_row(asked, each, noted, words) for each in view.areas))


def _row(asked: Instrument, each: AreaView, noted: Sequence[str], words: Words) -> tuple[str, ...]:
    area, language = asked.area(each.area), words.language
    values = {
        "strengths": each.strengths,
        "weaknesses": each.weaknesses,
        "evidence": each.evidence,
        "heard": each.evidence,
        "mark": asked.mark(each.mark).name.within(language) if each.mark else "",
        "action": each.action,
    }
    level = level_told(asked, each.level, language)
    return area.code, area.name.within(language), level, *(values[head] for head in noted)
