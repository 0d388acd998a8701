"""The command that writes personal packs: one for each participant, and a summary."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date

from facilitator.anonymous.leftovers import leftovers
from facilitator.boards.typed import optional_day
from facilitator.command_line.output import print_json
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import language_of
from facilitator.domain.refusal import StoreError
from facilitator.handouts.batch import BECAME, Reached, Recipient, Summary, Written, summary_lines
from facilitator.handouts.made import PartOffered
from facilitator.handouts.page_range import page_pieces
from facilitator.opening import open_engagement
from facilitator.packs.catalogue import EVERY_OWN
from facilitator.packs.personal_packs import parts_of_all, write_personal_packs
from facilitator.packs.recipients import recipients
from facilitator.packs.sorts import HandoutOrder

_INTERRUPTED = 130


def personal_handouts(asked: argparse.Namespace, words: Words) -> int:
    """Write a pack for one person, or for each of a cohort, a session or the engagement; 1 if one could not be.

    With Ctrl+C what is written stays, the summary says so, and it returns 130. How far it is stands on stderr, where
    that is a terminal. Raises StoreError as `recipients` does, "pack_of_sessions" for a board, "part_unknown" for a
    part that nobody's pack has, "page_range".
    """
    _refuse_board(asked)
    page_pieces(asked.pages)
    with open_engagement(asked.file) as engagement:
        document = engagement.journal.document
    order, people = order_asked(asked, document), _people(asked, document)
    _look_for(document, order, people)
    summary = write_personal_packs(document, order, people, asked.out, lambda reached: _tell(reached, words))
    left = leftovers(document, order.language, words) if asked.anonymous else ()
    if asked.json:
        its_left = {"left": [asdict(each) for each in left]} if asked.anonymous else {}
        print_json({**_rows(summary, words), **its_left})
    else:
        print("\n".join(summary_lines(summary, asked.out, words)))
        if asked.anonymous:
            print(words("anonymous.left", count=len(left)), words("anonymous.no_promise"))
    if summary.cancelled:
        return _INTERRUPTED
    return 1 if summary.of("failed") else 0


def personal_parts_offered(asked: argparse.Namespace) -> tuple[PartOffered, ...]:
    """The parts of one person's pack, else those that the packs of all who were asked for have; raises as above."""
    _refuse_board(asked)
    with open_engagement(asked.file) as engagement:
        document = engagement.journal.document
    return parts_of_all(document, order_asked(asked, document), _people(asked, document))


def order_asked(asked: argparse.Namespace, document: Document) -> HandoutOrder:
    """What the arguments ask for; raises EditRejected as `optional_day` does."""
    return HandoutOrder(
        asked.paper,
        asked.lang or language_of(document),
        asked.pack,
        board_id=asked.board,
        session_id=asked.session,
        cohort_id=asked.cohort,
        parts=asked.parts,
        pages=asked.pages,
        anonymous=asked.anonymous,
        day=optional_day(asked.day),
    )


def _people(asked: argparse.Namespace, document: Document) -> tuple[Recipient, ...]:
    day = optional_day(asked.day) or date.today()
    return recipients(document, day, person_id=asked.person, cohort_id=asked.cohort, session_id=asked.session)


def _refuse_board(asked: argparse.Namespace) -> None:
    if asked.board:
        raise StoreError("pack_of_sessions", pack=asked.pack)


def _look_for(document: Document, order: HandoutOrder, people: Sequence[Recipient]) -> None:
    """Refuse parts that no pack has: what is only not in some of them is passed over there."""
    known = {EVERY_OWN: None}
    for each in people if order.parts else ():
        try:
            its = parts_of_all(document, order, [each])
        except StoreError:  # its own line of the summary says why
            continue
        known |= {part.key: None for part in its}
    unknown = next((key for key in order.parts or () if key not in known), None)
    if unknown is not None:
        raise StoreError("part_unknown", part=unknown, parts=", ".join(known))


def _tell(reached: Reached, words: Words) -> None:
    if sys.stderr.isatty() and not reached.done:
        said = words("personal.reached", number=reached.number, all=reached.count, name=reached.name)
        print(said, file=sys.stderr)


def _rows(summary: Summary, words: Words) -> Mapping[str, object]:
    def row(line: Written) -> dict[str, object]:
        told: dict[str, object] = {"person": line.person_id, "name": line.name}
        if line.path:
            told |= {"path": str(line.path), "renamed": line.renamed, "own": line.own}
        if line.why:
            told["why"] = words(f"refusals.{line.why.key}", **line.why.values)
        return told

    found: dict[str, object] = {"cancelled": summary.cancelled}
    return found | {each: [row(line) for line in summary.of(each)] for each in BECAME}
