"""Finding by words: items of the open board, other boards, sessions with their segments, and items of other boards."""

from collections.abc import Callable, Iterator
from functools import partial

from facilitator.boards.described import Field, Item
from facilitator.boards.kind import Kind
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Segment, Session
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import PLAIN
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.console.boards_list import BoardRow, board_rows
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.find_dialog import Findable, FindDialog, Said
from facilitator.workshop.agenda import segments_of, sessions_of
from facilitator.workshop.session_names import title_with_cohort

FIND_KEY = "Ctrl+F"

OpenAgenda = Callable[[str, str], object]
"""Shows the agenda of a session (id) with one of its segments (id, "" for none)."""


def find_in_engagement(desk: Desk, work: BoardWork, open_agenda: OpenAgenda) -> FindDialog | None:
    """Ask for words and go to what has them; None, and a sentence, where there is nothing to find.

    Of what is private nothing is looked at while it is hidden.
    """
    document, words, private = desk.document, desk.words, not work.private_hidden
    rows = board_rows(desk, named=private)
    shown = work.showing_now
    here = [_item(document, item, shown.kind, words, private=private) for item in shown.items] if shown else []
    near = (*here, *_boards(document, rows, work.board_id, words), *_agendas(document, words))
    if not near:
        work.say(words("console.find_nothing"), problem=True)
        return None
    far = _elsewhere(desk, [row for row in rows if row.id != work.board_id], private=private)
    dialog = FindDialog(near, far, lambda found: _go(found, desk, work, open_agenda), words, work.window)
    dialog.open()
    return dialog


def _go(found: Findable, desk: Desk, work: BoardWork, open_agenda: OpenAgenda) -> None:
    document = desk.document
    segment = document.find(Segment, found.id)
    if segment or document.find(Session, found.id):
        open_agenda(segment.session_id if segment else found.id, segment.id if segment else "")
    elif document.find(Board, found.id):
        work.open(found.id)
    else:
        board_id = found.board_id or work.board_id
        if board_id != work.board_id:
            work.open(board_id)
        if board_id == work.board_id:  # a name that was refused may have kept it where it was
            work.pick([found.id])
            _show(found.id, desk, work)


def _show(item_id: str, desk: Desk, work: BoardWork) -> None:
    """Turn the canvas to the spot that an item stands in, where spots are items or another one is in the spotlight."""
    shown = work.showing_now
    if shown is None:
        return
    now, spot = shown.view.showing.spotlight, shown.kind.spot_of(shown.view, item_id)
    if spot != now and (now or spot == item_id):
        desk.showings.choose(shown.board_id, spotlight=spot)


def _boards(document: Document, rows: list[BoardRow], opened: str, words: Words) -> Iterator[Findable]:
    """The boards that are not open, named as their list names them."""
    for row in rows:
        if row.id != opened:
            question = document.get(Board, row.id).question
            told = (words("console.find_asked"), row.private), (words("console.find_question"), question)
            yield Findable(row.id, row.title, partial(tuple, told), words("console.find_board"), row.private)


def _agendas(document: Document, words: Words) -> Iterator[Findable]:
    """The sessions, each with its segments after it."""
    for session in sessions_of(document):
        named = title_with_cohort(document, session)
        yield Findable(session.id, named, tuple, words("console.find_session"))
        for segment in segments_of(document, session.id):
            said = ((words("console.prompt"), segment.prompt),)
            yield Findable(segment.id, segment.title, partial(tuple, said), named, belongs=True)


def _elsewhere(desk: Desk, rows: list[BoardRow], *, private: bool) -> Iterator[Findable]:
    """The items of other boards, board by board; looked for only as they are asked for: there may be thousands."""
    document = desk.document
    for row in rows:
        kind = desk.kinds.of(document.get(Board, row.id).kind)
        for item in kind.items(kind.view(document, row.id, kind.own_showing() if private else PLAIN)):
            yield _item(document, item, kind, desk.words, row, private=private)


def _item(
    document: Document, item: Item, kind: Kind, words: Words, row: BoardRow | None = None, *, private: bool
) -> Findable:
    """An item, marked with the board that it is on unless that is the open one."""
    name = f"{item.code}  {item.name}" if item.code else item.name
    said = partial(_fields, document, item.id, kind, words, private=private)
    if row is None:
        return Findable(item.id, name, said)
    return Findable(item.id, name, said, row.title, row.private, row.id, belongs=True)


def _fields(document: Document, item_id: str, kind: Kind, words: Words, *, private: bool) -> tuple[Said, ...]:
    try:
        fields = kind.fields(document, item_id, words)
    except EditRejected:  # an item of which there is nothing to tell
        return ()
    return tuple((each.label, _value(each)) for each in fields if private or not each.private)


def _value(field: Field) -> str:
    """What a field says, in words."""
    chosen = dict(field.choices)
    if not chosen:
        return field.value
    values = field.value.split() if field.form == "many" else [field.value]
    return ", ".join(filter(None, (chosen.get(each, each) for each in values)))
