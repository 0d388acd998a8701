"""SessionWork: what is asked about programs, cohorts and sessions, as edits and dialogs."""

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.boards.founding import session_founded, session_founded_like, session_put
from facilitator.boards.said_day import near_day
from facilitator.content.agendas import agendas
from facilitator.content.naming import plain
from facilitator.content.whole_templates import WholeTemplate
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person, Session, language_of
from facilitator.journal import Saved
from facilitator.templates import every_template, session_from, template_with
from facilitator.ui.console.agenda_panel import AgendaPanel
from facilitator.ui.console.cohort_choices import cohort_choices, cohort_days
from facilitator.ui.console.program_forms import ProgramForms
from facilitator.ui.console.review_work import plan_reviews
from facilitator.ui.console.session_removal import SessionRemoval
from facilitator.ui.desk import Desk, Kinds
from facilitator.ui.dialogs.reviews_dialog import ReviewsDialog
from facilitator.ui.dialogs.session_dialog import Choices, SessionDialog, SessionFields
from facilitator.ui.dialogs.sessions_dialog import Node, SessionsDialog
from facilitator.ui.dialogs.title_dialog import TitleDialog
from facilitator.ui.session_clock import SessionClock
from facilitator.workshop import sessions
from facilitator.workshop.agenda import sessions_of
from facilitator.workshop.one_to_ones import is_for_two, with_whom
from facilitator.workshop.session_names import session_names
from facilitator.workshop.sessions import SessionValues

_AGENDA, _SESSION, _TEMPLATE = "agenda:", "session:", "template:"
_ONLY_ONE = 2  # choices: no cohort, and the only one there is


