"""From a document to packs of handouts as files: laid out, named, and written beside older ones."""

import base64
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from facilitator.anonymous.making import as_handed_out
from facilitator.board_parts import calendar_of_boards
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import ENGAGEMENT_ID, Engagement, Person, Session
from facilitator.domain.language import Language
from facilitator.domain.refusal import StoreError
from facilitator.exchange.writing import STEM_LIMIT, free_path, plain_stem, write_all
from facilitator.handouts.made import MadeHandout, PartOffered
from facilitator.handouts.page_range import as_range
from facilitator.pack_sorts import PackName
from facilitator.packs import PACKS, boards_with_part, chosen_parts, pack_order
from facilitator.session_parts import sessions_for_participants
from facilitator.workshop.branding import brand_of, logo_words
from facilitator.workshop.one_to_ones import group_sessions_of, sessions_with

if TYPE_CHECKING:
    from facilitator.handouts.look import Look
    from facilitator.handouts.pack import Pack, Part

Paper = Literal["letter", "a4"]

Progress = Callable[[int, int], None]


def write_handout(document: Document, folder: Path, paper: Paper, language: Language, **options: Any) -> Path:
    """A pack as a PDF in `folder`, beside older ones; returns its path.

    Beside boards in full stands a calendar of the same name, ending in .ics, where they have dates. `options` are
    those of `make_handout`. Raises as `make_handout` and `written` do; then there is no file.
    """
    return written(make_handout(document, paper, language, **options), folder)


