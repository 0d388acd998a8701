"""A group summary on paper: the chart with its table, what is shared, themes, questions, how it was protected."""

from collections.abc import Iterator
from datetime import date

from reportlab.platypus import Flowable

from facilitator.boards.assessment.group.collecting import collected
from facilitator.boards.assessment.group.drawing import picture_of
from facilitator.boards.assessment.group.releases import log
from facilitator.boards.assessment.group.told import check_told, head_told, item_told, method_told, theme_told
from facilitator.boards.assessment.group.view import SummaryView
from facilitator.boards.assessment.view import instrument_of
from facilitator.boards.drawing import BELOW_HEADER
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.handouts import kit


def handout(view: SummaryView, words: Words, width: float) -> list[Flowable]:
    """The parts of a participant's handout, `width` points wide."""
    return [
        kit.kicker(words("assessment.summary_kicker")),
        kit.heading(view.title, 1),
        kit.lead(view.question or view.asked.name.within(words.language)),
        kit.quiet(head_told(view, words)),
        *(_figures(view, words, width) if view.has_figures else ()),
        *(_themes(view, words) if view.head else ()),
        *_questions(view, words),
        kit.quiet(method_told(view, words)),
    ]


def _figures(view: SummaryView, words: Words, width: float) -> Iterator[Flowable]:
    picture = picture_of(view, theme("light"))
    yield kit.figure(picture, width, alt=picture.alt, part=BELOW_HEADER)
    asked, language = view.asked, words.language
    heads = [words("assessment.head_dimension"), words("assessment.head_shown")]
    if view.dimensions:
        rows = [(view.name(each, language), item_told(each, words)) for each in view.dimensions]
        yield kit.table(heads, rows, (2, 3))
    for key, ids in (("strengths", view.strengths), ("gaps", view.gaps)):
        yield kit.heading(words(f"assessment.shared_{key}"), 2)
        told = [asked.area(each).text.within(language) for each in ids]
        yield from kit.bullets(told or [words("assessment.none_shown")])
    yield kit.heading(words("assessment.every_statement"), 2)
    heads = [words("assessment.head_code"), words("assessment.head_statement"), words("assessment.head_shown")]
    texts = {area.id: (area.code, area.text.within(language)) for area in asked.areas}
    yield kit.table(heads, [(*texts[each.id], item_told(each, words)) for each in view.statements], (0.6, 3, 2.4))


def _themes(view: SummaryView, words: Words) -> Iterator[Flowable]:
    for key, sort in (("constraints", "constraint"), ("opportunities", "opportunity")):
        told = [theme_told(term.name.within(words.language), word, words) for term, word in view.themes_of(sort)]
        yield kit.heading(words(f"assessment.shared_{key}"), 2)
        yield from kit.bullets(told or [words("assessment.none_shown")])


def _questions(view: SummaryView, words: Words) -> Iterator[Flowable]:
    told = [view.words_of(each, words.language) for each in view.questions]
    yield kit.heading(words("assessment.questions_heading"), 2)
    yield from (kit.writing_space(text, "", 2) for text in told)
    if not told:
        yield kit.paragraph(words("assessment.none_yet"))


def check_report(document: Document, board_id: str, day: date, words: Words) -> list[Flowable]:
    """The check as it would be on that day, and the log of releases: private; [] while there is nobody to sum up."""
    if not collected(document, instrument_of(document, board_id)).organizations:
        return []
    parts = [
        kit.kicker(words("assessment.summary_kicker")),
        kit.heading(document.get(Board, board_id).title, 1),
        kit.lead(words("assessment.part_check")),
    ]
    for label, told in check_told(document, board_id, day, words):
        parts += [kit.heading(label, 2), *kit.bullets(told.splitlines())]
    for table in log(document, board_id, words):
        parts += [kit.heading(table.title, 2), kit.table(table.columns, table.rows)]
    return parts
