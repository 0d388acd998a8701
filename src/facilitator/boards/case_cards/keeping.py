"""From a card on a board to a case of the library, and what is said about it."""

from collections.abc import Sequence

from facilitator.boards.case_cards.library import FILES, KeptCase, forget, keep_all, library
from facilitator.boards.case_cards.model import CaseCard
from facilitator.boards.case_cards.offers import OWN
from facilitator.boards.own_library import OwnLibrary
from facilitator.content.cases import PARTS
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import language_of
from facilitator.domain.refusal import EditRejected


class CaseLibrary(OwnLibrary):
    """The library of cases, told of in one language."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def keep(self, document: Document, item_ids: Sequence[str]) -> str:
        """Cards without their notes; raises EditRejected("keep_none") for no card."""
        found = [card for each in dict.fromkeys(item_ids) if (card := document.find(CaseCard, each))]
        if not found:
            raise EditRejected("keep_none")
        language, words = language_of(document), self._words
        kept = keep_all([KeptCase("", each.theme, language, _parts(each), each.id) for each in found])
        return words("cases.kept", count=len(kept), titles=words.list([words.quote(each.title) for each in kept]))

    def caution(self) -> str:
        """That the library outlives the engagement, until it holds any case."""
        held = library()
        return "" if held.cases or held.unread else self._words("cases.caution")

    def forget(self, offer_id: str) -> str:
        """A case out of the library; raises EditRejected as `library.forget`."""
        gone = forget(offer_id.removeprefix(OWN))
        return self._words("cases.forgotten", title=self._words.quote(gone.title))

    def unread(self) -> str:
        """Which files of the library can't be read."""
        words, unread = self._words, library().unread
        names = words.list([words.quote(each) for each in unread])
        return words("cases.unread", count=len(unread), names=names, folder=FILES.folder) if unread else ""


def _parts(card: CaseCard) -> dict[str, str]:
    return {part: getattr(card, part) for part in PARTS}
