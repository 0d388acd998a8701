"""A made-up community of practice of twelve municipalities, step by step as a facilitator makes it.

For the journey beside it, and for the pictures of docs/community_of_practice.md: both do what the windows do.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from facilitator.boards.founding import session_founded, session_founded_like
from facilitator.catalogue import kind_of
from facilitator.content.instruments import instrument
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person, Session
from facilitator.exchange.attendance.attended import Attended
from facilitator.journal import Journal
from facilitator.templates import new_board
from facilitator.ui.desk import Kinds
from facilitator.workshop.capture import AddLine
from facilitator.workshop.participants import added
from facilitator.workshop.people import enrolled
from facilitator.workshop.segments import SegmentValues
from facilitator.workshop.sessions import SessionValues, session_added

KINDS = Kinds(kind_of, (), new_board)
COHORT = "cohort_1"
FIRST_DAY = date(2027, 2, 1)

PEOPLE: Sequence[tuple[str, str]] = (
    ("Ana Roy", "Town of Alder"),
    ("Benoît Côté", "Ville de Bouleau"),
    ("Chloé Singh", "Cedar County"),
    ("Dev Patel", "Dogwood Township"),
    ("Élise Gagnon", "Ville d’Épinette"),
    ("Farid Haddad", "City of Fir"),
    ("Gwen Morris", "Village of Grove"),
    ("Hugo Tremblay", "Hêtraie-sur-Mer"),
    ("Inès Moreau", "Ironwood District"),
    ("Jin Park", "Juniper Bay"),
    ("Karl Olsen", "Kelp Harbour"),
    ("Léa Fortin", "Larch Valley"),
)
"""Who takes part, and for which organization. None of them exists."""


def people_added(journal: Journal) -> list[Person]:
    """Everybody in the first workshop of the cohort, enrolled, each with their organization."""
    first = min(journal.document.every(Session), key=lambda each: each.number)
    journal.do(added(journal.document, first.id, [Attended(name, organization) for name, organization in PEOPLE]))
    everybody = {each.name: each for each in journal.document.every(Person)}
    journal.do(enrolled(journal.document, COHORT, [each.id for each in everybody.values()]))
    return [everybody[name] for name, _ in PEOPLE]


def one_to_one(journal: Journal, person: Person, number: int) -> tuple[str, str]:
    """A 1:1 session with somebody, made as the session dialog makes it; the ids of the session and of its board."""
    day = FIRST_DAY + timedelta(days=number)
    values = SessionValues(f"Capacity 1:1, {person.organization}", COHORT, day, "9:30", with_id=person.id)
    made = journal.do(session_founded(journal.document, values, "capacity_1to1", KINDS)).change
    session = next(each for each in made.added() if isinstance(each, Session))
    board = next(each for each in made.added() if isinstance(each, Board))
    return session.id, board.id


def answers_of(number: int, comment: str) -> Iterator[str]:
    """The capture lines of an organization's 1:1: strong where others are, weak where others are, and not the same."""
    strong = {"P1", "T4", "S2", "O3"}
    weak = {"M1", "R2", "X1", "P4"}
    for place, each in enumerate(instrument("capacity").areas):
        level = (number * 7 + place * 3 + number * place % 4) % 5
        if each.code in strong:
            level = 2 + (number + place) % 3
        if each.code in weak:
            level = (number + place) % 3
        yield f"{each.code} {level} {comment}".strip()


def answered(journal: Journal, board_id: str, lines: Iterator[str]) -> None:
    """Take the lines as the capture bar takes them, one step a line."""
    kind = kind_of("capacity")
    for line in lines:
        journal.do(kind.add(journal.document, board_id, AddLine(line), ""))


def agreed_and_tagged(journal: Journal, board_id: str, number: int) -> None:
    """They agree to be in the summary; two of three name time as a constraint, half a contract that ends."""
    kind = kind_of("capacity")
    journal.do(kind.set_field(journal.document, board_id, "consent", "include"))
    if number % 3:
        journal.do(kind.set_field(journal.document, f"{board_id}.cap_p2", "control", "time"))
    if number % 2:
        journal.do(kind.set_field(journal.document, f"{board_id}.cap_t3", "opportunities", "renewal_window"))
    if number == 5:
        journal.do(kind.set_field(journal.document, f"{board_id}.cap_t2", "control", "connectivity_c"))


def steps_chosen(journal: Journal, board_id: str) -> None:
    """The first three next steps that are offered."""
    kind, words = kind_of("capacity"), Words("en")
    offers = [each.id for each in kind.offers(journal.document, board_id, words)][:3]
    journal.do(kind.take(journal.document, board_id, offers, words))


def released(journal: Journal, board_id: str, day: date) -> None:
    """Release the summary with the usual thresholds, as the check window does."""
    kind = kind_of("group_summary")
    values = {"released_on": day.isoformat(), "group_least": "5", "cell_least": "3", "mode": ""}
    journal.do(kind.put_entry(journal.document, board_id, "releases", "", values, Words("en")))


def checklist_for(journal: Journal, person: Person) -> str:
    """A checklist of an organization's own, worked on in a session with its person; the id of the board.

    The first one is made by hand, all others are sessions like that one.
    """
    title = f"Checklist, {person.organization}"
    values = SessionValues(title, COHORT, with_id=person.id)
    like = next((each for each in journal.document.every(Session) if each.title.startswith("Checklist, ")), None)
    if like:
        made = journal.do(session_founded_like(journal.document, values, like.id, KINDS)).change
        return next(each for each in made.added() if isinstance(each, Board)).id
    founded = new_board(journal.document, "checklist", f"{person.organization} – Digital transformation checklist")
    board = next(each for each in founded.added() if isinstance(each, Board))
    plan = (SegmentValues("Our checklist", 60, board_id=board.id),)
    journal.do(founded)
    journal.do(session_added(journal.document, values, plan))
    return board.id


def summary_board(document: Document) -> str:
    """The id of the summary of the capacity workshop."""
    return min(
        (each for each in document.every(Board) if each.kind == "group_summary"), key=lambda each: each.number
    ).id
