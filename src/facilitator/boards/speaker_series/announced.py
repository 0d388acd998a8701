"""Whom a board may name: speakers who agreed to come. Whoever is only thought of, or was asked, is for the facilitator.

It is a list of whom to show, not of whom to hide: a speaker of whom nobody noted anything is not shown either.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from facilitator.boards.panels import reading
from facilitator.boards.panels.view import CardView, PanelsView
from facilitator.boards.speaker_series.model import Speaker, SpeakerNote, TakeAway
from facilitator.boards.speaker_series.panels import PANELS, SPEAKERS
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap
from facilitator.domain.document import Document
from facilitator.domain.engagement import Session
from facilitator.domain.view import Showing
from facilitator.workshop.one_to_ones import is_for_two

WAITING = "waiting"
"""The private layer of speakers who have not agreed."""

AGREED = ("confirmed", "spoke")


@dataclass(frozen=True, slots=True)
class SeriesView(PanelsView):
    """`waiting` are the ids of the speakers on it who have not agreed: () unless their layer is on."""

    waiting: frozenset[str] = frozenset()


def state_of(document: Document, speaker_id: str) -> str:
    """What was noted of a speaker, one of SPEAKER_STATES; "" while nobody said."""
    note = document.find(SpeakerNote, speaker_id)
    return note.state if note else ""


def has_agreed(document: Document, speaker_id: str) -> bool:
    """Whether everybody may know that somebody speaks."""
    return state_of(document, speaker_id) in AGREED


def announced(document: Document) -> Document:
    """The document as everybody may know it: no speaker who has not agreed, and no session that is a 1:1."""
    held = _without_one_to_ones(document)
    return held.after(Change("edit_card", tuple(_hiding(held))))


def view_of(document: Document, board_id: str, showing: Showing) -> SeriesView:
    """The view of a board: who agreed to speak; with the layer `waiting` the others, too, and how it stands with each.

    Where nobody waits the layer shows nothing private, so that the view does not tell of it. Raises
    EditRejected("gone") if the board is no more.
    """
    shown = _without_one_to_ones(document) if WAITING in showing.layers else announced(document)
    view = reading.view_of(shown, board_id, PANELS, showing)
    cards = [card.id for panel in view.panels for card in panel.cards if panel.id == SPEAKERS]
    waiting = frozenset(each for each in cards if not has_agreed(document, each))
    words = Words(view.language)
    panels = tuple(
        replace(
            panel, cards=tuple(_told(document, card, words) if card.id in waiting else card for card in panel.cards)
        )
        for panel in view.panels
    )
    if not waiting:
        showing = replace(showing, layers=showing.layers - {WAITING})
    known = {field.name: getattr(view, field.name) for field in fields(view)}
    return SeriesView(**known | {"panels": panels, "waiting": waiting, "showing": showing})


def _told(document: Document, card: CardView, words: Words) -> CardView:
    state = words("speakers.waits", state=words(f"speakers.state_{state_of(document, card.id) or 'none'}"))
    return replace(card, below=(state, *card.below))


def _without_one_to_ones(document: Document) -> Document:
    """The document without the sessions of speakers that are 1:1s: nobody sees these on a board."""
    two = {each.id for each in document.every(Session) if is_for_two(document, each)}
    told = (each for each in document.every(Speaker) if each.session_id in two)
    return document.after(Change("edit_card", tuple(Swap(each, each.having(session_id=None)) for each in told)))


def _hiding(document: Document) -> Iterator[Swap]:
    hidden = {each.id for each in document.every(Speaker) if not has_agreed(document, each.id)}
    for take_away in document.every(TakeAway):
        if take_away.speaker_id in hidden:
            yield Swap(take_away, take_away.having(speaker_id=None))
    for speaker in document.every(Speaker):
        if speaker.id in hidden:
            yield Swap(speaker, None)
