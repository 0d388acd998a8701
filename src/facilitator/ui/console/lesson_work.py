"""LessonWork: the lessons of a program and who did what of them, as edits and dialogs. None of it goes to the stage."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from facilitator.boards.described import Field
from facilitator.boards.said_day import near_day
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Person, Session, language_of
from facilitator.domain.learning import Activity, Lesson
from facilitator.domain.program import Cohort
from facilitator.domain.refusal import EditRejected
from facilitator.learning import completing, lesson_edits
from facilitator.learning.founding import lessons_added
from facilitator.learning.lesson_rows import (
    ActivityRow,
    LearnerRow,
    LessonRow,
    activity_rows,
    learner_rows,
    lesson_rows,
)
from facilitator.learning.lesson_text import lesson_text
from facilitator.learning.lessons import lesson_view
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.console.completion_list_work import CompletionListWork, completion_list
from facilitator.ui.console.lesson_fields import (
    NEW_ACTIVITY,
    activity_fields,
    activity_said,
    lesson_fields,
    lesson_said,
    one_field,
)
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.entry_dialog import EntryDialog
from facilitator.ui.dialogs.lessons_dialog import LessonsDialog
from facilitator.workshop import polls
from facilitator.workshop.programs import tracks_of
from facilitator.workshop.sessions import cohorts_of, programs_of

LESSONS_KEY = "Ctrl+Shift+E"

_COURSE = "microcourse"


class LessonWork(QObject):
    """Opens the lessons of the program of the session that `session` names, else of the first one with any.

    While what is private is hidden, or where there is no program, nothing opens and a sentence says why.
    `sheetRequested` asks for a lesson's sheet as a PDF, `certificatesRequested` for the certificates of a cohort; both
    carry the window in front.
    """

    sheetRequested = Signal(str, QWidget)
    certificatesRequested = Signal(str, QWidget)

    def __init__(self, desk: Desk, work: BoardWork, session: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._work, self._session = desk, work, session
        self.dialog: LessonsDialog | None = None
        self.form: EntryDialog | None = None
        self.lists = CompletionListWork(desk, lambda: self.dialog, self.count_steps)
        desk.signals.documentChanged.connect(lambda change: self._refresh())

    def open(self) -> LessonsDialog | None:
        """Show the lessons; None, and a sentence, where that can't be."""
        if self.dialog:
            return self.dialog
        words, document = self._desk.words, self._desk.document
        if self._work.private_hidden or not self.programs():
            self._work.say(words("lesson.hidden" if self.programs() else "refusals.no_program"), problem=True)
            return None
        session = document.find(Session, self._session())
        cohort = document.find(Cohort, session.cohort_id or "") if session else None
        self.dialog = LessonsDialog(self, words, self._work.window, self._first(cohort))
        if cohort:
            self.dialog.cohort.setCurrentIndex(max(0, self.dialog.cohort.findData(cohort.id)))
        self.dialog.sheetRequested.connect(lambda lesson_id: self.sheetRequested.emit(lesson_id, self.dialog))
        self.dialog.certificatesRequested.connect(lambda its: self.certificatesRequested.emit(its, self.dialog))
        self._desk.notSaved.connect(self.dialog.say)  # an undo may not be saved either
        self.dialog.finished.connect(self._forget)
        self.dialog.open()
        return self.dialog

    def open_file(self, paths: Sequence[Path]) -> bool:
        """Open the lessons with a preview of who completed what; False where these files are something else."""
        data = completion_list(paths)
        if data is not None and (dialog := self.open()):
            self.lists.show(data, dialog.cohort_id)
        return data is not None

    def take_list(self, cohort_id: str) -> None:
        self.lists.choose(cohort_id)

    def count_steps(self, count: int) -> None:
        """So many steps were done for the dialog elsewhere, which its undo takes back, too."""
        if self.dialog:
            self.dialog.step_done(count)

    def programs(self) -> Sequence[tuple[str, str]]:
        return [(each.id, each.title) for each in programs_of(self._desk.document)]

    def cohorts(self, program_id: str) -> Sequence[tuple[str, str]]:
        return [(each.id, each.title) for each in cohorts_of(self._desk.document, program_id)]

    def lessons(self, program_id: str) -> Sequence[LessonRow]:
        return lesson_rows(self._desk.document, program_id, self._desk.words)

    def activities(self, lesson_id: str) -> Sequence[ActivityRow]:
        return activity_rows(self._desk.document, lesson_id, self._desk.words)

    def learners(self, lesson_id: str, cohort_id: str) -> Sequence[LearnerRow]:
        desk = self._desk
        return learner_rows(desk.document, lesson_id, cohort_id, desk.today(), desk.words)

    def give_starters(self, program_id: str) -> bool:
        return self._do(lambda document: lessons_added(document, program_id))

    def add_lesson(self, program_id: str) -> None:
        """Ask for the title of a lesson of one's own."""
        fields = one_field("title", "", "line", self._desk.words)
        self._ask(
            "add_lesson",
            fields,
            lambda document, said: lesson_edits.lesson_added(document, program_id, said["title"]),
            new=True,
        )

    def edit_lesson(self, lesson_id: str) -> None:
        """Ask for other words of a lesson."""
        document, words, today = self._desk.document, self._desk.words, self._desk.today
        if document.find(Lesson, lesson_id):
            fields = lesson_fields(lesson_edits.lesson_values(document, lesson_id), words)
            self._ask(
                "edit_lesson",
                fields,
                lambda now, said: lesson_edits.lesson_edited(now, lesson_id, lesson_said(said, today())),
            )

    def move_lesson(self, lesson_id: str, by: int) -> bool:
        return self._do(lambda document: lesson_edits.lesson_moved(document, lesson_id, by))

    def release(self, program_id: str) -> None:
        """Ask for the first day, from which lessons are given out twice a week."""

        def edit(document: Document, said: Mapping[str, str]) -> Change:
            day = near_day(said["first_day"], self._desk.today())
            if day is None:
                raise EditRejected("first_day")
            return lesson_edits.lessons_released(document, program_id, day)

        self._ask("release", one_field("first_day", "", "date", self._desk.words), edit, new=True)

    def add_activity(self, lesson_id: str) -> None:
        """Ask for something more to do."""
        self._ask(
            "new_activity",
            activity_fields(NEW_ACTIVITY, self._tracks(lesson_id), self._desk.words),
            lambda document, said: lesson_edits.activity_added(document, lesson_id, activity_said(said)),
            new=True,
        )

    def edit_activity(self, activity_id: str) -> None:
        """Ask for other words of an activity."""
        document = self._desk.document
        activity = document.find(Activity, activity_id)
        if activity:
            values = lesson_edits.activity_values(document, activity_id)
            self._ask(
                "edit_activity",
                activity_fields(values, self._tracks(activity.lesson_id), self._desk.words),
                lambda now, said: lesson_edits.activity_edited(now, activity_id, activity_said(said)),
            )

    def put_activity(self, activity_id: str, withdrawn: bool) -> bool:
        return self._do(lambda document: lesson_edits.activity_put(document, activity_id, withdrawn=withdrawn))

    def move_activity(self, activity_id: str, by: int) -> bool:
        return self._do(lambda document: lesson_edits.activity_moved(document, activity_id, by))

    def use_poll(self, activity_id: str) -> bool:
        """Make a poll of the session of what an activity asks."""

        def edit(document: Document) -> Change:
            question, options = lesson_edits.poll_of_activity(document, activity_id)
            return polls.new_poll(document, self._session(), question, options)

        return self._do(edit)

    def turn(self, doings: Sequence[tuple[str, str]]) -> bool:
        """All become completed today; where the last one was completed, none of them is any more."""
        document, today = self._desk.document, self._desk.today()
        if completing.completion_of(document, *doings[-1]):
            return self._do(lambda now: completing.taken_back(now, doings))
        return self._do(lambda now: completing.completed(now, doings, today))

    def write_evidence(self, activity_id: str, person_id: str) -> None:
        """Ask for what somebody wrote."""
        found = completing.completion_of(self._desk.document, activity_id, person_id)
        fields = one_field("evidence", found.evidence if found else "", "text", self._desk.words, private=True)
        today, document = self._desk.today, self._desk.document
        rows = activity_rows(document, document.get(Activity, activity_id).lesson_id, self._desk.words)
        activity = next((each.heading for each in rows if each.id == activity_id), "")
        self._ask(
            "evidence",
            fields,
            lambda document, said: completing.evidence_written(
                document, activity_id, person_id, said["evidence"], today()
            ),
            heading=self._desk.words(
                "lesson.evidence_of", name=document.get(Person, person_id).name, activity=activity
            ),
        )

    def copy_sheet(self, lesson_id: str) -> None:
        """Put the lesson into the clipboard, in the engagement's language, to be pasted into a mail."""
        document = self._desk.document
        words = Words(language_of(document))
        QGuiApplication.clipboard().setText(lesson_text(lesson_view(document, lesson_id, words), words))

    def undo(self) -> bool:
        return self._desk.undo() is not None

    def _first(self, cohort: Cohort | None) -> str:
        document = self._desk.document
        if cohort:
            return cohort.program_id
        with_lessons = {each.program_id for each in document.every(Lesson)}
        of_course = [each.id for each in programs_of(document) if each.id in with_lessons or each.kind == _COURSE]
        return next(iter(of_course), "")

    def _tracks(self, lesson_id: str) -> list[tuple[str, str]]:
        document = self._desk.document
        program_id = document.get(Lesson, lesson_id).program_id
        return [(each.id, each.title) for each in tracks_of(document, program_id)]

    def _ask(
        self,
        title: str,
        fields: tuple[Field, ...],
        edit: Callable[[Document, Mapping[str, str]], Change],
        *,
        new: bool = False,
        heading: str = "",
    ) -> None:
        words, shown = self._desk.words, {field.key: field.value for field in fields}

        def save(given: Mapping[str, str]) -> bool:
            said = {**shown, **given}
            saved = self._desk.ask_for(form.say, lambda document: edit(document, said)) is not None
            if saved:
                self.count_steps(1)
            return saved

        heading = heading or words(f"lesson.{title}_title")
        over = cast(QWidget, self.dialog)
        form = EntryDialog(heading, fields, save, words, over, new=new, today=self._desk.today)
        self.form = form
        form.open()

    def _do(self, edit: Callable[[Document], Change]) -> bool:
        return self.dialog is not None and self._desk.ask_for(self.dialog.say, edit) is not None

    def _refresh(self) -> None:
        if self.dialog:
            self.dialog.refresh()

    def _forget(self) -> None:
        self.dialog = self.form = self.lists.preview = None
