"""ParticipantsDialog: who takes part in the session. For the facilitator alone."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.ui.buttons import button, set_text
from facilitator.ui.console.file_drops import FileDrops
from facilitator.ui.dialogs.adding_line import AddLine
from facilitator.ui.dialogs.merging_dialog import MergingDialog
from facilitator.ui.dialogs.participants_table import ParticipantsTable
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.editors import NumberField
from facilitator.ui.plain_label import PlainLabel
from facilitator.ui.private_part import PrivatePart
from facilitator.workshop.participants import Participant
from facilitator.workshop.shuffling import MOST_IN_GROUP

_WIDTH, _HEIGHT = 1060, 640
_PAIR, _USUAL_GROUP = 2, 3
_ENROL_KEY = "Alt+I"


class ParticipantActs(Protocol):
    """What the dialog asks for. Each edit is one step and says whether it was saved."""

    def people(self) -> Sequence[Participant]: ...
    def has_cohort(self) -> bool: ...
    def waiting(self) -> int: ...
    def outside_cohort(self) -> int: ...
    def has_drawing(self) -> bool: ...
    def ahead(self, ids: Sequence[str]) -> str: ...
    def add(self, text: str) -> bool: ...
    def expect_all(self) -> bool: ...
    def enrol_all(self) -> bool: ...
    def edit(self, person_id: str, field: str, text: str) -> bool: ...
    def turn_presence(self, ids: Sequence[str]) -> bool: ...
    def remove(self, ids: Sequence[str]) -> bool: ...
    def forget(self, ids: Sequence[str]) -> bool: ...
    def merge(self, kept_id: str, other_id: str) -> bool: ...
    def draw(self, size: int) -> bool: ...
    def undo(self) -> bool: ...


class ParticipantsDialog(SayingDialog):
    """Every cell is saved as soon as it is entered; `say` tells why one was not.

    `listPasted` carries a text with several lines, `filesGiven` files that were dropped, `fileRequested` asks for one
    to be chosen, `drawingRequested` for what was drawn last (True: just now), `commitmentsRequested` for what one
    person set out to do, `packsRequested` for packs of those who are chosen, () for all. Undo takes back what was done
    here, step by step.
    """

    listPasted = Signal(str)
    filesGiven = Signal(list)
    fileRequested = Signal()
    drawingRequested = Signal(bool)
    commitmentsRequested = Signal(str)
    packsRequested = Signal(tuple)

    def __init__(self, title: str, acts: ParticipantActs, words: Words, parent: QWidget) -> None:
        super().__init__(words("people.title"), parent)
        self._acts, self._words = acts, words
        self._steps, self._warned_of, self._warned_ahead = 0, "", False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.merging: MergingDialog | None = None
        self._title = PlainLabel(title, "title", wraps=True)
        self.line = AddLine(self.listPasted.emit)
        self.line.setPlaceholderText(words("people.add_line"))
        self.line.setAccessibleName(words("console.private_field", field=words("people.add_line")))
        self.line.returnPressed.connect(self.add)
        self.table = ParticipantsTable(self._edit, words)
        self.table.presenceTurned.connect(self._turn_presence)
        self.table.removeRequested.connect(lambda ids: self._do(lambda: acts.remove(ids)))
        self.table.forgetRequested.connect(lambda ids: self._do(lambda: acts.forget(ids)))
        self.table.itemSelectionChanged.connect(self._tell)
        self._counted = PlainLabel("", "quiet")
        self._hint = PlainLabel("", "small", wraps=True)
        self.size_box = NumberField()
        self.size_box.setRange(_PAIR, MOST_IN_GROUP)
        self.size_box.setValue(_USUAL_GROUP)
        self.size_box.setAccessibleName(words("people.size"))
        self._make_buttons()
        self._lay_out()
        FileDrops(self, lambda paths: self.filesGiven.emit(list(paths)))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.undo)
        QShortcut(QKeySequence(_ENROL_KEY), self).activated.connect(self.enrol_all)
        self.refresh()
        fit_to_screen(self, _WIDTH, _HEIGHT)
        (self.table if self.table.ids else self.line).setFocus()

    @property
    def counted(self) -> str:
        """How many there are, and how many of them were there."""
        return self._counted.text()

    def refresh(self) -> None:
        """Show who takes part now."""
        words, people = self._words, self._acts.people()
        self.table.show_people(people)
        counts = Counter(each.attendance.presence for each in people)
        told = [words("people.counted", count=len(people))]
        told += [
            words(f"people.counted_{key}", count=count) for key, count in sorted(counts.items(), reverse=True) if key
        ]
        self._counted.setText(" · ".join(told))
        self._hint.setText(words("people.hint" if people else "people.empty"))
        waiting, outside = self._acts.waiting(), self._acts.outside_cohort()
        set_text(self.known, words("people.cohort" if self._acts.has_cohort() else "people.known", count=waiting))
        self.known.setVisible(waiting > 0)
        set_text(self.enrol, words("people.enrol", count=outside), _ENROL_KEY)
        self.enrol.setVisible(outside > 0)
        self.last.setEnabled(self._acts.has_drawing())
        for each in (self.order, self.pairs, self.groups):
            each.setEnabled(bool(people))
        self.undo_button.setEnabled(self._steps > 0)
        self._tell()

    def add(self) -> None:
        """Add whom the line names; it is empty again for the next name. An empty one goes on to the table."""
        if not self.line.text().strip():
            self.table.setFocus()
            return
        if self._do(lambda: self._acts.add(self.line.text())):
            self.line.clear()
        self.line.setFocus()  # the next name is likely to be typed at once
        self.line.selectAll()  # in place of one that was refused

    def paste(self) -> None:
        """Show what the text in the clipboard would add."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.listPasted.emit(text)
        else:
            self.say(self._words("people.clipboard_empty"))

    def enrol_all(self) -> None:
        """Make those members of the cohort who are not yet, where there are any, and say how many."""
        count = self._acts.outside_cohort()
        if count and self._do(self._acts.enrol_all):
            self.table.setFocus()  # the button is gone, and its neighbour would do something else
            self._counted.setText(f"{self._words('people.enrolled', count=count)} · {self._counted.text()}")

    def step_done(self, count: int = 1) -> None:
        """Somebody else saved steps for this dialog, which its undo takes back, too; -1 for one taken back there."""
        self._steps += count
        self.refresh()

    def undo(self) -> None:
        """Take the last step back that was done here."""
        if self._steps and self._acts.undo():
            self._steps -= 1
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the line to the table."""
        if event.key() == Qt.Key.Key_Down and self.line.hasFocus():
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """A name that was typed and not added is told of once before the dialog closes."""
        typed = self.line.text().strip()
        if typed and typed != self._warned_of:
            self._warned_of = typed
            self.line.setFocus()
            self.say(self._words("people.typed_left"))
        else:
            super().done(result)

    def _edit(self, person_id: str, field: str, text: str) -> bool:
        return self._do(lambda: self._acts.edit(person_id, field, text))

    def _merge(self) -> None:
        known = {each.person.id: each.person for each in self._acts.people()}
        chosen = [known[each] for each in self.table.chosen if each in known]
        if len(chosen) == _PAIR:
            self.merging = MergingDialog(chosen, self._merge_into, self._words, self)
            self.merging.open()
        else:
            self.say(self._words("people.merge_two"))

    def _merge_into(self, kept_id: str, other_id: str) -> None:
        names = {each.person.id: each.person.name for each in self._acts.people()}
        if self._do(lambda: self._acts.merge(kept_id, other_id)):
            told = self._words("people.merge_done", kept=names[kept_id], other=names[other_id])
            self._counted.setText(f"{told} · {self._counted.text()}")

    def _turn_presence(self, ids: Sequence[str]) -> None:
        """Before the day of the session the first press asks, as nobody can have been there yet."""
        if not self._warned_ahead and (question := self._acts.ahead(ids)):
            self._warned_ahead = True
            self.say(question)
        else:
            self._do(lambda: self._acts.turn_presence(ids))

    def _draw(self, size: int) -> None:
        if self._do(lambda: self._acts.draw(size)):
            self.drawingRequested.emit(True)

    def _do(self, act: Callable[[], bool]) -> bool:
        self.say("")
        done = act()
        self._steps += done
        self.refresh()
        return done

    def _tell(self) -> None:
        chosen = len(self.table.chosen)
        for each in (self.remove, self.presence, self.forget):
            each.setEnabled(chosen > 0)
        self.merge.setEnabled(chosen == _PAIR)
        self.commitments.setEnabled(chosen == 1)
        self.packs.setEnabled(bool(self.table.ids))

    def _ask_for_commitments(self) -> None:
        for person_id in self.table.chosen[:1]:
            self.commitmentsRequested.emit(person_id)

    def _ask_for_packs(self) -> None:
        chosen = self.table.chosen
        self.packsRequested.emit(chosen if len(chosen) > 1 else ())

    def _make_buttons(self) -> None:
        words, table = self._words, self.table
        made = {
            "file": button(words("people.file"), self.fileRequested.emit, icon_name="folder"),
            "paste_list": button(words("people.paste"), self.paste),
            "known": button("", lambda: self._do(self._acts.expect_all)),
            "enrol": button("", self.enrol_all),
            "presence": button(
                words("people.presence"), lambda: table.presenceTurned.emit(table.chosen),
                key=words("people.presence_key"),
            ),
            "merge": button(words("people.merge"), self._merge),
            "remove": button(
                words("people.remove"), lambda: table.removeRequested.emit(table.chosen), key=words("people.remove_key")
            ),
            "forget": button(
                words("people.forget"), lambda: table.forgetRequested.emit(table.chosen), key=words("people.forget_key")
            ),
            "order": button(words("people.order"), lambda: self._draw(0)),
            "pairs": button(words("people.pairs"), lambda: self._draw(_PAIR)),
            "groups": button(words("people.groups"), lambda: self._draw(self.size_box.value())),
            "last": button(words("people.last"), lambda: self.drawingRequested.emit(False)),
        }  # fmt: skip
        self.file, self.paste_list, self.known, self.enrol = (
            made[key] for key in ("file", "paste_list", "known", "enrol")
        )
        self.presence, self.merge, self.remove, self.forget = (
            made[key] for key in ("presence", "merge", "remove", "forget")
        )
        self.order, self.pairs, self.groups, self.last = (made[key] for key in ("order", "pairs", "groups", "last"))
        self.commitments = button(words("personal.commitments_action"), self._ask_for_commitments)
        self.packs = button(words("personal.packs_action"), self._ask_for_packs, icon_name="handout")
        self.undo_button = button(words("console.undo"), self.undo, icon_name="undo", key="Ctrl+Z")

    def _lay_out(self) -> None:
        words = self._words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(8)
        layout.addLayout(_row(self._title, self._counted, stretched=self._title))
        add = button(words("people.add"), self.add, icon_name="plus")
        layout.addLayout(_row(self.line, add, self.paste_list, self.file, self.known, stretched=self.line))
        private = PrivatePart(words("people.private"), "fieldLabel")
        private.inside.addWidget(self.table, 1)
        rows = _row(self.presence, self.merge, self.remove, self.forget, self.enrol)
        rows.addStretch(1)
        for each in (self.commitments, self.packs):
            rows.addWidget(each)
        private.inside.addLayout(rows)
        layout.addWidget(private, 1)
        layout.addWidget(self._problem)
        close = button(words("console.close"), self.accept, main=True, key=words("console.key_escape"))
        drawing = PlainLabel(words("people.draw"), "fieldLabel")
        draw = _row(drawing, self.order, self.pairs, self.groups, self.size_box, self.last)
        draw.addStretch(1)
        layout.addLayout(draw)
        layout.addLayout(_row(self._hint, self.undo_button, close, stretched=self._hint))
        self.setTabOrder(self.line, self.table)


def _row(*parts: QWidget, stretched: QWidget | None = None) -> QHBoxLayout:
    row = QHBoxLayout()
    for part in parts:
        row.addWidget(part, 1 if part is stretched else 0)
    return row
