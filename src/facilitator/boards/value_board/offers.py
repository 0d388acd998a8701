"""Taking ready-made cards onto a value board: starters of the method, and what a digital audit has found.

Cards are written in the language of the engagement, whatever that of the console is: they are for the stage.
"""

from collections.abc import Iterable, Iterator, Sequence

from facilitator.boards.described import Offer
from facilitator.boards.value_board.audit_offers import audit_offers
from facilitator.boards.value_board.folded import folded
from facilitator.boards.value_board.model import DETAIL_OF, Card, CardLink
from facilitator.boards.value_board.places import CODE_LETTERS
from facilitator.boards.value_board.ready import ReadyCard
from facilitator.boards.value_board.starters import starters
from facilitator.content import value_board as content
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding, composed
from facilitator.domain.document import Document
from facilitator.domain.editing import next_code
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.record import Record, new_id
from facilitator.domain.refusal import EditRejected

_LAST = "approach"
"""Approaches come after what they are linked to."""


def offers_of(document: Document, board_id: str, words: Words) -> tuple[Offer, ...]:
    """Starter cards, then what audits found; those whose text stands on the board already are marked as taken."""
    document.get(Board, board_id)
    there = _texts(document, board_id)
    return tuple(
        Offer(each.id, each.heading, each.text, each.note, taken=_is_there(each, there))
        for each in _ready(document, words)
    )


def take(document: Document, board_id: str, offer_ids: Sequence[str], words: Words) -> Change:
    """New cards for offers that are not on the board yet, with all that is known of them, in one step.

    An approach is linked to the starter values and impacts that it tends to serve, as far as they are on the board.
    Raises EditRejected: "gone" (id) for an id that is no offer, "nothing_to_do" where all are there already.
    """
    document.get(Board, board_id)
    ready = {each.id: each for each in _ready(document, words)}
    for its_id in offer_ids:
        if its_id not in ready:
            raise EditRejected("gone", id=its_id)
    wanted = [ready[its_id] for its_id in dict.fromkeys(offer_ids)]
    changes = []
    for each in sorted(wanted, key=lambda card: card.column == _LAST):
        if not _is_there(each, _texts(document, board_id)):  # an audit may say the same of two areas
            changes.append(_taken(document, board_id, each))
            document = document.after(changes[-1])
    if not changes:
        raise EditRejected("nothing_to_do")
    return composed("take_offers", changes)


def _ready(document: Document, words: Words) -> Iterator[ReadyCard]:
    language = language_of(document)
    yield from starters(words, language)
    yield from audit_offers(document, words, language)


def _taken(document: Document, board_id: str, ready: ReadyCard) -> Change:
    code, taken = next_code(document, CODE_LETTERS[ready.column])
    card = Card(id=new_id(), board_id=board_id, code=code, column=ready.column, text=ready.text)
    records: list[Record] = [card]
    if any(ready.details.values()):
        records.append(DETAIL_OF[ready.column].model_validate({**ready.details, "id": card.id}))
    records += _links(document, card, ready)
    return Change("add_card", (taken, *adding(records)))


def _links(document: Document, card: Card, ready: ReadyCard) -> Iterable[Record]:
    for column, names in ready.tends_to_serve.items():
        called = {folded(each) for name in names for each in (name.en, name.fr)}
        for other in document.every(Card):
            if (other.board_id, other.column) != (card.board_id, column) or folded(other.text) not in called:
                continue
            start, end = (other, card) if column == "guiding" else (card, other)
            kind = content.link_kinds_between(start.column, end.column)[0].id
            yield CardLink(id=new_id(), board_id=card.board_id, from_id=start.id, to_id=end.id, kind=kind)


def _texts(document: Document, board_id: str) -> set[tuple[str, str]]:
    """Column and folded text of every card; a card in a strip counts for its text in any column."""
    strips = {strip.id for strip in content.strips()}
    return {
        ("" if card.column in strips else card.column, folded(card.text))
        for card in document.every(Card)
        if card.board_id == board_id
    }


def _is_there(ready: ReadyCard, there: set[tuple[str, str]]) -> bool:
    called = {folded(each) for each in (ready.text, *ready.also)}
    return any((column, text) in there for column in ("", ready.column) for text in called)