class SessionWork(QObject):
    """Adds, opens, changes and removes them, and shows the agenda of the one that is opened.

    No participant is named while `hides` says so. `keepRequested` asks to keep a session as a template. `created`
    carries the title of a new session and the id of the board that was made with it, "" for none.
    """

    keepRequested = Signal(str)
    created = Signal(str, str)

    def __init__(
        self, desk: Desk, panel: AgendaPanel, clock: SessionClock, hides: Callable[[], bool] = lambda: False
    ) -> None:
        super().__init__(panel)
        self._hides = hides
        self._desk, self._panel, self._clock = desk, panel, clock
        self.dialog: SessionsDialog | None = None
        self.forms = ProgramForms(desk, self._refresh)
        self.removal = SessionRemoval(desk, clock.now, self._refresh)
        panel.newSessionRequested.connect(self.new_session)

    def open_sessions(self) -> SessionsDialog:
        """Show the tree of programs, cohorts and sessions."""
        desk, window = self._desk, self._panel.window()
        dialog = SessionsDialog(lambda: desk.document, desk.words, window, hides=self._hides)
        dialog.openRequested.connect(self._open)
        dialog.editRequested.connect(self._edit)
        dialog.keepRequested.connect(self.keepRequested)
        dialog.newSessionRequested.connect(self.new_session)
        dialog.newCohortRequested.connect(self._new_cohort)
        dialog.duplicateRequested.connect(lambda cohort_id: self.forms.duplicate(cohort_id, self._over))
        dialog.newProgramRequested.connect(self.name_program)
        dialog.reviewsRequested.connect(self.plan_reviews)
        self.removal.serve(dialog)
        dialog.choose(self._panel.session_id)
        self.dialog = dialog
        dialog.finished.connect(lambda result: self._forget_dialog())
        dialog.open()
        return dialog

    def new_session(self, cohort_id: str = "", template: WholeTemplate | None = None) -> SessionDialog:
        """Ask what a new session is to be, one from this template if given; its agenda is shown once it is saved."""

        def save(fields: SessionFields) -> bool:
            today, kinds = self._desk.today(), self._desk.kinds
            saved = self._desk.ask_for(dialog.say, lambda document: _new(document, fields, today, kinds))
            if saved:
                self._turn_to(saved)
            return saved is not None

        words = self._desk.words
        cohorts = cohort_choices(self._desk.document, self._desk.words)
        in_cohort = cohort_id or (cohorts[1][0] if len(cohorts) == _ONLY_ONE else "")
        fields = SessionFields(cohort_id=in_cohort)
        if template:
            session = None if template.is_own or not template.sessions else template.sessions[0]
            named = session.title if session else template.name
            title = named.within(language_of(self._desk.document))
            fields = SessionFields(title, cohort_id=in_cohort, agenda=f"{_TEMPLATE}{template.id}")
        own = [each for each in every_template() if each.is_own and each.sessions]
        its = fields, cohorts, self._agendas(own, template), save, words, self._over, self._desk.today
        titles = {f"{_TEMPLATE}{each.id}": each.name.within(words.language) for each in own}
        titles |= {f"{_SESSION}{each.id}": self._title_like(each) for each in sessions_of(self._desk.document)}
        days = cohort_days(self._desk.document)
        dialog = SessionDialog(
            *its, people=self._people(), organizations=self._organizations(), titles=titles, days=days
        )
        dialog.open()
        return dialog

    def new_from(self, template: WholeTemplate) -> SessionDialog:
        """Ask what a new session from this template is to be."""
        return self.new_session(template=template)

    @property
    def _over(self) -> QWidget:
        return self.dialog or self._panel.window()

    def _open(self, session_id: str) -> None:
        self._panel.refresh(self._desk.document)
        self._panel.choose_session(session_id)
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
            today, kinds = self._desk.today(), self._desk.kinds
            asks = bool(dialog.people.count())
            saved = self._desk.ask_for(
                dialog.say,
                lambda document: session_put(document, session_id, _values(document, fields, today, whom=asks), kinds),
            )
            self._refresh()
            return saved is not None

        its = (
            fields,
            cohort_choices(self._desk.document, self._desk.words),
            (),
            save,
            self._desk.words,
            self._over,
            self._desk.today,
        )
        dialog = SessionDialog(*its, people=self._people(), days=cohort_days(self._desk.document))
        dialog.open()
        return dialog

    def plan_reviews(self) -> ReviewsDialog:
        """Ask which review sessions are to be planned; they stand in the list then."""
        return plan_reviews(self._desk, self._over, lambda first, count: self._refresh(first))

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

    def _people(self) -> Choices:
        """Whom a 1:1 can be with; nothing while what is private is hidden; where nobody is known, how to be."""
        people = sorted(self._desk.document.every(Person), key=lambda each: (plain(each.name), each.id))
        if self._hides():
            return ()
        if not people:
            return [("", self._desk.words("personal.nobody_yet"))]
        named = ((each.id, " · ".join(filter(None, (each.name, each.organization)))) for each in people)
        return [("", self._desk.words("personal.with_nobody")), *named]

    def _organizations(self) -> dict[str, str]:
        return {each.id: each.organization for each in self._desk.document.every(Person)}

    def _agendas(self, own: Iterable[WholeTemplate], template: WholeTemplate | None) -> Choices:
        """What a new session can begin with; a `template` of the house only where it is asked for."""
        words = self._desk.words
        offered = [("", words("session.agenda_empty"))]
        if template and not template.is_own:
            offered.append((f"{_TEMPLATE}{template.id}", template.name.within(words.language)))
        for each in own:
            called = words("templates.own_choice", name=each.name.within(words.language))
            offered.append((f"{_TEMPLATE}{each.id}", called))
        offered += [(f"{_AGENDA}{each.id}", each.title.within(words.language)) for each in agendas()]
        named = session_names(self._desk.document, self._desk.today(), words)
        for session in sessions_of(self._desk.document):
            offered.append((f"{_SESSION}{session.id}", words("session.agenda_like", title=named[session.id])))
        return offered

    def _title_like(self, session: Session) -> str:
        """What a session as in another is called: like it, but a 1:1 like its agenda, as its title may tell whose."""
        if not is_for_two(self._desk.document, session):
            return session.title
        its = (each.title for each in agendas() if each.id == session.agenda)
        return next((title.within(self._desk.words.language) for title in its), "")

    def _turn_to(self, saved: Saved) -> None:
        added = tuple(saved.change.added())
        session = next(record for record in added if isinstance(record, Session))
        self._panel.refresh(self._desk.document)
        self._panel.open_session(session.id)
        self._refresh(session.id)
        self.created.emit(session.title, next((record.id for record in added if isinstance(record, Board)), ""))

    def _refresh(self, chosen: str = "") -> None:
        self._panel.refresh(self._desk.document)
        if self.dialog:
            self.dialog.refresh(chosen)

    def _forget_dialog(self) -> None:
        self.dialog = None


def _values(document: Document, fields: SessionFields, today: date, *, whom: bool = True) -> SessionValues:
    """What was said; whom it is with only where that could be chosen."""
    days = cohort_days(document).get(fields.cohort_id, (None, None))
    day, with_id = near_day(fields.day, today, *days), fields.with_id if whom else None
    return SessionValues(fields.title, fields.cohort_id or None, day, fields.begins, with_id)


def _new(document: Document, fields: SessionFields, today: date, kinds: Kinds) -> Change:
    """A session with an agenda of the house, with that of another session, from a template, or with none."""
    values, chosen = _values(document, fields, today), fields.agenda
    if chosen.startswith(_TEMPLATE):
        return session_from(document, template_with(chosen.removeprefix(_TEMPLATE)), values)
    if chosen.startswith(_SESSION):
        return session_founded_like(document, values, chosen.removeprefix(_SESSION), kinds)
    return session_founded(document, values, chosen.removeprefix(_AGENDA), kinds)
