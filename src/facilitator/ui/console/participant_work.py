"""ParticipantWork: the participants of the session as edits and dialogs. Their names never leave these dialogs."""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random, SystemRandom

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.boards.attendance_taking import told_elsewhere
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Session, language_of
from facilitator.domain.participation import PRESENCES, Presence
from facilitator.domain.refusal import Refusal
from facilitator.exchange.attendance.attended import AttendanceReading, Attended
from facilitator.exchange.attendance.reading import is_surely_attendance, read_attendance
from facilitator.exchange.reading import file_content, text_of
from facilitator.exchange.workbook import as_text
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.console.commitment_work import CommitmentWork
from facilitator.ui.console.typing_place import TypingPlace
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.drawing_dialog import DrawingDialog
from facilitator.ui.dialogs.files import files_to_open
from facilitator.ui.dialogs.participants_dialog import ParticipantsDialog
from facilitator.ui.dialogs.people_preview import PeoplePreview, PeopleReading
from facilitator.ui.errors import sentence, system_sentence
from facilitator.workshop import participants, people, shuffling
from facilitator.workshop.participants import Participant
from facilitator.workshop.session_names import session_names
from facilitator.workshop.shuffling import Drawing

PARTICIPANTS_KEY = "Ctrl+U"


class ParticipantWork(QObject):
    """Opens the participants of the session that `session` names ("" for none), and makes edits of what is asked there.

    While what is private is hidden, nothing opens and a sentence says why. `random` decides what is drawn, `folder` is
    where an attendance report is looked for first. `packsRequested` asks for personal packs: the session, the ids of
    those who are chosen, and the window in front.
    """

    packsRequested = Signal(str, tuple, QWidget)

    def __init__(self, desk: Desk, work: BoardWork, session: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._work, self._session = desk, work, session
        self.random: Random = SystemRandom()
        self.folder: Path | None = None
        self._of = ""  # the session that the dialog is about, whatever the agenda turns to behind it
        self.dialog: ParticipantsDialog | None = None
        self.commitments = CommitmentWork(desk, lambda: self.dialog, lambda: self._of, self._count_steps)
        self.preview: PeoplePreview | None = None
        self.drawing: DrawingDialog | None = None
        desk.signals.documentChanged.connect(lambda change: self._refresh())
        work.typing.append(TypingPlace("people.pending", lambda: not self._previews()))

    def open(self) -> ParticipantsDialog | None:
        """Show who takes part in the session; None, and a sentence, where names are hidden or there is no session."""
        words = self._desk.words
        if self.dialog:
            return self.dialog
        session = self._desk.document.find(Session, self._session())
        if self._work.private_hidden or session is None:
            key = "people.hidden" if session else "refusals.no_session"
            self._work.say(words(key), problem=True)
            return None
        self._of, named = session.id, session_names(self._desk.document, self._desk.today(), words)
        self.dialog = ParticipantsDialog(named[session.id], self, words, self._work.window)
        self.dialog.listPasted.connect(self.show_list)
        self.dialog.filesGiven.connect(self._show_files)
        self.dialog.fileRequested.connect(self.choose_file)
        self.dialog.drawingRequested.connect(self.show_drawing)
        self.dialog.commitmentsRequested.connect(self.commitments.open)
        self.dialog.packsRequested.connect(self._ask_for_packs)
        self.dialog.finished.connect(self._forget)
        self._desk.notSaved.connect(self.dialog.say)  # an undo may not be saved either
        self.dialog.open()
        return self.dialog

    def open_file(self, paths: Sequence[Path]) -> bool:
        """Open the participants with a preview of an attendance report; False where these files are something else."""
        if len(paths) != 1:
            return False
        try:
            data = file_content(paths[0])
            text, _ = text_of(as_text(data), fallback="cp1252")
        except (OSError, Refusal):  # the import says why it can't be read
            return False
        if not is_surely_attendance(text):
            return False
        if self.open():
            self.show_list(data)
        return True

    def show_list(self, data: bytes | str) -> None:
        """Show whom a text or a file would bring, before anything is done."""
        dialog, document, session_id = self.dialog, self._desk.document, self._of
        if dialog is None:
            return

        def read() -> PeopleReading:
            reading = read_attendance(data)
            matches = participants.matched(document, session_id, reading.people, reading.meeting.minutes)
            elsewhere = told_elsewhere(document, session_id, reading.meeting, self._desk.words)
            planned = participants.planned_minutes(document, session_id)
            return PeopleReading(reading, matches, planned, elsewhere)

        def put(reading: AttendanceReading, absent_rest: bool, read: Sequence[Attended]) -> bool:
            saved = self._ask(
                lambda now: participants.added(
                    now, session_id, reading.people, absent_rest=absent_rest, beside=read if absent_rest else ()
                ),
                preview.say,
            )
            if saved:
                dialog.step_done()
                self._work.say(self._desk.words("people.done", count=len(reading.people)), problem=False)
            return saved

        preview = PeoplePreview(len(data), read, put, self._desk.words, dialog)
        self.preview = preview
        preview.open()

    def choose_file(self) -> None:
        """Ask for an attendance report and show it."""
        if self.dialog:
            words = self._desk.words
            its = words("people.file"), words("people.file_kinds"), self.folder
            self._show_files(files_to_open(self.dialog, *its)[:1])

    def show_drawing(self, just_drawn: bool = False) -> None:
        """Show what was drawn last, large; `just_drawn` says that it was not used yet."""
        drawing = shuffling.latest_drawing(self._desk.document, self._of)
        if drawing is None or self.dialog is None:
            return
        self.drawing = DrawingDialog(
            drawing,
            lambda each: shuffling.again(self._desk.document, each),
            self._redraw,
            self._names_of,
            self._desk.words,
            self.dialog,
            used=not just_drawn,
        )
        self.drawing.open()

    def people(self) -> Sequence[Participant]:
        return participants.participants(self._desk.document, self._of)

    def has_cohort(self) -> bool:
        return self._cohort_id is not None

    def waiting(self) -> int:
        there = self._desk.document.find(Session, self._of)
        return len(participants.not_yet_here(self._desk.document, self._of)) if there else 0

    def outside_cohort(self) -> int:
        if self._cohort_id is None:
            return 0
        inside = {each.id for each in people.of_cohort(self._desk.document, self._cohort_id)}
        return sum(each.person.id not in inside for each in self.people())

    def has_drawing(self) -> bool:
        return shuffling.latest_drawing(self._desk.document, self._of) is not None

    def add(self, text: str) -> bool:
        try:
            some = read_attendance(text).people
        except Refusal as refusal:
            self._say(sentence(refusal, self._desk.words))
            return False
        added = self._ask(lambda document: participants.added(document, self._of, some), self._say)
        if added and self.dialog:
            names = {each.name for each in some}
            new = [each.person.id for each in self.people() if each.person.name in names]
            self.dialog.table.show_people(self.people())
            self.dialog.table.go_to(next(iter(new), ""))
        return added

    def expect_all(self) -> bool:
        return self._ask(lambda document: participants.all_expected(document, self._of), self._say)

    def enrol_all(self) -> bool:
        return self._ask(lambda document: participants.all_enrolled(document, self._of), self._say)

    def edit(self, person_id: str, field: str, text: str) -> bool:
        return self._ask(lambda document: people.edited(document, person_id, **{field: text}), self._say)

    def ahead(self, ids: Sequence[str]) -> str:
        """The question before anybody is marked as there at a session that is still to come; "" where it is not."""
        session, words = self._desk.document.find(Session, self._of), self._desk.words
        if session is None or session.held_on is None or session.held_on <= self._desk.today():
            return ""
        if self._next_presence(ids) not in ("present", "partial"):
            return ""
        return words("people.ahead", day=words.date(session.held_on))

    def turn_presence(self, ids: Sequence[str]) -> bool:
        """All of them become what comes after how the last of them is marked."""
        presence = self._next_presence(ids)
        return self._ask(lambda document: participants.marked(document, self._of, ids, presence), self._say)

    def remove(self, ids: Sequence[str]) -> bool:
        return self._ask(lambda document: participants.removed(document, self._of, ids), self._say)

    def forget(self, ids: Sequence[str]) -> bool:
        return self._ask(lambda document: people.forgotten(document, ids), self._say)

    def merge(self, kept_id: str, other_id: str) -> bool:
        return self._ask(lambda document: people.merged(document, kept_id, other_id), self._say)

    def draw(self, size: int) -> bool:
        return self._ask(lambda document: shuffling.drawn(document, self._of, size, self.random), self._say)

    def undo(self) -> bool:
        return self._desk.undo() is not None

    @property
    def _cohort_id(self) -> str | None:
        session = self._desk.document.find(Session, self._of)
        return session.cohort_id if session else None

    def _next_presence(self, ids: Sequence[str]) -> Presence:
        now = {each.person.id: each.attendance.presence for each in self.people()}
        places = [PRESENCES.index(each) for each in PRESENCES if each == now.get(ids[-1], "")]
        return PRESENCES[(places[0] + 1) % len(PRESENCES)]

    def _count_steps(self, count: int) -> None:
        if self.dialog:
            self.dialog.step_done(count)

    def _ask_for_packs(self, ids: tuple[str, ...]) -> None:
        self.packsRequested.emit(self._of, ids, self.dialog)

    def _redraw(self, drawing: Drawing, used: bool) -> Drawing | None:
        shuffle, gone = drawing.shuffle, "" if used else drawing.shuffle.id
        done = self._ask(
            lambda document: shuffling.drawn(document, shuffle.session_id, shuffle.size, self.random, instead_of=gone),
            lambda told: self.drawing.say(told) if self.drawing else None,
        )
        if not done:
            return None
        if self.dialog:
            self.dialog.step_done()
        return shuffling.latest_drawing(self._desk.document, self._of)

    def _names_of(self, drawing: Drawing) -> str:
        """A name a line, or a group a line in the language of the participants."""
        words = Words(language_of(self._desk.document))
        names = [[person.name for person in group] for group in drawing.groups]
        if drawing.is_order:
            return "\n".join(name for group in names for name in group)
        lines = enumerate(names, start=1)
        return "\n".join(words("people.group_line", number=place, names=", ".join(group)) for place, group in lines)

    def _show_files(self, paths: Sequence[Path]) -> None:
        if not paths:
            return
        try:
            self.show_list(file_content(paths[0]))
        except OSError as error:
            self._say(system_sentence(error, self._desk.words))
        except Refusal as refusal:
            self._say(sentence(refusal, self._desk.words))

    def _previews(self) -> bool:
        """Whether people are on show who would be lost."""
        preview = self.preview
        return preview is not None and preview.isVisible() and preview.found is not None

    def _say(self, problem: str) -> None:
        if self.dialog:
            self.dialog.say(problem)

    def _refresh(self) -> None:
        if self.dialog:
            self.dialog.refresh()
            self.commitments.refresh()

    def _forget(self) -> None:
        self.dialog = self.preview = self.drawing = None

    def _ask(self, edit: Callable[[Document], Change], say: Callable[[str], None]) -> bool:
        return self._desk.ask_for(say, edit) is not None
