"""One board as a file: PDF, PNG, SVG or CSV, for participants or for the facilitator; the stage as a picture."""

import dataclasses
import json
import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from facilitator.board_parts import compared_parts, report_part
from facilitator.boards.described import Table
from facilitator.boards.kind import Kind
from facilitator.boards.listed import board_with
from facilitator.catalogue import kind_of
from facilitator.content.theme import ThemeName, theme
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.language import LANGUAGES, Language
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Picture
from facilitator.domain.refusal import StoreError
from facilitator.domain.view import PLAIN, Showing, View
from facilitator.exchange.csv_tables import csv_of
from facilitator.exchange.svg import svg_of
from facilitator.exchange.writing import refuse_existing, write_whole
from facilitator.handing_out import pdf_of

Audience = Literal["participants", "facilitator"]


def kind_and_view(document: Document, board_id: str) -> tuple[Kind, View]:
    """A board's kind and what participants may see of it."""
    kind = kind_of(board_with(document, board_id).kind)
    return kind, kind.view(document, board_id, Showing(day=date.today()))


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
    kind = kind_of(board_with(document, board_id).kind)
    view = kind.view(document, board_id, showing)
    write_picture(kind.picture(view, theme(name)), view.language, out, size, labels)


def write_picture(picture: Picture, language: Language, out: Path, size: str, labels: Path | None) -> None:
    """A picture of the stage as a PNG, and the places of its labels, which are in `language`; see `write_stage`."""
    from facilitator.graphics.headless import labels_of, png_of

    width, height = map(int, size.split("x"))
    png = png_of(picture, width, height)
    refuse_existing(out, replace=True)
    if labels:
        found = labels_of(picture, width, height, language)
        write_whole(labels, json.dumps(found, ensure_ascii=False, indent=1).encode(), replace=True)
    write_whole(out, png, replace=True)


def write_board(
    document: Document, board_id: str, out: Path, suffix: str, words: Words, *, audience: Audience, replace: bool
) -> None:
    """One board as ".pdf", ".png", ".svg" or ".csv" in the language of `words`.

    The facilitator's copy, with all that is private, is a CSV or a PDF. Raises StoreError, "private_unmarked" where
    the name of such a file does not say that it is private.
    """
    kind, view = kind_and_view(document, board_id)
    view = dataclasses.replace(view, language=words.language)
    if audience == "facilitator":
        _write_private(document, board_id, out, suffix, words, replace=replace)
    elif suffix == ".csv":
        write_whole(out, _csv(kind.sheets(view, words)), replace=replace)
    elif suffix == ".svg":
        picture = kind.picture(view, theme())
        write_whole(out, svg_of(picture, view.title, view.language).encode(), replace=replace)
    elif suffix == ".png":
        from facilitator.graphics.headless import png_of

        write_whole(out, png_of(kind.picture(view, theme()), STAGE_WIDTH, STAGE_HEIGHT), replace=replace)
    else:
        refuse_existing(out, replace=replace)
        parts = compared_parts(document, [board_with(document, board_id)], date.today(), words)
        write_whole(out, pdf_of(document, date.today(), "letter", words, parts, with_cover=False), replace=replace)


def private_suffix(suffix: str, words: Words) -> str:
    """How the name of a private file ends: "-PRIVATE.pdf"."""
    return f"-{words('handouts.private_mark')}{suffix}"


def ensure_says_private(out: Path, suffix: str, words: Words) -> None:
    """Raise StoreError("private_unmarked") (path, marked) unless a file's name says in either language what it is."""
    said = unicodedata.normalize("NFC", out.name).upper()
    if not any(Words(language)("handouts.private_mark") in said for language in LANGUAGES):
        marked = out.with_name(out.stem + private_suffix(suffix, words))
        raise StoreError("private_unmarked", path=str(out), marked=str(marked))


def _write_private(document: Document, board_id: str, out: Path, suffix: str, words: Words, *, replace: bool) -> None:
    """The facilitator's own copy of one board."""
    if suffix not in (".csv", ".pdf"):
        raise StoreError("facilitator_formats")
    ensure_says_private(out, suffix, words)
    board = board_with(document, board_id)
    if suffix == ".csv":
        tables = kind_of(board.kind).private_sheets(document, board_id, words)
        if not tables:
            raise StoreError("nothing_private", id=board_id)
        write_whole(out, _csv(tables), replace=replace)
        return
    part = report_part(document, board, date.today(), words)
    if part is None:
        raise StoreError("nothing_private", id=board_id)
    refuse_existing(out, replace=replace)
    pdf = pdf_of(document, date.today(), "letter", words, [part], private=True, with_cover=False)
    write_whole(out, pdf, replace=replace)


def _csv(tables: Sequence[Table]) -> bytes:
    return csv_of((table.title, table.columns, table.rows) for table in tables)
