"""HandoutLayout: where everything in the handout dialog stands; choices left, pages right, buttons below."""

from collections.abc import Sequence
from pathlib import Path

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
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.handout_choices import HandoutAction, HandoutChoices, HandoutOrder
from facilitator.ui.dialogs.handout_preview import HandoutPreview
from facilitator.ui.editors import LineField
from facilitator.ui.plain_label import PlainLabel

_ACROSS = 2  # buttons side by side
_CHOICES_WIDE, _SIZE, _LEAST = 452, (1200, 672), (960, 560)


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
