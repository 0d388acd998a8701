"""A board of case cards for tests."""

from facilitator.boards.case_cards.kind import KIND
from facilitator.boards.case_cards.model import CaseCard
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement
from facilitator.workshop.capture import AddLine

BOARD = "case_cards"
EN, FR = Words("en"), Words("fr")

TOLD = {
    "place": "Fort Example",
    "years": "2021",
    "problem": "Nobody knew who had the keys.",
    "tried": "A shared list, looked through every month.",
    "result": "Result: not known to us.",
    "lesson": "Who has our keys?",
    "source": "“Keys”, Town of Fort Example, 2022, fort-example.ca/keys",
}


def empty(language="en") -> Document:
    board = Board(id=BOARD, number=1, kind=KIND.id, title="Cases")
    return Document.of([Engagement(id="engagement", title="T", language=language), board])


def with_card(document: Document, title: str, group: str = "", **fields: str) -> tuple[Document, str]:
    """The document with one more case, and the id of that."""
    change = KIND.add(document, BOARD, AddLine(title), group or "services")
    card_id = next(each.id for each in change.added() if isinstance(each, CaseCard))
    document = document.after(change)
    for key, value in fields.items():
        document = document.after(KIND.set_field(document, card_id, key, value))
    return document, card_id
