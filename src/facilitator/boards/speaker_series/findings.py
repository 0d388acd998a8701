"""The checks of a speaker series, SP1 to SP7: what has still to be agreed, said or kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from facilitator.boards.checking import most_severe_first
from facilitator.boards.described import Finding, Severity
from facilitator.boards.panels.reading import cards_of
from facilitator.boards.speaker_series.announced import AGREED, state_of
from facilitator.boards.speaker_series.model import Speaker
from facilitator.boards.speaker_series.panels import PANELS, SPEAKERS
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Session

SOON = timedelta(days=14)
"""How long before the day somebody should have agreed."""

_SEVERITIES: Mapping[str, Severity] = {
    "SP1": "medium",
    "SP2": "medium",
    "SP3": "medium",
    "SP4": "high",
    "SP5": "high",
    "SP6": "low",
    "SP7": "low",
}


@dataclass(frozen=True, slots=True)
class _Slot:
    """A speaker, how it stands with them, and when they speak: their day, else that of their session."""

    speaker: Speaker
    state: str
    session: Session | None

    @property
    def day(self) -> date | None:
        return self.speaker.speaks_on or (self.session.held_on if self.session else None)


def findings_of(document: Document, board_id: str, today: date, words: Words) -> tuple[Finding, ...]:
    """Every check that fires, the most severe first.

    SP1 a principle with no take-away, the day after somebody who agreed spoke on it; SP2 a speaker with a day but no
    session; SP3 somebody who agreed to come, without a day; SP4 a day within 14 days (or past) that nobody agreed to;
    SP5 another day than that of their session; SP6 a principle without a speaker; SP7 a confirmed speaker of whom
    nobody noted that they spoke, the day after. Raises EditRejected("gone") if the board is no more.
    """
    document.get(Board, board_id)
    slots = [_slot(document, each) for each in document.every(Speaker) if each.board_id == board_id]
    slots.sort(key=lambda slot: (slot.speaker.number, slot.speaker.id))
    on_speakers = (found for slot in slots for found in _on_speaker(slot, today, words))
    return most_severe_first((*on_speakers, *_on_principles(document, board_id, slots, today, words)))


def _slot(document: Document, speaker: Speaker) -> _Slot:
    session = document.find(Session, speaker.session_id or "")
    return _Slot(speaker, state_of(document, speaker.id), session)


def _on_speaker(slot: _Slot, today: date, words: Words) -> Iterator[Finding]:
    its, day = slot.speaker, slot.day
    agreed = slot.state in AGREED

    def finding(check: str, opens: str, **values: object) -> Finding:
        return _finding(check, (its.id,), (its.id, opens), words, name=its.name, **values)

    if its.speaks_on and slot.session is None:
        yield finding("SP2", "session_id", day=words.date(its.speaks_on))
    if agreed and day is None:
        yield finding("SP3", "speaks_on")
    if not agreed and day is not None and day - today <= SOON:
        yield finding("SP4", "state", day=words.date(day))
    held_on = slot.session.held_on if slot.session else None
    if its.speaks_on and held_on and its.speaks_on != held_on:
        told = {"day": words.date(its.speaks_on), "held_on": words.date(held_on)}
        yield replace(finding("SP5", "speaks_on", **told), sets=((its.id, "speaks_on", held_on.isoformat()),))
    if slot.state == "confirmed" and day is not None and day < today:
        yield replace(finding("SP7", "state", day=words.date(day)), sets=((its.id, "state", "spoke"),))


def _on_principles(
    document: Document, board_id: str, slots: list[_Slot], today: date, words: Words
) -> Iterator[Finding]:
    for panel in PANELS:
        if panel.id == SPEAKERS:
            continue
        theirs = [slot for slot in slots if slot.speaker.principle == panel.id]
        values = {"principle": panel.name(words)}
        if not theirs:
            yield _finding("SP6", (), (board_id, "title"), words, **values)
        past = [slot for slot in theirs if slot.state in AGREED and slot.day and slot.day < today]
        if past and not cards_of(document, board_id, panel):
            about = tuple(slot.speaker.id for slot in past)
            yield _finding("SP1", about, (about[0], "about"), words, **values)


def _finding(check: str, items: tuple[str, ...], opens: tuple[str, str], words: Words, **values: object) -> Finding:
    message, why, action = (
        words(f"speakers.{check.lower()}_{part}", **values) for part in ("message", "why", "action")
    )
    return Finding(check, _SEVERITIES[check], items, message, why, action, opens)
