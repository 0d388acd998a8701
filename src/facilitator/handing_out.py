"""From a document to files: packs of handouts, the facilitator's own report, single boards as PDF, PNG, SVG or CSV."""

import dataclasses
import json
import unicodedata
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from facilitator.boards.calendar import calendar_of
from facilitator.boards.described import Table
from facilitator.boards.kind import Kind
from facilitator.catalogue import kind_of
from facilitator.content.theme import ThemeName, theme
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import ENGAGEMENT_ID, Board, Engagement, Session
from facilitator.domain.language import LANGUAGES, Language
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH
from facilitator.domain.refusal import StoreError
from facilitator.domain.view import PLAIN, Showing, View
from facilitator.exchange.csv_tables import csv_of
from facilitator.exchange.svg import svg_of
from facilitator.exchange.writing import free_path, refuse_existing, write_all, write_whole

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from facilitator.handouts.pack import Part

Paper = Literal["letter", "a4"]
Audience = Literal["participants", "facilitator"]
PackName = Literal["participants", "value", "report", "prep"]
"""The participants' pages; boards in full with a calendar of their dates, for those who carry them on; the
facilitator's own report (private); what is read and filled in before a 1:1 session."""

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
        parts = _participants_parts(document, [board_with(document, board_id)], date.today(), words)
        pdf = _pdf(document, date.today(), "letter", words, parts, with_cover=False)
        write_whole(out, pdf, replace=replace)


def private_suffix(suffix: str, words: Words) -> str:
    """How the name of a private file ends: "-PRIVATE.pdf"."""
    return f"-{words('handouts.private_mark')}{suffix}"


