"""CheckDialog: what a new row of a list would show to participants, looked through by a person before it is shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.boards.described import Field, Form
from facilitator.boards.entry_check import EntryCheck
from facilitator.boards.said_day import said_day
from facilitator.content.words import Words
from facilitator.domain.picture import Picture
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import View
from facilitator.graphics.picture_surface import PictureSurface
from facilitator.ui.buttons import button, ticked_by_enter
from facilitator.ui.choosing import ChoiceBox, choice_box
from facilitator.ui.console.field_area import FieldArea
from facilitator.ui.console.form_switch import FormSwitch
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.editors import LineField
from facilitator.ui.errors import sentence
from facilitator.ui.plain_label import PlainLabel
from facilitator.ui.private_part import PrivatePart

_WIDTH, _HEIGHT = 1320, 800
_PRIVATE_WIDTH = 400
_SHORT = 8  # letters
_DAY, _AROUND = "0000-00-00", 28  # what a line has to show whole, and its edges in pixels
_LEAST_PICTURE = QSize(480, 270)
_RELEASES = ("Ctrl+Return", "Ctrl+Enter")

Check = Callable[[Mapping[str, str]], EntryCheck]


class CheckDialog(SayingDialog):
    """The very picture, in each of its forms, beside all that is private about it.

    `check` says what the values of the row lead to, `draw` makes the picture of a view, and `save` saves the row and
    says whether it did. It is saved only after it was ticked that somebody has looked, and what changes meanwhile has
    to be looked at anew. Alt+1, Alt+2… turn to another form, Esc shows nothing to anybody.
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        check: Check,
        forms: Sequence[Form],
        draw: Callable[[View], Picture],
        nothing: Picture,
        save: Callable[[Mapping[str, str]], bool],
        words: Words,
        parent: QWidget,
        *,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(title, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._check_of, self._draw, self._save, self._words, self._today = check, draw, save, words, today
        self._nothing, self._form = nothing, forms[0].id if forms else ""
        self.editors = {field.key: self._editor(field) for field in fields if field.form != "told"}
        self._labels = {field.key: field.label for field in fields}
        self.forms = FormSwitch(words)
        self.forms.show_forms(forms, ())
        self.forms.formChosen.connect(self.show_form)
        for number, form in enumerate(forms, start=1):
            turn = QShortcut(QKeySequence(f"Alt+{number}"), self)
            turn.activated.connect(lambda form_id=form.id: self.show_form(form_id))
        self.picture = PictureSurface(nothing, self)
        self.picture.setMinimumSize(_LEAST_PICTURE)
        self.picture.setAccessibleName(words("check.picture"))
        self.reason = PlainLabel("", "problem", wraps=True)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.told = FieldArea()
        self.told.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that the arrow keys scroll it
        self.told.setAccessibleName(words("console.private_never"))
        self.private = PrivatePart(words("console.private_never"))
        self.looked = QCheckBox(words("check.looked"))
        self.looked.toggled.connect(lambda on: self.say(""))
        self.release = button(words("check.release"), self.enter, main=True, key=words("console.key_ctrl_enter"))
        self.check: EntryCheck = EntryCheck(None, ())
        for key in _RELEASES:
            QShortcut(QKeySequence(key), self).activated.connect(self.enter)
        self._lay_out(title)
        self.refresh()
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self.told.setFocus()

    def values(self) -> dict[str, str]:
        """What is chosen, by field key; raises EditRejected for a day that can't be read."""
        found = {}
        for key, editor in self.editors.items():
            if isinstance(editor, ChoiceBox):
                found[key] = editor.currentData() or ""
            else:
                day = said_day(editor.text(), self._today())
                found[key] = day.isoformat() if day else ""
        return found

    def show_form(self, form_id: str) -> None:
        """Turn to another form of the picture."""
        self._form = form_id
        self.forms.mark_form(form_id)
        view = self.check.view
        self.picture.setVisible(view is not None)
        self.reason.setVisible(view is None)
        if view is None:
            self.picture.show_picture(self._nothing)
        else:
            self.picture.show_picture(self._draw(replace(view, showing=replace(view.showing, form=form_id))))

    def refresh(self) -> None:
        """Show what is chosen now leads to; what was looked at before was something else."""
        self.looked.setChecked(False)
        self.check = self._checked()
        self.show_form(self._form)
        self._tell()

    def enter(self) -> None:
        """Show it to participants, if somebody has looked at exactly this."""
        seen = self.check
        if not self.looked.isChecked():
            if seen.refused is None:
                self.say(self._words("check.look_first"))
            self.looked.setFocus()
            return
        if (now := self._checked()) != seen:
            self.refresh()
            if now.refused is None:
                self.say(self._words("check.changed"))
        elif self._save(self.values()):
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not ticked_by_enter(self, event):
            super().keyPressEvent(event)

    def _editor(self, field: Field) -> ChoiceBox | LineField:
        if field.form == "choice":
            box = choice_box(field.choices, field.label, field.value)
            box.activated.connect(lambda place: self.refresh())
            return box
        line = LineField()
        line.setMinimumWidth(line.fontMetrics().horizontalAdvance(_DAY) + _AROUND)
        line.setAccessibleName(field.label)
        line.setText(field.value)
        line.editingFinished.connect(self._day_typed)
        return line

    def _day_typed(self) -> None:
        """Leaving the field changes nothing by itself: what was looked at stays looked at."""
        if self._checked() != self.check:
            self.refresh()

    def _checked(self) -> EntryCheck:
        try:
            return self._check_of(self.values())
        except EditRejected as refused:
            return EntryCheck(None, (), refused)

    def _tell(self) -> None:
        """All that is private, and why nothing can be shown where that is so."""
        refused = self.check.refused
        said = sentence(refused, self._words) if refused else ""
        self.say(said)
        self.reason.setText(said)
        self.looked.setEnabled(refused is None)
        self.release.setEnabled(refused is None)
        inside = self.told.inside
        while (taken := inside.takeAt(0)) is not None:
            if (gone := taken.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for heading, text in self.check.told:
            inside.addWidget(PlainLabel(heading, "fieldLabel", wraps=True))
            told = PlainLabel(text, "told", wraps=True)
            told.setAccessibleName(f"{heading}: {text}")
            told.setAlignment(Qt.AlignmentFlag.AlignTop)
            inside.addWidget(told)
        inside.addStretch(1)

    def _lay_out(self, title: str) -> None:
        words = self._words
        choices = QGridLayout()
        choices.setHorizontalSpacing(12)
        choices.setVerticalSpacing(2)
        for place, (key, editor) in enumerate(self.editors.items()):
            choices.addWidget(
                PlainLabel(self._labels[key], "small", wraps=True), 0, place, Qt.AlignmentFlag.AlignBottom
            )
            choices.addWidget(editor, 1, place)
            longest = max((len(name) for name in _names(editor)), default=0)
            choices.setColumnStretch(place, 2 if longest > _SHORT else 1)
        shown = QVBoxLayout()
        head = QHBoxLayout()
        head.addWidget(PlainLabel(words("check.exactly"), "fieldLabel"), 1)
        head.addWidget(self.forms)
        shown.addLayout(head)
        shown.addWidget(self.picture, 1)
        shown.addWidget(self.reason, 1)
        shown.addLayout(choices)
        self.private.setFixedWidth(_PRIVATE_WIDTH)
        self.private.inside.addWidget(self.told, 1)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addLayout(shown, 1)
        beside.addWidget(self.private)
        foot = QHBoxLayout()
        foot.addWidget(self.looked, 1)
        foot.addWidget(button(words("console.cancel"), self.reject, key=words("console.key_escape")))
        foot.addWidget(self.release)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(title, "title", wraps=True))
        layout.addLayout(beside, 1)
        layout.addWidget(self._problem)
        layout.addLayout(foot)


def _names(editor: ChoiceBox | LineField) -> Sequence[str]:
    """What can be chosen."""
    return [editor.itemText(place) for place in range(editor.count())] if isinstance(editor, ChoiceBox) else ()
