"""PollForm: the question of a poll and its two to six options, by keys alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.saying_dialog import SayingDialog
from facilitator.ui.editors import LineField
from facilitator.ui.plain_label import PlainLabel
from facilitator.workshop.polls import OPTIONS

_WIDTH = 620
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class PollText:
    """What stands in the form: the question, and (id, words) for each line of options, "" as the id of a new one.

    `options` are None for a poll whose options stay as they are.
    """

    question: str = ""
    options: tuple[tuple[str, str], ...] | None = ()

    @property
    def filled(self) -> tuple[tuple[str, str], ...]:
        """The options of which there is anything."""
        return tuple((option_id, text) for option_id, text in self.options or () if text.strip())


class PollForm(SayingDialog):
    """Enter goes to the next line; at the end, or on an empty option, to the button. Ctrl+Enter does what it does.

    `save` says whether the poll was saved; `say` shows why it was not. `show_it`, where there is one, also puts it on
    the stage. `left` hears what stood there when the form is left without saving.
    """

    def __init__(
        self,
        filled: PollText,
        save: Callable[[PollText], bool],
        show_it: Callable[[PollText], bool] | None,
        left: Callable[[PollText], object],
        words: Words,
        parent: QWidget,
    ) -> None:
        super().__init__(words("poll.form_title" if show_it else "poll.edit_title"), parent)
        self._left = left
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ids = [] if filled.options is None else [option_id for option_id, _ in filled.options]
        self._fixed = filled.options is None
        self.question = _line(words("poll.question"), filled.question)
        texts = [text for _, text in filled.options or ()]
        lines = 0 if self._fixed else OPTIONS[1]
        self.options = [_line(words("poll.option", number=place + 1), _at(texts, place)) for place in range(lines)]
        plain = button(words("poll.save"), lambda: self._enter(save), main=show_it is None)
        self.main = plain
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(words("console.cancel"), self.reject, key=words("console.key_escape")))
        buttons.addWidget(plain)
        if show_it:
            self.main = button(words("poll.save_and_show"), lambda: self._enter(show_it), main=True)
            buttons.addWidget(self.main)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(lambda: self._enter(show_it or save))
        self._lay_out(words, buttons)
        self.question.setFocus()

    def text(self) -> PollText:
        """What stands in the form now."""
        typed = tuple((_at(self._ids, place), line.text()) for place, line in enumerate(self.options))
        return PollText(self.question.text(), None if self._fixed else typed)

    def reject(self) -> None:
        self._left(self.text())
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line goes on; Down and Up go from line to line."""
        lines: Sequence[LineField] = [self.question, *self.options]
        at = next((place for place, line in enumerate(lines) if line.hasFocus()), -1)
        if at < 0 or event.key() not in (*_ENTER, Qt.Key.Key_Down, Qt.Key.Key_Up):
            if event.key() in _ENTER and self.main.hasFocus():
                self.main.click()
            else:
                super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Up:
            lines[max(at - 1, 0)].setFocus()
        elif at + 1 < len(lines) and (event.key() == Qt.Key.Key_Down or at == 0 or lines[at].text().strip()):
            lines[at + 1].setFocus()
        else:
            self.main.setFocus()

    def _enter(self, act: Callable[[PollText], bool]) -> None:
        if act(self.text()):
            self.accept()

    def _lay_out(self, words: Words, buttons: QHBoxLayout) -> None:
        fields = QFormLayout()
        fields.addRow(PlainLabel(words("poll.question"), "fieldLabel"), self.question)
        for number, line in enumerate(self.options, start=1):
            fields.addRow(PlainLabel(words("poll.option", number=number), "fieldLabel"), line)
            if number > OPTIONS[0]:
                line.setPlaceholderText(words("poll.optional"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(words("poll.fixed_options" if self._fixed else "poll.form_about"), wraps=True))
        layout.addLayout(fields)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)
        self.resize(_WIDTH, self.sizeHint().height())


def _line(name: str, text: str) -> LineField:
    line = LineField()
    line.setText(text)
    line.setAccessibleName(name)
    return line


def _at(texts: Sequence[str], place: int) -> str:
    return texts[place] if place < len(texts) else ""
