"""What comes out of a session, as pure edits of its records, and what participants may see of it."""

from facilitator.domain.document import Document
from facilitator.domain.engagement import Session, language_of
from facilitator.domain.outcome import OUTCOME_KINDS, Outcome
from facilitator.domain.screens import OutcomeLine, OutcomesScreen, ReadBackScreen, SpokenLine


def outcomes_of(document: Document, session_id: str) -> tuple[Outcome, ...]:
    """What came out of a session ("" those of none), in the order of time."""
    its = (each for each in document.every(Outcome) if (each.session_id or "") == session_id)
    return tuple(sorted(its, key=lambda each: (each.number, each.id)))


def outcomes_screen(document: Document, session_id: str, page: int) -> OutcomesScreen:
    """All that came out of a session, kind by kind; raises EditRejected("gone") if the session is no more."""
    title = document.get(Session, session_id).title if session_id else ""
    found = sorted(outcomes_of(document, session_id), key=lambda each: _KINDS.index(each.kind))
    lines = tuple(OutcomeLine(each.kind, each.code, each.text, each.who, each.due, each.confirmed) for each in found)
    return OutcomesScreen(language_of(document), title, lines, page)


def to_confirm_screen(document: Document, session_id: str, most: int) -> ReadBackScreen:
    """The newest outcomes that are still to be confirmed; raises EditRejected("gone") if the session is no more."""
    if session_id:
        document.get(Session, session_id)
    open_ones = [each for each in outcomes_of(document, session_id) if not each.confirmed][-most:]
    lines = tuple(SpokenLine(each.code, each.text, each.who) for each in open_ones)
    return ReadBackScreen(language_of(document), lines)


_KINDS: tuple[str, ...] = OUTCOME_KINDS
