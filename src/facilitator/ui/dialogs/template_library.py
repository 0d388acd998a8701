"""TemplateLibrary: all templates with a search, what each contains, and everything that can be done with one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from facilitator.content.whole_templates import WholeTemplate, finds
from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.console.file_drops import FileDrops
from facilitator.ui.console.rows import ASIDE
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.dialogs.template_library_rows import TemplateRows
from facilitator.ui.dialogs.template_library_text import Forms, TemplateText, facts
from facilitator.ui.editors import LineField
from facilitator.ui.plain_label import PlainLabel
from facilitator.ui.typed_text import typed_text

_WIDTH, _HEIGHT, _ROW, _LIST = 1160, 660, 32, 430
_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_NEEDS_ONE = ("use", "export", "duplicate")
_NEEDS_OWN = ("edit", "delete")


@dataclass(frozen=True, slots=True)
class Listed:
    """What there is to list, and a sentence about files that can't be read, "" where all can."""

    templates: tuple[WholeTemplate, ...]
    unread: str = ""


class TemplateDeeds(Protocol):
    """What the window asks for; each says by `TemplateLibrary.say` why it was not done."""

    use_words: str

    def listed(self) -> Listed:
        """All templates."""

    def use(self, template: WholeTemplate) -> None:
        """Begin with it."""

    def take_in(self, paths: Sequence[Path]) -> None:
        """Import these files."""

    def choose_files(self) -> None:
        """Ask for files to import."""

    def export(self, template: WholeTemplate) -> None:
        """Ask where to, and write it as a file."""

    def edit(self, template: WholeTemplate) -> None:
        """Ask for another name and purpose."""

    def duplicate(self, template: WholeTemplate) -> None:
        """Make an own one of it."""

    def delete(self, template: WholeTemplate) -> None:
        """Delete it."""

    def put_back(self) -> None:
        """Bring the one back that was deleted last."""


