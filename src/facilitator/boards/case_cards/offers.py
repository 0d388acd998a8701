"""Taking cases onto a board: those of the facilitator's own library, and the examples that ship with the app."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from facilitator.boards.case_cards.library import library
from facilitator.boards.case_cards.model import CaseCard
from facilitator.boards.case_cards.panels import PANELS
from facilitator.boards.described import Offer
from facilitator.boards.panels.edits import new_card
from facilitator.content import cases as content
from facilitator.content.naming import key_of
from facilitator.content.words import Words
from facilitator.domain.change import Change, composed
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.language import Language
from facilitator.domain.refusal import EditRejected

OWN, HOUSE = "own:", "house:"
"""What the ids of offers begin with."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """A case as it would stand on the board; `titles` are what it is called, in each language that it has."""

    id: str
    theme: str
    parts: Mapping[str, str]
    titles: tuple[str, ...]
    language: Language


def offers_of(document: Document, board_id: str, words: Words) -> tuple[Offer, ...]:
    """The library by title, then the examples; those whose title stands on the board already are marked as taken.

    What is in the library is read from disk now.
    """
    document.get(Board, board_id)
    there = _titles(document, board_id)
    return tuple(_offer(each, there, words) for each in _ready(language_of(document)))


def take(document: Document, board_id: str, offer_ids: Sequence[str]) -> Change:
    """New cards, each at the foot of its theme, in one step; those of the library in the words that were kept.

    Raises EditRejected: "gone" (id) for an id that is no offer, "nothing_to_do" where all are there already.
    """
    document.get(Board, board_id)
    ready = {each.id: each for each in _ready(language_of(document))}
    changes = []
    for its_id in dict.fromkeys(offer_ids):
        if its_id not in ready:
            raise EditRejected("gone", id=its_id)
        case = ready[its_id]
        if not _is_there(case, _titles(document, board_id)):
            panel = next(each for each in PANELS if each.id == case.theme)
            changes.append(Change("add_card", new_card(document, board_id, panel, case.parts)))
            document = document.after(changes[-1])
    if not changes:
        raise EditRejected("nothing_to_do")
    return composed("take_offers", changes)


def _ready(language: Language) -> Iterator[_Ready]:
    for own in library().cases:
        yield _Ready(f"{OWN}{own.id}", own.theme, own.parts, (own.title,), own.language)
    for case in content.cases():
        parts = {part: text.within(language) for part, text in case.parts.items()}
        title = case.parts["title"]
        yield _Ready(f"{HOUSE}{case.id}", case.theme, parts, (title.en, title.fr), language)


def _offer(case: _Ready, there: frozenset[str], words: Words) -> Offer:
    own = case.id.startswith(OWN)
    theme = next(each for each in PANELS if each.id == case.theme).name(words)
    where = ", ".join(filter(None, (case.parts["place"], case.parts["years"])))
    shown = (theme, where, case.parts["lesson"] or case.parts["problem"])
    return Offer(
        case.id,
        words("cases.own_heading" if own else "cases.house_heading"),
        case.parts["title"],
        " · ".join(filter(None, shown)),
        taken=_is_there(case, there),
        own=own,
        also=" ".join(case.parts.values()),
    )


def _titles(document: Document, board_id: str) -> frozenset[str]:
    return frozenset(key_of(each.title) for each in document.every(CaseCard) if each.board_id == board_id)


def _is_there(case: _Ready, titles: frozenset[str]) -> bool:
    return any(key_of(title) in titles for title in case.titles)
