"""New boards beside others: one that works like another but is empty, and those that a 1:1 session needs.

Everything here is a pure edit, one step each.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from facilitator.boards.kind import Kind
from facilitator.content import agendas
from facilitator.content.known_texts import known_in
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap, composed
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person, Segment, Session, language_of
from facilitator.domain.language import LANGUAGES
from facilitator.domain.program import Cohort
from facilitator.domain.words_of_people import NAME_LIMIT
from facilitator.workshop import sessions
from facilitator.workshop.agenda import segments_of
from facilitator.workshop.cohort_boards import boards_of_others_than, title_in_cohort
from facilitator.workshop.one_to_ones import boards_between_two, boards_of_others, is_for_two, with_whom
from facilitator.workshop.segments import SegmentValues, segment_added
from facilitator.workshop.sessions import SessionValues

_MINUTES = 10
"""How long a segment is that leads to a board which was added to a 1:1, until somebody says otherwise."""


class Founding(Protocol):
    """What is told of board kinds: `of` finds one by its id, `new_board` makes an empty board of one with a title."""

    @property
    def of(self) -> Callable[[str], Kind]: ...
    @property
    def new_board(self) -> Callable[[Document, str, str], Change]: ...


def board_like(document: Document, like: Board, title: str, kinds: Founding) -> Change:
    """A new, empty board that works as another one does: of its kind, with its settings and what it asks everybody."""
    kind = kinds.of(like.kind)
    made = kinds.new_board(document, like.kind, title)
    board = _board(made)
    question = _asked(document, like, kind)
    asked = Change(made.label, tuple(_asking(swap, board, question) for swap in made.swaps))
    changes, at = [asked], document.after(asked)
    wanted = {field.key: field.value for field in kind.fields(document, like.id, Words("en"))}
    for key in kind.settings:
        has = {field.key: field.value for field in kind.fields(at, board.id, Words("en"))}
        if has[key] != wanted[key]:
            changes.append(kind.set_field(at, board.id, key, wanted[key]))
            at = at.after(changes[-1])
    return composed(made.label, changes)


def board_added(document: Document, kind_id: str, title: str, session_id: str, kinds: Founding) -> Change:
    """A new, empty board with this title while a session is worked on, "" for none.

    Where that is a 1:1, the board is its own, as those are that a 1:1 brings along: called by the organization,
    answered by whom it is with, and left out of what a group gets, as a new last segment leads to it there.
    """
    session, kind = document.find(Session, session_id), kinds.of(kind_id)
    if session is None or kind.for_group or not is_for_two(document, session):
        return kinds.new_board(document, kind_id, title)
    person = with_whom(document, session_id)
    number = sum(each.kind == kind_id for each in document.every(Board)) + 1
    changes = [kinds.new_board(document, kind_id, _title(document, kind_id, person, number))]
    board = _board(changes[0])
    if person and kind.for_one:
        changes.append(kind.put_respondent(document.after(changes[0]), board.id, person))
    led = SegmentValues(title, _MINUTES, board_id=board.id)
    changes.append(segment_added(_after(document, changes), session_id, led))
    return composed(changes[0].label, changes)


def session_founded(document: Document, values: SessionValues, agenda_id: str, kinds: Founding) -> Change:
    """A new session with an agenda of the house, "" for none; a 1:1 with boards of its own for what is answered there.

    It turns to no board of somebody else's 1:1, nor, in a cohort, to one of another cohort. Raises KeyError for an
    agenda that is none, EditRejected as `sessions.session_added` does.
    """
    plan_of = agendas.agenda(agenda_id).segments if agenda_id else ()
    two = bool(values.with_id) or agendas.is_one_to_one(agenda_id)
    changes, own = _own_boards(document, {each.board for each in plan_of}, values, kinds) if two else ([], {})
    at = _after(document, changes)
    others = _of_others(at, values, own, kinds) | boards_of_others_than(at, values.cohort_id)
    boards = [each for each in at.every(Board) if own.get(each.kind, each.id) == each.id and each.id not in others]
    plan = sessions.planned(agenda_id, boards, language_of(document)) if agenda_id else ()
    return composed("add_session", [*changes, sessions.session_added(at, values, plan, agenda_id)])


def session_founded_like(document: Document, values: SessionValues, like_id: str, kinds: Founding) -> Change:
    """The same with the agenda of another session; raises EditRejected("gone") where that is no more.

    Where that is a 1:1, one with somebody else has empty boards like those of whom it is with, such as a checklist, and
    so has one in a cohort like those of another cohort.
    """
    like = document.get(Session, like_id)
    two = bool(values.with_id) or is_for_two(document, like)
    plan = sessions.copied(document, like_id)
    worked = {each.board_id: document.get(Board, each.board_id).kind for each in plan if each.board_id}
    changes, own = _own_boards(document, {*worked.values()}, values, kinds) if two else ([], {})
    copies: dict[str, str] = {}
    for copying in (_boards_like, _boards_of_cohort):
        further, made = copying(_after(document, changes), like_id, values, kinds)
        changes, copies = [*changes, *further], {**copies, **made}
    at = _after(document, changes)
    mine = tuple(
        _turned(each, copies.get(each.board_id or "") or own.get(worked.get(each.board_id or "", ""))) for each in plan
    )
    others = _of_others(at, values, own, kinds) | boards_of_others_than(at, values.cohort_id)
    its = sessions.without_boards(mine, others), like.agenda
    added = sessions.session_added(at, values, *its, for_two=like.for_two)
    return composed("add_session", [*changes, added])


def session_put(document: Document, session_id: str, values: SessionValues, kinds: Founding) -> Change:
    """Edit a session as `sessions.session_edited` does; one that is with somebody now gets boards for their answers.

    A board that only this session works on becomes theirs while it is nobody's, or nothing was answered on it.
    """
    session = document.get(Session, session_id)
    before, language = with_whom(document, session_id), language_of(document)
    changes = [sessions.session_edited(document, session_id, values)]
    at = document.after(changes[0])
    person = document.find(Person, values.with_id or "")
    if person is None or person == before:
        return changes[0]
    named = {
        (each.minutes, each.title.within(language)): each.board
        for known in agendas.agendas()
        if known.id == session.agenda
        for each in known.segments
    }
    chosen: dict[str, str] = {}
    swaps: list[Swap] = []
    for segment in segments_of(document, session_id):
        board = document.find(Board, segment.board_id or "")
        kind_id = board.kind if board else named.get((segment.minutes, segment.title), "")
        if not kind_id or not kinds.of(kind_id).for_one:
            continue
        if kind_id not in chosen:
            further, chosen[kind_id] = _board_for(at, session_id, board, kind_id, values, kinds)
            changes += further
            at = _after(at, further)
        if segment.board_id != chosen[kind_id]:
            swaps.append(Swap(segment, segment.having(board_id=chosen[kind_id])))
    return composed("edit_session", [*changes, Change("edit_session", tuple(swaps))])


def _of_others(document: Document, values: SessionValues, own: Mapping[str, str], kinds: Founding) -> frozenset[str]:
    """The ids of the boards that belong to somebody else: by the sessions that work on them, or by who answers."""
    with_id = values.with_id or ""
    owners = ((each.id, kinds.of(each.kind).respondent(document, each.id)) for each in document.every(Board))
    answered = {board_id for board_id, owner in owners if owner and owner != with_id}
    return (boards_of_others(document, with_id) | answered) - {*own.values()}


def _own_boards(
    document: Document, kind_ids: set[str], values: SessionValues, kinds: Founding
) -> tuple[list[Change], dict[str, str]]:
    """What makes the boards of a new 1:1 that are not there yet, and all of them by kind."""
    changes: list[Change] = []
    own: dict[str, str] = {}
    for kind_id in sorted(filter(None, kind_ids)):
        if kinds.of(kind_id).for_one:
            made, own[kind_id] = own_board(_after(document, changes), kind_id, values, kinds)
            changes += made
    return changes, own


def _boards_like(
    document: Document, like_id: str, values: SessionValues, kinds: Founding
) -> tuple[list[Change], dict[str, str]]:
    """What makes empty boards like those of the person whom a 1:1 is with, and each by the id of theirs.

    Boards that are for one person's answers are none of them; what somebody has of that kind already is taken again.
    """
    person, before = document.find(Person, values.with_id or ""), with_whom(document, like_id)
    if person is None or before is None or person == before:
        return [], {}
    between_two = boards_between_two(document)
    changes: list[Change] = []
    copies: dict[str, str] = {}
    for board_id in dict.fromkeys(each.board_id for each in segments_of(document, like_id)):
        if between_two.get(board_id or "") != frozenset({before.id}):
            continue
        board, at = document.get(Board, board_id or ""), _after(document, changes)
        if kinds.of(board.kind).for_one:
            continue
        of_kind = [each for each in at.every(Board) if each.kind == board.kind]
        mine = next((each for each in of_kind if between_two.get(each.id) == frozenset({person.id})), None)
        if mine is None:
            changes.append(board_like(at, board, _title(at, board.kind, person, len(of_kind) + 1), kinds))
            mine = _board(changes[-1])
        copies[board.id] = mine.id
    return changes, copies


def _boards_of_cohort(
    document: Document, like_id: str, values: SessionValues, kinds: Founding
) -> tuple[list[Change], dict[str, str]]:
    """What makes empty boards like those of another cohort, and each by the id of theirs.

    What the cohort has of that kind and name already is taken again. A 1:1 gets what is for one person's answers
    otherwise.
    """
    apart, cohort = boards_of_others_than(document, values.cohort_id), document.find(Cohort, values.cohort_id or "")
    known = [each.title for each in document.every(Cohort)]
    two = bool(values.with_id) or is_for_two(document, document.get(Session, like_id))
    changes: list[Change] = []
    copies: dict[str, str] = {}
    for board_id in dict.fromkeys(each.board_id for each in segments_of(document, like_id)):
        if cohort is None or board_id not in apart:
            continue
        board, at = document.get(Board, board_id), _after(document, changes)
        if two and kinds.of(board.kind).for_one:
            continue
        title = title_in_cohort(board.title, cohort.title, known)
        mine = next((each for each in at.every(Board) if (each.kind, each.title) == (board.kind, title)), None)
        if mine is None:
            changes.append(board_like(at, board, title, kinds))
            mine = _board(changes[-1])
        copies[board.id] = mine.id
    return changes, copies


def own_board(document: Document, kind_id: str, values: SessionValues, kinds: Founding) -> tuple[list[Change], str]:
    """Somebody's own board of a kind: the one that they have, else a new one, for nobody yet where nobody is named."""
    kind, person = kinds.of(kind_id), document.find(Person, values.with_id or "")
    of_kind = [each for each in sorted(document.every(Board), key=lambda each: each.number) if each.kind == kind_id]
    if person:
        theirs = next((each for each in of_kind if kind.respondent(document, each.id) == person.id), None)
        if theirs:
            return [], theirs.id
    made = kinds.new_board(document, kind_id, _title(document, kind_id, person, len(of_kind) + 1))
    board = _board(made)
    between_two = boards_between_two(document)
    asked = (_asked(document, each, kind) for each in of_kind if each.id in between_two)
    question = next(filter(None, asked), "")
    changes = [Change(made.label, tuple(_asking(swap, board, question) for swap in made.swaps))]
    if person:
        changes.append(kind.put_respondent(document.after(changes[0]), board.id, person))
    return changes, board.id


