"""SegmentDialog: title and length of a segment, and what planning anew may do to it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.domain.engagement import BREAK, Segment
from facilitator.ui.buttons import button
from facilitator.ui.editors import LineField
from facilitator.ui.plain_label import PlainLabel
from facilitator.workshop.agenda import MOST_MINUTES

_WIDTH = 460


@dataclass(frozen=True, slots=True)
class SegmentValues:
    """What was entered; `minimum` None where the usual share will do."""

    title: str
    minutes: int
    fixed: bool
    minimum: int | None


class SegmentDialog(QDialog):
    """Enter saves all of it as one step: `save` says whether it was; `say` shows why it was not."""

    def __init__(
        self, segment: Segment, save: Callable[[SegmentValues], bool], words: Words, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words("clock.segment_title"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._segment, self._save = segment, save
        self.title = LineField()
        self.title.setText(segment.title)
        self.minutes = _minutes_box(words("clock.minutes"), words)
        self.minutes.setValue(segment.minutes)
        self.fixed = QCheckBox(words("clock.fixed"))
        self.fixed.setChecked(segment.kept)
        self.fixed.setEnabled(segment.method != BREAK)
        self.minimum = _minutes_box(words("clock.minimum"), words)
        self.minimum.setSpecialValueText(words("clock.minimum_usual"))
        self.minimum.setValue(segment.minimum or 0)
        self.minimum.setEnabled(not segment.kept)
        self.fixed.toggled.connect(lambda fixed: self.minimum.setEnabled(not fixed))
        self._problem = PlainLabel("", "problem", wraps=True)
        self._problem.hide()
        self.title.setAccessibleName(words("clock.title"))
        fields = QFormLayout()
        for key, field in (("title", self.title), ("minutes", self.minutes), ("minimum", self.minimum)):
            fields.addRow(PlainLabel(words(f"clock.{key}"), "fieldLabel"), field)
        fields.insertRow(2, "", self.fixed)
        enter = button(words("clock.save"), self._enter, main=True)
        enter.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(words("console.cancel"), self.reject, key=words("console.key_escape")))
        buttons.addWidget(enter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addLayout(fields)
        if segment.method == BREAK:
            layout.addWidget(PlainLabel(words("clock.break_kept"), "quiet", wraps=True))
        layout.addWidget(self._problem)
        layout.addLayout(buttons)
        self.resize(_WIDTH, self.sizeHint().height())
        self.minutes.setFocus()
        self.minutes.selectAll()

    @property
    def problem(self) -> str:
        """Why it was not saved, "" where it was not tried."""
        return self._problem.text()

    def say(self, problem: str) -> None:
        """Say why it was not saved; what was entered stays."""
        self._problem.setText(problem)
        self._problem.show()

    def values(self) -> SegmentValues:
        """What stands in the fields. A break is kept as it is, so nothing is noted for it."""
        fixed = self.fixed.isChecked() if self.fixed.isEnabled() else self._segment.fixed
        return SegmentValues(self.title.text(), self.minutes.value(), fixed, self.minimum.value() or None)

    def _enter(self) -> None:
        segment = self._segment
        before = SegmentValues(segment.title, segment.minutes, segment.fixed, segment.minimum)
        if self.values() == before or self._save(self.values()):
            self.accept()


def _minutes_box(name: str, words: Words) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, MOST_MINUTES)
    box.setSuffix(words("clock.min_suffix"))
    box.setAccessibleName(name)
    return box
