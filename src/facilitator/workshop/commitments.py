"""What people set out to do, for themselves: pure edits. All of it is private."""

from dataclasses import dataclass
from datetime import date

from facilitator.domain.change import Change
from facilitator.domain.commitment import Commitment, CommitmentState
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Person, Session
from facilitator.domain.record import new_id
from facilitator.domain.words_of_people import name, note

TEXT_LIMIT = 300
"""The most characters of what somebody will do: a sentence or two."""


@dataclass(frozen=True, slots=True)
class CommitmentValues:
    """What can be said of a commitment: "I will `text`, `with_whom`; I will notice it worked when `sign`", by `due`.

    `principle` is the id of the leadership principle that it follows from, `result` what came of it.
    """

    text: str
    with_whom: str = ""
    sign: str = ""
    due: date | None = None
    principle: str = ""
    state: CommitmentState = "open"
    result: str = ""


def commitments_of(document: Document, person_id: str) -> tuple[Commitment, ...]:
    """What somebody committed to, in the order of time."""
    their = (each for each in document.every(Commitment) if each.person_id == person_id)
    return tuple(sorted(their, key=lambda each: (each.number, each.id)))


def commitment_added(document: Document, person_id: str, session_id: str, values: CommitmentValues) -> Change:
    """Add one, made in a session, "" in none; raises EditRejected: "gone", or what a text may not be."""
    document.get(Person, person_id)
    if session_id:
        document.get(Session, session_id)
    number = max((each.number for each in document.every(Commitment)), default=0) + 1
    its = {"id": new_id(), "person_id": person_id, "session_id": session_id or None, "number": number}
    made = Commitment.model_validate({**its, **_checked(values)})
    return changed("add_commitment", [(None, made)])


def commitment_edited(document: Document, commitment_id: str, values: CommitmentValues) -> Change:
    """Say other things of one; raises EditRejected: "gone", "nothing_to_do", or what a text may not be."""
    before = document.get(Commitment, commitment_id)
    return changed("edit_commitment", [(before, before.having(**_checked(values)))])


def commitment_put(document: Document, commitment_id: str, state: CommitmentState) -> Change:
    """Note that one is open, done or dropped; raises EditRejected: "gone", "nothing_to_do"."""
    before = document.get(Commitment, commitment_id)
    return changed("edit_commitment", [(before, before.having(state=state))])


def commitment_removed(document: Document, commitment_id: str) -> Change:
    """Take one out; raises EditRejected("gone")."""
    return changed("remove_commitment", [(document.get(Commitment, commitment_id), None)])


def _checked(values: CommitmentValues) -> dict[str, object]:
    return {
        "text": name(values.text, limit=TEXT_LIMIT),
        "with_whom": name(values.with_whom) if values.with_whom.strip() else "",
        "sign": name(values.sign, limit=TEXT_LIMIT) if values.sign.strip() else "",
        "due": values.due,
        "principle": values.principle,
        "state": values.state,
        "result": note(values.result),
    }
