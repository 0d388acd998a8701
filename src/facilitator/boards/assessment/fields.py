"""What the inspector shows of an area of an assessment, and of the board itself."""

from collections.abc import Iterator

from facilitator.boards.assessment.edits import answer_of
from facilitator.boards.assessment.model import Answer, Assessment
from facilitator.boards.assessment.view import instrument_of
from facilitator.boards.assessment.wording import anchors_told, level_told
from facilitator.boards.described import Field
from facilitator.boards.heading import heading_fields
from facilitator.content.instruments import Area, Instrument
from facilitator.content.words import Words
from facilitator.domain.document import Document


def fields_of_area(document: Document, its_id: str, words: Words) -> Iterator[Field]:
    """Level and what is behind it, then what comes of it; raises EditRejected("gone") where there is no such area."""
    answer = answer_of(document, its_id)
    asked, language = instrument_of(document, answer.board_id), words.language
    area = asked.area(answer.area)
    values = (None, *(level.value for level in asked.scale.levels))
    levels = tuple(("" if value is None else str(value), level_told(asked, value, language)) for value in values)
    level = "" if answer.level is None else str(answer.level)
    yield Field("level", words("assessment.head_level"), level, "choice", choices=levels)
    if area.anchors:
        yield Field("statement", words("assessment.head_statement"), area.text.within(language), "told")
        yield Field("anchors", words("assessment.head_anchors"), anchors_told(asked, area, language), "told")
    else:
        yield Field("look_at", words("assessment.head_look_at"), area.look_at.within(language), "told")
    yield from _noted(asked, area, answer, words)


def _noted(asked: Instrument, area: Area, answer: Answer, words: Words) -> Iterator[Field]:
    """What the instrument asks beside the level; a comment stands where others have their evidence."""
    if "strengths" in asked.asks:
        yield Field("strengths", words("assessment.head_strengths"), answer.strengths, "text")
    if "weaknesses" in asked.asks:
        yield Field("weaknesses", words("assessment.head_weaknesses"), answer.weaknesses, "text")
    if "evidence" in asked.asks:
        label = words("assessment.field_evidence", example=area.sample_evidence.within(words.language))
        yield Field("evidence", label, answer.evidence, "text", head=words("assessment.head_evidence"))
    if "comment" in asked.asks:
        yield Field("evidence", words("assessment.head_heard"), answer.evidence, "text")
    if "mark" in asked.asks:
        marks = (
            ("", words("assessment.no_mark")),
            *((each.id, each.name.within(words.language)) for each in asked.marks),
        )
        first = words("assessment.part_first")
        yield Field("mark", words("assessment.head_mark"), answer.mark, "choice", choices=marks, part=first)
        yield Field("action", words("assessment.head_action"), answer.action, "line", part=first)


def fields_of_board(document: Document, board_id: str, words: Words) -> tuple[Field, ...]:
    """Its heading, the day on which it was assessed, and what it asks through."""
    found = document.find(Assessment, board_id)
    day = found.assessed_on.isoformat() if found and found.assessed_on else ""
    asked = instrument_of(document, board_id)
    return (
        *heading_fields(document, board_id, words),
        Field("assessed_on", words("assessment.field_assessed_on"), day, "date"),
        Field("instrument", words("assessment.field_instrument"), asked.name.within(words.language), "told"),
    )
