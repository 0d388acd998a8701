"""1:1 assessments for tests: documents with answers."""

from datetime import date

from facilitator.boards.assessment.model import OwnAnswer
from facilitator.boards.assessment.own.kind import CAPACITY, GOVERNANCE, PRINCIPLES, OwnKind
from facilitator.boards.assessment.own.reading import answered_on
from facilitator.boards.capturing import captured
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement
from facilitator.domain.language import Language

TODAY = date(2027, 3, 1)
EN, FR = Words("en"), Words("fr")
KINDS = (CAPACITY, GOVERNANCE, PRINCIPLES)


def document(kind: OwnKind = CAPACITY, language: Language = "en") -> Document:
    """An engagement with an untouched 1:1 board, "b"."""
    board = Board(id="b", number=1, kind=kind.id, title="Our capacity", question="Are we ready?")
    engagement = Engagement(id="engagement", title="Permits", language=language)
    return Document.of([engagement, board, *kind.found(board, TODAY)])


def after(held: Document, *lines: str, kind: OwnKind = CAPACITY, group: str = "") -> Document:
    """The document after capture lines."""
    for line in lines:
        held = held.after(captured(kind, held, "b", line, group))
    return held


def with_field(held: Document, its_id: str, key: str, value: str, kind: OwnKind = CAPACITY) -> Document:
    """The document after one edit in the inspector."""
    return held.after(kind.set_field(held, its_id, key, value))


def answer(held: Document, area: str) -> OwnAnswer:
    """What is noted about a statement."""
    return answered_on(held, "b")[area].answer


def full(kind: OwnKind, language: Language = "en") -> Document:
    """Every statement answered, 0 to 4 in turn, and everything else noted that can be."""
    held = document(kind, language)
    for place, area in enumerate(kind.asked.areas):
        held = after(held, f"{area.code} {place % 5}", kind=kind)
        for key in ("comment", "example", "reason"):
            if key in kind.asked.asks or (key == "reason" and "not_applicable" in kind.asked.asks):
                held = with_field(held, f"b.{area.id}", key, f"said {key} {place}", kind)
        if "importance" in kind.asked.asks:
            held = with_field(held, f"b.{area.id}", "importance", str(place % 3 + 1), kind)
        if "constraint" in kind.asked.asks:
            held = with_field(held, f"b.{area.id}", "control", "time skills", kind)
            held = with_field(held, f"b.{area.id}", "opportunities", "grant", kind)
    for key in ("organization", "subject"):
        held = with_field(held, "b", key, f"Town of {key}", kind)
    return held
