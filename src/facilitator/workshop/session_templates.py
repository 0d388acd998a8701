"""Sessions from templates and templates from sessions: what is kept of one, and what a new one begins with. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from facilitator.content.reading import Bilingual
from facilitator.content.whole_templates import (
    OWN,
    OwnText,
    PlannedBoard,
    PlannedSegment,
    PlannedSession,
    WholeTemplate,
)
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Segment, Session, language_of
from facilitator.domain.language import Language, other_language
from facilitator.domain.program import Cohort
from facilitator.domain.record import Record
from facilitator.domain.words_of_people import NAME_LIMIT, NOTE_LIMIT
from facilitator.workshop.agenda import segments_of
from facilitator.workshop.cohort_boards import title_without_cohort
from facilitator.workshop.one_to_ones import is_for_two
from facilitator.workshop.segments import SegmentValues
from facilitator.workshop.twins import in_language


def template_of(
    document: Document,
    session_id: str,
    choices: Callable[[Board], Mapping[str, str]],
    spot: Callable[[Segment], str],
) -> WholeTemplate:
    """What can be kept of a session as an own template: its segments, and which boards they turn to.

    Texts stand in the engagement's language and, where they have a twin, in the other one. People, days, outcomes,
    chat, polls, the name of a cohort behind a title and what is on the boards are no part of it; `choices` tells what
    was chosen of how a board works, `spot` what a segment puts in the spotlight, as far as every such board has it.
    Raises EditRejected("gone").
    """
    session = document.get(Session, session_id)
    here = language_of(document)
    there = in_language(document, other_language(here))

    def both(record: Record, field: str) -> OwnText:
        said = {here: str(getattr(record, field))}
        other = str(getattr(there.get(type(record), record.id), field))
        if other != said[here]:
            said[other_language(here)] = other
        return OwnText(said.get("en", ""), said.get("fr", ""))

    cohorts = [each.title for at in (document, there) for each in at.every(Cohort)]

    def titled(record: Session | Board) -> OwnText:
        said = both(record, "title")
        return OwnText(title_without_cohort(said.en, cohorts), title_without_cohort(said.fr, cohorts))

    segments = segments_of(document, session_id)
    turned = dict.fromkeys(segment.board_id for segment in segments if segment.board_id)
    boards = sorted((document.get(Board, each) for each in turned), key=lambda each: each.number)
    places = {board.id: place for place, board in enumerate(boards)}
    title = titled(session)
    return WholeTemplate(
        OWN,
        title,
        OwnText("", ""),
        (
            PlannedSession(
                title,
                tuple(_planned(each, both, places, spot(each)) for each in segments),
                is_for_two(document, session),
            ),
        ),
        tuple(PlannedBoard(each.kind, titled(each), both(each, "question"), choices(each)) for each in boards),
    )


def plan_of(session: PlannedSession, board_ids: Mapping[int, str], language: Language) -> tuple[SegmentValues, ...]:
    """The segments of a new session in a language; `board_ids` are the boards that stand for those of the template."""
    return tuple(
        SegmentValues(
            each.title.within(language),
            each.minutes,
            each.method,
            each.prompt.within(language),
            each.materials.within(language),
            each.fixed,
            each.minimum,
            each.cut_order,
            board_ids.get(each.board) if each.board is not None else None,
            each.form if each.board in board_ids else "",
            each.large and each.board in board_ids,
            each.spot if each.board in board_ids else "",
        )
        for each in session.segments
    )


def boards_for(
    document: Document,
    template: WholeTemplate,
    withheld: frozenset[str],
    fits: Callable[[PlannedBoard, Board], bool],
) -> dict[int, str]:
    """Which boards of an engagement stand for those of a template, by their place there; others are to be founded.

    The first board of the same kind that fits and isn't taken, one with the same title before others; none `withheld`.
    """
    taken: set[str] = set(withheld)
    found: dict[int, str] = {}
    its = sorted(document.every(Board), key=lambda each: each.number)
    for by_title in (True, False):
        for place, planned in enumerate(template.boards):
            if place in found:
                continue
            titles = {planned.title.en, planned.title.fr}
            free = (each for each in its if each.id not in taken and each.kind == planned.kind and fits(planned, each))
            board = next((each for each in free if not by_title or each.title in titles), None)
            if board:
                found[place] = board.id
                taken.add(board.id)
    return found


def without_names(template: WholeTemplate, hidden: Callable[[str], str]) -> WholeTemplate:
    """The same with every text of it as `hidden` gives it back, cut where it got too long to be kept by that."""

    def changed(text: Bilingual, limit: int) -> OwnText:
        return OwnText(*(_cut(hidden(side), max(limit, len(side))) if side else "" for side in (text.en, text.fr)))

    def title(text: Bilingual) -> OwnText:
        return changed(text, NAME_LIMIT)

    def note(text: Bilingual) -> OwnText:
        return changed(text, NOTE_LIMIT)

    def segment(its: PlannedSegment) -> PlannedSegment:
        return replace(its, title=title(its.title), prompt=note(its.prompt), materials=note(its.materials))

    return replace(
        template,
        name=title(template.name),
        purpose=note(template.purpose),
        boards=tuple(replace(each, title=title(each.title), question=note(each.question)) for each in template.boards),
        sessions=tuple(
            replace(each, title=title(each.title), segments=tuple(map(segment, each.segments)))
            for each in template.sessions
        ),
    )


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[:limit].rstrip()


def _planned(
    segment: Segment, both: Callable[[Record, str], OwnText], places: Mapping[str, int], spot: str
) -> PlannedSegment:
    minimum = segment.minimum
    if minimum is not None and segment.minutes:
        minimum = min(minimum, segment.minutes)  # planning anew may have cut it further
    return PlannedSegment(
        both(segment, "title"),
        segment.minutes,
        segment.method,
        both(segment, "prompt"),
        both(segment, "materials"),
        segment.fixed,
        minimum,
        segment.cut_order,
        places[segment.board_id] if segment.board_id else None,
        segment.form,
        segment.large,
        spot,
    )
