"""SessionWork: what is asked about programs, cohorts and sessions, as edits and dialogs."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from facilitator.boards.said_day import said_day
from facilitator.content.agendas import agendas
from facilitator.content.naming import plain
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person, Session, language_of
from facilitator.journal import Saved
from facilitator.ui.console.agenda_panel import AgendaPanel
from facilitator.ui.console.program_forms import ProgramForms
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.session_dialog import Choices, SessionDialog, SessionFields
from facilitator.ui.dialogs.sessions_dialog import Node, SessionsDialog
from facilitator.ui.dialogs.title_dialog import TitleDialog
from facilitator.ui.session_clock import SessionClock
from facilitator.workshop import sessions
from facilitator.workshop.agenda import sessions_of
from facilitator.workshop.one_to_ones import boards_of_others, with_whom
from facilitator.workshop.sessions import SessionValues

_AGENDA, _SESSION = "agenda:", "session:"


class SessionWork(QObject):
    """Adds, opens, changes and removes them, and shows the agenda of the one that is opened.

    No participant is named while `hides` says so.
    """

    def __init__(
        self, desk: Desk, panel: AgendaPanel, clock: SessionClock, hides: Callable[[], bool] = lambda: False
    ) -> None:
        super().__init__(panel)
        self._hides = hides
        self._desk, self._panel, self._clock = desk, panel, clock
        self._asked_about = ""
        self.dialog: SessionsDialog | None = None
        self.forms = ProgramForms(desk, self._refresh)
        panel.newSessionRequested.connect(self.new_session)

    def open_sessions(self) -> SessionsDialog:
        """Show the tree of programs, cohorts and sessions."""
        dialog = SessionsDialog(lambda: self._desk.document, self._desk.words, self._panel.window())
        dialog.openRequested.connect(self._open)
        dialog.editRequested.connect(self._edit)
        dialog.removeRequested.connect(self._remove)
        dialog.newSessionRequested.connect(self.new_session)
        dialog.newCohortRequested.connect(self._new_cohort)
        dialog.duplicateRequested.connect(lambda cohort_id: self.forms.duplicate(cohort_id, self._over))
        dialog.newProgramRequested.connect(self.name_program)
        dialog.tree.currentItemChanged.connect(lambda now, before: self._forget_question())
        dialog.choose(self._panel.session_id)
        self.dialog = dialog
        dialog.finished.connect(lambda result: self._forget_dialog())
        dialog.open()
        return dialog

    def new_session(self, cohort_id: str = "") -> SessionDialog:
        """Ask what a new session is to be; its agenda is shown once it is saved."""

        def save(fields: SessionFields) -> bool:
            saved = self._desk.ask_for(dialog.say, lambda document: _new(document, fields, self._desk.today()))
            if saved:
                self._turn_to(saved)
            return saved is not None

        words = self._desk.words
        fields = SessionFields(cohort_id=cohort_id)
        its = fields, self._cohorts(), self._agendas(), save, words, self._over, self._desk.today
        dialog = SessionDialog(*its, people=self._people())
        dialog.open()
        return dialog

    @property
    def _over(self) -> QWidget:
        return self.dialog or self._panel.window()

    def _open(self, session_id: str) -> None:
        self._panel.refresh(self._desk.document)
        self._panel.open_session(session_id)
        if self.dialog:
            self.dialog.accept()
        self._panel.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit(self, node: Node) -> None:
        if node.kind == "session":
            self.edit_session(node.id)
        elif node.kind == "cohort":
            self.forms.edit_cohort(node.id, self._over)
        else:
            self.forms.edit_program(node.id, self._over)

    def edit_session(self, session_id: str) -> SessionDialog:
        """Show what can be changed about a session; raises EditRejected("gone") if it is no more."""
        session = self._desk.document.get(Session, session_id)
        day = session.held_on.isoformat() if session.held_on else ""
        whom = with_whom(self._desk.document, session_id)
        fields = SessionFields(
            session.title, day, session.begins, session.cohort_id or "", with_id=whom.id if whom else ""
        )

        def save(fields: SessionFields) -> bool:
            today = self._desk.today()
            asks = bool(dialog.people.count())
            saved = self._desk.ask_for(
                dialog.say,
                lambda document: sessions.session_edited(document, session_id, _values(fields, today, whom=asks)),
            )
            self._refresh()
            return saved is not None

        its = fields, self._cohorts(), (), save, self._desk.words, self._over, self._desk.today
        dialog = SessionDialog(*its, people=self._people())
        dialog.open()
        return dialog

    def name_program(self) -> TitleDialog:
        """Ask what a new program is to be called."""
        return self._name("new_program_title", "", sessions.program_added)

    def _new_cohort(self, program_id: str) -> None:
        self._name("new_cohort_title", "", lambda at, title: sessions.cohort_added(at, program_id, title))

    def _name(self, heading: str, title: str, edit: Callable[[Document, str], Change]) -> TitleDialog:
        def save(typed: str) -> bool:
            saved = self._desk.ask_for(asking.say, lambda document: edit(document, typed))
            if saved:
                self._refresh(next((record.id for record in saved.change.added()), ""))
            return saved is not None

        words = self._desk.words
        asking = TitleDialog(words(f"session.{heading}"), title, save, words, self._over)
        asking.open()
        return asking

    def _remove(self, node: Node) -> None:
        """Remove what the row stands for; a session that holds people's words only when asked a second time."""
        detach, self._asked_about = self._asked_about == node.id, ""
        if node.kind == "session":
            held = sessions.held_by(self._desk.document, node.id)
            if held.anything and not detach:
                self._asked_about = node.id
                self._say(self._desk.words("session.holds", what=self._named(held)))
                return
        edits: dict[str, Callable[[Document], Change]] = {
            "program": lambda document: sessions.program_removed(document, node.id),
            "cohort": lambda document: sessions.cohort_removed(document, node.id),
            "session": lambda document: sessions.session_removed(document, node.id, self._clock.now(), detach=detach),
        }
        if self._desk.ask_for(self._say, edits[node.kind]):
            self._refresh()

    def _named(self, held: sessions.Held) -> str:
        words = self._desk.words
        counts = {"lines": held.lines, "outcomes": held.outcomes, "polls": held.polls}
        return words.list([words(f"session.held_{name}", count=count) for name, count in counts.items() if count])

    def _cohorts(self) -> Choices:
        document, words = self._desk.document, self._desk.words
        return [("", words("session.no_cohort"))] + [
            (cohort.id, words("session.cohort_of", cohort=cohort.title, program=program.title))
            for program in sessions.programs_of(document)
            for cohort in sessions.cohorts_of(document, program.id)
        ]

    def _people(self) -> Choices:
        """Whom a 1:1 can be with; nobody is named while what is private is hidden, or where nobody is known."""
        people = sorted(self._desk.document.every(Person), key=lambda each: (plain(each.name), each.id))
        if self._hides() or not people:
            return ()
        return [("", self._desk.words("personal.with_nobody")), *((each.id, each.name) for each in people)]

    def _agendas(self) -> Choices:
        words = self._desk.words
        offered = [("", words("session.agenda_empty"))]
        offered += [(f"{_AGENDA}{each.id}", each.title.within(words.language)) for each in agendas()]
        for session in sessions_of(self._desk.document):
            offered.append((f"{_SESSION}{session.id}", words("session.agenda_like", title=session.title)))
        return offered

    def _turn_to(self, saved: Saved) -> None:
        session_id = next((record.id for record in saved.change.added() if isinstance(record, Session)), "")
        self._panel.refresh(self._desk.document)
        self._panel.open_session(session_id)
        self._refresh(session_id)

    def _refresh(self, chosen: str = "") -> None:
        self._panel.refresh(self._desk.document)
        if self.dialog:
            self.dialog.refresh(chosen)

    def _say(self, said: str) -> None:
        if self.dialog:
            self.dialog.say(said)

    def _forget_question(self) -> None:
        self._asked_about = ""

    def _forget_dialog(self) -> None:
        self.dialog, self._asked_about = None, ""


def _values(fields: SessionFields, today: date, *, whom: bool = True) -> SessionValues:
    """What was said; whom it is with only where that could be chosen."""
    day, with_id = said_day(fields.day, today), fields.with_id if whom else None
    return SessionValues(fields.title, fields.cohort_id or None, day, fields.begins, with_id)


def _new(document: Document, fields: SessionFields, today: date) -> Change:
    """A session with an agenda of the house, with that of another session, or with none.

    It turns to no board of somebody else's 1:1.
    """
    values, chosen = _values(fields, today), fields.agenda
    others = boards_of_others(document, values.with_id or "")
    if chosen.startswith(_SESSION):
        like = document.get(Session, chosen.removeprefix(_SESSION))
        plan = sessions.without_boards(sessions.copied(document, like.id), others)
        return sessions.session_added(document, values, plan, like.agenda)
    if chosen.startswith(_AGENDA):
        agenda_id = chosen.removeprefix(_AGENDA)
        boards = (board for board in document.every(Board) if board.id not in others)
        return sessions.session_added(
            document, values, sessions.planned(agenda_id, boards, language_of(document)), agenda_id
        )
    return sessions.session_added(document, values)