def _board_for(
    document: Document, session_id: str, board: Board | None, kind_id: str, values: SessionValues, kinds: Founding
) -> tuple[list[Change], str]:
    """The board of a 1:1 that begins to be with somebody: theirs, else the one that it has if it is free, else new."""
    kind, person = kinds.of(kind_id), document.get(Person, values.with_id or "")
    theirs = any(
        kind.respondent(document, each.id) == person.id for each in document.every(Board) if each.kind == kind_id
    )
    if board and not theirs and _is_free(document, session_id, board, kind):
        put = kind.put_respondent(document, board.id, person)
        return [put, renamed_after(document.after(put), board.id, person.organization)], board.id
    return own_board(document, kind_id, values, kinds)


def _is_free(document: Document, session_id: str, board: Board, kind: Kind) -> bool:
    """Whether a board that a session turns to may become that of whom it is with: no other session works on it."""
    used = {each.session_id for each in document.every(Segment) if each.board_id == board.id}
    if used != {session_id} or kind.respondent(document, board.id) is None:
        return used == {session_id}
    view = kind.view(document, board.id)
    untouched = len(kind.open_items(view)) == len(kind.items(view))
    return untouched and board.question == _asked(document, board, kind)


def renamed_after(document: Document, board_id: str, organization: str) -> Change:
    """Call a 1:1's board after the organization that is known now; nothing while it has a title that somebody gave it.

    Only what the house called it gives way: a title of its templates, or that of a board which is nobody's yet.
    """
    board, language = document.get(Board, board_id), language_of(document)
    words = Words(language)
    kind = words(f"cli.kind_{board.kind}")
    before, after = words("board.own_board", kind=kind, number="#").split("#")
    number = board.title.removeprefix(before).removesuffix(after)
    counted = board.title == f"{before}{number}{after}" and number.isdigit()
    usual = counted or board.title == kind or any(known_in(board.title, each) for each in LANGUAGES)
    if not organization or not usual:
        return Change("edit_board", ())
    title = words("board.own_board_of", kind=kind, organization=organization)[:NAME_LIMIT]
    return Change("edit_board", (Swap(board, board.having(title=title)),))


