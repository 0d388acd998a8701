"""LessonsDialog: the lessons of a program, what there is to do in each, and who did it. For the facilitator alone."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.learning.lesson_rows import ActivityRow, LearnerRow, LessonRow
from facilitator.ui.buttons import button, set_text
from facilitator.ui.choosing import choice_box
from facilitator.ui.dialogs.activity_table import ActivityTable
from facilitator.ui.dialogs.completion_table import CompletionTable
from facilitator.ui.dialogs.lesson_list import LessonList
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.plain_label import PlainLabel
from facilitator.ui.private_part import PrivatePart

_WIDTH, _HEIGHT, _LEFT = 1240, 690, 300
_PROGRAM_BOX, _COHORT_BOX = 18, 12  # letters
Choices = Sequence[tuple[str, str]]


class LessonActs(Protocol):
    """What the dialog asks for; an edit says whether it was saved, a form counts its own steps with `step_done`."""

    def programs(self) -> Choices: ...
    def cohorts(self, program_id: str) -> Choices: ...
    def lessons(self, program_id: str) -> Sequence[LessonRow]: ...
    def activities(self, lesson_id: str) -> Sequence[ActivityRow]: ...
    def learners(self, lesson_id: str, cohort_id: str) -> Sequence[LearnerRow]: ...
    def give_starters(self, program_id: str) -> bool: ...
    def add_lesson(self, program_id: str) -> None: ...
    def edit_lesson(self, lesson_id: str) -> None: ...
    def move_lesson(self, lesson_id: str, by: int) -> bool: ...
    def release(self, program_id: str) -> None: ...
    def add_activity(self, lesson_id: str) -> None: ...
    def edit_activity(self, activity_id: str) -> None: ...
    def put_activity(self, activity_id: str, withdrawn: bool) -> bool: ...
    def move_activity(self, activity_id: str, by: int) -> bool: ...
    def use_poll(self, activity_id: str) -> bool: ...
    def take_list(self, cohort_id: str) -> None: ...
    def turn(self, doings: Sequence[tuple[str, str]]) -> bool: ...
    def write_evidence(self, activity_id: str, person_id: str) -> None: ...
    def copy_sheet(self, lesson_id: str) -> None: ...
    def undo(self) -> bool: ...


class LessonsDialog(SayingDialog):
    """Left the lessons by week, right what there is to do, below it who of a cohort did it; each edit is saved at once.

    `sheetRequested` asks for the sheet of a lesson as a PDF, `certificatesRequested` for the certificates of a cohort.
    Undo takes back what was done here, step by step.
    """

    sheetRequested = Signal(str)
    certificatesRequested = Signal(str)

    def __init__(self, acts: LessonActs, words: Words, parent: QWidget, program_id: str = "") -> None:
        super().__init__(words("lesson.title"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._acts, self._words, self._steps = acts, words, 0
        self.program = choice_box(acts.programs(), words("lesson.program"), program_id)
        self.cohort = choice_box((), words("lesson.cohort"))
        self.program.setMinimumContentsLength(_PROGRAM_BOX)
        self.cohort.setMinimumContentsLength(_COHORT_BOX)
        self.list = LessonList(words)
        self.list.setFixedWidth(_LEFT)
        self.table = ActivityTable(words)
        self.done_by = CompletionTable(words)
        self._title = PlainLabel("", "lineTitle", wraps=True)
        self._hint = PlainLabel("", "small", wraps=True)
        self._make_buttons()
        self._lay_out()
        self._listen()
        self._follow_program()
        fit_to_screen(self, _WIDTH, _HEIGHT)
        (self.list if self.list.current else self.starters).setFocus()

    @property
    def cohort_id(self) -> str:
        """The cohort whose people are shown, "" where there is none."""
        return str(self.cohort.currentData() or "")

    @property
    def program_id(self) -> str:
        """The program whose lessons are shown."""
        return str(self.program.currentData() or "")

    @property
    def hint(self) -> str:
        """What is said below the tables, such as that something was copied."""
        return self._hint.text()

    def refresh(self) -> None:
        """Show everything as it is now."""
        self.list.show_lessons(self._acts.lessons(self.program_id))
        self._show_lesson()

    def step_done(self, count: int = 1) -> None:
        """Somebody saved steps for this dialog, which its undo takes back, too; -1 for one taken back there."""
        self._steps += count
        self.refresh()

    def tell(self, text: str) -> None:
        """Say what was done, until something else is."""
        self._hint.setText(text)

    def undo(self) -> None:
        """Take the last step back that was done here."""
        if self._steps and self._acts.undo():
            self._steps -= 1
        self.refresh()

    def _show_lesson(self) -> None:
        lesson_id = self.list.current
        rows = self._acts.activities(lesson_id) if lesson_id else ()
        people = self._acts.learners(lesson_id, self.cohort_id) if lesson_id and self.cohort_id else ()
        item = self.list.currentItem()
        self._title.setText(item.text() if item and lesson_id else "")
        self.table.show_activities(rows)
        self.done_by.show_learners(rows, people)
        key = "hint" if people else ("hint_nobody" if lesson_id else "hint_none")
        self._hint.setText(self._words(f"lesson.{key}"))
        self.starters.setVisible(self.list.count() == 0)
        self.undo_button.setEnabled(self._steps > 0)
        for each in (self.edit_lesson, self.copy, self.sheet, self.add, self.earlier, self.later):
            each.setEnabled(bool(lesson_id))
        self.days.setEnabled(self.list.count() > 0)
        for each in (self.certificates, self.from_list):
            each.setEnabled(bool(self.cohort_id))
        self._let()

    def _let(self) -> None:
        row = self.table.current
        for each in (self.edit, self.turn, self.up, self.down):
            each.setEnabled(row is not None)
        self.poll.setEnabled(row is not None and row.is_poll)
        set_text(
            self.turn,
            self._words("lesson.offer" if row and row.withdrawn else "lesson.withdraw"),
            self._words("console.key_delete"),
        )

    def _follow_program(self) -> None:
        before = self.cohort_id
        self.cohort.blockSignals(True)
        self.cohort.clear()
        for value, text in self._acts.cohorts(self.program_id):
            self.cohort.addItem(text, value)
        self.cohort.setCurrentIndex(max(0, self.cohort.findData(before)))
        self.cohort.blockSignals(False)
        self.refresh()

    def _do(self, act: Callable[[], bool]) -> None:
        self.say("")
        self._steps += act()
        self.refresh()

    def _edit(self) -> None:
        if self.table.current:
            self._acts.edit_activity(self.table.current.id)

    def _turn(self) -> None:
        row = self.table.current
        if row:
            self._do(lambda: self._acts.put_activity(row.id, not row.withdrawn))

    def _move(self, by: int) -> None:
        row = self.table.current
        if row:
            self._do(lambda: self._acts.move_activity(row.id, by))

    def _move_lesson(self, by: int) -> None:
        if self.list.current:
            self._do(lambda: self._acts.move_lesson(self.list.current, by))

    def _use_poll(self) -> None:
        row = self.table.current
        if row:
            self._do(lambda: self._acts.use_poll(row.id))
            if not self.problem:
                self.tell(self._words("lesson.poll_made"))

    def _copy(self) -> None:
        self._acts.copy_sheet(self.list.current)
        self.tell(self._words("lesson.copied"))

    def _listen(self) -> None:
        acts = self._acts
        self.program.currentIndexChanged.connect(lambda place: self._follow_program())
        self.cohort.currentIndexChanged.connect(lambda place: self._show_lesson())
        self.list.chosen.connect(lambda lesson_id: self._show_lesson())
        self.list.editRequested.connect(acts.edit_lesson)
        self.list.moved.connect(self._move_lesson)
        self.table.itemSelectionChanged.connect(self._let)
        self.table.editRequested.connect(self._edit)
        self.table.addRequested.connect(lambda: acts.add_activity(self.list.current))
        self.table.turned.connect(self._turn)
        self.table.moved.connect(self._move)
        self.done_by.turned.connect(lambda doings: self._do(lambda: acts.turn(doings)))
        self.done_by.evidenceRequested.connect(acts.write_evidence)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.undo)

    def _make_buttons(self) -> None:
        words, acts = self._words, self._acts
        enter, delete = words("lesson.key_enter"), words("console.key_delete")
        self.starters = button(words("lesson.starters"), lambda: self._do(lambda: acts.give_starters(self.program_id)))
        self.add_lesson = button(words("lesson.add_lesson"), lambda: acts.add_lesson(self.program_id), icon_name="plus")
        self.edit_lesson = button(words("lesson.edit"), lambda: acts.edit_lesson(self.list.current), key=enter)
        self.earlier = button("↑", lambda: self._move_lesson(-1))
        self.later = button("↓", lambda: self._move_lesson(1))
        self.days = button(words("lesson.days"), lambda: acts.release(self.program_id))
        self.add = button(
            words("lesson.add_activity"),
            lambda: acts.add_activity(self.list.current),
            icon_name="plus",
            key=words("lesson.key_insert"),
        )
        self.edit = button(words("lesson.edit"), self._edit, key=enter)
        self.turn = button(words("lesson.withdraw"), self._turn, key=delete)
        self.up = button("↑", lambda: self._move(-1))
        self.down = button("↓", lambda: self._move(1))
        moving = ((self.up, "up"), (self.down, "down"), (self.earlier, "earlier"), (self.later, "later"))
        for each, key in moving:
            each.setAccessibleName(words(f"lesson.{key}"))
            each.setToolTip(words(f"lesson.{key}"))
        self.poll = button(words("lesson.use_poll"), self._use_poll)
        self.mark = button(
            words("lesson.mark"),
            lambda: self.done_by.turned.emit(self.done_by.chosen),
            key=words("people.presence_key"),
        )
        self.write = button(words("lesson.write"), self._write, key=enter)
        self.from_list = button(words("lesson.from_list"), lambda: self._acts.take_list(self.cohort_id))
        self.copy = button(words("lesson.copy"), self._copy)
        self.sheet = button(
            words("lesson.sheet"), lambda: self.sheetRequested.emit(self.list.current), icon_name="handout"
        )
        self.certificates = button(
            words("lesson.certificates"), lambda: self.certificatesRequested.emit(self.cohort_id)
        )
        self.undo_button = button(words("console.undo"), self.undo, icon_name="undo", key="Ctrl+Z")

    def _write(self) -> None:
        chosen = self.done_by.chosen
        if len(chosen) > 1:
            self.say(self._words("lesson.write_one"))
        for activity_id, person_id in chosen if len(chosen) == 1 else ():
            self.say("")
            self._acts.write_evidence(activity_id, person_id)

    def _lay_out(self) -> None:
        words = self._words
        left, right, both = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addWidget(self.program)
        left.addWidget(self.list, 1)
        left.addWidget(self.starters)
        left.addLayout(_row(self.add_lesson, self.edit_lesson, self.earlier, self.later))
        left.addWidget(self.days)
        right.addWidget(self._title)
        right.addWidget(self.table, 4)
        right.addLayout(_row(self.add, self.edit, self.turn, self.up, self.down, self.poll))
        private = PrivatePart(words("lesson.private"), "fieldLabel")
        private.inside.addWidget(self.done_by, 1)
        cohort = PlainLabel(words("lesson.cohort"), "fieldLabel")
        private.inside.addLayout(_row(cohort, self.cohort, self.mark, self.write, self.from_list, self.certificates))
        right.addWidget(private, 6)
        both.addLayout(left)
        both.addLayout(right, 1)
        close = button(words("console.close"), self.accept, main=True, key=words("console.key_escape"))
        below = QHBoxLayout()
        below.addWidget(self._hint, 1)
        for each in (self.copy, self.sheet, self.undo_button, close):
            below.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(8)
        layout.addLayout(both, 1)
        layout.addWidget(self._problem)
        layout.addLayout(below)


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
