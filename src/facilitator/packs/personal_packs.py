"""A personal pack for each of several people, as files beside older ones."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.exchange.writing import plain_stem
from facilitator.handouts.batch import Reached, Recipient, Summary, Written, write_batch
from facilitator.handouts.made import PartOffered
from facilitator.packs.catalogue import EVERY_OWN, own_parts, scope_of, tells_of_person
from facilitator.packs.handing_out import make_handout, parts_offered, written
from facilitator.packs.sorts import HandoutOrder, PackScope


def write_personal_packs(
    document: Document,
    order: HandoutOrder,
    people: Sequence[Recipient],
    folder: Path,
    progress: Callable[[Reached], None] = lambda reached: None,
    cancelled: Callable[[], bool] = lambda: False,
    unforeseen: Callable[[Exception], None] = lambda error: None,
) -> Summary:
    """Write each of them the personal pack that is ordered, and say what became of each: see `batch.write_batch`.

    Among the parts ordered EVERY_OWN stands for all that is somebody's own; what a pack does not have of them is
    passed over. The pages are those of each file. The summary says whose is whose of anonymous ones too.
    """
    day, told_of = order.day or date.today(), set[str]()

    def write(one: Recipient, tell: Callable[[int, int], None], ended: Callable[[], bool]) -> tuple[Path, bool]:
        own = replace(order, person_id=one.person_id, day=day)
        scope = scope_of(document, own)
        if tells_of_person(scope):
            told_of.add(one.person_id)
        if order.parts is not None:
            own = replace(own, parts=_there(order.parts, scope, parts_offered(document, own)))
        made = make_handout(document, own, progress=tell, cancelled=ended)
        path = written(made, folder)
        return path, path.name != f"{plain_stem(made.title)}{made.ending}.pdf"

    summary = write_batch(people, write, progress, cancelled, unforeseen)
    return replace(summary, lines=tuple(_told(line, told_of) for line in summary.lines))


def parts_of_all(document: Document, order: HandoutOrder, people: Sequence[Recipient]) -> tuple[PartOffered, ...]:
    """The parts that the personal packs of all these have; of one of them alone, every part of theirs.

    Of several, EVERY_OWN is the first. Raises as `handing_out.parts_offered` does.
    """
    every = [parts_offered(document, replace(order, person_id=each.person_id)) for each in people]
    if len(every) == 1:
        return every[0]
    common = set.intersection(*({part.key for part in offered} for offered in every))
    title = Words(order.language)("personal.every_own")
    return (PartOffered(EVERY_OWN, title), *(part for part in every[0] if part.key in common))


def _there(keys: Iterable[str], scope: PackScope, offered: Sequence[PartOffered]) -> tuple[str, ...]:
    """Those of the keys that this pack has, EVERY_OWN as all that it has for its person alone."""
    own = [part.key for part in own_parts(scope)] if EVERY_OWN in keys else []
    known = {part.key for part in offered}
    return tuple(each for key in keys for each in (own if key == EVERY_OWN else [key]) if each in known)


def _told(line: Written, told_of: set[str]) -> Written:
    return replace(line, own=line.became != "written" or line.person_id in told_of)
