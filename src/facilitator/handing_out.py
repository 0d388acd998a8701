"""From a document to files: packs of handouts, the facilitator's own report, single boards as PDF, PNG, SVG or CSV."""

import dataclasses
import json
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from facilitator.boards.described import Table
from facilitator.boards.kind import Kind
from facilitator.catalogue import kind_of
from facilitator.content.theme import ThemeName, theme
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Session
from facilitator.domain.language import LANGUAGES, Language
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
PackName = Literal["participants", "report", "prep"]
"""The participants' pages, the facilitator's own report (private), what is read and filled in before a 1:1 session."""

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

    The facilitator's copy, with all that is private, is a CSV or a PDF. Raises StoreError, "private_unmarked" where
    the name of such a PDF does not say that it is private.
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
        _write_pdf(document, out, "letter", words, [_part(kind, view)], with_cover=False, replace=replace)


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
    progress: Progress = lambda done, whole: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """A pack of all boards, or of one, as a PDF in `folder`, beside older ones; returns its path.

    The name of a report says that it is private. Raises StoreError, "nothing_in_report" or "nothing_to_prepare" where
    there is nothing for the pack.
    """
    words = Words(language)
    title = document.get(Engagement, "engagement").title
    boards = [board_with(document, board_id)] if board_id else _usual_boards(document, pack)
    parts = _PARTS[pack](document, boards, words)
    mark = {"report": words("handouts.private_mark"), "prep": words("handouts.prep_name")}.get(pack)
    out = free_path(folder, title, "-" + "-".join(filter(None, (mark, language, paper))) + ".pdf")
    _write_pdf(
        document,
        out,
        paper,
        words,
        parts,
        private=pack == "report",
        with_cover=pack != "prep",
        progress=progress,
        cancelled=cancelled,
    )
    return out


def _usual_boards(document: Document, pack: PackName) -> list[Board]:
    """All boards; those that are not for a group are left out of what is for participants."""
    boards = boards_of(document)
    if pack != "participants":
        return boards
    return [board for board in boards if not kind_of(board.kind).withheld(document, board.id)]


def _participants_parts(document: Document, boards: Sequence[Board], words: Words) -> "list[Part]":
    """Each board compared with how it stood when it was last kept before today."""
    parts = []
    for board in boards:
        kind = kind_of(board.kind)
        earlier = [each.id for each in kind.moments(document, board.id) if each.kept_on < date.today()]
        view = kind.view(document, board.id, Showing(then=earlier[0]) if earlier else PLAIN)
        parts.append(_part(kind, dataclasses.replace(view, language=words.language)))
    return parts


def _report_parts(document: Document, boards: Sequence[Board], words: Words) -> "list[Part]":
    parts = [part for part in (_report(document, board, words) for board in boards) if part]
    if not parts:
        raise StoreError("nothing_in_report")
    return parts


def _prep_parts(document: Document, boards: Sequence[Board], words: Words) -> "list[Part]":
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


_PARTS: "dict[PackName, Callable[[Document, Sequence[Board], Words], list[Part]]]" = {
    "participants": _participants_parts,
    "report": _report_parts,
    "prep": _prep_parts,
}


def _write_private(document: Document, board_id: str, out: Path, suffix: str, words: Words, *, replace: bool) -> None:
    """The facilitator's own copy of one board."""
    if suffix not in (".csv", ".pdf"):
        raise StoreError("facilitator_formats")
    board = board_with(document, board_id)
    if suffix == ".csv":
        tables = kind_of(board.kind).private_sheets(document, board_id, words)
        if not tables:
            raise StoreError("nothing_private", id=board_id)
        write_whole(out, _csv(tables), replace=replace)
        return
    ensure_says_private(out, suffix, words)
    part = _report(document, board, words)
    if part is None:
        raise StoreError("nothing_private", id=board_id)
    _write_pdf(document, out, "letter", words, [part], private=True, with_cover=False, replace=replace)


def ensure_says_private(out: Path, suffix: str, words: Words) -> None:
    """Raise StoreError("private_unmarked") (path, marked) unless a file's name says in either language what it is."""
    said = unicodedata.normalize("NFC", out.name).upper()
    if not any(Words(language)("handouts.private_mark") in said for language in LANGUAGES):
        marked = out.with_name(out.stem + private_suffix(suffix, words))
        raise StoreError("private_unmarked", path=str(out), marked=str(marked))


def _report(document: Document, board: Board, words: Words) -> "Part | None":
    from facilitator.handouts.pack import Part

    def story(words: Words, width: float) -> "list[Flowable]":
        return kind_of(board.kind).private_report(document, board.id, date.today(), words, width)

    return Part(board.title, story) if story(words, 0) else None


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
    private: bool = False,
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
        private=private,
    )
    write_whole(out, pack_of(parts, about, paper, words.language, **options).data, replace=replace)


def _csv(tables: Sequence[Table]) -> bytes:
    return csv_of((table.title, table.columns, table.rows) for table in tables)
