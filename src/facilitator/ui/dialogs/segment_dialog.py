"""SegmentDialog: everything that can be said of a segment of an agenda."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.content.agendas import MOST_CUT_ORDER, MOST_MINUTES, method_cards
from facilitator.content.words import Words
from facilitator.domain.engagement import BREAK
from facilitator.ui.buttons import button
from facilitator.ui.choosing import ChoiceBox
from facilitator.ui.console.field_area import FieldArea
from facilitator.ui.dialogs.saying_dialog import SayingDialog
from facilitator.ui.editors import LineField, NumberField, TextField
from facilitator.ui.method_texts import method_minutes
from facilitator.ui.plain_label import PlainLabel
from facilitator.workshop.segments import SegmentValues

_WIDTH, _NARROW, _MARGINS, _LINES, _LEAST = 620, 260, 105, 58, 240


@dataclass(frozen=True, slots=True)
class BoardOffer:
    """A board that a segment can bring to the stage: the ids and names of its forms, whether its text can be large.

    `spots` are the ids and names of what can stand in the spotlight.
    """

    id: str
    title: str
    forms: tuple[tuple[str, str], ...] = ()
    enlarges: bool = False
    spots: tuple[tuple[str, str], ...] = ()


class SegmentDialog(SayingDialog):
    """Enter saves all of it as one step: `save` says whether it was; `say` shows why it was not.

    Esc gives up, where something was changed only when pressed twice with nothing changed between.
    """

    def __init__(
        self,
        values: SegmentValues,
        boards: Sequence[BoardOffer],
        save: Callable[[SegmentValues], bool],
        words: Words,
        parent: QWidget,
        *,
        new: bool = False,
    ) -> None:
        super().__init__(words("session.new_segment" if new else "clock.segment_title"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._before, self._save, self._words, self._new = values, save, words, new
        self._boards = {board.id: board for board in boards}
        self._warned_of: SegmentValues | None = None
        self.title, self.materials, self.prompt = LineField(), LineField(), TextField()
        self.minutes = _number_box(0, MOST_MINUTES, words("clock.min_suffix"))
        self.minimum = _number_box(0, MOST_MINUTES, words("clock.min_suffix"), words("clock.minimum_usual"))
        self.cut_order = _number_box(0, MOST_CUT_ORDER, "", words("session.cut_never"))
        self.fixed = QCheckBox(words("clock.fixed"))
        self.large = QCheckBox(words("session.large"))
        self.method, self.board, self.form, self.spot = ChoiceBox(), ChoiceBox(), ChoiceBox(), ChoiceBox()
        self._break_kept = PlainLabel(words("clock.break_kept"), "quiet", wraps=True)
        self._offer()
        self._fill(values)
        self._lay_out()
        first = self.title if new else self.minutes
        first.setFocus()
        first.selectAll()

    def values(self) -> SegmentValues:
        """What stands in the fields. A break is kept as it is, so nothing is noted for it."""
        method, board_id = self.method.currentData(), self.board.currentData() or None
        return SegmentValues(
            self.title.text(),
            self.minutes.value(),
            method,
            self.prompt.toPlainText(),
            self.materials.text(),
            self._before.fixed if method == BREAK else self.fixed.isChecked(),
            self.minimum.value() or None,
            self.cut_order.value() or None,
            board_id,
            (self.form.currentData() or "") if board_id else "",
            self.large.isChecked() and self.large.isEnabled(),
            (self.spot.currentData() or "") if board_id else "",
        )

    def enter(self) -> None:
        """Save it; what can't be saved stays to be mended."""
        if (self.values() == self._before and not self._new) or self._save(self.values()):
            self.accept()

    def reject(self) -> None:
        """Give it up: what was entered is lost only where this was said before."""
        values = self.values()
        if values in (self._before, self._warned_of):
            super().reject()
        else:
            self._warned_of = values
            self.say(self._words("console.entry_not_saved"))

    def _offer(self) -> None:
        words = self._words
        self.method.addItem(words("session.no_method"), "")
        for card in method_cards():
            told = " · ".join(filter(None, (card.name.within(words.language), method_minutes(card, words))))
            self.method.addItem(told, card.id)
        self.board.addItem(words("session.no_board"), "")
        for board in self._boards.values():
            self.board.addItem(board.title, board.id)
        self.method.currentIndexChanged.connect(lambda place: self._follow_method())
        self.fixed.toggled.connect(lambda fixed: self._follow_method())
        self.board.currentIndexChanged.connect(lambda place: self._offer_forms("", ""))

    def _fill(self, values: SegmentValues) -> None:
        self.title.setText(values.title)
        self.minutes.setValue(values.minutes)
        if self.method.findData(values.method) < 0:  # of a newer version: it stays what it is
            self.method.addItem(values.method, values.method)
        self.method.setCurrentIndex(self.method.findData(values.method))
        self.prompt.setPlainText(values.prompt)
        self.materials.setText(values.materials)
        self.fixed.setChecked(values.fixed)
        self.minimum.setValue(values.minimum or 0)
        self.cut_order.setValue(values.cut_order or 0)
        self.board.setCurrentIndex(max(0, self.board.findData(values.board_id or "")))
        self._offer_forms(values.form, values.spot)
        self.large.setChecked(values.large)
        self._follow_method()

    def _follow_method(self) -> None:
        """A break always keeps its length."""
        is_break = self.method.currentData() == BREAK
        self._break_kept.setVisible(is_break)
        self.fixed.setEnabled(not is_break)
        kept = is_break or self.fixed.isChecked()
        self.minimum.setEnabled(not kept)
        self.cut_order.setEnabled(not kept)

    def _offer_forms(self, chosen: str, spot: str) -> None:
        """The forms of the chosen board, the first one is what a segment names by ""; and what can be spotlit there."""
        board = self._boards.get(self.board.currentData())
        self.form.clear()
        for place, (form_id, name) in enumerate(board.forms if board else ()):
            self.form.addItem(name, form_id if place else "")
        self.form.setCurrentIndex(max(0, self.form.findData(chosen)))
        self.form.setEnabled(self.form.count() > 1)
        self.large.setEnabled(board is not None and board.enlarges)
        self.spot.clear()
        self.spot.addItem(self._words("console.no_spotlight"), "")
        for spot_id, name in board.spots if board else ():
            self.spot.addItem(name, spot_id)
        if spot and self.spot.findData(spot) < 0:  # it was removed, and may come back by undo
            self.spot.addItem(self._words("session.spot_gone"), spot)
        self.spot.setCurrentIndex(max(0, self.spot.findData(spot)))
        self.spot.setEnabled(self.spot.count() > 1)

    def _lay_out(self) -> None:
        words = self._words
        fields = QFormLayout()
        fields.setVerticalSpacing(8)
        self.prompt.setFixedHeight(_LINES)
        length = QVBoxLayout()
        length.setSpacing(6)
        self.minutes.setMinimumWidth(100)
        for short in (self.minutes, self.minimum):
            short.setMaximumWidth(_NARROW)
        length.addWidget(self.minutes)
        length.addWidget(self.fixed)
        order = QHBoxLayout()
        order.setSpacing(14)
        self.cut_order.setMinimumWidth(100)
        order.addWidget(self.cut_order)
        order.addWidget(PlainLabel(words("session.cut_how"), "small", wraps=True), 1)
        rows: tuple[tuple[str, QWidget, QWidget | QHBoxLayout | QVBoxLayout], ...] = (
            ("clock.title", self.title, self.title),
            ("clock.minutes", self.minutes, length),
            ("session.method", self.method, self.method),
            ("session.prompt", self.prompt, self.prompt),
            ("session.materials", self.materials, self.materials),
            ("clock.minimum", self.minimum, self.minimum),
            ("session.cut_order", self.cut_order, order),
            ("session.board", self.board, self.board),
            ("session.form", self.form, self.form),
            ("session.spot", self.spot, self.spot),
        )
        for key, field, laid_out in rows:
            fields.addRow(_label(words(key), field), laid_out)
        fields.addRow("", self.large)
        area = FieldArea()
        area.inside.addLayout(fields)
        area.inside.addWidget(self._break_kept)
        area.inside.addStretch(1)
        save = button(words("clock.save"), self.enter, main=True)
        save.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(words("console.cancel"), self.reject, key=words("console.key_escape")))
        buttons.addWidget(save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(area, 1)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)
        room = max(_LEAST, QApplication.primaryScreen().availableSize().height() - 80)
        self.resize(_WIDTH, min(area.sizeHint().height() + _MARGINS, room))


def _label(text: str, field: QWidget) -> PlainLabel:
    field.setAccessibleName(text)
    return PlainLabel(text, "fieldLabel")


def _number_box(least: int, most: int, suffix: str, none: str = "") -> NumberField:
    box = NumberField()
    box.setRange(least, most)
    box.setSuffix(suffix)
    box.setSpecialValueText(none)
    return box
