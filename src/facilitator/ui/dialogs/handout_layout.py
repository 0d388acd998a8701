"""HandoutLayout: where everything in the handout dialog stands; choices left, pages right, buttons below."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facilitator.content.words import Words
from facilitator.domain.refusal import Refusal
from facilitator.exchange.paths import typed_path
from facilitator.exchange.writing import free_path
from facilitator.handouts.made import MadeHandout
from facilitator.packs.sorts import HandoutOrder
from facilitator.ui.buttons import button, set_text
from facilitator.ui.dialogs.handout_choices import HandoutAction, HandoutChoices
from facilitator.ui.dialogs.handout_preview import HandoutPreview
from facilitator.ui.editors import LineField
from facilitator.ui.plain_label import PlainLabel

_REPORT_SIGN, _SCRIPT_SIGN = "console.pack_is_private", "handouts.script_is_private"
_ACROSS = 2  # buttons side by side
_CHOICES_WIDE, _SIZE, _LEAST = 452, (1200, 672), (960, 560)


HandoutState = Literal["choosing", "working", "saved"]


class HandoutLayout(QObject):
    """The parts of the window, as its attributes. `acted` tells which of the actions was asked for."""

    acted = Signal(object)

    def __init__(
        self,
        dialog: QDialog,
        chosen: HandoutChoices,
        folder: Path,
        actions: Sequence[HandoutAction],
        words: Words,
    ) -> None:
        super().__init__(dialog)
        self._words, self._offered = words, tuple(actions)
        self.about = PlainLabel("", wraps=True)
        self.private_sign = PlainLabel("", "privateSign", wraps=True)
        self.preview = HandoutPreview(words)
        self.folder = LineField(str(folder))
        self.folder.setAccessibleName(words("console.folder"))
        self.choose = _button(words("console.choose_folder"), "folder")
        self.actions = tuple(self._action(each) for each in self._offered)
        self._lines = tuple(PlainLabel("", wraps=True) for _ in self._offered)
        self.said = PlainLabel("", wraps=True)
        self.said.setMinimumHeight(self.said.fontMetrics().height())  # so that nothing moves when it speaks
        self.end = _button(words("console.cancel"))
        self.open_folder = _button(words("console.open_folder"), "folder")
        self.open_file = _button(words("handouts.open_file"), "eye")
        self.print = _button(words("handouts.print"))
        self.other = _button(words("handouts.save_elsewhere"), "export")
        self.save = button(words("console.save_handout"), lambda: None, icon_name="handout", main=True)
        self.save.setDefault(True)
        across = QHBoxLayout()
        across.setSpacing(18)
        across.addWidget(self._left(chosen))
        across.addWidget(self.preview, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for each in (self.end, self.open_folder, self.open_file, self.print, self.other, self.save):
            buttons.addWidget(each)
        layout = QVBoxLayout(dialog)
        layout.setContentsMargins(22, 16, 22, 16)
        layout.setSpacing(10)
        layout.addLayout(across, 1)
        layout.addWidget(self.said)
        layout.addLayout(buttons)
        dialog.setMinimumSize(*_LEAST)
        dialog.resize(*_SIZE)

    def tell_actions(self, order: HandoutOrder) -> None:
        """Show what the actions say of what is chosen."""
        for action, its, line in zip(self._offered, self.actions, self._lines, strict=True):
            told = action.told(order)
            line.setText(told)
            line.setVisible(bool(told))
            its.setVisible(action.offered(order) and (bool(told) or not action.only_when_told))
            its.setAccessibleDescription(told)

    def tell_pack(self, chosen: HandoutChoices, drafts: Sequence[str]) -> None:
        """Say what is in the pack, whether it is private, and which `drafts` in it name people."""
        words, pack, private = self._words, chosen.pack.currentData(), chosen.sort.private
        about = words(f"console.about_{pack}")
        if drafts and not chosen.order().anonymous:
            about = words("console.about_participants_drafts", count=len(drafts), names=words.list(drafts))
        sign = words(_SCRIPT_SIGN if chosen.sort.of_one_session else _REPORT_SIGN)
        self.about.setText(about)
        self.private_sign.setText(sign)
        self.private_sign.setVisible(private)
        chosen.pack.setAccessibleDescription(sign if private else about)

    def show_state(self, state: HandoutState, *, refused: bool) -> None:
        """Let be pressed what can be; where a pack is `refused`, there is nothing to save or print."""
        working = state == "working"
        for each in (self.folder, self.choose, *self.actions):
            each.setEnabled(not working)
        for each in (self.save, self.other, self.print):
            each.setEnabled(not working and not refused)
        self.end.setAutoDefault(not working)  # a second Enter is not to stop what the first began
        for each in (self.open_folder, self.open_file):
            each.setVisible(state == "saved")
        set_text(self.end, self._words("console.close" if state == "saved" else "console.cancel"))

    def proposed(self, made: MadeHandout) -> Path:
        """A file name that is free where the folder can be looked into, else in one's own folder."""
        ending = f"{made.ending}.pdf"
        try:
            return free_path(typed_path(self.folder.text()), made.title, ending)
        except Refusal:
            return free_path(Path.home(), made.title, ending)

    def _action(self, action: HandoutAction) -> QPushButton:
        made = _button(action.label)
        made.clicked.connect(lambda: self.acted.emit(action))
        return made

    def _left(self, chosen: HandoutChoices) -> QWidget:
        """The choices, in a column that scrolls where the screen is too low for them."""
        words = self._words
        form = QFormLayout()
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        chosen.add_to(form)
        folder = QHBoxLayout()
        folder.setSpacing(6)
        folder.addWidget(self.folder, 1)
        folder.addWidget(self.choose)
        form.addRow(PlainLabel(words("console.folder"), "fieldLabel"), folder)
        column = QWidget()
        column.setObjectName("ground")
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(8)
        inside.addWidget(self.about)
        inside.addWidget(self.private_sign)
        inside.addLayout(form)
        rest = QGridLayout()
        rest.setColumnStretch(_ACROSS, 1)
        place = 0
        for action, line, its in zip(self._offered, self._lines, self.actions, strict=True):
            if action.only_when_told:
                row = QHBoxLayout()
                row.addWidget(line, 1)
                row.addWidget(its)
                inside.addLayout(row)
            else:
                rest.addWidget(its, place // _ACROSS * 2, place % _ACROSS)
                rest.addWidget(line, place // _ACROSS * 2 + 1, place % _ACROSS)
                place += 1
        inside.addLayout(rest)
        inside.addStretch(1)
        scrolled = QScrollArea()
        scrolled.setWidget(column)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setFixedWidth(_CHOICES_WIDE)
        return scrolled


def _button(text: str, icon_name: str = "") -> QPushButton:
    made = button(text, lambda: None, icon_name=icon_name)
    made.setAutoDefault(True)
    return made
