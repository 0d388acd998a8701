"""EntryDialog: one row of a list of entries, field by field."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.boards.described import Field
from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.console.field_area import FieldArea
from facilitator.ui.console.field_part import FieldPart, parts_of
from facilitator.ui.dialogs.saying_dialog import SayingDialog
from facilitator.ui.editors import LineField, TextField
from facilitator.ui.plain_label import PlainLabel

_WIDTH, _MARGINS, _LEAST = 560, 150, 360
_ALSO_SAVES = ("Ctrl+Return", "Ctrl+Enter")


class EntryDialog(SayingDialog):
    """The fields of a row with the inspector's editors; Ctrl+Enter saves it, Enter too but in a text of several lines.

    `save` gets what was changed by field key (of a `new` row everything) and says whether it was saved; `say` tells
    why it was not. Esc gives up, where something was typed only when pressed twice with nothing typed between.
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        save: Callable[[Mapping[str, str]], bool],
        words: Words,
        parent: QWidget,
        *,
        new: bool,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(title, parent)
        self._save, self._words, self._new = save, words, new
        self._values = {field.key: field.value for field in fields}
        self._warned_of: dict[str, str] | None = None  # what the fields held when it was said that they are not saved
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.area = FieldArea()
        self.parts: list[FieldPart] = []
        for private, heading, of_part in parts_of(fields):
            part = FieldPart(heading, private=private, opened=True, words=words, roomy=True, today=today)
            part.show_fields(of_part, anew=True)
            self.parts.append(part)
            self.area.inside.addWidget(_framed(part, words) if private else part)
        for line in self.area.findChildren(LineField):  # what is typed now was not refused yet
            line.textChanged.connect(lambda: self.say(""))
        for text in self.area.findChildren(TextField):
            text.textChanged.connect(lambda: self.say(""))
        self.area.inside.addStretch(1)
        save_button = button(words("console.entry_save"), self.save, main=True, key=words("console.key_ctrl_enter"))
        save_button.setDefault(True)
        for key in _ALSO_SAVES:
            QShortcut(QKeySequence(key), self).activated.connect(self.save)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(words("console.cancel"), self.reject, key=words("console.key_escape")))
        buttons.addWidget(save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(title, "title", wraps=True))
        layout.addWidget(self.area, 1)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)
        room = max(_LEAST, min(parent.height(), QApplication.primaryScreen().availableSize().height()) - 80)
        self.resize(_WIDTH, min(self.area.sizeHint().height() + _MARGINS, room))
        first = self.parts[0].editors[0].widget
        first.setFocus()
        if isinstance(first, LineField):
            first.selectAll()

    def values(self) -> dict[str, str]:
        """What the fields hold now, by key."""
        typed = {editor.key: editor.pending() for part in self.parts for editor in part.editors}
        return {key: value if (new := typed.get(key)) is None else new for key, value in self._values.items()}

    def save(self) -> None:
        """Save the row; what can't be stays here to be mended."""
        for editor in (editor for part in self.parts for editor in part.editors):
            editor.settle()
        values = self.values()
        changed = {key: value for key, value in values.items() if value != self._values[key]}
        nothing_new = not self._new and not changed
        if nothing_new or self._save(values if self._new else changed):
            self.accept()

    def reject(self) -> None:
        """Give the row up: what was typed is lost only where this was said before."""
        values = self.values()
        if values not in (self._values, self._warned_of):
            self._warned_of = values
            self.say(self._words("console.entry_not_saved"))
        else:
            super().reject()


def _framed(part: FieldPart, words: Words) -> QFrame:
    frame = QFrame()
    frame.setObjectName("private")
    frame.setAccessibleName(words("console.private_never"))
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(12, 10, 6, 8)
    layout.addWidget(PlainLabel(words("console.private_never"), "heading", wraps=True))
    layout.addWidget(part)
    return frame