class TemplateLibrary(SayingDialog):
    """Letters search, the arrows go through the list, Enter uses a template, F2, Del and Ctrl+Z do as everywhere.

    A file that is dropped on it is imported. `refresh` shows what there is now.
    """

    def __init__(
        self, deeds: TemplateDeeds, kinds: Sequence[tuple[str, str]], forms: Forms, words: Words, parent: QWidget
    ) -> None:
        super().__init__(words("templates.title"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._deeds, self._words = deeds, words
        self._templates: tuple[WholeTemplate, ...] = ()
        self._asked_to_delete = ""
        self.search = LineField()
        self.search.setPlaceholderText(words("templates.search"))
        self.search.setAccessibleName(words("templates.search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda text: self._fill())
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(words("templates.list"))
        self.list.setMouseTracking(True)
        self._painter = TemplateRows(_ROW, _LIST)
        self.list.setItemDelegate(self._painter)
        self.list.currentItemChanged.connect(lambda now, before: self._turn())
        self.list.itemDoubleClicked.connect(lambda item: self._use())
        self.list.installEventFilter(self)
        self.text = TemplateText(kinds, forms, words)
        self._note = PlainLabel("", "small", wraps=True)
        self._note.hide()
        self.buttons = self._make_buttons()
        self._drops = FileDrops(self, deeds.take_in)
        for inside in (self.list, self.text, self.search):  # the whole window takes files, its parts none of their own
            inside.setAcceptDrops(False)
        self.text.viewport().setAcceptDrops(False)
        self._lay_out()
        self.refresh()
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self.search.setFocus()

    @property
    def current(self) -> WholeTemplate | None:
        """The template of the current row."""
        item = self.list.currentItem()
        its_id = item.data(Qt.ItemDataRole.UserRole) if item else ""
        return next((each for each in self._templates if each.id == its_id), None)

    @property
    def note(self) -> str:
        """What was done last, or which files can't be read."""
        return self._note.text()

    def tell(self, done: str) -> None:
        """Say what was done."""
        self.say("")
        self._note.setText(done)
        self._note.setVisible(bool(done))

    def offer_back(self, offered: bool) -> None:
        """Offer to bring back what was deleted, or no more."""
        self.buttons["put_back"].setVisible(offered)

    def refresh(self, chosen: str = "") -> None:
        """Show what there is now; the row of the id `chosen` is the current one, else that which was."""
        listed = self._deeds.listed()
        self._templates = listed.templates
        if listed.unread:
            self.tell(listed.unread)
        if chosen and self.search.text():
            self.search.clear()  # what was made just now is to be seen
        self._fill(chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.search and event.key() in _TO_LIST:
                self.list.setFocus()
                QApplication.sendEvent(self.list, event)
                return True
            if watched is self.list and self._pressed(event):
                return True
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        """Do what a key in the list asks for; letters go into the search."""
        if event.key() == Qt.Key.Key_Delete:
            self.buttons["delete"].click()
        elif event.key() == Qt.Key.Key_F2:
            self.buttons["edit"].click()
        elif typed_text(event):
            self.search.setFocus()
            self.search.insert(typed_text(event))
        else:
            return False
        return True

    def _fill(self, chosen: str = "") -> None:
        wanted = chosen or (self.current.id if self.current else "")
        found = [each for each in self._templates if finds(each, self.search.text())]
        own, house = [each for each in found if each.is_own], [each for each in found if not each.is_own]
        self.list.blockSignals(True)
        self.list.clear()
        has_own = any(each.is_own for each in self._templates)
        if own or not has_own:
            self._add_heading(self._words("templates.heading_own"))
        for each in own:
            self._add_row(each)
        if not has_own:
            self._add_heading(self._words("templates.none_own"), small=True)
        if house:
            self._add_heading(self._words("templates.heading_house"))
        for each in house:
            self._add_row(each)
        rows = [str(self.list.item(row).data(Qt.ItemDataRole.UserRole) or "") for row in range(self.list.count())]
        first = next((row for row, its_id in enumerate(rows) if its_id), -1)
        self.list.setCurrentRow(rows.index(wanted) if wanted and wanted in rows else first)
        self.list.blockSignals(False)
        self.say("" if found else self._words("templates.none_found"))
        self._turn()

    def _add_heading(self, text: str, *, small: bool = False) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        if not small:
            font = item.font()
            font.setBold(True)
            item.setFont(font)
        self.list.addItem(item)

    def _add_row(self, template: WholeTemplate) -> None:
        words = self._words
        item = QListWidgetItem(template.name.within(words.language))
        item.setData(Qt.ItemDataRole.UserRole, template.id)
        several = len(template.sessions) > 1
        aside = words("templates.sessions", count=len(template.sessions)) if several else ""
        if template.sessions:
            item.setData(ASIDE, aside or words("templates.minutes", minutes=template.minutes))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {facts(template, words)}")
        self.list.addItem(item)

    def _turn(self) -> None:
        current = self.current
        if self._asked_to_delete and (current is None or current.id != self._asked_to_delete):
            self._asked_to_delete = ""
            self.say("")
        self.text.show_template(current)
        for name in _NEEDS_ONE:
            self.buttons[name].setEnabled(current is not None)
        for name in _NEEDS_OWN:
            self.buttons[name].setEnabled(current is not None and current.is_own)

    def _use(self) -> None:
        if self.current:
            self._deeds.use(self.current)

    def _delete(self) -> None:
        """Only when asked for twice."""
        current = self.current
        if current is None or not current.is_own:
            return
        if self._asked_to_delete == current.id:
            self._asked_to_delete = ""
            self._deeds.delete(current)
        else:
            self._asked_to_delete = current.id
            self.say(self._words("templates.ask_delete", name=current.name.within(self._words.language)))

    def _make_buttons(self) -> dict[str, QPushButton]:
        words = self._words

        def with_one(deed: Callable[[WholeTemplate], None]) -> Callable[[], None]:
            return lambda: deed(self.current) if self.current else None

        made = {
            "use": button(words(self._deeds.use_words), self._use, main=True, key=words("console.key_enter")),
            "duplicate": button(words("templates.duplicate"), with_one(self._deeds.duplicate)),
            "edit": button(words("templates.edit"), with_one(self._deeds.edit), key="F2"),
            "delete": button(words("templates.delete"), self._delete, key=words("console.key_delete")),
            "put_back": button(words("templates.put_back"), self._deeds.put_back, key="Ctrl+Z"),
            "import": button(words("templates.import"), self._deeds.choose_files, icon_name="folder"),
            "export": button(words("templates.export"), with_one(self._deeds.export)),
        }
        made["use"].setDefault(True)
        made["put_back"].hide()
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self._deeds.put_back)
        return made

    def _lay_out(self) -> None:
        words = self._words
        beside = QGridLayout()
        beside.setHorizontalSpacing(14)
        beside.setVerticalSpacing(6)
        self.list.setFixedWidth(_LIST)
        beside.addWidget(self.search, 0, 0)
        beside.addWidget(PlainLabel(words("templates.contents"), "fieldLabel"), 0, 1)
        beside.addWidget(self.list, 1, 0)
        beside.addWidget(self.text, 1, 1)
        beside.setColumnStretch(1, 1)
        deeds, last = QHBoxLayout(), QHBoxLayout()
        for name in ("import", "export", "duplicate", "edit", "delete", "put_back"):
            deeds.addWidget(self.buttons[name])
        deeds.addStretch(1)
        last.addStretch(1)
        last.addWidget(button(words("console.close"), self.reject, key=words("console.key_escape")))
        last.addWidget(self.buttons["use"])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(9)
        layout.addWidget(PlainLabel(words("templates.about"), "quiet", wraps=True))
        layout.addLayout(beside, 1)
        layout.addWidget(self._note)
        layout.addWidget(self._problem)
        layout.addLayout(deeds)
        layout.addLayout(last)
