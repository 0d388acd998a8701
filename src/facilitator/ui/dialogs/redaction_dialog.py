"""RedactionDialog: the facilitator reads what a group would read, mends it, and makes the exemplar."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.boards.redaction import UNTOUCHED, Place, Redaction, RedactionAnswers
from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.redaction_table import RedactionTable
from facilitator.ui.dialogs.saying_dialog import SayingDialog
from facilitator.ui.editors import LineField, TextField
from facilitator.ui.errors import sentence
from facilitator.ui.plain_label import PlainLabel

_SWITCHES_A_ROW = 3
_SIZE = QSize(1180, 760)
_AGREED_HEIGHT = 68

Redact = Callable[[RedactionAnswers], Redaction]
Make = Callable[[RedactionAnswers], bool]


class RedactionDialog(SayingDialog):
    """Every text with what becomes of it, switches for what goes along, and what is left behind.

    It begins with what is `proposed`. `redact` tells what the answers lead to and raises EditRejected for a text that
    can't stand; `make` makes the exemplar and says whether it was saved. A name that was typed back needs a tick of
    its own to stay. What was agreed on about what the group may see stands on top.
    """

    def __init__(self, proposed: Redaction, redact: Redact, make: Make, words: Words, parent: QWidget | None) -> None:
        super().__init__(words("redaction.window"), parent)
        self._redact, self._make, self._words = redact, make, words
        self.answers = UNTOUCHED
        self.redaction = proposed
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.agreed = _to_read(proposed.agreed, words("redaction.agreed"))
        self.title = LineField()
        self.title.setAccessibleName(words("redaction.title"))
        self.title.editingFinished.connect(self._take_title)
        self.keep_title = QCheckBox(words("redaction.keep"))
        self.keep_title.toggled.connect(lambda on: self._keep(self.redaction.title.place, on))
        self.switches = {each.id: QCheckBox(each.name) for each in self.redaction.switches}
        for its_id, box in self.switches.items():
            box.toggled.connect(lambda on, its_id=its_id: self._adopt(self.answers.switched(its_id, on)))
        self.changed_only = QCheckBox(words("redaction.changed_only"))
        self.table = RedactionTable(words)
        self.changed_only.toggled.connect(self.table.show_changed_only)
        self.table.typed.connect(self._take)
        self.table.keepAsked.connect(self._keep)
        self._counted = PlainLabel("", "fieldLabel")
        self._left_behind = PlainLabel("", "small", wraps=True)
        self.make_button = button(words("redaction.make"), self.make, main=True)
        self.make_button.setDefault(True)
        self.cancel = button(words("console.cancel"), self.reject, key=words("console.key_escape"))
        self.cancel.setAutoDefault(True)  # Enter on it is not to make anything
        self._lay_out()
        self._show()
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(_SIZE.boundedTo(QSize(room.width() - 40, room.height() - 60)))
        self.table.setFocus()

    @property
    def said(self) -> str:
        """What the dialog says about what was typed or asked for last; "" when all is well."""
        return self._problem.text()

    def make(self) -> None:
        """Make the exemplar, unless a name has still to be decided on: then go to its line and say so."""
        if not self._take_title():
            return
        for line in self.redaction.open:
            place = f"{line.code} {line.label}".strip()
            self.say(self._words("redaction.say_still", place=place, names=self._words.list(line.still)))
            if line.place == self.redaction.title.place:
                self.title.setFocus()
            else:
                self.table.go_to(line.place)
            return
        if self._make(self.answers):
            self.accept()

    def _take_title(self) -> bool:
        """Adopt the title as it is typed; returns whether it can stand."""
        line = self.redaction.title
        return self.title.text() == line.becomes or self._take(line.place, self.title.text())

    def _take(self, place: Place, text: str) -> bool:
        """Adopt what was typed at a place; what is proposed there anyway counts as not typed."""
        proposed = self.answers.as_proposed(place)
        if place in self.answers.typed and self._line_of(self._redact(proposed), place) == text:
            return self._adopt(proposed)
        return self._adopt(self.answers.having_typed(place, text))

    def _keep(self, place: Place, keep: bool) -> None:
        """Let names stay at a place, bringing back what was there unless something else was typed; or not.

        What goes along or is left out as a whole does so.
        """
        line = next(each for each in (self.redaction.title, *self.redaction.lines) if each.place == place)
        if line.taken is not None:
            if keep != line.taken:
                self._adopt(self.answers.taking(place, keep))
            return
        if keep == line.kept:
            return
        answers = self.answers
        if not keep:
            typed = answers.typed.get(place, line.was)
            answers = answers.as_proposed(place) if typed == line.was else answers.having_typed(place, typed)
        elif line.still:
            answers = answers.keeping(place)
        else:
            answers = answers.having_typed(place, line.was).keeping(place)
        self._adopt(answers)

    def _adopt(self, answers: RedactionAnswers) -> bool:
        """Show what these answers lead to, or say why they can't stand and stay with those before."""
        try:
            self.redaction = self._redact(answers)
        except EditRejected as refusal:
            self.say(sentence(refusal, self._words))
            return False
        self.answers = answers
        self.say("")
        self._show()
        return True

    def _line_of(self, redaction: Redaction, place: Place) -> str:
        return next(line.becomes for line in (redaction.title, *redaction.lines) if line.place == place)

    def _show(self) -> None:
        words, redaction = self._words, self.redaction
        self.title.setText(redaction.title.becomes)
        self.keep_title.blockSignals(True)
        self.keep_title.setVisible(bool(redaction.title.still))
        self.keep_title.setChecked(redaction.title.kept)
        self.keep_title.blockSignals(False)
        for switch in redaction.switches:
            box = self.switches[switch.id]
            box.blockSignals(True)
            box.setChecked(switch.on)
            box.blockSignals(False)
        self.table.show_lines(redaction.lines)
        changed = sum(line.changes for line in redaction.lines)
        counted = [words("redaction.summary", count=len(redaction.lines), changed=words.number(changed))]
        if redaction.open:
            counted.append(words("redaction.undecided", count=len(redaction.open)))
        self._counted.setText(". ".join(counted))
        dropped = words("redaction.left_behind", what=words.list(redaction.dropped))
        self._left_behind.setText(dropped if redaction.dropped else words("redaction.nothing_left_behind"))

    def _lay_out(self) -> None:
        words = self._words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        if self.redaction.notice:
            layout.addWidget(PlainLabel(self.redaction.notice, "caution", wraps=True))
        if self.redaction.agreed:
            layout.addWidget(PlainLabel(words("redaction.agreed"), "fieldLabel"))
            layout.addWidget(self.agreed)
        layout.addWidget(PlainLabel(words("redaction.about"), wraps=True))
        title = QHBoxLayout()
        title.addWidget(PlainLabel(words("redaction.title"), "fieldLabel"))
        title.addWidget(self.title, 1)
        title.addWidget(self.keep_title)
        layout.addLayout(title)
        layout.addWidget(PlainLabel(words("redaction.take_along"), "fieldLabel"))
        grid = QGridLayout()
        for number, box in enumerate(self.switches.values()):
            grid.addWidget(box, *divmod(number, _SWITCHES_A_ROW))
        layout.addLayout(grid)
        above = QHBoxLayout()
        above.addWidget(self._counted, 1)
        above.addWidget(self.changed_only)
        layout.addLayout(above)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._left_behind)
        layout.addWidget(self._problem)
        self._problem.hide()
        buttons = QHBoxLayout()
        buttons.addWidget(PlainLabel(words("redaction.keys"), "small"), 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.make_button)
        layout.addLayout(buttons)


def _to_read(text: str, name: str) -> TextField:
    """A text of people, to be read only; a long one scrolls."""
    field = TextField()
    field.setPlainText(text)
    field.setReadOnly(True)
    field.setAccessibleName(name)
    field.setFixedHeight(_AGREED_HEIGHT)
    return field
