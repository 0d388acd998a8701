"""TwinsDialog: people's words in the other language, one text after another."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.domain.language import Language, other_language
from facilitator.domain.refusal import Refusal
from facilitator.files.twin_files import where
from facilitator.ui.buttons import button, set_text
from facilitator.ui.choosing import ChoiceBox
from facilitator.ui.dialogs.files import file_to_save, files_to_open
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.editors import TextField
from facilitator.ui.errors import sentence, system_sentence
from facilitator.ui.plain_label import PlainLabel
from facilitator.workshop.twins import TwinPlace

_WIDTH, _HEIGHT = 900, 620
_FIELD = 86  # pixels
_ID = Qt.ItemDataRole.UserRole
_OPEN = ("missing", "outdated")


class TwinActs(Protocol):
    """What the dialog asks for; `set` says whether it was saved, `write` and `read` what came of it.

    These two raise Refusal or OSError.
    """

    def places(self) -> Sequence[TwinPlace]: ...
    def set(self, its_id: str, text: str) -> bool: ...
    def write(self, path: Path) -> str: ...
    def read(self, path: Path) -> str: ...
    def proposed(self) -> Path: ...


class _TypedField(TextField):
    """`entered` tells of Ctrl+Enter."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class TwinsDialog(SayingDialog):
    """Ctrl+Enter saves a text as one step and goes on to the next; leaving a text saves it too, so nothing is lost.

    An outdated text that is left as it is stays outdated; Ctrl+Enter says that it is still right.
    """

    def __init__(self, acts: TwinActs, language: Language, words: Words, parent: QWidget) -> None:
        super().__init__(words(f"twin.window_{language}"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._acts, self._language, self._words = acts, language, words
        self._places: dict[str, TwinPlace] = {}
        self._at = ""
        self.shown = ChoiceBox()
        self.shown.setAccessibleName(words("twin.show"))
        for key in ("open", "all"):
            self.shown.addItem(words(f"twin.show_{key}"), key)
        self.list = QListWidget()
        self.list.setAccessibleName(words("twin.list"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.source, self.text = TextField(), _TypedField()
        self.source.setReadOnly(True)
        self.source.setAccessibleName(words(f"twin.source_{other_language(language)}"))
        self.text.setAccessibleName(words(f"twin.source_{language}"))
        self._counted = PlainLabel("", "quiet")
        self._was = PlainLabel("", "small", wraps=True)
        self._told_of = PlainLabel("", "quiet", wraps=True)
        self._told_of.hide()
        self._lay_out()
        self.refresh()
        if not self.list.count():
            self.shown.setCurrentIndex(1)
            self.refresh()
        self.shown.currentIndexChanged.connect(lambda place: self._show_others())
        self.list.currentItemChanged.connect(lambda now, before: self._go_to(now))
        self.text.entered.connect(self.save_and_next)
        self.text.textChanged.connect(self._name_next)
        self._name_next()
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self.text.setFocus()

    @property
    def counted(self) -> str:
        """How many texts are still to be given."""
        return self._counted.text()

    @property
    def told(self) -> str:
        """What came of a list."""
        return self._told_of.text()

    @property
    def was(self) -> str:
        """What is said of an outdated text."""
        return self._was.text()

    def say(self, problem: str) -> None:
        self._tell("")
        super().say(problem)

    def refresh(self) -> None:
        """Show what there is now; the text that was current stays so where it still is in the list."""
        self._places = {place.id: place for place in self._acts.places()}
        counts = Counter(place.state for place in self._places.values())
        key = f"open_{self._language}" if counts["missing"] + counts["outdated"] else f"all_there_{self._language}"
        told = {"missing": counts["missing"], "outdated": counts["outdated"], "count": len(self._places)}
        self._counted.setText(self._words(f"twin.{key}", **told))
        every = self.shown.currentData() == "all"
        listed = [place for place in self._places.values() if every or place.state in _OPEN or place.id == self._at]
        self.list.blockSignals(True)
        self.list.clear()
        for place in listed:
            item = QListWidgetItem(self._told(place))
            item.setData(_ID, place.id)
            self.list.addItem(item)
        rows = [place.id for place in listed]
        self.list.setCurrentRow(rows.index(self._at) if self._at in rows else 0)
        self.list.blockSignals(False)
        self._show(self.list.currentItem())

    def save_and_next(self) -> None:
        """Save the text that is typed, and go on to the next one below; at the end, stay."""
        row = self.list.currentRow()
        still_right, place = self._is_still_right, self._places.get(self._at)
        if not (self._acts.set(place.id, place.text) if still_right and place else self._leave()):
            return
        self.refresh()
        self.list.setCurrentRow(min(row + 1, self.list.count() - 1))
        self.text.setFocus()
        self.text.selectAll()

    def reject(self) -> None:
        """Esc and Close keep what was typed; where it can't be kept, the dialog stays and says why."""
        if self._leave():
            super().reject()

    def _show_others(self) -> None:
        if self._leave():
            self.refresh()

    @property
    def _is_still_right(self) -> bool:
        """Whether an outdated text stands there as it was."""
        place = self._places.get(self._at)
        return place is not None and place.state == "outdated" and self.text.toPlainText().strip() == place.text

    def _name_next(self) -> None:
        key = "twin.still_right" if self._is_still_right else "twin.next"
        set_text(self.next, self._words(key), self._words("twin.next_key"))

    def _tell(self, told: str) -> None:
        self._told_of.setText(told)
        self._told_of.setVisible(bool(told))

    def _leave(self) -> bool:
        """Save what was typed; False where that was refused."""
        place = self._places.get(self._at)
        typed = self.text.toPlainText().strip()
        if place is None or typed == place.text:
            return True
        if not self._acts.set(place.id, typed):
            self.text.setFocus()
            return False
        self.say("")
        return True

    def _go_to(self, item: QListWidgetItem | None) -> None:
        if not self._leave():
            self.list.blockSignals(True)
            rows = [self.list.item(row).data(_ID) for row in range(self.list.count())]
            self.list.setCurrentRow(rows.index(self._at))
            self.list.blockSignals(False)
            return
        before = self._at
        self._show(item)
        self._places = {place.id: place for place in self._acts.places()}
        for row in range(self.list.count()):
            each = self.list.item(row)
            if each.data(_ID) == before and before in self._places:
                each.setText(self._told(self._places[before]))

    def _show(self, item: QListWidgetItem | None) -> None:
        self._at = item.data(_ID) if item else ""
        place = self._places.get(self._at)
        self.source.setPlainText(place.source if place else "")
        self.text.setPlainText(place.text if place else "")
        self.text.setEnabled(place is not None)
        outdated = place is not None and place.state == "outdated"
        self._was.setText(self._words("twin.was", text=" ".join(place.was.split())) if place and outdated else "")
        self._was.setVisible(outdated)
        self._name_next()

    def _told(self, place: TwinPlace) -> str:
        words, its = self._words, {"at": where(place, self._words), "text": " ".join(place.source.split())}
        return words("twin.row", state=words(f"twin.state_{place.state}"), **its)

    def _lay_out(self) -> None:
        words, other = self._words, other_language(self._language)
        head = QHBoxLayout()
        head.addWidget(self._counted, 1)
        head.addWidget(self.shown)
        for field in (self.source, self.text):
            field.setMaximumHeight(_FIELD)
        self.next = button(words("twin.next"), self.save_and_next, main=True, key=words("twin.next_key"))
        self.write = button(words("twin.write_list"), self._write)
        self.read = button(words("twin.read_list"), self._read)
        close = button(words("console.close"), self.reject, key=words("console.key_escape"))
        buttons = QHBoxLayout()
        for each in (self.write, self.read):
            buttons.addWidget(each)
        buttons.addStretch(1)
        for each in (close, self.next):
            buttons.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(words(f"twin.about_{self._language}"), wraps=True))
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(PlainLabel(words(f"twin.source_{other}"), "fieldLabel"))
        layout.addWidget(self.source)
        layout.addWidget(PlainLabel(words(f"twin.source_{self._language}"), "fieldLabel"))
        layout.addWidget(self.text)
        layout.addWidget(self._was)
        layout.addWidget(self._problem)
        layout.addWidget(self._told_of)
        layout.addLayout(buttons)

    def _write(self) -> None:
        path = file_to_save(self, self._words("twin.write_list"), self._acts.proposed(), ".csv")
        if path and self._leave():
            self._try(lambda: self._acts.write(path))

    def _read(self) -> None:
        files = files_to_open(self, self._words("twin.read_list"), self._words("twin.lists"))
        if files and self._leave():
            self._at = ""
            self._try(lambda: self._acts.read(files[0]))
            self.refresh()

    def _try(self, act: Callable[[], str]) -> None:
        """Do it, and say what came of it or why it could not be done."""
        self.say("")
        try:
            told = act()
        except Refusal as refusal:
            self.say(sentence(refusal, self._words))
        except OSError as error:
            self.say(system_sentence(error, self._words))
        else:
            self._tell(told)
