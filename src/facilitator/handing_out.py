"""From a document to files for participants: handout packs, and single boards as PDF, PNG, SVG or CSV."""

import dataclasses
import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from facilitator.boards.kind import Kind, Table
from facilitator.catalogue import kind_of
from facilitator.content.theme import ThemeName, theme
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Session
from facilitator.domain.language import Language
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH
from facilitator.domain.refusal import StoreError
from facilitator.domain.view import PLAIN, Showing, View
from facilitator.exchange.csv_tables import csv_of
from facilitator.exchange.svg import svg_of
from facilitator.exchange.writing import free_path, refuse_existing, write_whole

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from facilitator.handouts.pack import Part

Paper = Literal["letter", "a4"]
Audience = Literal["participants", "facilitator"]
Progress = Callable[[int, int], None]


def boards_of(document: Document) -> list[Board]:
    """The boards in the order of the list."""
    return sorted(document.every(Board), key=lambda board: board.number)


def board_with(document: Document, board_id: str) -> Board:
    """The board with this id; raises StoreError("board_unknown") that names those there are."""
    board = document.find(Board, board_id)
    if board is None:
        known = ", ".join(each.id for each in boards_of(document))
        raise StoreError("board_unknown", id=board_id, known=known)
    return board


def kind_and_view(document: Document, board_id: str) -> tuple[Kind, View]:
    """A board's kind and what participants may see of it."""
    kind = kind_of(board_with(document, board_id).kind)
    return kind, kind.view(document, board_id)


def write_stage(
    document: Document,
    board_id: str,
    out: Path,
    size: str,
    labels: Path | None,
    name: ThemeName,
    showing: Showing = PLAIN,
) -> None:
    """The stage as a PNG of `size` ("1920x1080"), and the places of its labels as JSON; both replace older files."""
    from facilitator.graphics.headless import labels_of, png_of

    width, height = map(int, size.split("x"))
    kind = kind_of(board_with(document, board_id).kind)
    view = kind.view(document, board_id, showing)
    picture = kind.picture(view, theme(name))
    png = png_of(picture, width, height)
    refuse_existing(out, replace=True)
    if labels:
        found = labels_of(picture, width, height, view.language)
        write_whole(labels, json.dumps(found, ensure_ascii=False, indent=1).encode(), replace=True)
    write_whole(out, png, replace=True)


def write_board(
    document: Document, board_id: str, out: Path, suffix: str, words: Words, *, audience: Audience, replace: bool
) -> None:
    """One board as ".pdf", ".png", ".svg" or ".csv" in the language of `words`.

    Only CSV has a facilitator's copy with the private columns. Raises StoreError.
    """
    kind, view = kind_and_view(document, board_id)
    view = dataclasses.replace(view, language=words.language)
    if audience == "facilitator":
        if suffix != ".csv":
            raise StoreError("facilitator_csv_only")
        tables = kind.private_tables(document, board_id, words)
        if not tables:
            raise StoreError("nothing_private", id=board_id)
        write_whole(out, _csv(tables), replace=replace)
    elif suffix == ".csv":
        write_whole(out, _csv(kind.tables(view, words)), replace=replace)
    elif suffix == ".svg":
        picture = kind.picture(view, theme())
        write_whole(out, svg_of(picture, view.title, view.language).encode(), replace=replace)
    elif suffix == ".png":
        from facilitator.graphics.headless import png_of

        write_whole(out, png_of(kind.picture(view, theme()), STAGE_WIDTH, STAGE_HEIGHT), replace=replace)
    else:
        _write_pdf(document, out, "letter", words, [_part(kind, view)], with_cover=False, replace=replace)


def write_handout(
    document: Document,
    folder: Path,
    paper: Paper,
    language: Language,
    progress: Progress = lambda done, whole: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """The participants' pack of all boards as a PDF in `folder`, beside older ones; returns its path."""
    words = Words(language)
    title = document.get(Engagement, "engagement").title
    out = free_path(folder, f"{title}-{language}-{paper}", ".pdf")
    parts = []
    for board in boards_of(document):
        kind = kind_of(board.kind)
        parts.append(_part(kind, dataclasses.replace(kind.view(document, board.id), language=language)))
    _write_pdf(document, out, paper, words, parts, progress=progress, cancelled=cancelled)
    return out


def _part(kind: Kind, view: View) -> "Part":
    from facilitator.handouts.pack import Part

    def story(words: Words, width: float) -> "list[Flowable]":
        return kind.handout(view, words, width)

    return Part(view.title, story)


def _write_pdf(
    document: Document,
    out: Path,
    paper: Paper,
    words: Words,
    parts: "Sequence[Part]",
    *,
    replace: bool = False,
    **options: Any,
) -> None:
    from facilitator.handouts.pack import PackAbout, pack_of

    refuse_existing(out, replace=replace)
    engagement = document.get(Engagement, "engagement")
    session = next(iter(sorted(document.every(Session), key=lambda each: each.number)), None)
    about = PackAbout(
        title=engagement.title,
        organization=engagement.organization,
        made_on=date.today(),
        session=session.title if session else "",
        held_on=session.held_on if session else None,
    )
    write_whole(out, pack_of(parts, about, paper, words.language, **options).data, replace=replace)


def _csv(tables: Sequence[Table]) -> bytes:
    return csv_of((table.title, table.columns, table.rows) for table in tables)
