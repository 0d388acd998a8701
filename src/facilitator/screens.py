"""What participants may see of a screen that stands in place of a board: public words, named one by one."""

from collections.abc import Iterable
from typing import get_args

from facilitator.catalogue import kind_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Session, language_of
from facilitator.domain.poll import Poll
from facilitator.domain.refusal import StoreError
from facilitator.domain.screens import ReadBackScreen, Screen, ScreenKind, ScreenWanted, SpokenLine
from facilitator.workshop.outcomes import outcomes_of, outcomes_screen, to_confirm_screen
from facilitator.workshop.polls import poll_screen

NEWEST = 3
"""How many items are read back at once."""


def screen_of(document: Document, wanted: ScreenWanted) -> Screen:
    """The screen as it is now; raises EditRejected("gone") if what it is about is no more."""
    match wanted.kind:
        case "read_back":
            return _read_back(document, wanted.id)
        case "to_confirm":
            return to_confirm_screen(document, wanted.id, NEWEST)
        case "poll":
            return poll_screen(document, wanted.id)
        case "outcomes":
            return outcomes_screen(document, wanted.id, wanted.page)


def screen_named(document: Document, named: str, page: int = 1) -> ScreenWanted:
    """The screen that somebody asks for by name, as in "poll:p1", with its page from 1.

    Without an id it is about the first board, the first session in which something came out, or the first poll.
    Raises StoreError, "screen_unknown" (name, known) or "screen_about_unknown" (id, known) with what there is, or
    "screen_about_none".
    """
    name, _, about = named.partition(":")
    kind = next((each for each in get_args(ScreenKind) if each == name), None)
    if kind is None:
        raise StoreError("screen_unknown", name=name, known=", ".join(get_args(ScreenKind)))
    ids = _abouts(document, kind)
    if not about:
        about = _first(document, kind, ids)
    elif about not in ids:
        raise StoreError("screen_about_unknown", id=about, known=", ".join(ids) or "–")
    return ScreenWanted(kind, about, page - 1)


def _abouts(document: Document, kind: ScreenKind) -> list[str]:
    """The ids of all that such a screen can be about, in their order."""
    records: Iterable[Board | Poll | Session]
    match kind:
        case "read_back":
            records = document.every(Board)
        case "poll":
            records = document.every(Poll)
        case _:
            records = document.every(Session)
    return [each.id for each in sorted(records, key=lambda each: (each.number, each.id))]


def _first(document: Document, kind: ScreenKind, ids: list[str]) -> str:
    if kind in ("to_confirm", "outcomes"):
        return next((each for each in ids if outcomes_of(document, each)), "")
    if not ids:
        raise StoreError("screen_about_none")
    return ids[0]


def _read_back(document: Document, board_id: str) -> ReadBackScreen:
    kind = kind_of(document.get(Board, board_id).kind)
    view = kind.view(document, board_id)
    names = {group.id: group.name for group in kind.groups(view, Words(view.language))}
    items = {item.id: item for item in kind.items(view)}
    newest = [item_id for item_id in kind.in_time(document, board_id) if item_id in items][-NEWEST:]
    lines = (SpokenLine(item.code, item.name, names.get(item.group, "")) for item in map(items.__getitem__, newest))
    return ReadBackScreen(language_of(document), tuple(lines))
