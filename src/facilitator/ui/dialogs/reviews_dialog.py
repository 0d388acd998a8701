"""ReviewsDialog: which reviews are to be planned, from when until when, and a list of what that comes to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.boards.said_day import said_day
from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected
from facilitator.ui import style
from facilitator.ui.buttons import button, set_text
from facilitator.ui.choosing import choice_box
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.editors import LineField
from facilitator.ui.errors import sentence
from facilitator.ui.plain_label import PlainLabel

_WIDTH, _HEIGHT = 860, 620
_NARROW = 130
_TICKS_ABREAST = 2


@dataclass(frozen=True, slots=True)
class ReviewFields:
    """What was ticked, typed and chosen: ids of reviews, days and the time as typed, "" for no cohort."""

    cadences: tuple[str, ...]
    first_day: str
    until: str
    begins: str = ""
    cohort_id: str = ""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A review as the list tells it: it becomes a session unless it is `left_out`; `note` tells why, or of what."""

    day: str
    name: str
    note: str = ""
    left_out: bool = False


Pairs = Sequence[tuple[str, str]]
"""Ids and names."""


class ReviewsDialog(SayingDialog):
    """Enter plans what the list shows: `save` says whether it was saved, `say` tells why not.

    `look` tells what the fields come to; what it refuses with an EditRejected is said in place of the list.
    """

    def __init__(
        self,
        fields: ReviewFields,
        reviews: Pairs,
        cohorts: Pairs,
        look: Callable[[ReviewFields], Sequence[ReviewRow]],
        save: Callable[[ReviewFields], bool],
        words: Words,
        parent: QWidget,
        today: Callable[[], date],
    ) -> None:
        super().__init__(words("review.title"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look, self._save, self._words, self._today = look, save, words, today
        self.ticks = {its_id: QCheckBox(name) for its_id, name in reviews}
        self.first_day, self.until, self.begins = (LineField() for _ in range(3))
        self.cohort = choice_box(cohorts, words("session.cohort"), fields.cohort_id)
        self._read = {line: PlainLabel("", "small") for line in (self.first_day, self.until)}
        for its_id, tick in self.ticks.items():
            tick.setChecked(its_id in fields.cadences)
            tick.toggled.connect(lambda on: self.refresh())
        typed = {self.first_day: fields.first_day, self.until: fields.until, self.begins: fields.begins}
        for line, text in typed.items():
            line.setText(text)
            line.setFixedWidth(_NARROW)
            line.textEdited.connect(lambda text: self.refresh())
        self.begins.setPlaceholderText("09:30")
        self.cohort.activated.connect(lambda place: self.refresh())
        self.list = _list(words)
        self.told = PlainLabel("", "quiet", wraps=True)
        self.enter_button = button("", self.enter, main=True)
        self.enter_button.setDefault(True)
        self._lay_out()
        self.refresh()
        fit_to_screen(self, _WIDTH, _HEIGHT)
        next(iter(self.ticks.values())).setFocus()

    @property
    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """What the list tells: day, review, and why it is left out or of what it is made."""
        items = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return tuple((each.text(0), each.text(1), each.text(2)) for each in items if each)

    def fields(self) -> ReviewFields:
        """What stands in the fields."""
        return ReviewFields(
            tuple(its_id for its_id, tick in self.ticks.items() if tick.isChecked()),
            self.first_day.text(),
            self.until.text(),
            self.begins.text(),
            self.cohort.currentData() or "",
        )

    def enter(self) -> None:
        """Plan it, in one step; what can't be planned stays to be mended."""
        if self._save(self.fields()):
            self.accept()

    def refresh(self) -> None:
        """Tell what the fields come to now."""
        for line, read in self._read.items():
            read.setText(self._day_read(line.text()))
        try:
            rows = self._look(self.fields())
        except EditRejected as refusal:
            rows = ()
            self.say(sentence(refusal, self._words))
        else:
            self.say("")
        self.list.clear()
        self.list.addTopLevelItems([_item(row) for row in rows])
        made = sum(not row.left_out for row in rows)
        self.told.setText(self._words("review.told", made=self._counted(made), left=len(rows) - made) if rows else "")
        set_text(self.enter_button, self._words("review.plan", count=made), self._words("console.key_enter"))

    def _counted(self, count: int) -> str:
        return self._words("review.count", count=count)

    def _day_read(self, typed: str) -> str:
        """A day as it is understood, "" for none and where it is not: what can't be read is said below."""
        try:
            day = said_day(typed, self._today())
        except EditRejected:
            return ""
        return self._words.date(day) if day else ""

    def _lay_out(self) -> None:
        words = self._words
        ticks = QGridLayout()
        ticks.setVerticalSpacing(4)
        for place, tick in enumerate(self.ticks.values()):
            ticks.addWidget(tick, place // _TICKS_ABREAST, place % _TICKS_ABREAST)
        fields = QFormLayout()
        fields.setVerticalSpacing(8)
        for key, line in (("first_day", self.first_day), ("until", self.until), ("begins", self.begins)):
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(line)
            row.addWidget(self._read.get(line) or PlainLabel(words("session.begins_how"), "small"), 1)
            fields.addRow(_label(words(f"review.{key}"), line), row)
        if self.cohort.count() > 1:
            fields.addRow(_label(words("session.cohort"), self.cohort), self.cohort)
        buttons = QHBoxLayout()
        buttons.addWidget(self.told, 1)
        buttons.addWidget(button(words("console.cancel"), self.reject, key=words("console.key_escape")))
        buttons.addWidget(self.enter_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(words("review.about"), "quiet", wraps=True))
        layout.addLayout(ticks)
        layout.addLayout(fields)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)


def _list(words: Words) -> QTreeWidget:
    made = QTreeWidget()
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.setAllColumnsShowFocus(True)
    made.setHeaderLabels([words(f"review.column_{name}") for name in ("day", "review", "note")])
    made.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    made.header().setStretchLastSection(True)
    made.setAccessibleName(words("review.list"))
    return made


def _item(row: ReviewRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem([row.day, row.name, row.note])
    if row.left_out:
        for column in range(3):
            item.setForeground(column, QColor(style.QUIET))
        font = item.font(1)
        font.setStrikeOut(True)
        item.setFont(1, font)
    return item


def _label(text: str, field: QWidget) -> PlainLabel:
    field.setAccessibleName(text)
    return PlainLabel(text, "fieldLabel")
