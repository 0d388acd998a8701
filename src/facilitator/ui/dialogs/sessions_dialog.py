"""SessionsDialog: programs, their cohorts and sessions as a tree, with everything that can be done about them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Session
from facilitator.ui import style
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.saying_dialog import SayingDialog
from facilitator.ui.literal_tip import literal_tip
from facilitator.ui.plain_label import PlainLabel
from facilitator.workshop.agenda import segments_of
from facilitator.workshop.one_to_ones import with_whom
from facilitator.workshop.sessions import cohorts_of, programs_of, sessions_in

NEW_SESSION_KEY = "Ctrl+Shift+N"
"""Makes a new session, in the dialog as in the console."""

_WIDTH, _HEIGHT, _AROUND = 900, 520, 80
_ROOMY = "QTreeView::item { padding: 6px 8px; } QTreeView::item:selected { background: %s; color: %s; }"


@dataclass(frozen=True, slots=True)
class Node:
    """What a row stands for; `id` is "" for the heading of the sessions without a cohort."""

    kind: Literal["program", "cohort", "session", "none"]
    id: str


class SessionsDialog(SayingDialog):
    """Asks by signals with the node of the current row; `refresh` shows what became of it, `say` why nothing did.

    A 1:1 says whom it is with, but not while `hides` says so.
    """

    openRequested = Signal(str)
    editRequested = Signal(object)
    removeRequested = Signal(object)
    undoRequested = Signal()
    keepRequested = Signal(str)
    newSessionRequested = Signal(str)
    newCohortRequested = Signal(str)
    duplicateRequested = Signal(str)
    reviewsRequested = Signal()
    newProgramRequested = Signal()

    def __init__(
        self,
        document: Callable[[], Document],
        words: Words,
        parent: QWidget,
        *,
        hides: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(words("session.sessions_title"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document, self._words, self._hides = document, words, hides
        self._items: dict[str, QTreeWidgetItem] = {}
        self.tree = _Tree(self._press)
        self.tree.setAccessibleName(words("session.sessions_title"))
        self.tree.setHeaderLabels([words(f"session.column_{name}") for name in ("title", "day", "length")])
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setStretchLastSection(False)
        self.tree.itemDoubleClicked.connect(lambda item: self._open_or_edit())
        self.tree.currentItemChanged.connect(lambda now, before: self._show_what_can_be_done())
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.undoRequested)
        self.buttons = self._make_buttons()
        self._lay_out()
        self.refresh()

    @property
    def said(self) -> str:
        """What the dialog says about what was asked for last."""
        return self.problem

    @property
    def told(self) -> str:
        """What is told of what was done last."""
        return self._news.text()

    @property
    def title(self) -> str:
        """What the current row is called, "" for none."""
        item = self.tree.currentItem()
        return item.text(0) if item else ""

    @property
    def neighbour(self) -> str:
        """The id of the row to go to when the current one goes: the next one beside it, else the one before, else its
        cohort or program; "" for none."""
        item = self.tree.currentItem()
        parent = item.parent() or self.tree.invisibleRootItem() if item else None
        if item is None or parent is None:
            return ""
        place = parent.indexOfChild(item)
        beside = parent.child(place + 1) or parent.child(place - 1) or item.parent()
        node = beside.data(0, Qt.ItemDataRole.UserRole) if beside else None
        return str(node.id) if isinstance(node, Node) else ""

    @property
    def node(self) -> Node:
        """What the current row stands for."""
        item = self.tree.currentItem()
        node = item.data(0, Qt.ItemDataRole.UserRole) if item else None
        return node if isinstance(node, Node) else Node("none", "")

    @property
    def cohort_id(self) -> str:
        """The cohort that the current row is or lies in, "" for none."""
        item: QTreeWidgetItem | None = self.tree.currentItem()
        while item is not None:
            node = item.data(0, Qt.ItemDataRole.UserRole)
            if node.kind == "cohort":
                return str(node.id)
            item = item.parent()
        return ""

    @property
    def program_id(self) -> str:
        """The program that the current row is or lies in, "" for none."""
        item: QTreeWidgetItem | None = self.tree.currentItem()
        while item is not None and item.parent() is not None:
            item = item.parent()
        node = item.data(0, Qt.ItemDataRole.UserRole) if item else None
        return node.id if isinstance(node, Node) and node.kind == "program" else ""

    def refresh(self, chosen: str = "") -> None:
        """Show what there is now; the row of the id `chosen` is the current one, else that which was."""
        chosen, document, tree = chosen or self.node.id, self._document(), self.tree
        tree.blockSignals(True)
        tree.clear()
        self._items.clear()
        for session in sessions_in(document, None):
            tree.addTopLevelItem(self._session_item(document, session))
        for program in programs_of(document):
            its = self._item(Node("program", program.id), program.title)
            for cohort in cohorts_of(document, program.id):
                of_cohort = self._item(Node("cohort", cohort.id), cohort.title)
                of_cohort.addChildren([self._session_item(document, each) for each in sessions_in(document, cohort.id)])
                its.addChild(of_cohort)
            tree.addTopLevelItem(its)
        tree.expandAll()
        current = self._items.get(chosen) or next(iter(self._items.values()), None)
        if current:
            tree.setCurrentItem(current)
        tree.blockSignals(False)
        self._show_what_can_be_done()

    def choose(self, node_id: str) -> None:
        """Make the row of this id the current one."""
        if node_id in self._items:
            self.tree.setCurrentItem(self._items[node_id])

    def _item(self, node: Node, *texts: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(list(texts))
        item.setData(0, Qt.ItemDataRole.UserRole, node)
        item.setToolTip(0, literal_tip(texts[0]))
        if node.kind == "program":
            font = item.font(0)
            font.setBold(True)
            item.setFont(0, font)
        self._items[node.id] = item
        return item

    def _session_item(self, document: Document, session: Session) -> QTreeWidgetItem:
        words = self._words
        day = words.date(session.held_on) if session.held_on else ""
        count = sum(segment.minutes for segment in segments_of(document, session.id))
        length = words("session.minutes", minutes=count) if count else "–"
        person = None if self._hides() else with_whom(document, session.id)
        title = words("session.with_person", title=session.title, name=person.name) if person else session.title
        return self._item(Node("session", session.id), title, ", ".join(filter(None, (day, session.begins))), length)

    def _press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; returns whether it was one of ours."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_or_edit()
        elif event.key() == Qt.Key.Key_F2:
            self._edit()
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            return False
        return True

    def _open_or_edit(self) -> None:
        if self.node.kind == "session":
            self.openRequested.emit(self.node.id)
        else:
            self._edit()

    def _edit(self) -> None:
        if self.node.id:
            self.editRequested.emit(self.node)

    def _remove(self) -> None:
        if self.node.id:
            self.removeRequested.emit(self.node)

    def _show_what_can_be_done(self) -> None:
        self.say("")
        for name in ("open", "keep"):
            self.buttons[name].setEnabled(self.node.kind == "session")
        self.buttons["new_cohort"].setEnabled(bool(self.program_id))
        self.buttons["duplicate"].setEnabled(bool(self.cohort_id))
        for name in ("edit", "remove"):
            self.buttons[name].setEnabled(bool(self.node.id))

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for each in self.buttons.values():
            action = menu.addAction(each.text().strip())
            action.setEnabled(each.isEnabled())
            action.triggered.connect(lambda checked=False, each=each: each.click())
        menu.popup(self.tree.viewport().mapToGlobal(at))

    def _make_buttons(self) -> dict[str, QPushButton]:
        words = self._words
        deeds: dict[str, tuple[Callable[[], object], str]] = {
            "open": (lambda: self.openRequested.emit(self.node.id), words("console.key_enter")),
            "edit": (self._edit, "F2"),
            "remove": (self._remove, words("session.key_delete")),
            "keep": (lambda: self.keepRequested.emit(self.node.id), ""),
            "new_session": (lambda: self.newSessionRequested.emit(self.cohort_id), words("session.key_new_session")),
            "new_cohort": (lambda: self.newCohortRequested.emit(self.program_id), ""),
            "duplicate": (lambda: self.duplicateRequested.emit(self.cohort_id), ""),
            "new_program": (self.newProgramRequested.emit, ""),
            "reviews": (self.reviewsRequested.emit, ""),
        }
        made = {
            name: button(
                words("templates.keep" if name == "keep" else f"session.{name}"), act, key=key, main=name == "open"
            )
            for name, (act, key) in deeds.items()
        }
        QShortcut(QKeySequence(NEW_SESSION_KEY), self).activated.connect(deeds["new_session"][0])
        return made

    def _lay_out(self) -> None:
        words = self._words
        side = QVBoxLayout()
        for each in self.buttons.values():
            side.addWidget(each)
        side.addStretch(1)
        side.addWidget(button(words("console.close"), self.reject, key=words("console.key_escape")))
        beside = QHBoxLayout()
        beside.setSpacing(14)
        beside.addWidget(self.tree, 1)
        beside.addLayout(side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(words("session.sessions_about"), "quiet", wraps=True))
        layout.addLayout(beside, 1)
        layout.addWidget(self._problem)
        layout.addWidget(self._news)
        room = QApplication.primaryScreen().availableSize()
        self.resize(min(_WIDTH, room.width() - _AROUND), min(_HEIGHT, room.height() - _AROUND))
        self.tree.setFocus()


class _Tree(QTreeWidget):
    """A tree of which the keys go to the dialog first."""

    def __init__(self, press: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._press = press
        self.setUniformRowHeights(True)
        self.setStyleSheet(_ROOMY % (style.CHOSEN, style.INK))
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._press(event):
            super().keyPressEvent(event)
