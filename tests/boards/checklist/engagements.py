"""Engagements for tests whose boards show something of a checklist's items: "c", a web "w", a value board "v"."""

from datetime import date

from boards.checklist.lists import document
from facilitator.boards.assessment.model import Respondent
from facilitator.boards.stakeholder_web.model import Stakeholder, Web
from facilitator.boards.value_board.model import Card, GuidingValue
from facilitator.catalogue import ADOPTION, CAPACITY
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person, Segment, Session
from facilitator.domain.language import Language
from facilitator.domain.participation import Attendance, OneToOne
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


def one_to_ones(held: Document) -> Document:
    """With 1:1s with Ana, Al (both of Alder) and Bo (of Bouleau), each with a checklist and, but for Al, a map.

    Ana alone did her capacity 1:1. The boards are "c_ana", "w_ana", "i_ana" and so on.
    """
    for number, (name, town) in enumerate((("ana", "Town of Alder"), ("al", "TOWN OF ALDER"), ("bo", "Bouleau"))):
        session = Session(id=f"s_{name}", number=number + 1, title="1:1")
        checklist = Board(id=f"c_{name}", number=40 + number, kind="checklist", title=f"Checklist, {town}")
        held = having(held, session, Person(id=name, name=name.title(), organization=town), checklist)
        held = having(held, OneToOne(id=session.id, person_id=name), worked_on(session.id, checklist.id))
        if name != "al":
            board = Board(id=f"w_{name}", number=50 + number, kind="stakeholder_web", title=f"Talk with {name}")
            someone = Stakeholder(
                id=f"s_{board.id}", board_id=board.id, code=f"S{number}", name="X", category="internal"
            )
            held = having(held, board, Web(id=board.id, project="P", state="validated"), someone)
            held = having(held, worked_on(session.id, board.id))
    board = Board(id="i_ana", number=20, kind="capacity", title="Town of Alder")
    held = having(held, board, *CAPACITY.found(board, DAY), Respondent(id=board.id, person_id="ana"))
    for item in CAPACITY.items(CAPACITY.view(held, board.id)):
        held = held.after(CAPACITY.nudge(held, [item.id], "right"))
    return held


def worked_on(session_id: str, board_id: str) -> Segment:
    """A segment of the session that turns to the board."""
    return Segment(
        id=f"{session_id}_{board_id}", session_id=session_id, number=1, minutes=10, title="A", board_id=board_id
    )


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
