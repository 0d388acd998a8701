"""A personal pack for each of several people, as files beside older ones."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.language import Language
from facilitator.exchange.writing import plain_stem
from facilitator.handing_out import Paper, make_handout, parts_offered, written
from facilitator.handouts.batch import Reached, Recipient, Summary, Written, write_batch
from facilitator.handouts.made import PartOffered
from facilitator.pack_sorts import PackOrder
from facilitator.packs import own_parts, pack_order, tells_of_person

EVERY_OWN = "own:every"
"""Among the keys of parts that are wanted: all that is for one person alone, whatever there is of it."""


def write_personal_packs(
    document: Document,
    folder: Path,
    paper: Paper,
    language: Language,
    people: Sequence[Recipient],
    *,
    session_id: str = "",
    parts: tuple[str, ...] | None = None,
    pages: str = "",
    anonymous: bool = False,
    day: date | None = None,
    progress: Callable[[Reached], None] = lambda reached: None,
    cancelled: Callable[[], bool] = lambda: False,
    unforeseen: Callable[[Exception], None] = lambda error: None,
) -> Summary:
    """Write each of them a personal pack, and say what became of each: see `handouts.batch.write_batch`.

    `parts` are the keys of those wanted, in their order, EVERY_OWN standing for all that is somebody's own; what a pack
    does not have of them is passed over. `pages` are those of each file. `anonymous` packs name nobody, in their files
    and in what these are called; the summary says whose is whose.
    """
    day, words, told_of = day or date.today(), Words(language), set[str]()

    def write(one: Recipient, tell: Callable[[int, int], None], ended: Callable[[], bool]) -> tuple[Path, bool]:
        its: dict[str, Any] = {"session_id": session_id, "person_id": one.person_id}
        order = pack_order(document, "personal", day, words, **its)
        if tells_of_person(order):
            told_of.add(one.person_id)
        its |= {"pack": "personal", "day": day}
        taken = None if parts is None else _there(parts, order, parts_offered(document, language, **its))
        its |= {"parts": taken, "pages": pages, "anonymous": anonymous, "progress": tell, "cancelled": ended}
        made = make_handout(document, paper, language, **its)
        path = written(made, folder)
        return path, path.name != f"{plain_stem(made.title)}{made.ending}.pdf"

    summary = write_batch(people, write, progress, cancelled, unforeseen)
    return replace(summary, lines=tuple(_told(line, told_of) for line in summary.lines))


def parts_of_all(
    document: Document,
    language: Language,
    people: Sequence[Recipient],
    *,
    session_id: str = "",
    day: date | None = None,
) -> tuple[PartOffered, ...]:
    """The parts that the personal packs of all these have; of one of them alone, every part of theirs.

    Of several, EVERY_OWN is the first. Raises as `handing_out.parts_offered` does.
    """
    its: dict[str, Any] = {"pack": "personal", "session_id": session_id, "day": day}
    every = [parts_offered(document, language, person_id=each.person_id, **its) for each in people]
    if len(every) == 1:
        return every[0]
    common = set.intersection(*({part.key for part in offered} for offered in every))
    title = Words(language)("personal.every_own")
    return (PartOffered(EVERY_OWN, title), *(part for part in every[0] if part.key in common))


def _there(keys: Iterable[str], order: PackOrder, offered: Sequence[PartOffered]) -> tuple[str, ...]:
    """Those of the keys that this pack has, EVERY_OWN as all that it has for its person alone."""
    own = [part.key for part in own_parts(order)] if EVERY_OWN in keys else []
    known = {part.key for part in offered}
    return tuple(each for key in keys for each in (own if key == EVERY_OWN else [key]) if each in known)


def _told(line: Written, told_of: set[str]) -> Written:
    return replace(line, own=line.became != "written" or line.person_id in told_of)


class Order(Protocol):
    """For whom packs are wanted, how, and where; `session_id` "" for all sessions of their groups."""

    @property
    def folder(self) -> Path: ...
    @property
    def paper(self) -> Paper: ...
    @property
    def language(self) -> Language: ...
    @property
    def people(self) -> tuple[Recipient, ...]: ...
    @property
    def session_id(self) -> str: ...
    @property
    def parts(self) -> tuple[str, ...] | None: ...
    @property
    def pages(self) -> str: ...
    @property
    def anonymous(self) -> bool: ...


def writer_of(
    document: Document,
) -> Callable[[Order, Callable[[Reached], None], Callable[[], bool], Callable[[Exception], None]], Summary]:
    """What writes the packs of an order as `write_personal_packs` does: on any thread, as a document is frozen."""

    def write(
        order: Order,
        progress: Callable[[Reached], None],
        cancelled: Callable[[], bool],
        unforeseen: Callable[[Exception], None],
    ) -> Summary:
        return write_personal_packs(
            document,
            order.folder,
            order.paper,
            order.language,
            order.people,
            session_id=order.session_id,
            parts=order.parts,
            pages=order.pages,
            anonymous=order.anonymous,
            progress=progress,
            cancelled=cancelled,
            unforeseen=unforeseen,
        )

    return write
