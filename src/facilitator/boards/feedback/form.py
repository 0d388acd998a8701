"""A feedback form to fill in: one page, no field for a name, and on it what is kept of the answers."""

from reportlab.platypus import Flowable

from facilitator.boards.drawing import lines_of
from facilitator.boards.feedback.filling import comment_name, level_name
from facilitator.boards.feedback.results import LIMITS
from facilitator.boards.feedback.view import FeedbackView, StatementView
from facilitator.content.feedback import LEVELS
from facilitator.content.words import Words
from facilitator.handouts import kit
from facilitator.handouts.scale_rows import ScaleRow, ScaleRows, WordFields
from facilitator.handouts.styles import TITLE


def form(view: FeedbackView, words: Words, width: float) -> list[Flowable]:
    """The page, `width` points wide, on Letter and on A4, in both languages; a long title is cut so that it is one."""
    language = words.language
    asked = [(each.asked, each.asked.text.within(language)) for each in view.questions]
    fields = [(text, comment_name(each.id), words("feedback.tip_comment", question=text)) for each, text in asked]
    title = " ".join(lines_of(view.title, TITLE.size, width, bold=True, most=2))
    return [
        kit.kicker(words("feedback.kicker")),
        kit.heading(title, 1),
        kit.lead(words("feedback.form_lead")),
        kit.quiet(words("feedback.form_kept", least=LIMITS.group)),
        ScaleRows([_row(each, words) for each in view.statements]),
        WordFields(fields),
    ]


def _row(each: StatementView, words: Words) -> ScaleRow:
    asked, language = each.asked, words.language
    text, ends = asked.text.within(language), {LEVELS[0]: asked.low, LEVELS[-1]: asked.high}
    marks = []
    for level in LEVELS:
        meaning = f" ({ends[level].within(language)})" if level in ends else ""
        tip = words("feedback.tip_tick", statement=text, level=level, most=LEVELS[-1], meaning=meaning)
        marks.append((str(level), tip))
    low, high = asked.low.within(language), asked.high.within(language)
    return ScaleRow(asked.code, text, low, high, level_name(asked.id), tuple(marks))
