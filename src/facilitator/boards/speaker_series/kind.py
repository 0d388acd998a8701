"""The speaker series as a kind of board."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from facilitator.boards.described import Dated, Field, Finding, ItemGroup, Layer, Offer, Table
from facilitator.boards.panels.columns import bilingual
from facilitator.boards.panels.kind import PanelKind
from facilitator.boards.panels.shape import Panel
from facilitator.boards.speaker_series import offers
from facilitator.boards.speaker_series.announced import WAITING, SeriesView, announced, has_agreed, view_of
from facilitator.boards.speaker_series.findings import findings_of
from facilitator.boards.speaker_series.model import Speaker, SpeakerNote, TakeAway, TakeAwayNote
from facilitator.boards.speaker_series.panels import PANELS, SPEAKERS, principles
from facilitator.boards.speaker_series.tables import private_tables
from facilitator.content.steps import Step
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap, adding
from facilitator.domain.document import Document
from facilitator.domain.record import Record
from facilitator.domain.view import PLAIN, Showing, View
from facilitator.workshop.capture import AddLine


class SpeakerSeries(PanelKind):
    """Speakers and guests, and what a group takes away on each of the eight leadership principles."""

    id = "speaker_series"
    records: tuple[type[Record], ...] = (Speaker, SpeakerNote, TakeAway, TakeAwayNote)

    @property
    def panels(self) -> tuple[Panel, ...]:
        """Who speaks, then the principles."""
        return PANELS

    def layers(self, words: Words) -> tuple[Layer, ...]:
        """Speakers who have not agreed; the facilitator's own window shows them in any case."""
        return (Layer(WAITING, words("speakers.layer_waiting"), looked_at=True),)

    def view(self, document: Document, board_id: str, showing: Showing = PLAIN) -> SeriesView:
        """Who agreed to speak, and all take-aways."""
        return view_of(document, board_id, showing)

    def spots(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        """The panels and the cards, but for speakers who have not agreed."""
        waiting = cast(SeriesView, view).waiting
        return tuple(each for each in super().spots(view, words) if each.id not in waiting)

    def spot_of(self, view: View, item_id: str) -> str:
        """The card itself, unless it is a speaker who has not agreed."""
        return "" if item_id in cast(SeriesView, view).waiting else super().spot_of(view, item_id)

    def counts(self, view: View) -> Mapping[str, int]:
        """How many cards everybody may see, how many take-aways are among them, and how many speakers agreed."""
        own = cast(SeriesView, view)
        speakers = next(len(panel.cards) for panel in own.panels if panel.id == SPEAKERS) - len(own.waiting)
        kept = sum(len(each.cards) for each in own.panels if each.id != SPEAKERS)
        return {"cards": kept + speakers, "take_aways": kept, "speakers": speakers}

    def private_tables(self, document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
        """How it stands with every speaker, who is not announced, notes on take-aways."""
        return private_tables(document, board_id, words)

    def add(self, document: Document, board_id: str, line: AddLine, group: str) -> Change:
        """A take-away; or a speaker, who is an idea until the facilitator says otherwise."""
        change = super().add(document, board_id, line, group)
        notes = [SpeakerNote(id=each.id, state="idea") for each in change.added() if isinstance(each, Speaker)]
        return replace(change, swaps=(*change.swaps, *adding(notes)))

    def hanging(self, document: Document, card_ids: frozenset[str]) -> Iterable[Swap]:
        """Take-aways stay without the speaker whom they are from."""
        for each in document.every(TakeAway):
            if each.speaker_id in card_ids and each.id not in card_ids:
                yield Swap(each, each.having(speaker_id=None))

    def merged(self, document: Document, kept_id: str, other_id: str) -> Iterable[Swap]:
        """Take-aways from the other speaker are from the kept one."""
        for each in document.every(TakeAway):
            if each.speaker_id == other_id:
                yield Swap(each, each.having(speaker_id=kept_id))

    def fields(self, document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
        """All that is known of a card; a take-away is from a speaker of its own board who agreed to come.

        From whom it is stays private while they have not agreed.
        """
        found = super().fields(document, item_id, words)
        take_away = document.find(TakeAway, item_id)
        if take_away is None:
            return found
        others = {
            each.id
            for each in document.every(Speaker)
            if each.board_id != take_away.board_id or not has_agreed(document, each.id)
        }
        waits = take_away.speaker_id in others
        others.discard(take_away.speaker_id or "")
        return tuple(
            replace(_without(each, others), private=waits) if each.key == "speaker_id" else each for each in found
        )

    def steps(self) -> tuple[Step, ...]:
        """Finding speakers, then what to ask on each principle."""
        asked = (Step(each.id, each.name, each.prompts) for each in principles())
        prepared = tuple(bilingual(f"speakers.ask_prepare_{number}") for number in (1, 2))
        return (Step(SPEAKERS, bilingual("speakers.step_prepare"), prepared), *asked)

    def dates(self, document: Document, board_id: str, words: Words) -> tuple[Dated, ...]:
        """The days on which those speak who agreed."""
        its = (each for each in announced(document).every(Speaker) if each.board_id == board_id)
        days = [_dated(each, each.speaks_on, words) for each in its if each.speaks_on]
        return tuple(sorted(days, key=lambda each: (each.day, each.title, each.id)))

    def findings(self, document: Document, board_id: str, today: date, words: Words) -> tuple[Finding, ...]:
        """The checks SP1 to SP7."""
        return findings_of(document, board_id, today, words)

    def offers(self, document: Document, board_id: str, words: Words) -> tuple[Offer, ...]:
        """Decisions, open questions and parked ideas of sessions."""
        return offers.offers_of(document, board_id, words)

    def take(self, document: Document, board_id: str, offer_ids: Sequence[str], words: Words) -> Change:
        """Make take-aways of them: see `offers.take`."""
        return offers.take(document, board_id, offer_ids)


def _without(field: Field, ids: set[str]) -> Field:
    return replace(field, choices=tuple((value, told) for value, told in field.choices if value not in ids))


def _dated(speaker: Speaker, day: date, words: Words) -> Dated:
    about = " ".join(speaker.about.split())
    title = words("speakers.dated" if about else "speakers.dated_alone", name=speaker.name, about=about)
    return Dated(speaker.id, day, title, ", ".join(filter(None, (speaker.position, speaker.organization))))


KIND = SpeakerSeries()
