"""One board as a file, for participants or for the facilitator; all boards as a workbook or a page for mail.

And the stage as a picture.
"""

import dataclasses
import json
import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

from facilitator.anonymous.making import as_handed_out
from facilitator.boards.described import Table
from facilitator.boards.kind import Kind
from facilitator.boards.listed import board_with, boards_of
from facilitator.boards.numbers import typed_number
from facilitator.catalogue import kind_of
from facilitator.content.outcomes import marked, told
from facilitator.content.theme import ThemeName, theme
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import ENGAGEMENT_ID, Board, Engagement
from facilitator.domain.language import LANGUAGES, Language
from facilitator.domain.outcome import OUTCOME_KINDS
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Picture
from facilitator.domain.refusal import EditRejected, StoreError
from facilitator.domain.screens import OutcomesScreen
from facilitator.domain.view import PLAIN, Showing, View
from facilitator.exchange.csv_tables import csv_of
from facilitator.exchange.html_page import PageList, PageSection, PageTable, html_of, plain_of
from facilitator.exchange.svg import svg_of
from facilitator.exchange.writing import refuse_existing, write_whole
from facilitator.exchange.xlsx import Cell, Sheet, xlsx_of
from facilitator.packs.board_parts import boards_for_group, compared_parts, report_part
from facilitator.packs.handing_out import pdf_of
from facilitator.packs.session_parts import sessions_for_participants
from facilitator.packs.sorts import HandoutOrder
from facilitator.workshop.cohort_sessions import EVERYBODY, Whose
from facilitator.workshop.outcomes import own_outcomes_screen

Audience: TypeAlias = Literal["participants", "facilitator"]

WHOLE_SUFFIXES = (".xlsx", ".html")
"""How files end that can hold a whole engagement."""

_PRIVATE_SUFFIXES = (".csv", ".pdf", ".xlsx")


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
    """One board of a document as it is handed out as ".pdf", ".png", ".svg", ".csv", ".xlsx" or ".html".

    Its headings are in the language of `words`. The facilitator's copy, with all that is private, is a table or a PDF.
    Raises StoreError, "private_unmarked" where the name of such a file does not say that it is private.
    """
    kind, view = kind_and_view(document, board_id)
    view = dataclasses.replace(view, language=words.language)
    if audience == "facilitator":
        _write_private(document, board_id, out, suffix, words, replace=replace)
    elif suffix == ".csv":
        write_whole(out, _csv(kind.sheets(view, words)), replace=replace)
    elif suffix in WHOLE_SUFFIXES:
        refuse_existing(out, replace=replace)
        boards = [board_with(document, board_id)]
        content = (
            _workbook(document, boards, words) if suffix == ".xlsx" else _pages(document, board_id, words)[0].encode()
        )
        write_whole(out, content, replace=replace)
    elif suffix == ".svg":
        picture = kind.picture(view, theme())
        write_whole(out, svg_of(picture, view.title, view.language).encode(), replace=replace)
    elif suffix == ".png":
        from facilitator.graphics.headless import png_of

        write_whole(out, png_of(kind.picture(view, theme()), STAGE_WIDTH, STAGE_HEIGHT), replace=replace)
    else:
        refuse_existing(out, replace=replace)
        parts = compared_parts(document, [board_with(document, board_id)], date.today(), words)
        write_whole(out, pdf_of(document, HandoutOrder("letter", words.language), parts), replace=replace)


def write_engagement(
    document: Document,
    out: Path,
    suffix: str,
    words: Words,
    *,
    audience: Audience,
    replace: bool,
    whose: Whose = EVERYBODY,
) -> None:
    """All that participants may have as a workbook of tables or a page for mail, see WHOLE_SUFFIXES.

    Of a document as it is handed out. Boards that are withheld from a group, or apart from `whose` it is, are left
    out. The facilitator's copy has all boards with all that is private; it is a workbook. Raises StoreError as
    `write_board` does, and "no_board".
    """
    refuse_existing(out, replace=replace)
    if audience == "facilitator":
        if suffix not in _PRIVATE_SUFFIXES:
            raise StoreError("facilitator_formats")
        ensure_says_private(out, suffix, words)
        content = _workbook(document, _without(boards_of(document), whose), words, private=True)
    elif suffix == ".xlsx":
        content = _workbook(document, _without(boards_for_group(document), whose), words)
    else:
        content = _pages(document, "", words, whose)[0].encode()
    write_whole(out, content, replace=replace)


def mail_of(
    document: Document, board_id: str, words: Words, *, anonymous: bool = False, whose: Whose = EVERYBODY
) -> tuple[str, str]:
    """A board in words for a mail, as HTML and as plain text; for no board, all that came out and all boards.

    Public words only, those with a twin in its words; an `anonymous` one names nobody; all are those of `whose` it is.
    Raises StoreError("no_board") where there is nothing to tell.
    """
    return _pages(as_handed_out(document, words.language, anonymous=anonymous), board_id, words, whose)


