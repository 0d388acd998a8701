"""What can be done to a group summary: release it, and say what is to be discussed. Pure, but for a random salt."""

import secrets
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from facilitator.boards.assessment.edits import set_board as set_assessment
from facilitator.boards.assessment.group.collecting import about_persons, collected, earlier_releases
from facilitator.boards.assessment.group.lines import QUESTION, as_records, head_of, lines_of_summary
from facilitator.boards.assessment.group.view import lines_on, view_of
from facilitator.boards.assessment.model import Assessment, SummaryLine, SummaryRelease
from facilitator.boards.assessment.rules.group_shapes import Consent, Grouped, Organization, Release, Theme
from facilitator.boards.assessment.rules.grouping import grouped
from facilitator.boards.assessment.rules.results import Said
from facilitator.boards.assessment.view import instrument_of
from facilitator.boards.grouped.shapes import Thresholds
from facilitator.content.instruments import Instrument, instrument, instruments
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, removing
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.record import new_id
from facilitator.domain.refusal import EditRejected

MOST_QUESTIONS = 6

_Plain = tuple[str, tuple[tuple[Said, ...], ...], Consent, frozenset[Theme], tuple[tuple[str, str], ...]]
"""An organization as what can be remembered."""


def asked_of_one() -> tuple[Instrument, ...]:
    """The instruments of which there can be a summary: those that ask one person at a time."""
    return tuple(each for each in instruments() if each.one_to_one)


def checked(
    document: Document,
    board_id: str,
    day: date,
    limits: Thresholds | None = None,
    *,
    figures: bool | None = None,
    compare_by: str = "",
) -> Grouped:
    """What a summary made on `day` would show, under the usual thresholds unless told, and all to check before."""
    asked = instrument_of(document, board_id)
    organizations = collected(document, asked).organizations
    plain = tuple(
        (each.id, each.people, each.consent, each.themes, tuple(sorted(each.segments.items())))
        for each in organizations
    )
    earlier = earlier_releases(document, asked)
    return _checked(asked.id, plain, day, earlier, limits or Thresholds(), figures, compare_by)


@lru_cache(maxsize=4)
def _checked(
    asked_id: str,
    organizations: tuple[_Plain, ...],
    day: date,
    earlier: tuple[Release, ...],
    limits: Thresholds,
    figures: bool | None,
    compare_by: str,
) -> Grouped:
    """The inspector asks for it after every step; of what comes out, nothing is kept that needs a salt of its own."""
    people = [Organization(*plain[:4], dict(plain[4])) for plain in organizations]
    return grouped(
        instrument(asked_id),
        people,
        on=day,
        salt="0" * 32,
        thresholds=limits,
        earlier=earlier,
        segment_by=compare_by,
        figures=figures,
    )


def summarize(
    document: Document,
    board_id: str,
    day: date,
    *,
    group_least: int = 5,
    cell_least: int = 3,
    figures: bool | None = None,
    compare_by: str = "",
) -> Change:
    """Release a summary of all 1:1 boards with the instrument, in place of the one before; questions stay.

    `compare_by` is one of `parts.DIVISIONS`, "" for none. The log holds, hashed, who was in which part.

    Raises EditRejected: "gone", "threshold_low" (least), "threshold_order", "summary_none" (least) where there are too
    few organizations to protect anyone, "summary_waits" (least) where too few changed since an earlier one; of persons
    "summary_none_persons" and "summary_waits_persons".
    """
    document.get(Board, board_id)
    limits = Thresholds(group_least, cell_least)
    asked = instrument_of(document, board_id)
    made = grouped(
        asked,
        collected(document, asked).organizations,
        on=day,
        salt=secrets.token_hex(16),
        thresholds=limits,
        earlier=earlier_releases(document, asked),
        segment_by=compare_by,
        figures=figures,
    )
    if not made.check.allowed:
        raise EditRejected("summary_waits_persons" if about_persons(asked) else "summary_waits", least=limits.cell)
    if made.summary.mode == "none":
        raise EditRejected("summary_none_persons" if about_persons(asked) else "summary_none", least=limits.cell)
    lines = lines_on(document, board_id)
    number = max((each.number for each in document.every(SummaryRelease)), default=0) + 1
    kept = SummaryRelease(
        id=new_id(),
        board_id=board_id,
        number=number,
        released_on=day,
        band=made.release.band,
        group_least=limits.group,
        cell_least=limits.cell,
        members=made.release.members,
        answers=made.release.answers,
        changed=made.release.changed,
    )
    first = max((each.number for each in lines), default=0) + 1
    gone = [(each, None) for each in lines if each.sort != QUESTION]
    come = [(None, each) for each in as_records(board_id, tuple(lines_of_summary(made.summary)), first)]
    return changed("release_summary", [*gone, (None, kept), *come])


