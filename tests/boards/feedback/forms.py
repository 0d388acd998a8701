"""Feedback forms for tests."""

from facilitator.boards.feedback.kind import KIND
from facilitator.boards.feedback.model import FeedbackForm
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Session
from facilitator.workshop.capture import AddLine

BOARD = "feedback"


def blank(language="en") -> Document:
    """An engagement with two sessions and a form about neither."""
    return Document.of(
        [
            Engagement(id="engagement", title="Permits", language=language),
            Session(id="s1", number=1, title="First half day"),
            Session(id="s2", number=2, title="Second half day"),
            Board(id=BOARD, number=1, kind="feedback", title="Feedback form"),
            FeedbackForm(id=BOARD),
        ]
    )


def typed(document: Document, *lines: str, group: str = "statements") -> Document:
    """The document after these capture lines."""
    for line in lines:
        document = document.after(KIND.add(document, BOARD, AddLine(line), group))
    return document


def results(document: Document, wanted: str) -> Document:
    """The document after results were shown, hidden, or shown anew."""
    return document.after(KIND.set_field(document, BOARD, "results", wanted))


def shown(document: Document, statement: str):
    """What a view has of a statement: (median from 0, whether all are alike, bands)."""
    found = next(each for each in KIND.view(document, BOARD).statements if each.asked.id == statement)
    result = found.result
    return None if result is None else (result.median, result.similar, result.bands)
