"""A feedback form on paper: what came of it, by the rules, with comments that were kept; before that what it asks."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from facilitator.boards.drawing import BELOW_HEADER
from facilitator.boards.feedback.picture import picture_of
from facilitator.boards.feedback.results import LIMITS
from facilitator.boards.feedback.tables import tables
from facilitator.boards.feedback.view import FeedbackView
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.handouts import kit


def handout(view: FeedbackView, words: Words, width: float) -> list[Flowable]:
    """The parts of a participant's handout, `width` points wide."""
    return [
        kit.kicker(words("feedback.kicker")),
        kit.heading(view.title, 1),
        kit.lead(view.question),
        *(_results(view, words, width) if view.shown else _asked(view, words)),
    ]


def _results(view: FeedbackView, words: Words, width: float) -> Iterator[Flowable]:
    picture, (results, _) = picture_of(view, theme("light")), tables(view, words)
    yield kit.figure(picture, width, alt=picture.alt, part=BELOW_HEADER)
    yield kit.heading(results.title, 2)
    columns, *rows = (_without_scale(row) for row in (results.columns, *results.rows))
    yield kit.table(columns, rows, (0.8, 3, 1.4, 3))
    yield kit.quiet(words("feedback.method", least=LIMITS.group, cell=LIMITS.cell))
    for each in view.questions:
        if each.kept:
            yield kit.heading(each.asked.text.within(words.language), 2)
            yield from kit.bullets(each.kept)


def _asked(view: FeedbackView, words: Words) -> Iterator[Flowable]:
    statements, questions = tables(view, words)
    yield kit.heading(statements.title, 2)
    yield kit.table(statements.columns, statements.rows, (0.8, 3, 2.5))
    yield kit.heading(questions.title, 2)
    yield kit.table(questions.columns, questions.rows, (0.8, 5.5))


def _without_scale(row: Sequence[str]) -> Sequence[str]:
    """The figure above says what the ends mean."""
    return (*row[:2], *row[3:])
