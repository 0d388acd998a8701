"""Engagements for tests whose boards show something of a checklist's items: "c", a web "w", a value board "v"."""

from datetime import date

from boards.checklist.lists import document
from facilitator.boards.stakeholder_web.model import Stakeholder, Web
from facilitator.boards.value_board.model import Card, GuidingValue
from facilitator.catalogue import ADOPTION, CAPACITY
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person, Session
from facilitator.domain.language import Language
from facilitator.domain.participation import Attendance
from facilitator.domain.program import Cohort, Program
from facilitator.domain.record import Record

DAY = date(2027, 1, 14)


def having(held: Document, *records: Record) -> Document:
    """The document with these records too."""
    return held.after(Change("found_engagement", adding(records)))


def value_board(held: Document) -> Document:
    """With a guiding value whose breaking is said (v4, done)."""
    board = Board(id="v", number=2, kind="value_board", title="Our value")
    card = Card(id="g", board_id="v", code="G1", column="guiding", text="Fair")
    return having(held, board, card, GuidingValue(id="g", broken_when="queues"))


def web(held: Document, state: str = "validated") -> Document:
    """With a map that was not reviewed (v5, a beginning); a draft may be of a 1:1."""
    board = Board(id="w", number=3, kind="stakeholder_web", title="Talk with Ana Roy")
    someone = Stakeholder(id="s", board_id="w", code="S1", name="Ana Roy", category="internal")
    return having(held, board, Web(id="w", project="P", state=state), someone)


def interviews(held: Document, count: int) -> Document:
    """With so many capacity 1:1s that were done, each with its own organization in its title."""
    for number in range(count):
        board = Board(id=f"i{number}", number=10 + number, kind="capacity", title=f"Town {number}")
        held = having(held, board, *CAPACITY.found(board, DAY))
        ids = [item.id for item in CAPACITY.items(CAPACITY.view(held, board.id))]
        for item_id in ids:
            held = held.after(CAPACITY.nudge(held, [item_id], "right"))
    return held


def adoption(held: Document) -> Document:
    """With an adoption check in which one step has a level (c8, a beginning)."""
    board = Board(id="a", number=30, kind="adoption", title="Clerks")
    held = having(held, board, *ADOPTION.found(board, DAY))
    return held.after(ADOPTION.regroup(held, [f"a.{ADOPTION.asked.areas[0].id}"], "2"))


def cohort(held: Document) -> Document:
    """With a cohort that had one session at which two of three were (c6)."""
    people = [Person(id=f"p{number}", name=f"Name {number}") for number in range(3)]
    there = [
        Attendance(id=f"t{number}", session_id="m", person_id=f"p{number}", presence=presence)
        for number, presence in enumerate(("present", "partial", "absent"))
    ]
    return having(
        held,
        Program(id="pr", number=1, title="Leaders"),
        Cohort(id="co", program_id="pr", number=1, title="Fall"),
        Session(id="m", number=1, title="Day 1", cohort_id="co"),
        *people,
        *there,
    )


def engagement(language: Language = "en") -> Document:
    """All of them."""
    return cohort(adoption(web(value_board(document(language)))))
