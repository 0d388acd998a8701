"""OverviewWork: the program overview, as edits, forms and files. Names never leave its dialogs but in a list."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.boards import overview
from facilitator.boards.calendar import calendar_of_sessions, told_of_calendar
from facilitator.boards.overview import Row
from facilitator.boards.own_boards import boards_for_each, boards_step, told_of
from facilitator.boards.standing import StandingRow, standing_rows, table_of
from facilitator.domain.change import Change, composed
from facilitator.domain.document import Document
from facilitator.domain.engagement import Session
from facilitator.domain.participation import ENROLMENT_STATES, Enrolment
from facilitator.domain.program import Cohort, Program
from facilitator.domain.refusal import EditRejected, Refusal, StoreError
from facilitator.exchange.csv_tables import csv_of
from facilitator.exchange.writing import free_path, write_whole
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.console.program_forms import (
    Choices,
    ProgramForms,
    group_choices,
    state_choices,
    track_choices,
    weekday_told,
)
from facilitator.ui.console.program_lists import ProgramLists
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.overview_table import SessionHead
from facilitator.ui.dialogs.program_overview import ProgramOverview
from facilitator.ui.errors import sentence, system_sentence
from facilitator.workshop import enrolments, people
from facilitator.workshop.session_names import day_near
from facilitator.workshop.sessions import cohorts_of, programs_of, sessions_in

OVERVIEW_KEY = "Ctrl+Shift+G"

_HERE = tuple(each for each in ENROLMENT_STATES if each != "withdrawn")
_MOST_COMING = 30


class OverviewWork(QObject):
    """Opens the overview at the cohort of the session that `session` names, "" for none.

    `certificatesRequested` asks for the certificates of a cohort, and carries the window in front.
    While what is private is hidden, nothing opens and a sentence says why. `folder` is where lists are proposed.
    """

    certificatesRequested = Signal(str, QWidget)

    def __init__(self, desk: Desk, work: BoardWork, session: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._work, self._session = desk, work, session
        self.folder = Path.home()
        self.forms = ProgramForms(desk, self._saved)
        self.lists = ProgramLists(desk, self.forms, self._saved)
        self.dialog: ProgramOverview | None = None
        desk.signals.documentChanged.connect(lambda change: self._refresh())

    def open(self) -> ProgramOverview | None:
        """Show the overview; None, and a sentence, where names are hidden or there is no cohort."""
        words, document = self._desk.words, self._desk.document
        if self.dialog:
            return self.dialog
        if self._work.private_hidden or not any(document.every(Cohort)):
            self._work.say(words("program.hidden" if self._work.private_hidden else "program.none"), problem=True)
            return None
        session = document.find(Session, self._session())
        self.dialog = ProgramOverview(self, words, self._work.window, (session and session.cohort_id) or "")
        self.dialog.asked.connect(self._asked)
        self.dialog.finished.connect(self._forget)
        self._desk.notSaved.connect(self.dialog.say)  # an undo may not be saved either
        self.dialog.open()
        return self.dialog

    def open_certificates(self) -> None:
        """Show the certificates of the session's cohort, over the overview, to which closing them leads."""
        if dialog := self.open():
            self._asked("certificates", dialog.chosen)

    def count_steps(self, count: int) -> None:
        """So many steps were done for the dialog elsewhere, which its undo takes back, too."""
        if self.dialog:
            self.dialog.step_done(count)

    def cohorts(self) -> Choices:
        document, words = self._desk.document, self._desk.words
        found = []
        for program in programs_of(document):
            its = cohorts_of(document, program.id)
            found += [(each.id, words("session.cohort_of", cohort=each.title, program=program.title)) for each in its]
            if len(its) > 1:
                found.append((program.id, words("program.all_cohorts", program=program.title)))
        return found

    def rows(self, chosen: str, state: str) -> Sequence[Row]:
        document, kind_of = self._desk.document, self._desk.kinds.of
        states = {"": (), "here": _HERE}.get(state, (state,))
        progress = overview.own_progress(document, kind_of)
        return overview.rows(document, self._ids(chosen), self._desk.today(), progress, states)

    def heads(self, chosen: str) -> Sequence[SessionHead]:
        """The place of each session among those that count and, of one cohort, its day."""
        ids, words = self._ids(chosen), self._desk.words
        if len(ids) != 1:
            return [SessionHead(each, each) for each in overview.columns(self._desk.document, ids, words)]
        heads = []
        for each, place in overview.placed(self._desk.document, ids[0]):
            day = day_near(each.held_on, self._desk.today(), words)
            title = overview.title_told(each, place, words)
            heads.append(SessionHead(" · ".join(filter(None, (str(place or "+"), day))), title, counts=bool(place)))
        return heads

    def several(self, chosen: str) -> bool:
        return len(self._ids(chosen)) > 1

    def standings(self, chosen: str) -> Sequence[StandingRow]:
        document, words = self._desk.document, self._desk.words
        return standing_rows(document, self._ids(chosen), self._desk.today(), self._desk.kinds.of, words)

    def coming(self, chosen: str) -> Sequence[str]:
        document, words, ids = self._desk.document, self._desk.words, self._ids(chosen)
        told = []
        for each in overview.coming(document, ids, self._desk.today())[:_MOST_COMING]:
            day = weekday_told(each.held_on, words) if each.held_on else ""
            when = ", ".join(filter(None, (day, each.begins)))
            row = words("program.next_row", day=when, title=each.title)
            told.append(f"{row} · {document.get(Cohort, each.cohort_id or '').title}" if len(ids) > 1 else row)
        undated = sum(session.held_on is None for its_id in ids for session in sessions_in(document, its_id))
        told = told or [words("program.next_none")]
        return [*told, words("program.undated", count=undated)] if undated else told

    def problems(self, chosen: str) -> Sequence[str]:
        return tuple(overview.problems(self._desk.document, self._ids(chosen), self._desk.words))

    def outside(self, chosen: str) -> int:
        return sum(map(len, overview.unenrolled(self._desk.document, self._ids(chosen)).values()))

    def enrol(self, chosen: str) -> bool:
        def edit(document: Document) -> Change:
            its = overview.unenrolled(document, self._ids(chosen))
            return composed("enrol_people", [people.enrolled(document, each, ids) for each, ids in its.items()])

        return self._do(edit)

    def own_kinds(self) -> Choices:
        kinds = self._desk.kinds
        return [(kind_id, name) for kind_id, name in kinds.on_offer if kinds.of(kind_id).for_one]

    def found_own(self, chosen: str, kind_id: str) -> tuple[bool, str]:
        """A board of their own for each who takes part and has none; whether some were added, and how many."""
        ids, desk = self._ids(chosen), self._desk
        found = boards_for_each(desk.document, ids, kind_id, desk.kinds)
        told = told_of(found, desk.words)
        if not found.made:
            return False, told
        added = self._do(lambda document: boards_step(document, ids, kind_id, desk.kinds))
        return added, told if added else ""

    def choices(self, column: str, enrolment_ids: Sequence[str]) -> Choices:
        """What the last of these can be given; a group or a track of another cohort or program is refused."""
        cohort = self._cohort(enrolment_ids[-1])
        if column == "state":
            return state_choices(self._desk)
        if column == "track":
            return track_choices(self._desk, cohort.program_id)
        return group_choices(self._desk, cohort.id)

    def value(self, column: str, enrolment_id: str) -> str:
        its = self._desk.document.get(Enrolment, enrolment_id)
        return {"state": its.state, "track": its.track_id or "", "group": its.study_group_id or ""}[column]

    def put(self, column: str, enrolment_ids: Sequence[str], value: str) -> bool:
        edits: dict[str, Callable[[Document, Sequence[str], str], Change]] = {
            "state": enrolments.put_in_state,
            "track": enrolments.put_on_track,
            "group": enrolments.put_in_group,
        }
        return self._do(lambda document: edits[column](document, enrolment_ids, value))

    def proposed(self, chosen: str, suffix: str) -> Path:
        words = self._desk.words
        ending = f"-{words('handouts.private_mark')}{suffix}" if suffix == ".csv" else suffix
        return free_path(self.folder, self._title(chosen), ending)

    def write(self, chosen: str, state: str, path: Path) -> tuple[bool, str]:
        """Write the list or the calendar, as the path ends; never over another file."""
        written, said = self._written(lambda: self._content(chosen, state, path), path)
        if not written or path.suffix.lower() == ".csv":
            return written, said
        return True, f"{said} {told_of_calendar(self._desk.document, self._ids(chosen), self._desk.words)}".rstrip()

    def write_standings(self, chosen: str, path: Path) -> tuple[bool, str]:
        """Write how far the checklists have come; never over another file."""
        table = table_of(self.standings(chosen), self._desk.words)
        return self._written(lambda: csv_of([(table.title, table.columns, table.rows)]), path)

    def _written(self, content: Callable[[], bytes], path: Path) -> tuple[bool, str]:
        words = self._desk.words
        try:
            write_whole(path, content(), replace=False)
        except Refusal as refusal:
            return False, sentence(refusal, words)
        except OSError as error:
            return False, system_sentence(error, words)
        return True, words("program.written", path=path)

    def undo(self) -> bool:
        return self._desk.undo() is not None

    def _content(self, chosen: str, state: str, path: Path) -> bytes:
        document, ids, words = self._desk.document, self._ids(chosen), self._desk.words
        if path.suffix.lower() != ".csv":
            found = calendar_of_sessions(document, ids, self._title(chosen), datetime.now(UTC))
            if found is None:
                raise StoreError("no_dated_session")
            return found
        table = overview.table_of(document, ids, self.rows(chosen, state), words)
        return csv_of([(table.title, table.columns, table.rows)])

    def _ids(self, chosen: str) -> tuple[str, ...]:
        """The cohorts that are meant: all of a program, or one."""
        document = self._desk.document
        if document.find(Cohort, chosen):
            return (chosen,)
        return tuple(each.id for each in cohorts_of(document, chosen))

    def _title(self, chosen: str) -> str:
        document = self._desk.document
        cohort = document.find(Cohort, chosen)
        program = document.find(Program, cohort.program_id if cohort else chosen)
        return " ".join(each.title for each in (program, cohort) if each)

    def _cohort(self, enrolment_id: str) -> Cohort:
        document = self._desk.document
        return document.get(Cohort, document.get(Enrolment, enrolment_id).cohort_id)

    def _asked(self, what: str, its_id: str) -> None:
        """Open the form or the list for something that a button or a row stands for."""
        dialog, document = self.dialog, self._desk.document
        if dialog is None:
            return
        dialog.say("")
        if what == "board":
            dialog.accept()
            self._work.open(its_id)
            return
        cohort_id = next(iter(self._ids(its_id)), "")
        cohort = document.find(Cohort, cohort_id)
        try:
            if what == "enrolment":
                self.forms.enrolment(its_id, dialog)
            elif cohort is None:
                raise EditRejected("gone", id=its_id)
            elif what == "program":
                self.forms.edit_program(cohort.program_id, dialog)
            elif what == "tracks":
                self.lists.show_tracks(cohort.program_id, dialog)
            elif document.find(Cohort, its_id) is None:
                dialog.say(self._desk.words("program.needs_cohort"))
            else:
                of_cohort: dict[str, Callable[[], object]] = {
                    "groups": lambda: self.lists.show_groups(cohort, dialog),
                    "certificates": lambda: self.certificatesRequested.emit(cohort.id, dialog),
                    "cohort": lambda: self.forms.edit_cohort(cohort.id, dialog),
                    "duplicate": lambda: self.forms.duplicate(cohort.id, dialog),
                }
                of_cohort[what]()
        except EditRejected as refusal:
            dialog.say(sentence(refusal, self._desk.words))

    def _do(self, edit: Callable[[Document], Change]) -> bool:
        return self._desk.ask_for(self._say, edit) is not None

    def _saved(self, added: str) -> None:
        """A step was done in a form or a list over the overview."""
        if self.dialog:
            self.dialog.step_done()
            if self._desk.document.find(Cohort, added):
                self.dialog.show_cohort(added)
        self.lists.refresh(added)

    def _say(self, problem: str) -> None:
        if self.dialog:
            self.dialog.say(problem)

    def _refresh(self) -> None:
        if self.dialog:
            self.dialog.refresh()

    def _forget(self) -> None:
        self.dialog = None
