"""Whom a desired impact serves: stakeholders of the engagement's maps, and names that nobody mapped yet."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from facilitator.boards.stakeholder_web.model import Served, Stakeholder, Web
from facilitator.boards.value_board.folded import folded
from facilitator.boards.value_board.model import Card
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, Swap
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board
from facilitator.domain.language import Language
from facilitator.domain.record import Record, new_id

_BETWEEN = ";"


def mapped_choices(document: Document, card_id: str, words: Words) -> tuple[tuple[str, str], ...]:
    """The stakeholders whom an impact may be said to serve as (id, name), map by map.

    With the map's title where there are several. Of a map that is withheld from groups only those that were chosen
    already: it may hold names of people, and what is chosen stands on the stage.
    """
    titles = {board.id: board.title for board in document.every(Board)}
    chosen, withheld = set(mapped_ids(document, card_id).split()), _withheld(document)
    people = (each for each in _people(document) if each.board_id not in withheld or each.id in chosen)
    return _choices(tuple((each.id, each.name, titles[each.board_id]) for each in people), words.language)


def served_by(document: Document, card_id: str) -> list[Served]:
    """Whom an impact serves."""
    return [each for each in document.every(Served) if each.card_id == card_id]


def mapped_ids(document: Document, card_id: str) -> str:
    """The ids of the stakeholders that an impact serves, with a space between."""
    return " ".join(each.stakeholder_id for each in served_by(document, card_id) if each.stakeholder_id)


def unmapped_names(document: Document, card_id: str) -> str:
    """The names of those that it serves and no map has, with a semicolon between."""
    return f"{_BETWEEN} ".join(each.name for each in served_by(document, card_id) if not each.stakeholder_id)


def set_mapped(document: Document, card_id: str, stakeholder_ids: Sequence[str]) -> Change:
    """Say which stakeholders an impact serves; each keeps the name that it had when it was chosen.

    Raises EditRejected("gone") for a stakeholder that is no more.
    """
    document.get(Card, card_id)
    before = [each for each in served_by(document, card_id) if each.stakeholder_id]
    named = {each.stakeholder_id for each in before}
    new = [document.get(Stakeholder, each) for each in dict.fromkeys(stakeholder_ids) if each not in named]
    gone = [each for each in before if each.stakeholder_id not in stakeholder_ids]
    return _changed(gone, (_served(card_id, each.name, each.id) for each in new))


def set_unmapped(document: Document, card_id: str, text: str) -> Change:
    """Say whom an impact serves besides, by names with semicolons or new lines between.

    A name that a map has, letter for letter but for case and accents, is taken for that stakeholder. Raises
    EditRejected for what a name may not be.
    """
    document.get(Card, card_id)
    return _changed(*_unmapped(document, card_id, _names(text)))


def add_named(document: Document, card_id: str, text: str) -> Change | None:
    """Say whom an impact serves too, by names as in `set_unmapped`; None where it serves all of them already."""
    served = served_by(document, card_id)
    there = {folded(each.name) for each in served}
    new = [name for name in _names(text) if folded(name) not in there]
    unmapped = [each.name for each in served if not each.stakeholder_id]
    gone, added = _unmapped(document, card_id, [*unmapped, *new]) if new else ([], [])
    return _changed(gone, added) if gone or added else None


def still_meant(document: Document, moved: Mapping[str, Card]) -> Iterator[Swap]:
    """What becomes of whom cards serve that are in another column now: only impacts are meant for somebody."""
    for each in document.every(Served):
        if each.card_id in moved and each.meant != (moved[each.card_id].column == "impact"):
            yield Swap(each, each.having(meant=not each.meant))


def _names(text: str) -> list[str]:
    return [words_of_people.name(each) for each in re.split(f"[{_BETWEEN}\n]", text) if each.strip()]


def _unmapped(document: Document, card_id: str, typed: Iterable[str]) -> tuple[list[Served], list[Served]]:
    """What goes and what comes where these names are all those that stand beside the map's."""
    names = {folded(each): each for each in typed}
    there = served_by(document, card_id)
    before = [each for each in there if not each.stakeholder_id]
    kept = {folded(each.name) for each in before if folded(each.name) in names}
    linked = {each.stakeholder_id for each in there}
    people = {folded(each.name): each for each in reversed(_people(document))}
    new = []
    for key, name in names.items():
        found = people.get(key)
        if found and found.id not in linked:
            new.append(_served(card_id, found.name, found.id))
        elif not found and key not in kept:
            new.append(_served(card_id, name, None))
    return [each for each in before if folded(each.name) not in names or folded(each.name) in people], new


def _changed(gone: Iterable[Served], new: Iterable[Served]) -> Change:
    pairs: list[tuple[Record | None, Record | None]] = [(each, None) for each in gone]
    return changed("edit_card", [*pairs, *((None, each) for each in new)])


def _served(card_id: str, name: str, stakeholder_id: str | None) -> Served:
    return Served(id=new_id(), card_id=card_id, name=name, stakeholder_id=stakeholder_id)


def _people(document: Document) -> list[Stakeholder]:
    """All stakeholders, those of maps that a group has seen first: where two maps have a name, theirs is meant."""
    withheld = _withheld(document)
    numbers = {board.id: (board.id in withheld, board.number) for board in document.every(Board)}
    return sorted(document.every(Stakeholder), key=lambda each: (numbers[each.board_id], folded(each.name)))


def _withheld(document: Document) -> set[str]:
    return {web.made_from_id for web in document.every(Web) if web.made_from_id}


@lru_cache(maxsize=4)
def _choices(people: tuple[tuple[str, str, str], ...], language: Language) -> tuple[tuple[str, str], ...]:
    """The choices for people as (id, name, map); kept for the same reason."""
    if len({title for _, _, title in people}) < 2:
        return tuple((its_id, name) for its_id, name, _ in people)
    words = Words(language)
    return tuple((its_id, words("value.on_map", name=name, map=title)) for its_id, name, title in people)
