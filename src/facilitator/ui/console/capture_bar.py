"""CaptureBar: the line in which what people say becomes items, without a mouse."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from facilitator.boards.described import ItemGroup
from facilitator.content.words import Words
from facilitator.ui.capture_line import CaptureLine
from facilitator.ui.capture_target import CaptureTarget
from facilitator.ui.literal_tip import literal_tip
from facilitator.ui.pasted import pasted_lines
from facilitator.ui.plain_label import PlainLabel


class CaptureBar(QWidget):
    """Asks for what a line says; the text stays until it is told that the line was taken.

    What is typed and not entered belongs to the board that it was typed for, and comes back with it.
    """

    lineEntered = Signal(str, str)
    listPasted = Signal(str, str)
    left = Signal()
    groupChanged = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._target = CaptureTarget(words)
        self._goes_on = 0
        self._board_id, self._drafts = "", dict[str, str]()
        self.line = CaptureLine()
        self.line.setAccessibleName(words("console.capture_line"))
        self.line.setPlaceholderText(words("console.capture_placeholder"))
        self.line.entered.connect(self._enter)
        self.line.stepped.connect(self.step)
        self.line.ringStepped.connect(self.step_ring)
        self.line.left.connect(self.left)
        self.line.listPasted.connect(lambda text: self.listPasted.emit(text, self.group))
        self._group = QToolButton()
        self._group.setObjectName("group")
        self._group.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._group.setMenu(QMenu(self._group))
        self._frame = QFrame()
        self._frame.setObjectName("captureBar")
        self.line.focused.connect(self._show_focus)
        self.line.textEdited.connect(lambda _: self._say("", "good"))
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(8, 3, 12, 3)
        row.setSpacing(2)
        row.addWidget(self._group)
        row.addWidget(self.line, 1)
        self._keys = PlainLabel(words("console.capture_keys"), "small")
        row.addWidget(self._keys)
        self._message = PlainLabel("", "problem", wraps=True)
        self._message.setMinimumHeight(22)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._frame)
        layout.addWidget(self._message)

    @property
    def group(self) -> str:
        """The id of the group that a line goes to unless it says otherwise; "" where the board has none."""
        return self._target.group

    @property
    def ring(self) -> int | None:
        """The ring that a line goes to unless it says otherwise, from 1; None for the usual one."""
        return self._target.ring

    @property
    def message(self) -> str:
        """What is said below the line."""
        return self._message.text()

    @property
    def drafts(self) -> dict[str, str]:
        """What is typed and not entered, by the id of its board; the board at work under its own, "" without one."""
        typed = {**self._drafts, self._board_id: self.line.text()}
        return {board_id: text for board_id, text in typed.items() if text.strip()}

    def turn_to(self, board_id: str) -> None:
        """Lines are for this board from now on: what was typed for another one waits there, not here."""
        was, self._drafts = self._board_id, self.drafts
        if board_id == was:
            return
        if not was and was in self._drafts:  # it was typed for the first board to come
            self._drafts.setdefault(board_id, self._drafts.pop(was))
        self._say("", "good")  # what was said is about it, and may quote it
        self._board_id = board_id
        self._put(self._drafts.get(board_id, ""))

    def put_draft(self, board_id: str, text: str) -> None:
        """Have this text wait for this board, which may be the one at work; "" for nothing."""
        self._drafts[board_id] = text
        if board_id == self._board_id:
            self._put(text)

    def show_groups(
        self, groups: Sequence[ItemGroup], rings: Sequence[str] = (), hint: str = "", *, answers: bool = False
    ) -> None:
        """Offer these groups, and rings by name; what is chosen stays if it is among them.

        `hint` is what to type where items are given, "" where any words become one; `answers`: lines answer them.
        """
        self._target.marks, self._target.answers = bool(hint), answers
        self._keys.setVisible(not hint)  # what answers there are needs the room
        self.line.setPlaceholderText(hint or self._words("console.capture_placeholder"))
        self.line.setToolTip(literal_tip(hint) if hint else "")
        self._target.offer(groups, rings)
        menu = self._group.menu()
        menu.clear()
        for group in groups:
            menu.addAction(group.name.replace("&", "&&")).triggered.connect(
                lambda checked=False, group=group.id: self.begin(group)
            )
        self._show_group()

    def choose(self, group: str) -> None:
        """Have lines go to this group where it is among those on offer; the focus stays where it is."""
        self._target.choose(group)
        self._show_group()

    def begin(self, group: str) -> None:
        """Go to the line, with this group chosen where it is among those on offer."""
        self._target.choose(group)
        self._go_to_line()

    def step(self, by: int) -> None:
        """Go to the next group, or with -1 to the one before."""
        self._target.step(by)
        self._go_to_line()

    def step_ring(self, by: int) -> None:
        """Go to the next ring outwards, or with -1 inwards; beyond either end it is the usual one."""
        self._target.step_ring(by)
        self._go_to_line()
        self._say(self._target.ring_text, "good")

    def choose_place(self, place: int) -> None:
        """Go to the group at this place, counted from 0, where there are so many."""
        self._target.choose_place(place)
        self._go_to_line()

    def choose_ring(self, ring: int) -> None:
        """Go to this ring, from 1, where there are so many; where it is chosen, to the usual one."""
        self._target.choose_ring(ring)
        self._go_to_line()
        self._say(self._target.ring_text, "good")

    def take(self, said: str) -> None:
        """The line was taken: empty it, say so, and go on to the group that Ctrl+Enter asked for."""
        self.line.clear()
        self.line.setModified(False)
        self._say(said, "good")
        if self._goes_on:
            self._target.step(self._goes_on)
            self._goes_on = 0
            self._show_group()

    def refuse(self, problem: str, column: int | None) -> None:
        """The line can't be read: say why, keep the text, and put the caret at `column` (from 1) if it is known."""
        self._say(problem, "problem")
        if column is not None:
            self.line.setCursorPosition(min(column - 1, len(self.line.text())))
        self.line.setFocus()

    def say(self, text: str, *, problem: bool) -> None:
        """Say something brief below the line."""
        self._say(text, "problem" if problem else "good")

    def _put(self, text: str) -> None:
        self.line.setText(text)
        self.line.setModified(bool(text))  # Ctrl+Z still means what is typed, not the board

    def _enter(self, goes_on: int) -> None:
        text, self._goes_on = self.line.text(), goes_on
        lines = pasted_lines(text)
        if len(lines) > 1:  # they came in by a way that has no paste event
            self.listPasted.emit(text, self.group)
            return
        if lines and len(text.splitlines()) > 1:
            self.line.setText(lines[0])
        if self.line.text().strip():
            self.lineEntered.emit(self.line.text(), self.group)

    def _go_to_line(self) -> None:
        self._show_group()
        self.line.setFocus()

    def _show_group(self) -> None:
        text = self._target.text
        several = len(self._group.menu().actions()) > 1
        self._group.setText(text.replace("&", "&&") + ("  ▾" if several else ""))
        self._group.setAccessibleName(text)
        self._group.setEnabled(bool(self._target.group))
        self.line.setAccessibleDescription(text)
        self.groupChanged.emit()

    def _say(self, text: str, role: str) -> None:
        self._message.setText(text)
        if self._message.objectName() != role:
            self._message.setObjectName(role)
            self._message.style().polish(self._message)

    def _show_focus(self, focused: bool) -> None:
        self._frame.setProperty("focused", focused)
        self._frame.style().polish(self._frame)
