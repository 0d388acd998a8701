"""Case cards as a kind of board."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from facilitator.boards.case_cards import offers
from facilitator.boards.case_cards.findings import findings_of
from facilitator.boards.case_cards.keeping import CaseLibrary
from facilitator.boards.case_cards.model import CaseCard, CaseNote
from facilitator.boards.case_cards.panels import PANELS
from facilitator.boards.case_cards.sources import with_short_sources
from facilitator.boards.described import Finding, Offer
from facilitator.boards.own_library import OwnLibrary
from facilitator.boards.panels.kind import PanelKind
from facilitator.boards.panels.shape import Panel
from facilitator.boards.panels.view import PanelsView
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.picture import Picture
from facilitator.domain.view import View


class CaseCards(PanelKind):
    """What others have tried, theme by theme."""

    id = "case_cards"
    records = (CaseCard, CaseNote)

    @property
    def panels(self) -> tuple[Panel, ...]:
        """The themes."""
        return PANELS

    def picture(self, view: View, theme: Theme) -> Picture:
        """The shelves, or one case with its sources in short."""
        return super().picture(with_short_sources(cast(PanelsView, view)), theme)

    def findings(self, document: Document, board_id: str, today: date, words: Words) -> tuple[Finding, ...]:
        """The checks CA1 to CA3."""
        return findings_of(document, board_id, today, words)

    def offers(self, document: Document, board_id: str, words: Words) -> tuple[Offer, ...]:
        """The facilitator's own library, and the examples that ship with the app."""
        return offers.offers_of(document, board_id, words)

    def take(self, document: Document, board_id: str, offer_ids: Sequence[str], words: Words) -> Change:
        """Cases onto the board: see `offers.take`."""
        return offers.take(document, board_id, offer_ids)

    def library(self, words: Words) -> OwnLibrary:
        """The facilitator's own library of cases."""
        return CaseLibrary(words)


KIND = CaseCards()
