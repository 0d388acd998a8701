"""One editor for each form of an inspector field. They keep what was typed until it was saved."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QWidget

from facilitator.boards.described import Field
from facilitator.boards.said_day import iso_day
from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected
from facilitator.ui import style
from facilitator.ui.choosing import ChoiceBox, ChoosingButton
from facilitator.ui.editors import LineField, TextField
from facilitator.ui.errors import sentence
from facilitator.ui.plain_label import PlainLabel

Choices = tuple[tuple[str, str], ...]

_TEXT_HEIGHT = 56
_WRONG = f"QLineEdit {{ border: 2px solid {style.RED}; padding: 3px 6px; }}"
_CHOICE = "QComboBox { padding-left: 5px; padding-right: 0; }"  # the arrow has its own room already; values need theirs


class FieldEditor(QObject):
    """A widget for one field. `entered` carries key and value when the facilitator is done with it.

    `today` tells what day it is, for days that are typed by how far off they are.
    """

    entered = Signal(str, str)

    def __init__(self, field: Field, words: Words, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self._words, self._today = words, today
        self.key = field.key
        self.form, self._near = field.form, field.near
        self.choices = field.choices
        self._shown = ""
        self.note: PlainLabel | None = None  # what is wrong with the value, where the editor can tell
        self.name = words("console.private_field", field=field.label) if field.private else field.label
        self.widget = self._made(field, words)
        self.widget.setAccessibleName(self.name)
        self._set(field.value)
        self._shown = field.value

    def show_field(self, field: Field, *, anew: bool = False) -> None:
        """Show what is saved, unless something else was typed here and is not saved yet; `anew` of another item."""
        typed = self._typed()  # as it stands: a space at its end is about to be followed by a word
        kept = None if anew or typed == self._shown else typed
        if field.choices != self.choices:
            self.choices = field.choices
            self._offer(field.choices)
        self._shown = field.value
        self._set(field.value if kept is None else kept)

    def pending(self) -> str | None:
        """What was typed and is not saved; None if nothing: blanks that nobody sees are none."""
        typed = self._typed()
        return None if self._same(typed, self._shown) else typed

    def resume(self, typed: str | None) -> None:
        """Go on with what was typed in the editor before this one and is not saved yet; None if nothing was."""
        if typed is not None:
            self._set(typed)

    def settle(self) -> None:
        """Write what was typed as it is saved, where it can be read: a day as an ISO date."""

    def commit(self) -> None:
        """Ask to save what was typed, if anything was."""
        self.settle()
        pending = self.pending()
        if pending is not None:
            self.entered.emit(self.key, pending)

    def _same(self, typed: str, shown: str) -> bool:
        """Whether what was typed says what is saved."""
        return typed == shown

    # Each form has these of its own; Qt's metaclass leaves no room for abstract methods.

    def _made(self, field: Field, words: Words) -> QWidget:
        raise NotImplementedError

    def _offer(self, choices: Choices) -> None:
        """Let other values be chosen, where values are chosen."""

    def _set(self, value: str) -> None:
        raise NotImplementedError

    def _typed(self) -> str:
        raise NotImplementedError


class LineEditor(FieldEditor):
    """A line of text, or a day in any form that `iso_day` reads; it becomes an ISO date once it is entered.

    A day that can't be read gets a red edge and a note once it was entered, until something else is typed.
    """

    def _made(self, field: Field, words: Words) -> QWidget:
        self._line = LineField()
        if field.form == "date":
            self._line.setPlaceholderText(words("console.date_form"))
            self.note = PlainLabel("", "problem", wraps=True)
            self.note.hide()
            self._line.textChanged.connect(lambda: self._mark(""))
        self._line.editingFinished.connect(self.commit)
        return self._line

    def settle(self) -> None:
        day = self._read()[0]
        if day and self._typed() != day:
            self._line.setText(day)

    def commit(self) -> None:
        super().commit()
        self._mark(self._read()[1])

    def resume(self, typed: str | None) -> None:
        super().resume(typed)
        if typed is not None:
            self._mark(self._read()[1])

    def _same(self, typed: str, shown: str) -> bool:
        return typed.split() == shown.split()

    def _read(self) -> tuple[str, str]:
        """The day that is typed ("" none), and what is wrong with it ("" nothing)."""
        if self.form != "date":
            return "", ""
        try:
            return iso_day(self._typed(), self._today(), near=self._near), ""
        except EditRejected as refusal:
            ambiguous = refusal.key == "date_ambiguous"
            return "", sentence(refusal, self._words) if ambiguous else self._words("console.date_wrong")

    def _mark(self, problem: str) -> None:
        if self.note and problem != self._line.accessibleDescription():
            self._line.setStyleSheet(_WRONG if problem else "")
            self._line.setAccessibleDescription(problem)
            self.note.setText(problem)
            self.note.setVisible(bool(problem))

    def _set(self, value: str) -> None:
        if self._line.text() != value:
            self._line.setText(value)
        self._line.setModified(False)
        if not self._line.hasFocus():
            self._line.setCursorPosition(0)

    def _typed(self) -> str:
        return self._line.text()


class TextEditor(FieldEditor):
    """Several lines of text."""

    def _made(self, field: Field, words: Words) -> QWidget:
        self._text = TextField()
        self._text.setFixedHeight(_TEXT_HEIGHT)
        self._text.completed.connect(self.commit)
        return self._text

    def _same(self, typed: str, shown: str) -> bool:
        return typed.strip() == shown.strip()

    def _set(self, value: str) -> None:
        if self._text.toPlainText() != value:
            self._text.setPlainText(value)
        self._text.document().setModified(False)

    def _typed(self) -> str:
        return self._text.toPlainText()


class ChoiceEditor(FieldEditor):
    """One of several values; a value that is not among the choices is shown as it is."""

    def _made(self, field: Field, words: Words) -> QWidget:
        self._box = ChoiceBox()
        self._box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(6)
        self._box.setStyleSheet(_CHOICE)
        self._box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._box.installEventFilter(self)
        self._offer(field.choices)
        self._box.activated.connect(lambda place: self.commit())
        return self._box

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the panel, it does not choose: nothing may change by rolling over it."""
        if isinstance(event, QWheelEvent) and not self._box.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _offer(self, choices: Choices) -> None:
        self._box.clear()
        for value, text in choices:
            self._box.addItem(text, value)

    def _set(self, value: str) -> None:
        place = self._box.findData(value)
        if place < 0:
            self._box.insertItem(0, value, value)
            place = 0
        self._box.setCurrentIndex(place)

    def _typed(self) -> str:
        return str(self._box.currentData())


