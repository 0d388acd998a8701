"""What a pack tells of boards: the pages of each as a part, and the days to keep as a calendar."""

import dataclasses
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from facilitator.boards.calendar import calendar_of
from facilitator.boards.listed import boards_of
from facilitator.catalogue import kind_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import ENGAGEMENT_ID, Board, Engagement
from facilitator.domain.refusal import StoreError
from facilitator.domain.view import Showing, View
from facilitator.exchange.filled_form import document_mark
from facilitator.workshop.one_to_ones import boards_withheld

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from facilitator.handouts.pack import Part


def board_key(board_id: str) -> str:
    """The key of a part that is about a board."""
    return f"board:{board_id}"


def boards_for_group(document: Document) -> tuple[Board, ...]:
    """The boards that a group gets where nobody asks for one: none of 1:1s, and none that their kind withholds."""
    left_out = boards_withheld(document)
    every = (board for board in boards_of(document) if board.id not in left_out)
    return tuple(board for board in every if not kind_of(board.kind).withheld(document, board.id))


def compared_parts(document: Document, boards: Sequence[Board], day: date, words: Words) -> "list[Part]":
    """Each board as participants may see it, compared with how it stood when it was last kept before `day`."""
    parts = []
    for board in boards:
        view = _compared_view(document, board, day)
        parts.append(_part(dataclasses.replace(view, language=words.language), kind_of(board.kind).handout))
    return parts


def full_parts(document: Document, boards: Sequence[Board], day: date, words: Words) -> "list[Part]":
    """Each board with all that those need who carry it on; raises StoreError("nothing_in_full") for no boards."""
    if not boards:
        raise StoreError("nothing_in_full")
    parts = []
    for board in boards:
        kind = kind_of(board.kind)
        view = kind.view(document, board.id, Showing(day=day))
        parts.append(_part(dataclasses.replace(view, language=words.language), kind.full_handout))
    return parts


def report_parts(document: Document, boards: Sequence[Board], day: date, words: Words) -> "list[Part]":
    """What is private of each board; raises StoreError("nothing_in_report") where nothing is."""
    parts = [part for part in (report_part(document, board, day, words) for board in boards) if part]
    if not parts:
        raise StoreError("nothing_in_report")
    return parts


def report_part(document: Document, board: Board, day: date, words: Words) -> "Part | None":
    """What is private of a board, None where nothing is."""
    from facilitator.handouts.pack import Part

    def story(words: Words, width: float) -> "list[Flowable]":
        return kind_of(board.kind).private_report(document, board.id, day, words, width)

    return Part(board.title, story, key=board_key(board.id)) if story(words, 0) else None


def prep_parts(document: Document, boards: Sequence[Board], day: date, words: Words) -> "list[Part]":
    """The guide of each kind of board, once; raises StoreError("nothing_to_prepare") where none has one."""
    from facilitator.handouts.pack import Part

    guides = {}
    for board in boards:
        guide = kind_of(board.kind).prep_guide
        if board.kind not in guides and guide(words, 0) is not None:
            guides[board.kind] = Part(words("handouts.prep_title"), _whole(guide), key=f"guide:{board.kind}")
    if not guides:
        raise StoreError("nothing_to_prepare")
    return list(guides.values())


def parts_to_fill_in(document: Document, boards: Sequence[Board], day: date, words: Words) -> "list[Part]":
    """A board as a document to fill in.

    Raises StoreError: "nothing_to_fill_in" for no board, "several_to_fill_in" (boards) as a file is of one board.
    """
    if not boards:
        raise StoreError("nothing_to_fill_in")
    if len(boards) > 1:
        raise StoreError("several_to_fill_in", boards=", ".join(f"{board.title} ({board.id})" for board in boards))
    kind, board = kind_of(boards[0].kind), boards[0]
    view = dataclasses.replace(kind.view(document, board.id, Showing(day=day)), language=words.language)
    title = document.get(Engagement, ENGAGEMENT_ID).title
    mark = document_mark(kind.id, kind.form_version, title, board.id)
    return [dataclasses.replace(_part(view, kind.form), document=mark)]


def calendar_of_boards(document: Document, boards: Sequence[Board], words: Words) -> bytes | None:
    """The days to keep of these boards, called like the board or, of several, the engagement; None for none."""
    dates = [each for board in boards for each in kind_of(board.kind).dates(document, board.id, words)]
    name = boards[0].title if len(boards) == 1 else document.get(Engagement, ENGAGEMENT_ID).title
    return calendar_of(name, dates, datetime.now(UTC)) if dates else None


def _compared_view(document: Document, board: Board, day: date) -> View:
    """A board compared with how it was last kept before that day, or on it if something has moved since."""
    kind = kind_of(board.kind)
    for moment in kind.moments(document, board.id):
        view = kind.view(document, board.id, Showing(then=moment.id, day=day))
        if moment.kept_on < day or (moment.kept_on == day and kind.has_moved(view)):
            return view
    return kind.view(document, board.id, Showing(day=day))


def _whole(guide: "Callable[[Words, float], list[Flowable] | None]") -> "Callable[[Words, float], list[Flowable]]":
    """A guide that is known to be there."""
    return lambda words, width: guide(words, width) or []


def _part(view: View, pages: "Callable[[View, Words, float], list[Flowable]]") -> "Part":
    from facilitator.handouts.pack import Part

    def story(words: Words, width: float) -> "list[Flowable]":
        return pages(view, words, width)

    return Part(view.title, story, key=board_key(view.board_id))
