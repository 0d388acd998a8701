"""From a card on a board to a case of the library, and what is said about it."""

from collections.abc import Sequence

from facilitator.boards.case_cards.library import FOLDER, forget, keep, library
from facilitator.boards.case_cards.model import CaseCard
from facilitator.boards.case_cards.offers import OWN
from facilitator.content.cases import PARTS
from facilitator.content.own_folder import own_folder
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import language_of
from facilitator.domain.refusal import EditRejected


def keep_cards(document: Document, card_ids: Sequence[str], words: Words) -> str:
    """Put the public words of cards into the library; returns a sentence that names them.

    Raises EditRejected("keep_none") for no card, StoreError where a file can't be written.
    """
    found = [card for each in dict.fromkeys(card_ids) if (card := document.find(CaseCard, each))]
    if not found:
        raise EditRejected("keep_none")
    for card in found:
        keep(card.theme, language_of(document), {part: getattr(card, part) for part in PARTS}, card.id)
    return words("cases.kept", count=len(found), titles=words.list([words.quote(each.title) for each in found]))


def forget_kept(offer_id: str, words: Words) -> str:
    """Take a case out of the library; returns a sentence that names it. Raises EditRejected as `library.forget`."""
    gone = forget(offer_id.removeprefix(OWN))
    return words("cases.forgotten", title=words.quote(gone.title))


def caution(words: Words) -> str:
    """What to know before the first case is kept; "" once the library holds any."""
    held = library()
    return "" if held.cases or held.unread else words("cases.caution")


def unread_told(words: Words) -> str:
    """A sentence about the files of the library that can't be read; "" for none."""
    unread = library().unread
    names = words.list([words.quote(each) for each in unread])
    return words("cases.unread", count=len(unread), names=names, folder=own_folder(FOLDER)) if unread else ""
