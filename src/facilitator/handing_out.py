"""From a document to packs of handouts as files: laid out, named, and written beside older ones."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from facilitator.board_parts import calendar_of_boards
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import ENGAGEMENT_ID, Engagement, Session
from facilitator.domain.language import Language
from facilitator.exchange.writing import free_path, write_all
from facilitator.packs import PACKS, PackName, pack_order
from facilitator.session_parts import sessions_for_participants

if TYPE_CHECKING:
    from facilitator.handouts.pack import Part

Paper = Literal["letter", "a4"]

Progress = Callable[[int, int], None]


def write_handout(
    document: Document,
    folder: Path,
    paper: Paper,
    language: Language,
    *,
    pack: PackName = "participants",
    board_id: str | None = None,
    session_id: str = "",
    day: date | None = None,
    progress: Progress = lambda done, whole: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """A pack of all boards and sessions, or of one, as a PDF in `folder`, beside older ones; returns its path.

    It tells how things stand on `day`, by default today. Beside boards in full stands a calendar of the same name,
    ending in .ics, where they have dates. The name of a private one says so. An agenda is that of the session of the
    day where none is asked for. Raises StoreError as `packs.pack_order` does, and "nothing_in_report",
    "nothing_in_full", "nothing_to_prepare" or "no_session" where there is nothing for the pack; then, and where one
    of the files can't be written, there is none.
    """
    words, sort, day = Words(language), PACKS[pack], day or date.today()
    order = pack_order(document, pack, day, words, board_id=board_id, session_id=session_id)
    parts = [part for make in sort.parts for part in make(order)]
    options: dict[str, Any] = {"private": sort.private, "with_cover": sort.with_cover, "session_id": session_id}
    pdf = pdf_of(document, day, paper, words, parts, progress=progress, cancelled=cancelled, **options)
    calendar = calendar_of_boards(document, order.boards, words) if sort.with_calendar else None
    mark = words(f"handouts.{sort.mark}") if sort.mark else ""
    name = "-" + "-".join(filter(None, (mark, language, paper)))
    title = document.get(Engagement, ENGAGEMENT_ID).title
    out = free_path(folder, title, *(f"{name}{ending}" for ending in (".pdf", ".ics")[: 2 if calendar else 1]))
    write_all({out: pdf} | ({out.with_suffix(".ics"): calendar} if calendar else {}))
    return out


def pdf_of(
    document: Document,
    day: date,
    paper: Paper,
    words: Words,
    parts: "Sequence[Part]",
    *,
    private: bool = False,
    session_id: str = "",
    **options: Any,
) -> bytes:
    """These parts as one PDF that says whose it is and which session it is from.

    That is the one asked for, else the last of the group that was held by `day`, else the first. `options` are those
    of `handouts.pack.pack_of`.
    """
    from facilitator.handouts.pack import PackAbout, pack_of

    engagement = document.get(Engagement, ENGAGEMENT_ID)
    session = _session_on_cover(document, session_id, day)
    about = PackAbout(
        title=engagement.title,
        organization=engagement.organization,
        made_on=day,
        session=session.title if session else "",
        held_on=session.held_on if session else None,
        private=private,
    )
    return pack_of(parts, about, paper, words.language, **options).data


def _session_on_cover(document: Document, session_id: str, day: date) -> Session | None:
    ids = (session_id,) if session_id else sessions_for_participants(document)
    sessions = [session for each in ids if (session := document.find(Session, each))]
    held = [(each.held_on, each.number, each) for each in sessions if each.held_on and each.held_on <= day]
    return max(held, key=lambda each: each[:2])[2] if held else next(iter(sessions), None)