def make_handout(
    document: Document,
    paper: Paper,
    language: Language,
    *,
    pack: PackName = "participants",
    board_id: str | None = None,
    session_id: str = "",
    person_id: str = "",
    parts: tuple[str, ...] | None = None,
    pages: str = "",
    anonymous: bool = False,
    day: date | None = None,
    progress: Progress = lambda done, whole: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> MadeHandout:
    """A pack of all boards and sessions, or of one, not written yet.

    It tells how things stand on `day`, by default today. The name of a private one says so. An agenda is that of the
    session of the day where none is asked for. `parts` are the keys of those that are wanted, in their order; None
    is all in the order of the pack; of `pages`, such as "2-4, 7", the file has these only, and its name says so.
    An `anonymous` one names nobody, in its files and in what they are called.
    Raises StoreError as `packs.pack_order`, `packs.chosen_parts` and `page_range.page_numbers` do, and
    "nothing_in_report", "nothing_in_full", "nothing_to_prepare" or "no_session" where there is nothing for the pack;
    "anonymous_private" for a private pack; Refusal("handout_cancelled").
    """
    words, sort, day = Words(language), PACKS[pack], day or date.today()
    document = as_handed_out(document, language, anonymous=anonymous, private=sort.private)
    order = pack_order(document, pack, day, words, board_id=board_id, session_id=session_id, person_id=person_id)
    every = [part for make in sort.parts for part in make(order)]
    taken = chosen_parts(every, parts)
    options: dict[str, Any] = {"private": sort.private, "with_cover": sort.with_cover, "session_id": order.session_id}
    options |= {"person_id": person_id, "pages": pages}
    made = _pack_made(document, day, paper, words, taken, progress=progress, cancelled=cancelled, **options)
    boards = boards_with_part(order.boards, taken) if parts is not None else order.boards
    mark = words(f"handouts.{sort.mark}") if sort.mark else ""
    chosen = f"p{as_range(made.numbers)}" if len(made.numbers) < made.pages else ""
    return MadeHandout(
        title=_file_title(document, person_id, words),
        ending="-" + "-".join(filter(None, (mark, language, paper, chosen))),
        pdf=made.data,
        numbers=made.numbers,
        whole=made.pages,
        calendar=calendar_of_boards(document, boards, words) if sort.with_calendar else None,
        offered=tuple(PartOffered(part.key, part.title) for part in every),
        taken=tuple(part.key for part in taken),
    )


def parts_offered(
    document: Document,
    language: Language,
    *,
    pack: PackName = "participants",
    board_id: str | None = None,
    session_id: str = "",
    person_id: str = "",
    day: date | None = None,
) -> tuple[PartOffered, ...]:
    """The parts that `make_handout` could leave out or put elsewhere, in the order of the pack; raises as it does."""
    words, sort, day = Words(language), PACKS[pack], day or date.today()
    its: dict[str, Any] = {"board_id": board_id, "session_id": session_id, "person_id": person_id}
    order = pack_order(as_handed_out(document, language), pack, day, words, **its)
    return tuple(PartOffered(part.key, part.title) for make in sort.parts for part in make(order))


def written(made: MadeHandout, folder: Path, name: str = "") -> Path:
    """Write a pack, and the calendar beside it, into `folder`: as `name`, or by its own name beside older ones.

    Raises StoreError as `exchange.writing.write_all` does, "name_taken" (name); then there is none of the files.
    """
    endings = (".pdf", ".ics") if made.calendar else (".pdf",)
    if name:
        out = folder / f"{name.removesuffix('.pdf')}.pdf"
    else:
        out = free_path(folder, made.title, *(f"{made.ending}{ending}" for ending in endings))
    try:
        write_all({out: made.pdf} | ({out.with_suffix(".ics"): made.calendar} if made.calendar else {}))
    except StoreError as refusal:
        if name and refusal.key == "output_exists":
            raise StoreError("name_taken", name=Path(str(refusal.values["path"])).name) from refusal
        raise
    return out


def pdf_of(document: Document, day: date, paper: Paper, words: Words, parts: "Sequence[Part]", **options: Any) -> bytes:
    """These parts as one PDF that says whose it is and which session it is from.

    That is the `session_id` asked for, else the last of the group that was held by `day`, else the first. `options`
    are that, `private`, and those of `handouts.pack.pack_of`.
    """
    return _pack_made(document, day, paper, words, parts, **options).data


def _pack_made(
    document: Document,
    day: date,
    paper: Paper,
    words: Words,
    parts: "Sequence[Part]",
    *,
    private: bool = False,
    session_id: str = "",
    person_id: str = "",
    **options: Any,
) -> "Pack":
    from facilitator.handouts.pack import PackAbout, pack_of

    engagement = document.get(Engagement, ENGAGEMENT_ID)
    session = _session_on_cover(document, session_id, person_id, day)
    person = document.find(Person, person_id)
    about = PackAbout(
        title=engagement.title,
        organization=engagement.organization,
        made_on=day,
        session=session.title if session else "",
        held_on=session.held_on if session else None,
        private=private,
        look=look_of(document),
        person=person.name if person else "",
    )
    return pack_of(parts, about, paper, words.language, **options)


def look_of(document: Document) -> "Look":
    """The client's look on paper."""
    from facilitator.handouts.look import Look

    brand = brand_of(document)
    return Look(brand.colour, base64.b64decode(brand.logo), logo_words(document))


def _session_on_cover(document: Document, session_id: str, person_id: str, day: date) -> Session | None:
    ids = (session_id,) if session_id else _sessions_told(document, person_id)
    sessions = [session for each in ids if (session := document.find(Session, each))]
    held = [(each.held_on, each.number, each) for each in sessions if each.held_on and each.held_on <= day]
    return max(held, key=lambda each: each[:2])[2] if held else next(iter(sessions), None)


def _sessions_told(document: Document, person_id: str) -> tuple[str, ...]:
    """The sessions that a pack may be from: of a personal one those of the groups, else the person's own 1:1s."""
    if not person_id:
        return sessions_for_participants(document)
    alone = tuple(session.id for session in sessions_with(document, person_id))
    return group_sessions_of(document, person_id) or alone


def _file_title(document: Document, person_id: str, words: Words) -> str:
    """What a file is called after: the engagement and, of a personal pack, the person, whose name is not cut off."""
    title, person = document.get(Engagement, ENGAGEMENT_ID).title, document.find(Person, person_id)
    if person is None:
        return title
    name = plain_stem(person.name) or plain_stem(words("personal.participant"))
    return f"{plain_stem(title)[: max(STEM_LIMIT - len(name) - 1, 0)]} {name}"