def _title(document: Document, kind_id: str, person: Person | None, number: int) -> str:
    """What such a board is called: its organization, never a person, as the stage and its file show the title."""
    words = Words(language_of(document))
    name = words(f"cli.kind_{kind_id}")
    if person and person.organization:
        return words("board.own_board_of", kind=name, organization=person.organization)[:NAME_LIMIT]
    return words("board.own_board", kind=name, number=words.number(number))[:NAME_LIMIT]


def _turned(values: SegmentValues, board_id: str | None) -> SegmentValues:
    return replace(values, board_id=board_id) if board_id else values


def _asking(swap: Swap, board: Board, question: str) -> Swap:
    return Swap(None, board.having(question=question)) if swap.after == board else swap


def _asked(document: Document, board: Board, kind: Kind) -> str:
    """The question of a board as another one may ask it: of the house, or of a board that is nobody's; else ""."""
    if any(known_in(board.question, language) for language in LANGUAGES):
        return board.question
    somebodys = kind.respondent(document, board.id) or boards_between_two(document).get(board.id)
    return "" if somebodys else board.question


def _board(made: Change) -> Board:
    return next(each for each in made.added() if isinstance(each, Board))


def _after(document: Document, changes: Sequence[Change]) -> Document:
    for change in changes:
        document = document.after(change)
    return document
