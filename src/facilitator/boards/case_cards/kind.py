"""Case cards as a kind of board."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from facilitator.boards.case_cards import keeping, offers
from facilitator.boards.case_cards.findings import findings_of
from facilitator.boards.case_cards.model import CaseCard, CaseNote
from facilitator.boards.case_cards.panels import PANELS
from facilitator.boards.case_cards.sources import with_short_sources
from facilitator.boards.described import Finding, Offer
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

    def keep(self, document: Document, item_ids: Sequence[str], words: Words) -> str:
        """Cards into the library, without their notes."""
        return keeping.keep_cards(document, item_ids, words)

    def keep_caution(self, words: Words) -> str:
        """That the library outlives the engagement, until it holds a case."""
        return keeping.caution(words)

    def forget_kept(self, offer_id: str, words: Words) -> str:
        """A case out of the library."""
        return keeping.forget_kept(offer_id, words)

    def unread_offers(self, words: Words) -> str:
        """Which files of the library can't be read."""
        return keeping.unread_told(words)


KIND = CaseCards()
