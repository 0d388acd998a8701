"""What sessions decided, asked and put aside, ready to become take-aways. What people committed to is never offered.

What came out of a 1:1 stays between its two.
"""

from collections.abc import Iterator, Sequence

from facilitator.boards.described import Offer
from facilitator.boards.panels.edits import new_card
from facilitator.boards.panels.reading import cards_of
from facilitator.boards.panels.shape import Panel
from facilitator.boards.speaker_series.announced import has_agreed
from facilitator.boards.speaker_series.model import Speaker, TakeAway
from facilitator.boards.speaker_series.panels import PANELS
from facilitator.content.naming import plain
from facilitator.content.words import Words
from facilitator.domain.change import Change, composed
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Session
from facilitator.domain.outcome import Outcome
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.agenda import sessions_of
from facilitator.workshop.one_to_ones import is_for_two
from facilitator.workshop.outcomes import outcomes_of

_KINDS = ("decision", "question", "parking")
_PRINCIPLES = PANELS[1:]


def offers_of(document: Document, board_id: str, words: Words) -> tuple[Offer, ...]:
    """Each decision, open question and parked idea: for the principle that its session is on, else for each of them.

    What stands on the board in the same words is marked as taken.
    """
    document.get(Board, board_id)
    return tuple(offer for outcome in _outcomes(document) for offer in _offers(document, board_id, outcome, words))


def take(document: Document, board_id: str, offer_ids: Sequence[str]) -> Change:
    """Make take-aways of outcomes, in one step: from the speaker of the session where there was one only.

    Raises EditRejected: "gone" (id) for an id that is no offer, "nothing_to_do" where all are there already.
    """
    document.get(Board, board_id)
    outcomes = {outcome.id: outcome for outcome in _outcomes(document)}
    panels = {panel.id: panel for panel in _PRINCIPLES}
    changes: list[Change] = []
    for offer_id in dict.fromkeys(offer_ids):
        outcome_id, _, principle = offer_id.rpartition(":")
        if outcome_id not in outcomes or principle not in panels:
            raise EditRejected("gone", id=offer_id)
        outcome, panel = outcomes[outcome_id], panels[principle]
        if not _is_on(document, board_id, panel, outcome):
            speakers = [each.id for each in _speakers(document, board_id, outcome) if has_agreed(document, each.id)]
            its = {"text": outcome.text, "speaker_id": speakers[0] if len(speakers) == 1 else None}
            changes.append(Change("take_offers", new_card(document, board_id, panel, its)))
            document = document.after(changes[-1])
    if not changes:
        raise EditRejected("nothing_to_do")
    return composed("take_offers", changes)


def _offers(document: Document, board_id: str, outcome: Outcome, words: Words) -> Iterator[Offer]:
    heading = f"{outcome.code} {outcome.text}"
    session = document.find(Session, outcome.session_id or "")
    on = {each.principle for each in _speakers(document, board_id, outcome)}
    found = [panel for panel in _PRINCIPLES if panel.id in on] or list(_PRINCIPLES)
    there = [panel for panel in _PRINCIPLES if _is_on(document, board_id, panel, outcome)]
    for panel in there or found:
        note = words("speakers.offer_of", session=session.title) if session else ""
        yield Offer(f"{outcome.id}:{panel.id}", heading, panel.name(words), note, taken=panel in there)


def _outcomes(document: Document) -> Iterator[Outcome]:
    """Session by session in the order of time, then those of none."""
    sessions = [each.id for each in sessions_of(document) if not is_for_two(document, each)]
    for session_id in (*sessions, ""):
        yield from (each for each in outcomes_of(document, session_id) if each.kind in _KINDS)


def _speakers(document: Document, board_id: str, outcome: Outcome) -> list[Speaker]:
    its = (each for each in document.every(Speaker) if each.board_id == board_id and each.session_id)
    return [each for each in its if each.session_id == outcome.session_id]


def _is_on(document: Document, board_id: str, panel: Panel, outcome: Outcome) -> bool:
    cards = (each for each in cards_of(document, board_id, panel) if isinstance(each, TakeAway))
    return any(plain(each.text) == plain(outcome.text) for each in cards)
