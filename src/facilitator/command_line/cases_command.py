"""The command for cases: the facilitator's own library and those that ship, and keeping the cards of a board."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from facilitator.boards.case_cards.keeping import CaseLibrary
from facilitator.boards.case_cards.library import library
from facilitator.boards.kind import Kind
from facilitator.boards.listed import board_with
from facilitator.catalogue import kind_of
from facilitator.command_line.output import print_json
from facilitator.content import cases as content
from facilitator.content.naming import plain
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected, StoreError
from facilitator.opening import open_engagement


@dataclass(frozen=True, slots=True)
class _Listed:
    """A case of the library, or one that ships, in one language."""

    id: str
    own: bool
    language: str
    theme: str
    parts: Mapping[str, str]


def cases(asked: argparse.Namespace, words: Words) -> int:
    """Keep cards of a board in the library, or list what is in it; files there that can't be read are told.

    1 where no case has the words that are looked for.
    """
    if bool(asked.keep) != bool(asked.board) or (asked.card and not asked.keep):
        raise StoreError("cases_keep_alone")
    if asked.keep:
        return _keep(asked, words)
    wanted = plain(asked.find).split()
    found = [each for each in _listed(words) if all(word in _said(each) for word in wanted)]
    unread = library().unread
    if asked.json:
        print_json({"cases": [_row(each) for each in found], "unread": list(unread)})
        return 0 if found else 1
    for each in found:
        about = " · ".join(filter(None, (each.parts["place"], each.parts["years"], _theme(each.theme, words))))
        print(words("cases.cli_row", id=each.id, title=each.parts["title"], about=about))
    if not found:
        print(words("cases.cli_none"))
    if unread:
        print(CaseLibrary(words).unread())
    return 0 if found else 1


def _keep(asked: argparse.Namespace, words: Words) -> int:
    with open_engagement(asked.keep) as engagement:
        document = engagement.journal.document
    board = board_with(document, asked.board)
    kind = kind_of(board.kind)
    kept_in = kind.library(words)
    if kept_in is None:
        raise StoreError("board_keeps_nothing")
    caution = kept_in.caution()
    print(kept_in.keep(document, _card_ids(document, kind, board.id, asked.card)))
    if caution:
        print(caution)
    return 0


def _card_ids(document: Document, kind: Kind, board_id: str, code: str) -> Sequence[str]:
    items = kind.items(kind.view(document, board_id))
    wanted = [item.id for item in items if not code or item.code.casefold() == code.casefold()]
    if code and not wanted:
        raise EditRejected("card_unknown", code=code, known=", ".join(item.code for item in items))
    return wanted


def _listed(words: Words) -> Iterator[_Listed]:
    for own in library().cases:
        yield _Listed(own.id, True, own.language, own.theme, own.parts)
    for case in content.cases():
        parts = {part: text.within(words.language) for part, text in case.parts.items()}
        yield _Listed(case.id, False, words.language, case.theme, parts)


def _row(case: _Listed) -> dict[str, Any]:
    return {"id": case.id, "own": case.own, "language": case.language, "theme": case.theme, **case.parts}


def _said(case: _Listed) -> str:
    return plain(" ".join((case.theme, *case.parts.values())))


def _theme(theme_id: str, words: Words) -> str:
    return next(each for each in content.themes() if each.id == theme_id).name.within(words.language)