def add_question(document: Document, board_id: str, text: str) -> Change:
    """Add a question to discuss; raises EditRejected: "questions_full" (most), what a line may not be."""
    lines = lines_on(document, board_id)
    if sum(each.sort == QUESTION for each in lines) >= MOST_QUESTIONS:
        raise EditRejected("questions_full", most=MOST_QUESTIONS)
    number = max((each.number for each in lines), default=0) + 1
    said = words_of_people.name(text)
    added = SummaryLine(id=new_id(), board_id=board_id, number=number, sort=QUESTION, text=said)
    return changed("add_question", [(None, added)])


def reword_question(document: Document, its_id: str, text: str) -> Change:
    """Give a question other words; raises EditRejected: "gone", what a line may not be, "nothing_to_do"."""
    before = _question(document, its_id)
    view = view_of(document, before.board_id)
    now = next(view.words_of(each, language_of(document)) for each in view.questions if each.id == its_id)
    said = words_of_people.name(text)
    if said == now:
        raise EditRejected("nothing_to_do")
    return changed("edit_question", [(before, before.having(item="", text=said))])


def move_question(document: Document, item_ids: Sequence[str], step: int) -> Change:
    """Move a question before or behind its neighbour; raises EditRejected("nothing_to_do") at the ends, for several."""
    if len(item_ids) != 1:
        raise EditRejected("nothing_to_do")
    one = _question(document, item_ids[0])
    row = [each for each in lines_on(document, one.board_id) if each.sort == QUESTION]
    place = row.index(one) + step
    if not 0 <= place < len(row):
        raise EditRejected("nothing_to_do")
    other = row[place]
    return changed("move_question", [(one, one.having(number=other.number)), (other, other.having(number=one.number))])


def delete_questions(document: Document, item_ids: Sequence[str]) -> Change:
    """Remove questions; raises EditRejected: "gone", "nothing_to_do" for none."""
    if not item_ids:
        raise EditRejected("nothing_to_do")
    return Change("delete_question", removing([_question(document, each) for each in dict.fromkeys(item_ids)]))


def set_board(document: Document, board_id: str, key: str, value: str) -> Change:
    """Edit one line of the board; another `instrument` only before anything was released: "summary_kept"."""
    if key != "instrument":
        return set_assessment(document, board_id, key, value)
    if head_of(lines_on(document, board_id)):
        raise EditRejected("summary_kept")
    before = document.get(Assessment, board_id)
    if before.instrument == value:
        raise EditRejected("nothing_to_do")
    own = [each for each in lines_on(document, board_id) if each.sort == QUESTION and each.item]
    fresh = prompts(board_id, next(each for each in asked_of_one() if each.id == value))
    pairs = [(each, None) for each in own]
    return changed(
        "edit_assessment", [(before, before.having(instrument=value)), *pairs, *((None, each) for each in fresh)]
    )


def prompts(board_id: str, asked: Instrument) -> tuple[SummaryLine, ...]:
    """The questions of an instrument, as a summary begins with them."""
    ids = [f"{board_id}.{asked.id}_{place}" for place in range(len(asked.group_prompts))]
    return tuple(
        SummaryLine(id=its_id, board_id=board_id, number=place + 1, sort=QUESTION, item=str(place))
        for place, its_id in enumerate(ids)
    )


def _question(document: Document, its_id: str) -> SummaryLine:
    line = document.get(SummaryLine, its_id)
    if line.sort != QUESTION:
        raise EditRejected("gone", id=its_id)
    return line
