"""SessionDialog: title, day, time and cohort of a session, and of a new one the agenda that it begins with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.boards.said_day import near_day
from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected
from facilitator.ui.buttons import button
from facilitator.ui.choosing import choice_box
from facilitator.ui.dialogs.saying_dialog import SayingDialog
from facilitator.ui.editors import LineField
from facilitator.ui.plain_label import PlainLabel

_WIDTH = 560


@dataclass(frozen=True, slots=True)
class SessionFields:
    """What was typed and chosen: `day` and `begins` as typed, `cohort_id` "" for none, `agenda` the id of a choice.

    `with_id` is whom a 1:1 is with, "" for a session of a group.
    """

    title: str = ""
    day: str = ""
    begins: str = ""
    cohort_id: str = ""
    agenda: str = ""
    with_id: str = ""


Choices = Sequence[tuple[str, str]]
"""Ids and names, the first one is what stands there unless another one is chosen."""


class SessionDialog(SayingDialog):
    """Enter saves it: `save` says whether it was, `say` shows why it was not.

    Without `agendas` the session is there already; without `people` it can be with nobody. As long as nobody names it,
    it is called like its agenda, or as `titles` says for that choice, and, a 1:1, after whom of `organizations`, by the
    ids of people, it is with. A day without its year is the nearest one, or lies in the `days` of the cohort, by its
    id, and one outside of them is said. Esc gives up, where something was typed only when pressed twice.
    """

    def __init__(
        self,
        fields: SessionFields,
        cohorts: Choices,
        agendas: Choices,
        save: Callable[[SessionFields], bool],
        words: Words,
        parent: QWidget,
        today: Callable[[], date] = date.today,
        people: Choices = (),
        organizations: Mapping[str, str] = {},
        titles: Mapping[str, str] = {},
        days: Mapping[str, tuple[date | None, date | None]] = {},
    ) -> None:
        super().__init__(words("session.new_session_title" if agendas else "session.edit_session"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._today = today
        self._before, self._save, self._words, self._new = fields, save, words, bool(agendas)
        self._warned_of: SessionFields | None = None
        self.title, self.day, self.begins = LineField(), LineField(), LineField()
        self.cohort, self.agenda = (
            choice_box(cohorts, chosen=fields.cohort_id),
            choice_box(agendas, chosen=fields.agenda),
        )
        self.people = choice_box(people, chosen=fields.with_id)
        self._organizations, self._titles, self._days = organizations, titles, days
        self.title.setText(fields.title)
        self.day.setText(fields.day)
        self.begins.setText(fields.begins)
        self.day.setPlaceholderText(words("console.date_form"))
        self.begins.setPlaceholderText("09:30")
        self._read = PlainLabel("", "small", wraps=True)
        self.day.textChanged.connect(lambda text: self._read_day())
        for line in (self.title, self.day, self.begins):
            line.textEdited.connect(lambda text: self.say(""))  # what is typed now was not refused yet
        self.cohort.currentIndexChanged.connect(lambda place: self._read_day())
        for box in (self.agenda, self.people):
            box.activated.connect(lambda place: self._name_like_agenda())
        self._lay_out()
        self._read_day()
        self.title.setFocus()
        self.title.selectAll()

    @property
    def day_read(self) -> str:
        """The day that was typed, in full, as it is understood."""
        return self._read.text()

    def fields(self) -> SessionFields:
        """What stands in the fields."""
        return SessionFields(
            self.title.text(),
            self.day.text(),
            self.begins.text(),
            self.cohort.currentData() or "",
            self.agenda.currentData() or "",
            self.people.currentData() or "",
        )

    def enter(self) -> None:
        """Save it; what can't be saved stays to be mended."""
        if not self.title.text().strip():
            self._name_like_agenda()
        if (self.fields() == self._before and not self._new) or self._save(self.fields()):
            self.accept()

    def reject(self) -> None:
        """Give it up: what was typed is lost only where this was said before."""
        fields = self.fields()
        chosen = {"cohort_id": "", "agenda": "", "with_id": ""}
        typed = replace(fields, **chosen) != replace(self._before, **chosen)
        if typed and fields != self._warned_of:
            self._warned_of = fields
            self.say(self._words("console.entry_not_saved"))
        else:
            super().reject()

    def _name_like_agenda(self) -> None:
        """An agenda names the session as long as nobody has, with the organization of whom a 1:1 is with."""
        if self._new and not (self.title.isModified() and self.title.text().strip()):
            its = self.agenda.currentText() if self.agenda.currentIndex() else ""
            named = self._titles.get(self.agenda.currentData(), its)
            organization = self._organizations.get(self.people.currentData() or "", "")
            if named and organization:
                named = self._words("board.own_board_of", organization=organization, kind=named)
            self.title.setText(named)
            self._before = replace(self._before, title=named)

    def _read_day(self) -> None:
        words, (begins, ends) = self._words, self._days.get(self.cohort.currentData() or "", (None, None))
        try:
            day = near_day(self.day.text(), self._today(), begins, ends)
        except EditRejected:  # said when it is saved: it may not be typed to its end
            day = None
        if day is None:
            self._read.setText(words("session.day_how"))
            return
        early, late = begins is not None and day < begins, ends is not None and day > ends
        key = "day_outside" if begins and ends else "day_before" if early else "day_after"
        its = {"begins": words.date(begins) if begins else "", "ends": words.date(ends) if ends else ""}
        self._read.setText(words(f"session.{key}", day=words.date(day), **its) if early or late else words.date(day))

    def _lay_out(self) -> None:
        words = self._words
        day, begins = QHBoxLayout(), QHBoxLayout()
        for row in (day, begins):
            row.setSpacing(10)
        day.addWidget(self.day)
        day.addWidget(self._read, 1)
        begins.addWidget(self.begins)
        begins.addWidget(PlainLabel(words("session.begins_how"), "small"), 1)
        for narrow in (self.day, self.begins):
            narrow.setFixedWidth(130)
        fields = QFormLayout()
        fields.setVerticalSpacing(9)
        if self._new:
            fields.addRow(_label(words("session.agenda"), self.agenda), self.agenda)
        fields.addRow(_label(words("session.title"), self.title), self.title)
        fields.addRow(_label(words("session.day"), self.day), day)
        fields.addRow(_label(words("session.begins"), self.begins), begins)
        fields.addRow(_label(words("session.cohort"), self.cohort), self.cohort)
        if self.people.count():
            fields.addRow(_label(words("personal.with"), self.people), self.people)
            self.people.setAccessibleName(words("console.private_field", field=words("personal.with")))
        save = button(words("session.create" if self._new else "clock.save"), self.enter, main=True)
        save.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(words("console.cancel"), self.reject, key=words("console.key_escape")))
        buttons.addWidget(save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addLayout(fields)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)
        self.resize(_WIDTH, self.sizeHint().height())


def _label(text: str, field: QWidget) -> PlainLabel:
    field.setAccessibleName(text)
    return PlainLabel(text, "fieldLabel")
