"""ProgramOverview: who did what in a program, and what comes next. For the facilitator alone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QListWidget, QMenu, QStackedWidget, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.ui.buttons import button, set_text
from facilitator.ui.choosing import ChoiceBox
from facilitator.ui.console.rows import RowPainter
from facilitator.ui.dialogs.files import file_to_save
from facilitator.ui.dialogs.overview_acts import OverviewActs
from facilitator.ui.dialogs.overview_table import CHOSEN, OverviewTable
from facilitator.ui.dialogs.own_boards_button import OwnBoardsButton
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.dialogs.standing_page import StandingPage
from facilitator.ui.plain_label import PlainLabel
from facilitator.ui.private_part import PrivatePart

_WIDTH, _HEIGHT = 1280, 760
_NEXT_ROW, _NEXT_ROWS = 26, 2
_BOX, _STATE_BOX = 330, 170


class ProgramOverview(SayingDialog):
    """`asked` carries what else is wanted ("enrolment", "program", "cohort", "tracks", "groups", "duplicate",
    "certificates", "board")
    and of what: the id of an enrolment or of a board, else what is chosen in the first box.

    Its two `pages` are the people and how far their checklists have come. Undo takes back what was done here, step by
    step.
    """

    asked = Signal(str, str)

    def __init__(self, acts: OverviewActs, words: Words, parent: QWidget, chosen: str = "") -> None:
        super().__init__(words("program.title"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._acts, self._words, self._steps = acts, words, 0
        self.cohort, self.state = ChoiceBox(), ChoiceBox()
        self.cohort.setAccessibleName(words("program.cohort"))
        self.state.setAccessibleName(words("program.state"))
        for box in (self.cohort, self.state):
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.cohort.setMinimumWidth(_BOX)
        self.state.setMinimumWidth(_STATE_BOX)
        self.state.addItem(words("program.all_states"), "")
        self.state.addItem(words("program.taking_part"), "here")
        for each in ("invited", "active", "paused", "completed", "withdrawn"):
            self.state.addItem(words(f"program.state_{each}"), each)
        self.state.setCurrentIndex(1)
        self.next = QListWidget()
        self.next.setAccessibleName(words("program.next"))
        self._painter = RowPainter(_NEXT_ROW, cards=False)
        self.next.setItemDelegate(self._painter)
        self.next.setFixedHeight(_NEXT_ROW * _NEXT_ROWS + 6)
        self.wrong = PlainLabel("", "problem", wraps=True)
        self.table = OverviewTable(words)
        self.table.chooseRequested.connect(self.choose)
        self.table.editRequested.connect(lambda its_id: self.asked.emit("enrolment", its_id))
        self.table.itemSelectionChanged.connect(self._let)
        self.standings = StandingPage(words, lambda: self.write(".csv"))
        self.standings.table.openRequested.connect(lambda its_id: self.asked.emit("board", its_id))
        self.pages = QStackedWidget()
        self._counted, self._hint = PlainLabel("", "quiet"), PlainLabel("", "small", wraps=True)
        self.menu = QMenu(self)
        self._make_buttons()
        self._lay_out()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.undo)
        self._offer_cohorts(chosen)
        self.refresh()
        for box in (self.cohort, self.state):
            box.currentIndexChanged.connect(lambda place: self._turned())
        fit_to_screen(self, _WIDTH, _HEIGHT)
        (self.table if self.table.ids else self.cohort).setFocus()

    @property
    def chosen(self) -> str:
        """What the first box says: the id of a cohort, or of a program for all of its cohorts."""
        return str(self.cohort.currentData() or "")

    @property
    def counted(self) -> str:
        """How many people are shown."""
        return self._counted.text()

    @property
    def hint(self) -> str:
        """What can be done here, or why nobody is shown."""
        return self._hint.text()

    @property
    def on_boards(self) -> bool:
        """Whether the page of the checklists is shown."""
        return self.pages.currentWidget() is self.standings

    def turn_to(self, place: int) -> None:
        """Turn to the page at this place: 0 the people, 1 the checklists."""
        self.pages.setCurrentIndex(place)
        self.segments[place].setChecked(True)
        self.state.setEnabled(not self.on_boards)
        self._turned()
        (self.standings.table if self.on_boards else self.table).setFocus()

    def refresh(self) -> None:
        """Show everything as it is now."""
        self._offer_cohorts(self.chosen)
        acts, words, chosen = self._acts, self._words, self.chosen
        shown = acts.rows(chosen, str(self.state.currentData()))
        heads = acts.heads(chosen)
        self.table.show_rows(shown, heads, with_cohort=acts.several(chosen))
        self.next.clear()
        self.next.addItems(list(acts.coming(chosen)))
        found = acts.problems(chosen)
        self.wrong.setText("\n".join(found))
        self.wrong.setVisible(bool(found))
        boards = acts.standings(chosen)
        self.standings.show_rows(boards)
        if self.on_boards:
            self._counted.setText(words("program.standing_counted", count=len(boards)))
            self._hint.setText(words("program.standing_hint") if boards else "")
        else:
            self._counted.setText(words("program.counted", count=len(shown)))
            beside = "" if all(each.counts for each in heads) else words("program.hint_beside")
            self._hint.setText(" ".join(filter(None, (words("program.hint" if shown else "program.empty"), beside))))
        outside = acts.outside(chosen)
        set_text(self.enrol, words("program.enrol", count=outside))
        self.enrol.setVisible(outside > 0)
        self.undo_button.setEnabled(self._steps > 0)
        self._let()

    def step_done(self, count: int = 1) -> None:
        """Somebody saved steps for this dialog, which its undo takes back, too; -1 for one taken back there."""
        self._steps += count
        self.refresh()

    def show_cohort(self, chosen: str) -> None:
        """Turn to a cohort, or to all of a program."""
        self._offer_cohorts(chosen)
        self._turned()

    def choose(self, column: str) -> None:
        """Offer the states, tracks or groups for the chosen rows, below the current cell."""
        ids = self.table.chosen
        if not ids:
            self.say(self._words("program.needs_selection"))
            return
        menu = self.menu
        menu.clear()
        menu.setAccessibleName(self._words(f"program.column_{column}"))
        now = self._acts.value(column, ids[-1])
        active = None
        for value, text in self._acts.choices(column, ids):
            act = menu.addAction(text.replace("&", "&&"))
            active = act if value == now or active is None else active
            act.triggered.connect(lambda checked=False, value=value: self._put(column, ids, value))
        at = self.table.model().index(self.table.currentRow(), self.table.columns.index(column))
        cell = self.table.visualRect(at)
        menu.popup(self.table.viewport().mapToGlobal(cell.bottomLeft()))
        if active:
            menu.setActiveAction(active)

    def write(self, suffix: str) -> None:
        """Ask where to and write the list (.csv) or the calendar (.ics)."""
        words = self._words
        heading = words("program.write_list" if suffix == ".csv" else "program.write_calendar").rstrip("…")
        path = file_to_save(self, heading, self._acts.proposed(self.chosen, suffix), suffix)
        if path is None:
            return
        if suffix == ".csv" and self.on_boards:
            written, said = self._acts.write_standings(self.chosen, path)
        else:
            written, said = self._acts.write(self.chosen, str(self.state.currentData()), path)
        (self.tell if written else self.say)(said)

    @property
    def told(self) -> str:
        """What is told of what was done last."""
        return self._news.text()

    def undo(self) -> None:
        """Take the last step back that was done here."""
        if self._steps and self._acts.undo():
            self._steps -= 1
        self.refresh()

    def _put(self, column: str, ids: Sequence[str], value: str) -> None:
        before = set(self.table.ids)
        self._do(lambda: self._acts.put(column, ids, value))
        if gone := len(before & set(ids) - set(self.table.ids)):
            box, every = self.state.currentText(), self._words("program.all_states")
            self.tell(self._words("program.gone_from_view", count=gone, shown=box, every=every))

    def _found_own(self, kind_id: str) -> None:
        self.say("")
        made, told = self._acts.found_own(self.chosen, kind_id)
        self._steps += made
        self.refresh()
        if told:
            self.tell(told)

    def _do(self, act: Callable[[], bool]) -> None:
        self.say("")
        self._steps += act()
        self.refresh()

    def _turned(self) -> None:
        self.say("")
        self.refresh()

    def _offer_cohorts(self, chosen: str) -> None:
        """The cohorts that there are now; the one with the id `chosen` is the current one if it is among them."""
        offered = list(self._acts.cohorts())
        self.cohort.blockSignals(True)
        self.cohort.clear()
        for its_id, text in offered:
            self.cohort.addItem(text, its_id)
        self.cohort.setCurrentIndex(max(0, self.cohort.findData(chosen)))
        self.cohort.blockSignals(False)

    def _let(self) -> None:
        some = bool(self.table.chosen)
        for each in (*self.turns.values(), self.enrolment):
            each.setEnabled(some)

    def _ask_for_enrolment(self) -> None:
        for its_id in self.table.chosen[-1:]:
            self.asked.emit("enrolment", its_id)

    def _make_buttons(self) -> None:
        words = self._words
        self.turns = {
            each: button(words(f"program.set_{each}"), lambda each=each: self.choose(each))  # type: ignore[misc]
            for each in CHOSEN
        }
        self.enrolment = button(words("program.edit_enrolment"), self._ask_for_enrolment, key="F2")
        self.enrol = button("", lambda: self._do(lambda: self._acts.enrol(self.chosen)))
        self.own_boards = OwnBoardsButton(self._acts.own_kinds(), words)
        self.own_boards.chosen.connect(self._found_own)
        self.further = {
            each: button(words(f"program.{key}"), lambda each=each: self.asked.emit(each, self.chosen))  # type: ignore[misc]
            for each, key in (
                ("program", "edit_program"),
                ("cohort", "edit_cohort"),
                ("tracks", "edit_tracks"),
                ("groups", "edit_groups"),
                ("duplicate", "duplicate"),
                ("certificates", "certificates"),
            )
        }
        self.list_button = button(words("program.write_list"), lambda: self.write(".csv"))
        self.calendar_button = button(words("program.write_calendar"), lambda: self.write(".ics"))
        self.undo_button = button(words("console.undo"), self.undo, icon_name="undo", key="Ctrl+Z")

        self.segments = [
            button(words(f"program.page_{each}"), lambda place=place: self.turn_to(place), key=f"Alt+{place + 1}")  # type: ignore[misc]
            for place, each in enumerate(("people", "standings"))
        ]
        self._group = QButtonGroup(self)
        for place, each in enumerate(self.segments):
            each.setObjectName("segment")
            each.setCheckable(True)
            each.setChecked(place == 0)
            self._group.addButton(each)
            key = QShortcut(QKeySequence(f"Alt+{place + 1}"), self)
            key.activated.connect(lambda place=place: self.turn_to(place))

    def _lay_out(self) -> None:
        words = self._words
        head, ahead, below, ends = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        turned = QHBoxLayout()
        for each in self.segments:
            turned.addWidget(each)
        turned.addStretch(1)
        turned.addWidget(self._counted)
        for box, name in ((self.cohort, "cohort"), (self.state, "state")):
            head.addWidget(PlainLabel(words(f"program.{name}"), "fieldLabel"))
            head.addWidget(box, 1 if box is self.cohort else 0)
        for name, each in self.further.items():
            if name not in ("duplicate", "certificates"):
                head.addWidget(each)
        ahead.addWidget(PlainLabel(words("program.next"), "fieldLabel"), 1)
        ahead.addWidget(self.own_boards)
        ahead.addWidget(self.further["duplicate"])
        ahead.addWidget(self.calendar_button)
        private = PrivatePart(words("program.private"), "fieldLabel")
        private.inside.addWidget(self.table, 1)
        for each in (*self.turns.values(), self.enrolment, self.enrol):
            below.addWidget(each)
        below.addStretch(1)
        below.addWidget(self.further["certificates"])
        below.addWidget(self.list_button)
        private.inside.addLayout(below)
        ends.addWidget(self._hint, 1)
        ends.addWidget(self.undo_button)
        ends.addWidget(button(words("console.close"), self.accept, main=True, key=words("console.key_escape")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(ahead)
        layout.addWidget(self.next)
        layout.addWidget(self.wrong)
        layout.addLayout(turned)
        self.pages.addWidget(private)
        self.pages.addWidget(self.standings)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self._problem)
        layout.addWidget(self._news)
        layout.addLayout(ends)
