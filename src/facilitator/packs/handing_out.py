"""From a document to packs of handouts as files: laid out, named, and written beside older ones."""

import base64
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.anonymous.making import as_handed_out
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import ENGAGEMENT_ID, Engagement, Person, Session
from facilitator.domain.refusal import StoreError
from facilitator.exchange.writing import STEM_LIMIT, free_path, plain_stem, write_all
from facilitator.handouts.made import MadeHandout, PartOffered
from facilitator.handouts.page_range import as_range
from facilitator.packs.board_parts import calendar_of_boards
from facilitator.packs.catalogue import PACKS, boards_with_part, chosen_parts, parts_offered_of, scope_of, usual_parts
from facilitator.packs.session_parts import sessions_for_participants
from facilitator.packs.sorts import HandoutOrder
from facilitator.workshop.branding import brand_of, logo_words
from facilitator.workshop.cohort_sessions import sessions_for
from facilitator.workshop.one_to_ones import sessions_with
from facilitator.workshop.session_names import title_with_cohort

if TYPE_CHECKING:
    from facilitator.handouts.look import Look
    from facilitator.handouts.pack import PackAbout, Part

Progress = Callable[[int, int], None]


def write_handout(document: Document, folder: Path, order: HandoutOrder) -> Path:
    """A pack as a PDF in `folder`, beside older ones; returns its path.

    Beside boards in full stands a calendar of the same name, ending in .ics, where they have dates. Raises as
    `make_handout` and `written` do; then there is no file.
    """
    return written(make_handout(document, order), folder)


def make_handout(
    document: Document,
    order: HandoutOrder,
    *,
    progress: Progress = lambda done, whole: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> MadeHandout:
    """The pack that is ordered, not written yet.

    The name of a private one says so, as that of one that has some pages only does. An agenda is that of the session
    of the day where none is asked for.
    Raises StoreError as `packs.scope_of`, `packs.chosen_parts` and `page_range.page_numbers` do, and
    "nothing_in_report", "nothing_in_full", "nothing_to_prepare" or "no_session" where there is nothing for the pack;
    "anonymous_private" for a private pack; Refusal("handout_cancelled").
    """
    from facilitator.handouts.pack import pack_of

    words, sort = Words(order.language), PACKS[order.pack]
    stored = document
    document = as_handed_out(stored, order.language, anonymous=order.anonymous, private=sort.private)
    scope = scope_of(document, order, stored)
    every = [part for make in sort.parts for part in make(scope)]
    offered = parts_offered_of(scope, every)
    taken = chosen_parts(every, order.parts if order.parts is not None else usual_parts(offered))
    made = pack_of(
        taken,
        _about(document, scope.order, scope.day, private=sort.private),
        order.paper,
        order.language,
        with_cover=sort.with_cover,
        pages=order.pages,
        progress=progress,
        cancelled=cancelled,
    )
    boards = boards_with_part(scope.boards, taken)
    mark = words(f"handouts.{sort.mark}") if sort.mark else ""
    chosen = f"p{as_range(made.numbers)}" if len(made.numbers) < made.pages else ""
    return MadeHandout(
        title=_file_title(document, order.person_id, words),
        ending="-" + "-".join(filter(None, (mark, order.language, order.paper, chosen))),
        pdf=made.data,
        numbers=made.numbers,
        whole=made.pages,
        calendar=calendar_of_boards(document, boards, words) if sort.with_calendar else None,
        offered=offered,
        taken=tuple(part.key for part in taken),
    )


def parts_offered(document: Document, order: HandoutOrder) -> tuple[PartOffered, ...]:
    """The parts that `make_handout` could leave out or put elsewhere, in the order of the pack; raises as it does.

    They are called as they are in a pack with names.
    """
    scope = scope_of(as_handed_out(document, order.language), order, document)
    return parts_offered_of(scope, [part for make in PACKS[order.pack].parts for part in make(scope)])


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


def pdf_of(document: Document, order: HandoutOrder, parts: "Sequence[Part]", *, private: bool = False) -> bytes:
    """These parts as one PDF without a cover that says whose it is and which session it is from.

    That is the session of the order, else the last of the group that was held by its day, else the first.
    """
    from facilitator.handouts.pack import pack_of

    about = _about(document, order, order.day or date.today(), private=private)
    return pack_of(parts, about, order.paper, order.language, with_cover=False, pages=order.pages).data


def _about(document: Document, order: HandoutOrder, day: date, *, private: bool) -> "PackAbout":
    from facilitator.handouts.pack import PackAbout

    engagement = document.get(Engagement, ENGAGEMENT_ID)
    session = _session_on_cover(document, order, day)
    person = document.find(Person, order.person_id)
    return PackAbout(
        title=engagement.title,
        organization=engagement.organization,
        made_on=day,
        session=title_with_cohort(document, session) if session else "",
        held_on=session.held_on if session else None,
        private=private,
        look=look_of(document),
        person=person.name if person else "",
    )


def look_of(document: Document) -> "Look":
    """The client's look on paper."""
    from facilitator.handouts.look import Look

    brand = brand_of(document)
    return Look(brand.colour, base64.b64decode(brand.logo), logo_words(document))


def _session_on_cover(document: Document, order: HandoutOrder, day: date) -> Session | None:
    ids = (order.session_id,) if order.session_id else _sessions_told(document, order.person_id, order.cohort_id)
    sessions = [session for each in ids if (session := document.find(Session, each))]
    held = [(each.held_on, each.number, each) for each in sessions if each.held_on and each.held_on <= day]
    return max(held, key=lambda each: each[:2])[2] if held else next(iter(sessions), None)


def _sessions_told(document: Document, person_id: str, cohort_id: str) -> tuple[str, ...]:
    """The sessions that a pack may be from: of a personal one those of the groups, else the person's own 1:1s."""
    its = sessions_for(document, person_id=person_id, cohort_id=cohort_id)
    if its is None:
        return sessions_for_participants(document)
    alone = sessions_with(document, person_id) if person_id else ()
    return its or tuple(session.id for session in alone)


def _file_title(document: Document, person_id: str, words: Words) -> str:
    """What a file is called after: the engagement and, of a personal pack, the person, whose name is not cut off."""
    title, person = document.get(Engagement, ENGAGEMENT_ID).title, document.find(Person, person_id)
    if person is None:
        return title
    name = plain_stem(person.name) or plain_stem(words("personal.participant"))
    return f"{plain_stem(title)[: max(STEM_LIMIT - len(name) - 1, 0)]} {name}"
