"""AskingAfter: the form that asks about the session which is worked on, made the first time it is asked for."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from facilitator.boards.listed import boards_of
from facilitator.domain.change import Change, composed
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Session
from facilitator.domain.refusal import EditRejected
from facilitator.journal import Saved
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.desk import Desk
from facilitator.workshop.one_to_ones import is_for_two

_SESSION = "session_id"
"""The field of such a board that names its session."""


class AskingAfter(QObject):
    """Turns to the board that asks about a session, of the first kind that does."""

    def __init__(self, desk: Desk, work: BoardWork, session_id: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._work, self._session_id = desk, work, session_id

    def open(self) -> None:
        """Open the form of the session that is worked on; where there is none yet, add one as one step.

        After a 1:1 nobody is asked, which is said: what one person answers would not be without a name.
        """
        session_id = self._session_id()
        for board in boards_of(self._desk.document):
            if self._desk.kinds.of(board.kind).asks_after_session and self._is_about(board.id, session_id):
                self._work.open(board.id)
                return
        self._desk.ask(lambda document: self._added(document, session_id), done=self._turn_to)

    def _is_about(self, board_id: str, session_id: str) -> bool:
        document = self._desk.document
        kind = self._desk.kinds.of(document.get(Board, board_id).kind)
        fields = kind.fields(document, board_id, self._desk.words)
        return any(field.key == _SESSION and field.value == session_id for field in fields)

    def _added(self, document: Document, session_id: str) -> Change:
        session = document.find(Session, session_id) if session_id else None
        if session and is_for_two(document, session):
            raise EditRejected("feedback_one_to_one")
        kinds = self._desk.kinds
        kind_id, name = next(each for each in kinds.on_offer if kinds.of(each[0]).asks_after_session)
        added = kinds.new_board(document, kind_id, name)
        if not session_id:
            return added
        (board,) = (each for each in added.added() if isinstance(each, Board))
        chosen = kinds.of(kind_id).set_field(document.after(added), board.id, _SESSION, session_id)
        return composed(added.label, [added, chosen])

    def _turn_to(self, saved: Saved) -> None:
        for record in saved.change.added():
            if isinstance(record, Board):
                self._work.open(record.id)