def write_handout(
    document: Document,
    folder: Path,
    paper: Paper,
    language: Language,
    *,
    pack: PackName = "participants",
    board_id: str | None = None,
    day: date | None = None,
    progress: Progress = lambda done, whole: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """A pack of all boards, or of one, as a PDF in `folder`, beside older ones; returns its path.

    It tells how things stand on `day`, by default today. Beside boards in full stands a calendar of the same name,
    ending in .ics, where they have dates. The name of a report says that it is private. Raises StoreError,
    "nothing_in_report", "nothing_in_full" or "nothing_to_prepare" where there is nothing for the pack; then, and
    where one of the files can't be written, there is none.
    """
    words, day = Words(language), day or date.today()
    title = document.get(Engagement, ENGAGEMENT_ID).title
    boards = _boards(document, pack, board_id)
    parts = _PARTS[pack](document, boards, day, words)
    options: dict[str, Any] = {"private": pack == "report", "with_cover": pack != "prep"}
    pdf = _pdf(document, day, paper, words, parts, progress=progress, cancelled=cancelled, **options)
    calendar = calendar_of_boards(document, boards, words) if pack == "value" else None
    name = "-" + "-".join(filter(None, (_mark(pack, words), language, paper)))
    out = free_path(folder, title, *(f"{name}{ending}" for ending in (".pdf", ".ics")[: 2 if calendar else 1]))
    write_all({out: pdf} | ({out.with_suffix(".ics"): calendar} if calendar else {}))
    return out


def unredacted_in(document: Document, pack: PackName, board_id: str | None = None) -> list[Board]:
    """The boards in a pack for participants that are drafts with names that nobody has looked through for a group."""
    boards = _boards(document, pack, board_id) if pack in ("participants", "value") else []
    return [board for board in boards if kind_of(board.kind).is_unredacted(document, board.id)]


def _mark(pack: PackName, words: Words) -> str:
    """What the name of a file says of its pack; nothing of the usual one."""
    marks = {"report": "private_mark", "prep": "prep_name", "value": "value_name"}
    return words(f"handouts.{marks[pack]}") if pack in marks else ""


def calendar_of_boards(document: Document, boards: Sequence[Board], words: Words) -> bytes | None:
    """The days to keep of these boards, called like the board or, of several, the engagement; None for none."""
    dates = [each for board in boards for each in kind_of(board.kind).dates(document, board.id, words)]
    name = boards[0].title if len(boards) == 1 else document.get(Engagement, ENGAGEMENT_ID).title
    return calendar_of(name, dates, datetime.now(UTC)) if dates else None


def _boards(document: Document, pack: PackName, board_id: str | None) -> list[Board]:
    """The board that was asked for, or all; those that are not for a group are left out of what is for participants.

    Boards in full are those of kinds that have more to say than their handout does.
    """
    boards = [board_with(document, board_id)] if board_id else boards_of(document)
    if pack == "value":
        boards = [board for board in boards if kind_of(board.kind).prints_in_full]
    if board_id or pack not in ("participants", "value"):
        return boards
    return [board for board in boards if not kind_of(board.kind).withheld(document, board.id)]


def _participants_parts(document: Document, boards: Sequence[Board], day: date, words: Words) -> "list[Part]":
    """Each board compared with how it stood when it was last kept."""
    parts = []
    for board in boards:
        view = _compared_view(document, board, day)
        parts.append(_part(dataclasses.replace(view, language=words.language), kind_of(board.kind).handout))
    return parts


def _compared_view(document: Document, board: Board, day: date) -> View:
    """A board compared with how it was last kept before that day, or on it if something has moved since."""
    kind = kind_of(board.kind)
    for moment in kind.moments(document, board.id):
        view = kind.view(document, board.id, Showing(then=moment.id, day=day))
        if moment.kept_on < day or (moment.kept_on == day and kind.has_moved(view)):
            return view
    return kind.view(document, board.id, Showing(day=day))


def _full_parts(document: Document, boards: Sequence[Board], day: date, words: Words) -> "list[Part]":
    if not boards:
        raise StoreError("nothing_in_full")
    parts = []
    for board in boards:
        kind = kind_of(board.kind)
        view = kind.view(document, board.id, Showing(day=day))
        parts.append(_part(dataclasses.replace(view, language=words.language), kind.full_handout))
    return parts


def _report_parts(document: Document, boards: Sequence[Board], day: date, words: Words) -> "list[Part]":
    parts = [part for part in (_report(document, board, day, words) for board in boards) if part]
    if not parts:
        raise StoreError("nothing_in_report")
    return parts


def _prep_parts(document: Document, boards: Sequence[Board], day: date, words: Words) -> "list[Part]":
    """The guide of each kind of board, once."""
    from facilitator.handouts.pack import Part

    guides = {}
    for board in boards:
        guide = kind_of(board.kind).prep_guide
        if board.kind not in guides and guide(words, 0) is not None:
            guides[board.kind] = Part(words("handouts.prep_title"), _whole(guide))
    if not guides:
        raise StoreError("nothing_to_prepare")
    return list(guides.values())


def _whole(guide: "Callable[[Words, float], list[Flowable] | None]") -> "Callable[[Words, float], list[Flowable]]":
    """A guide that is known to be there."""
    return lambda words, width: guide(words, width) or []


_PARTS: "dict[PackName, Callable[[Document, Sequence[Board], date, Words], list[Part]]]" = {
    "participants": _participants_parts,
    "value": _full_parts,
    "report": _report_parts,
    "prep": _prep_parts,
}


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
    part = _report(document, board, date.today(), words)
    if part is None:
        raise StoreError("nothing_private", id=board_id)
    refuse_existing(out, replace=replace)
    pdf = _pdf(document, date.today(), "letter", words, [part], private=True, with_cover=False)
    write_whole(out, pdf, replace=replace)


def ensure_says_private(out: Path, suffix: str, words: Words) -> None:
    """Raise StoreError("private_unmarked") (path, marked) unless a file's name says in either language what it is."""
    said = unicodedata.normalize("NFC", out.name).upper()
    if not any(Words(language)("handouts.private_mark") in said for language in LANGUAGES):
        marked = out.with_name(out.stem + private_suffix(suffix, words))
        raise StoreError("private_unmarked", path=str(out), marked=str(marked))


def _report(document: Document, board: Board, day: date, words: Words) -> "Part | None":
    from facilitator.handouts.pack import Part

    def story(words: Words, width: float) -> "list[Flowable]":
        return kind_of(board.kind).private_report(document, board.id, day, words, width)

    return Part(board.title, story) if story(words, 0) else None


def _part(view: View, pages: "Callable[[View, Words, float], list[Flowable]]") -> "Part":
    from facilitator.handouts.pack import Part

    def story(words: Words, width: float) -> "list[Flowable]":
        return pages(view, words, width)

    return Part(view.title, story)


def _pdf(
    document: Document,
    day: date,
    paper: Paper,
    words: Words,
    parts: "Sequence[Part]",
    *,
    private: bool = False,
    **options: Any,
) -> bytes:
    from facilitator.handouts.pack import PackAbout, pack_of

    engagement = document.get(Engagement, ENGAGEMENT_ID)
    session = next(iter(sorted(document.every(Session), key=lambda each: each.number)), None)
    about = PackAbout(
        title=engagement.title,
        organization=engagement.organization,
        made_on=day,
        session=session.title if session else "",
        held_on=session.held_on if session else None,
        private=private,
    )
    return pack_of(parts, about, paper, words.language, **options).data


def _csv(tables: Sequence[Table]) -> bytes:
    return csv_of((table.title, table.columns, table.rows) for table in tables)