def _without(boards: Sequence[Board], whose: Whose) -> Sequence[Board]:
    return [board for board in boards if board.id not in whose.apart]


def _pages(document: Document, board_id: str, words: Words, whose: Whose = EVERYBODY) -> tuple[str, str]:
    boards = [board_with(document, board_id)] if board_id else _without(boards_for_group(document), whose)
    sections = [] if board_id else _outcome_sections(document, words, whose)
    sections += [_board_section(document, board, words) for board in boards]
    if not sections:
        raise StoreError("no_board")
    engagement = document.get(Engagement, ENGAGEMENT_ID)
    its = engagement.title, [engagement.organization], sections, words
    return html_of(*its), plain_of(*its)


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
    if suffix not in _PRIVATE_SUFFIXES:
        raise StoreError("facilitator_formats")
    ensure_says_private(out, suffix, words)
    board = board_with(document, board_id)
    if suffix != ".pdf":
        tables = kind_of(board.kind).private_sheets(document, board_id, words)
        if not tables:
            raise StoreError("nothing_private", id=board_id)
        content = _csv(tables) if suffix == ".csv" else _workbook(document, [board], words, private=True)
        write_whole(out, content, replace=replace)
        return
    part = report_part(document, board, date.today(), words)
    if part is None:
        raise StoreError("nothing_private", id=board_id)
    refuse_existing(out, replace=replace)
    pdf = pdf_of(document, HandoutOrder("letter", words.language), [part], private=True)
    write_whole(out, pdf, replace=replace)


def _csv(tables: Sequence[Table]) -> bytes:
    return csv_of((table.title, table.columns, table.rows) for table in tables)


def _workbook(document: Document, boards: Sequence[Board], words: Words, *, private: bool = False) -> bytes:
    """The tables of these boards; raises StoreError("no_board") for none."""
    sheets = [
        Sheet(table.title, table.columns, [_cells(row, table, words.language) for row in table.rows], board.title)
        for board in boards
        for table in _sheets(document, board, words, private)
    ]
    if not sheets:
        raise StoreError("no_board")
    title = boards[0].title if len(boards) == 1 else document.get(Engagement, ENGAGEMENT_ID).title
    return xlsx_of(title, sheets, words, private=private)


def _sheets(document: Document, board: Board, words: Words, private: bool) -> Sequence[Table]:
    kind, view = kind_and_view(document, board.id)
    public = kind.sheets(dataclasses.replace(view, language=words.language), words)
    return (kind.private_sheets(document, board.id, words) or public) if private else public


def _cells(row: Sequence[str], table: Table, language: Language) -> list[Cell]:
    return [_cell(text, place in table.numbers, place in table.dates, language) for place, text in enumerate(row)]


def _cell(text: str, is_number: bool, is_date: bool, language: Language) -> Cell:
    """What a cell says; what can't be read as what its column holds is text."""
    try:
        if is_date and text:
            return date.fromisoformat(text)
        number = typed_number(text, language) if is_number else None
    except (ValueError, EditRejected):
        return text
    return text if number is None else number


def _board_section(document: Document, board: Board, words: Words) -> PageSection:
    kind, view = kind_and_view(document, board.id)
    view = dataclasses.replace(view, language=words.language)
    tables = [PageTable(each.title, each.columns, each.rows) for each in kind.tables(view, words)]
    return PageSection(view.title, (view.question, kind.picture(view, theme()).alt), tables)


def _outcome_sections(document: Document, words: Words, whose: Whose) -> list[PageSection]:
    """What came out of the sessions that participants may read of, a section each."""
    every = sessions_for_participants(document) if whose.sessions is None else whose.sessions
    screens = [own_outcomes_screen(document, each) for each in every]
    return [_outcomes(screen, words) for screen in screens if screen.lines]


def _outcomes(screen: OutcomesScreen, words: Words) -> PageSection:
    blocks: list[PageTable | PageList] = []
    for kind in OUTCOME_KINDS:
        title, lines = words(f"outcome.{kind}_many"), [line for line in screen.lines if line.kind == kind]
        if lines and kind == "next_step":
            columns = [words(f"outcome.head_{name}") for name in ("code", "what", "who", "due")]
            rows = [
                (each.code, marked(each.text, each, words), each.who, words.date(each.due) if each.due else "")
                for each in lines
            ]
            blocks.append(PageTable(title, columns, rows))
        elif lines:
            blocks.append(PageList(title, [told(line, words) for line in lines]))
    named = words("outcome.part_title_of", session=screen.title) if screen.title else words("outcome.part_title")
    return PageSection(named, (), blocks)
