"""The facilitator's own report on a value board: all that the checks find, who gave dots, what reviews answered.

Never for participants.
"""

import dataclasses
from collections.abc import Iterator, Sequence
from itertools import groupby

from reportlab.platypus import Flowable

from facilitator.boards.described import Finding
from facilitator.boards.value_board.dots import dot_totals, dots_table
from facilitator.boards.value_board.model import Review
from facilitator.boards.value_board.pages.closing import ranked
from facilitator.boards.value_board.pages.matrix import traceable
from facilitator.boards.value_board.view import ValueBoardView, view_of
from facilitator.content import value_register
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.handouts import kit

_FINDING_SHARES = (1.1, 4.4, 3)
_DOTS_SHARES = (2.5, 5, 1)
_ANSWER_SHARES = (1.6, 4)


def private_report(document: Document, board_id: str, findings: Sequence[Finding], words: Words) -> list[Flowable]:
    """The pages of the report, [] where there is no card and no review. Whoever prints them marks each as private."""
    view = view_of(document, board_id)
    reviews = _reviews(document, view, words)
    if not view.cards and not reviews:
        return []
    return [
        kit.kicker(words("value.report_kicker")),
        kit.heading(view.title, 1),
        kit.lead(view.question),
        kit.paragraph(traceable(view, words)),
        kit.heading(words("value.report_findings"), 2),
        *_findings(findings, words),
        *_dots(document, view, words),
        *reviews,
    ]


def _findings(findings: Sequence[Finding], words: Words) -> Iterator[Flowable]:
    """A row for each finding; why a check matters stands in the first row of what it found."""
    if not findings:
        yield kit.paragraph(words("value.nothing_open"))
        return
    rows = []
    for check, same in groupby(findings, lambda each: each.check):
        for number, each in enumerate(same):
            severity = kit.Cell("" if number else words(f"value.severity_{each.severity}"), note=check)
            rows.append((severity, kit.Cell(each.message, note="" if number else each.why), each.action))
    heads = [words(f"value.head_{head}") for head in ("weight", "open", "action")]
    yield kit.table(heads, rows, _FINDING_SHARES, row_head=1)


def _dots(document: Document, view: ValueBoardView, words: Words) -> Iterator[Flowable]:
    """Who gave which card how many dots, and what they add up to, whether that is revealed or not."""
    table = dots_table(document, view.board_id, words)
    if table is None:
        return
    totals = dot_totals(document, view.board_id)
    cards = tuple(dataclasses.replace(card, dots=totals[card.id]) for card in view.cards)
    yield kit.new_page()
    yield kit.kicker(view.title)
    yield kit.page_title(table.title)
    yield kit.paragraph("" if view.dots_shown else words("value.report_not_revealed"))
    yield kit.table(table.columns, table.rows, _DOTS_SHARES)
    yield from ranked(dataclasses.replace(view, cards=cards, dots_shown=True), words)


def _reviews(document: Document, view: ValueBoardView, words: Words) -> list[Flowable]:
    """What each review answered, the earliest first; [] before one was."""
    parts: list[Flowable] = []
    for each in view.reviews:
        record = document.get(Review, each.id)
        answers = [(line, getattr(record, line.id)) for line in value_register.review_questions()]
        rows = [(line.question.within(words.language), answer) for line, answer in answers if answer.strip()]
        if rows:
            name = value_register.cadence(each.cadence).name.within(words.language)
            day = words.date(each.held_on or each.planned_on)
            heads = (words("value.head_question"), words("value.head_answer"))
            parts += [
                kit.page_section(words("value.import_reading", name=name, day=day)),
                kit.table(heads, rows, _ANSWER_SHARES),
            ]
    if parts:
        parts = [kit.new_page(), kit.kicker(view.title), kit.page_title(words("value.report_reviews")), *parts]
    return parts