class ManyEditor(FieldEditor):
    """Several of the choices: a button that tells them, and opens a menu to tick them in. Closing it enters them."""

    def _made(self, field: Field, words: Words) -> QWidget:
        self._none = words("console.none_chosen")
        self._button = ChoosingButton()
        self._kept = ""  # values that are not among the choices stay as they are
        self._actions: dict[str, QAction] = {}
        self._offer(field.choices)
        self._button.choices.aboutToHide.connect(self.commit)
        return self._button

    def _offer(self, choices: Choices) -> None:
        self._button.choices.clear()
        self._actions = {}
        for value, text in choices:
            action = self._button.choices.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.toggled.connect(lambda _: self._tell())
            self._actions[value] = action

    def _set(self, value: str) -> None:
        chosen = value.split()
        self._kept = " ".join(each for each in chosen if each not in self._actions)
        for each, action in self._actions.items():
            action.setChecked(each in chosen)
        self._tell()

    def _typed(self) -> str:
        ticked = [each for each, action in self._actions.items() if action.isChecked()]
        same = {*ticked, *self._kept.split()} == set(self._shown.split())
        return self._shown if same else " ".join([*ticked, self._kept]).strip()

    def _tell(self) -> None:
        words = dict(self.choices)
        told = ", ".join(words[each] for each, action in self._actions.items() if action.isChecked())
        self._button.setText(told or self._none)
        self._button.setAccessibleName(f"{self.name}: {told or self._none}")


class ToldEditor(FieldEditor):
    """A sentence to read, that the keyboard reaches and can copy; nothing can be entered."""

    def _made(self, field: Field, words: Words) -> QWidget:
        self._label = PlainLabel("", "told", wraps=True)
        by_hand = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self._label.setTextInteractionFlags(by_hand)
        self._label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return self._label

    def _set(self, value: str) -> None:
        self._label.setText(value)
        self._label.setAccessibleName(f"{self.name}: {value}")

    def _typed(self) -> str:
        return self._label.text()


def editor_for(field: Field, words: Words, today: Callable[[], date] = date.today) -> FieldEditor:
    """The editor that fits the form of a field."""
    match field.form:
        case "choice":
            return ChoiceEditor(field, words)
        case "many":
            return ManyEditor(field, words)
        case "text":
            return TextEditor(field, words)
        case "told":
            return ToldEditor(field, words)
        case "line" | "date":
            return LineEditor(field, words, today)
