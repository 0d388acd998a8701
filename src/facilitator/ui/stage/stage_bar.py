"""StageBar: the slim capture line below the stage's picture. Everything in it may be read by everybody."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.boards.described import ItemGroup
from facilitator.content.theme import Theme, mixed
from facilitator.content.words import Words
from facilitator.ui.capture_line import CaptureLine
from facilitator.ui.capture_target import CaptureTarget
from facilitator.ui.plain_label import ElidedLabel
from facilitator.ui.stage.public_only import PublicOnly

_HEIGHT, _LETTERS = 0.055, 0.0215  # shares of the window's height; letters are 23 pixels at 1080
_LONG = 48  # letters


class StageBar(QWidget):
    """The group that lines go to, the line, and one short sentence. No menu, no tooltip, nothing that pops up.

    `lineEntered` asks for what a line says; its text stays until it is told that it was taken. While `close`d there is
    a sentence in its place, and what was typed waits.

    While it is `catching`, the line is for something that came out of the session, called so: then it is
    `caughtEntered` that asks, and what was typed for the board waits.
    """

    lineEntered = Signal(str)
    caughtEntered = Signal(str)

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self._words, self._theme = words, theme
        self._goes_on = 0
        self.catching = ""
        self._aside = ""  # what was typed, in the other use of the line
        self.target = CaptureTarget(words)
        self.setObjectName("stageBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._group = ElidedLabel("", "stageGroup")
        self._message = ElidedLabel("", "stageMessage")
        self.line = CaptureLine()
        self.line.setObjectName("stageLine")
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.line.setAccessibleName(words("console.capture_line"))
        self.line.entered.connect(self._enter)
        self.line.stepped.connect(self._step)
        self.line.ringStepped.connect(self._step_ring)
        self.line.listPasted.connect(lambda text: self.say(words("stage.work_paste")))
        self.line.textEdited.connect(lambda text: self._say_edited())
        self._public = PublicOnly(self.line)
        self.line.setValidator(self._public)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self._group)
        row.addWidget(self.line, 3)
        row.addWidget(self._message, 0)
        self.close_line("")

    @property
    def message(self) -> str:
        """The sentence that stands there, "" for none."""
        return self._message.text()

    @property
    def is_open(self) -> bool:
        """Whether lines can be typed."""
        return not self.line.isHidden()

    def fit(self, window_height: int) -> None:
        """Be as high, with letters as large, as a window of this height wants it."""
        theme, letters = self._theme, max(8, round(window_height * _LETTERS))
        self.setFixedHeight(max(18, round(window_height * _HEIGHT)))
        edge = mixed(theme.quiet, 0.55, theme.surface)
        self.setStyleSheet(
            f"QWidget#stageBar {{ background: {theme.surface}; border-top: 2px solid {theme.line}; }}"
            f"QLabel {{ font-size: {letters}px; color: {theme.quiet}; }}"
            f"QLabel#stageGroup {{ font-weight: bold; color: {theme.focus}; }}"
            f"QLineEdit {{ font-size: {letters}px; color: {theme.ink}; background: {theme.paper}; padding: 1px 8px;"
            f" border: 1px solid {edge}; border-radius: 5px;"
            f" selection-background-color: {theme.focus}; selection-color: {theme.surface}; }}"
            f"QLineEdit:focus {{ border: 2px solid {theme.focus}; padding: 0px 7px; }}"
        )

    def open_line(self, groups: Sequence[ItemGroup], rings: Sequence[str], *, marks: bool = False) -> None:
        """Take lines for one of these groups; `marks` says that they mark items that are given."""
        self.target.marks = marks
        self.target.offer(groups, rings)
        self._show_target()
        if not self.is_open:
            self.say("")
        for each in (self.line, self._group):
            each.show()
        self._share_room()

    def close_line(self, why: str) -> None:
        """Take no lines, and say why."""
        for each in (self.line, self._group):
            each.hide()
        self.say(why)

    @property
    def drafts(self) -> tuple[str, str]:
        """What was typed and not taken: for the board, and as something that came out of the session."""
        return (self._aside, self.line.text()) if self.catching else (self.line.text(), self._aside)

    def put(self, drafts: tuple[str, str]) -> None:
        """Go on with what was typed before; the line is for the board."""
        text, self._aside = drafts
        self.line.setText(text)

    def catch(self, name: str) -> None:
        """Take something that came out of the session, called `name`."""
        if not self.catching:
            self._turn()
        self.catching = name
        self._public.takes_out = False  # nothing is a mark here
        self._show_target()
        self.say(self._words("stage.work_catch_keys"))
        self.line.setFocus()

    def end_catching(self) -> None:
        """Take lines for the board again."""
        if self.catching:
            self.catching = ""
            self._turn()
            self._public.takes_out = True
            self._show_target()

    def choose_place(self, place: int) -> None:
        """Go to the group at this place, counted from 0, where there are so many."""
        self.target.choose_place(place)
        self._show_target()

    def choose_ring(self, ring: int) -> None:
        """Go to this ring, from 1, where there are so many; where it is chosen, to the usual one."""
        self.target.choose_ring(ring)
        self._show_target()
        self.say(self.target.ring_text)

    def take(self, said: str) -> None:
        """The line was taken: empty it, say so, and go on to the group that Ctrl+Enter asked for."""
        self.line.clear()
        self.line.setModified(False)
        self.target.step(self._goes_on)
        self._goes_on = 0
        self._show_target()
        self.say(said)

    def refuse(self, why: str, column: int | None, length: int = 0) -> None:
        """Say why the line was not taken; the caret goes to `column` (from 1), with `length` letters picked there."""
        self.say(why)
        if column is not None:
            self.line.setSelection(column - 1, length) if length else self.line.setCursorPosition(column - 1)
        self.line.setFocus()

    def say(self, text: str) -> None:
        """Say something short."""
        self._message.setText(text)
        self._share_room()

    def _share_room(self) -> None:
        """A long sentence needs more of the bar than what is typed; where nothing is said the line has all of it."""
        row, said = self.layout(), self._message.text()
        assert isinstance(row, QHBoxLayout)
        row.setStretchFactor(self._message, 6 if len(said) > _LONG else 2)
        self._message.setVisible(bool(said))

    def _say_edited(self) -> None:
        """What was said is of the text before; that a mark was taken out of this one is told as long as it is typed."""
        private = self._words("stage.work_private")
        if self._public.took():
            self.line.setModified(True)  # Ctrl+Z still means what is typed, not the board
            self.say(private)
        elif self.message != private or not self.line.text():
            self.say("")

    def _enter(self, goes_on: int) -> None:
        self._goes_on = goes_on
        if self.line.text().strip():
            (self.caughtEntered if self.catching else self.lineEntered).emit(self.line.text())

    def _turn(self) -> None:
        text = self.line.text()
        self.line.setText(self._aside)
        self._aside = text

    def _step(self, by: int) -> None:
        if not self.catching:
            self.target.step(by)
            self._show_target()

    def _step_ring(self, by: int) -> None:
        if self.catching:
            return
        self.target.step_ring(by)
        self._show_target()
        self.say(self.target.ring_text)

    def _show_target(self) -> None:
        told = self._words("stage.work_catch", kind=self.catching) if self.catching else self.target.text
        self._group.setText(told)
        self._group.setMinimumWidth(min(self._group.sizeHint().width(), self.width() // 3))
        self.line.setAccessibleDescription(told)
