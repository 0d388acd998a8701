"""What each pack of handouts is made of: one table, one line a pack.

A new pack is a name in `sorts.PackName`, a line in `PACKS`, one in `command_line.arguments.PACKS` and, in words,
`handouts.<mark>` for the name of its file, `console.pack_<name>` and `console.about_<name>`. Its parts are made by
functions from a `PackScope` to parts, in the order of the pack.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from facilitator.boards.listed import board_with, boards_of
from facilitator.catalogue import kind_of
from facilitator.content.words import Words
from facilitator.domain.agenda_view import AgendaView
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.program import Cohort
from facilitator.domain.refusal import StoreError
from facilitator.handouts.made import PartOffered
from facilitator.packs.agenda_parts import agenda_part, agenda_parts, agendas_told, method_parts, script_part
from facilitator.packs.board_parts import (
    board_key,
    boards_for_group,
    compared_parts,
    full_parts,
    parts_to_fill_in,
    prep_parts,
    report_parts,
)
from facilitator.packs.learning_parts import certificate_parts, lesson_parts, own_learning_parts
from facilitator.packs.personal_parts import (
    boards_of_nobody_alone,
    group_session_asked,
    has_own_pages,
    own_boards,
    own_pages_part,
    own_result_parts,
    without_answers,
)
from facilitator.packs.recipients import person_asked
from facilitator.packs.session_parts import NO_SESSION, every_session, session_parts, sessions_for_participants
from facilitator.packs.sorts import HandoutOrder, MakeParts, PackName, PackScope, PackSort
from facilitator.workshop.cohort_sessions import boards_apart, cohorts_named, sessions_for
from facilitator.workshop.one_to_ones import sessions_with
from facilitator.workshop.reviewing import reviews_of_no_cohort
from facilitator.workshop.sessions import session_asked

if TYPE_CHECKING:
    from facilitator.handouts.pack import Part

EVERY_OWN = "own:every"
"""Among the keys of parts that are wanted: all that is for one person alone, whatever there is of it."""


def scope_of(document: Document, order: HandoutOrder, stored: Document | None = None) -> PackScope:
    """What the pack that is ordered may tell of; `stored` is the document before it was made what is handed out.

    Raises StoreError: "board_unknown", "session_unknown", "no_session", "pack_of_boards" for a session where the pack
    tells of none, "pack_of_sessions" for a board; "person_wanted", "person_unknown", "pack_of_nobody" for a person
    where the pack is nobody's own, "session_of_other" for a 1:1 with somebody else; "pack_of_all" where the pack tells
    of no single board or session; "cohort_unknown", "pack_of_no_cohort" for a cohort where the pack is never of one.
    """
    sort, pack, day = PACKS[order.pack], order.pack, order.day or date.today()
    if order.person_id and not sort.of_person:
        raise StoreError("pack_of_nobody", pack=pack)
    if (order.session_id or order.board_id) and not (sort.of_sessions or sort.of_boards):
        raise StoreError("pack_of_all", pack=pack)
    if sort.of_person:
        person_asked(document, order.person_id)
    if order.session_id and not sort.of_sessions:
        raise StoreError("pack_of_boards", pack=pack)
    if order.board_id and not sort.of_boards:
        raise StoreError("pack_of_sessions", pack=pack)
    if order.cohort_id and not (sort.of_boards or sort.of_person):
        raise StoreError("pack_of_no_cohort", pack=pack)
    asked = session_asked(document, order.session_id, day) if order.session_id else ""
    boards = boards_in(document, pack, order.board_id)
    if sort.of_person:
        asked = group_session_asked(document, order.person_id, asked)
        boards = boards_of_nobody_alone(document, boards)
    order, words = replace(order, session_id=asked), Words(order.language)
    apart = frozenset() if order.board_id else boards_apart(stored or document, **_whom(order))
    if sort.of_person or sort.of_one_board:  # nobody gets what another cohort wrote with their own name on it
        boards = tuple(board for board in boards if board.id not in apart)
    boards = tuple(sorted(boards, key=lambda board: board.id in apart))  # those of others stand last
    return PackScope(order, document, boards, day, words, cohorts_named(stored or document, words), apart)


def boards_in(document: Document, pack: PackName, board_id: str | None = None) -> tuple[Board, ...]:
    """The boards of a pack: the one that was asked for, or all that it may tell of.

    Raises StoreError("board_unknown").
    """
    sort = PACKS[pack]
    if board_id:
        boards: Sequence[Board] = [board_with(document, board_id)]
    else:
        boards = boards_for_group(document) if sort.for_group else boards_of(document)
    return tuple(board for board in boards if sort.takes(kind_of(board.kind)))


def unredacted_in(document: Document, pack: PackName, board_id: str | None = None) -> list[Board]:
    """The boards in a pack for participants that are drafts with names that nobody has looked through for a group."""
    boards = boards_in(document, pack, board_id) if PACKS[pack].for_group else ()
    return [board for board in boards if kind_of(board.kind).is_unredacted(document, board.id)]


def chosen_parts(parts: "Sequence[Part]", keys: tuple[str, ...] | None) -> "list[Part]":
    """Those of a pack's parts that are wanted, in the order in which they are; all for None.

    Raises StoreError: "part_unknown" (part, parts), "no_parts" for none.
    """
    if keys is None:
        return list(parts)
    known = {part.key: part for part in parts}
    unknown = next((key for key in keys if key not in known), None)
    if unknown is not None:
        raise StoreError("part_unknown", part=unknown, parts=", ".join(known))
    if not keys:
        raise StoreError("no_parts")
    return [known[key] for key in dict.fromkeys(keys)]


def boards_with_part(boards: Sequence[Board], parts: "Sequence[Part]") -> tuple[Board, ...]:
    """Those of the boards that one of these parts is of."""
    keys = {part.key for part in parts}
    return tuple(board for board in boards if board_key(board.id) in keys)


def _whom(order: HandoutOrder) -> dict[str, str]:
    return {"session_id": order.session_id, "cohort_id": order.cohort_id, "person_id": order.person_id}


def usual_parts(offered: "Sequence[PartOffered]") -> tuple[str, ...] | None:
    """The keys of the parts that are in a pack where nobody chooses: all but those that are apart; None for all."""
    return tuple(part.key for part in offered if not part.apart) if any(part.apart for part in offered) else None


def parts_offered_of(scope: PackScope, parts: "Sequence[Part]") -> tuple[PartOffered, ...]:
    """These parts as they are offered, each with the cohorts that its board belongs to."""
    whose = {board_key(board_id): named for board_id, named in scope.whose.items()}
    apart = {board_key(board_id) for board_id in scope.apart}
    return tuple(PartOffered(part.key, part.title, whose.get(part.key, ""), part.key in apart) for part in parts)


def _of_boards(make: "Callable[[Document, tuple[Board, ...], date, Words], list[Part]]") -> MakeParts:
    return lambda scope: make(scope.document, scope.boards, scope.day, scope.words)


def _told(scope: PackScope, every: Callable[[Document], tuple[str, ...]]) -> tuple[str, ...]:
    """The session that was asked for, else `every` one; none beside a single board.

    What belongs to no session is in sight in any, unless there are several cohorts: it may be another one's.
    """
    if scope.order.board_id and not scope.order.session_id:
        return ()
    its = sessions_for(scope.document, **_whom(scope.order))
    if its is None:
        return every(scope.document)
    told = tuple(each for each in its if each in every(scope.document) or each == scope.order.session_id)
    return told if len(list(scope.document.every(Cohort))) > 1 else (*told, NO_SESSION)


def _agendas(scope: PackScope) -> "list[Part]":
    return agenda_parts(_held(scope), scope.words)


def _methods(scope: PackScope) -> "list[Part]":
    return method_parts(_held(scope), scope.words)


def _held(scope: PackScope) -> tuple[AgendaView, ...]:
    told = _told(scope, sessions_for_participants)
    if scope.order.person_id and not scope.order.session_id:
        left_out = reviews_of_no_cohort(scope.document)
        told = tuple(each for each in told if each not in left_out)
    return agendas_told(scope.document, told, scope.day, scope.words)


def _came_out(every: Callable[[Document], tuple[str, ...]]) -> MakeParts:
    return lambda scope: session_parts(scope.document, _told(scope, every), scope.words)


def own_parts(scope: PackScope) -> "list[Part]":
    """What is for one person alone: first on a page of its own, then what came out of their 1:1s, and their boards."""
    document, person_id, words = scope.document, scope.order.person_id, scope.words
    between_two, boards = sessions_with(document, person_id), own_boards(document, person_id)
    came_out = [
        replace(part, title=words("outcome.part_title_of", session=session.title))
        for session in between_two
        for part in session_parts(document, (session.id,), words)
    ]
    return [
        own_pages_part(document, person_id, _own_sessions(scope), words),
        *own_learning_parts(document, person_id, scope.day, words),
        *came_out,
        *own_result_parts(document, boards, words),
        *compared_parts(document, without_answers(document, boards, words), scope.day, words),
    ]


def as_personal(order: HandoutOrder) -> HandoutOrder:
    """The same for each participant, with what is theirs alone before the parts that were chosen."""
    parts = None if order.parts is None else (EVERY_OWN, *order.parts)
    return replace(order, pack="personal", board_id=None, parts=parts)


def tells_of_person(scope: PackScope) -> bool:
    """Whether there is anything for that person alone yet, but lines to write on."""
    return len(own_parts(scope)) > 1 or has_own_pages(scope.document, scope.order.person_id, _own_sessions(scope))


def _own_sessions(scope: PackScope) -> tuple[str, ...]:
    between_two = sessions_with(scope.document, scope.order.person_id)
    its = (*(session.id for session in between_two), *_told(scope, sessions_for_participants), NO_SESSION)
    return tuple(dict.fromkeys(its))


def _of_session(make: "Callable[[Document, str, date, Words], Part]") -> MakeParts:
    """One part on the session that was asked for, else on the one of the day."""

    def parts(scope: PackScope) -> "list[Part]":
        asked = session_asked(scope.document, scope.order.session_id, scope.day)
        return [make(scope.document, asked, scope.day, scope.words)]

    return parts


def _learning(make: "Callable[[Document, Words], list[Part]]") -> MakeParts:
    return lambda scope: make(scope.document, scope.words)


PACKS: Mapping[PackName, PackSort] = {
    "participants": PackSort(
        (_agendas, _came_out(sessions_for_participants), _of_boards(compared_parts), _methods),
        for_group=True,
        of_sessions=True,
    ),
    "personal": PackSort(
        (own_parts, _agendas, _came_out(sessions_for_participants), _of_boards(compared_parts), _methods),
        mark="personal_name",
        for_group=True,
        of_boards=False,
        of_sessions=True,
        of_person=True,
        names_people=True,
    ),
    "value": PackSort(
        (_of_boards(full_parts),),
        mark="value_name",
        for_group=True,
        with_calendar=True,
        takes=lambda kind: kind.prints_in_full,
    ),
    "report": PackSort(
        (_came_out(every_session), _of_boards(report_parts)), mark="private_mark", private=True, of_sessions=True
    ),
    "prep": PackSort((_of_boards(prep_parts),), mark="prep_name", with_cover=False),
    "checklist": PackSort(
        (_of_boards(parts_to_fill_in),),
        mark="checklist_name",
        with_cover=False,
        for_group=True,
        of_one_board=True,
        takes=lambda kind: bool(kind.form_version) and not kind.nameless_form,
    ),
    "feedback": PackSort(
        (_of_boards(parts_to_fill_in),),
        mark="feedback_name",
        with_cover=False,
        of_one_board=True,
        takes=lambda kind: kind.nameless_form,
    ),
    "agenda": PackSort(
        (_of_session(agenda_part),), mark="agenda_name", with_cover=False, of_boards=False, of_sessions=True
    ),
    "script": PackSort(
        (_of_session(script_part),),
        mark="script_name",
        private=True,
        with_cover=False,
        of_boards=False,
        of_sessions=True,
    ),
    "lesson": PackSort((_learning(lesson_parts),), mark="lesson_name", with_cover=False, of_boards=False),
    "certificate": PackSort(
        (_learning(certificate_parts),),
        mark="certificate_name",
        with_cover=False,
        of_boards=False,
        names_people=True,
    ),
}
