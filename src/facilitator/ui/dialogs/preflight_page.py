"""PreflightPage: what is looked at before the stage is shared, on one page, with a button for what can be mended."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.ui import style
from facilitator.ui.buttons import button, set_text
from facilitator.ui.dialogs.saying_dialog import SayingDialog
from facilitator.ui.icons import pixmap
from facilitator.ui.plain_label import PlainLabel
from facilitator.ui.preflight import LINES, Line, Mend, State, summary

AGAIN_KEY = "F5"

_SIGNS: dict[State, tuple[str, str]] = {
    "good": ("check", style.GREEN),
    "warning": ("warning", style.AMBER),
    "bad": ("not_for_us", style.RED),
    "reminder": ("unknown", style.QUIET),
}
"""What shows a state besides its word: an icon and a colour."""

_WIDTH, _MARGIN, _EDGE, _GAP, _SIGN, _NAMES = 960, 40, 16, 4, 20, 150


class PreflightPage(SayingDialog):
    """A line each for all of `preflight.LINES`. It does not stand in the way: the console can be used meanwhile.

    `look` gives the lines, and is told whether all is to be read anew; `mend` does what a button says; `keep_quiet`
    hears of the tick that notifications are off, which `quiet` says of the beginning.
    """

    def __init__(
        self,
        look: Callable[[bool], Sequence[Line]],
        mend: Callable[[Mend], object],
        words: Words,
        parent: QWidget,
        *,
        quiet: bool,
        keep_quiet: Callable[[bool], object],
    ) -> None:
        super().__init__(words("preflight.title"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self._look, self._words = look, words
        self._sign, self._said = PlainLabel(), PlainLabel("", "title", wraps=True)
        self.rows = {name: PreflightRow(words(f"preflight.{name}"), mend, words) for name in LINES}
        self.quiet = QCheckBox(words("preflight.quiet"))
        self.quiet.setChecked(quiet)
        self.quiet.toggled.connect(keep_quiet)
        self.rows["notifications"].offer(self.quiet)
        self.again = button(words("preflight.again"), self.check, key=AGAIN_KEY, main=True)
        self.again.setDefault(True)
        QShortcut(QKeySequence(AGAIN_KEY), self).activated.connect(self.check)
        self._lay_out(parent)
        self.check()
        self._first().setFocus()

    @property
    def said(self) -> str:
        """How it stands in all, in one sentence."""
        return self._said.text()

    def check(self) -> None:
        """Look at everything anew, at the backups too."""
        self.say("")
        self._show(self._look(True))

    def refresh(self) -> None:
        """Show what has changed."""
        self._show(self._look(False))

    def _show(self, lines: Sequence[Line]) -> None:
        for line in lines:
            self.rows[line.id].show_line(line)
        state, said = summary(lines, self._words)
        name, colour = _SIGNS[state]
        self._sign.setPixmap(pixmap(name, colour, _SIGN))
        self._said.setText(said)
        self.setAccessibleDescription(said)

    def _first(self) -> QWidget:
        """What has the focus in the beginning: the first thing that can be mended."""
        offers = (row.mend for row in self.rows.values())
        return next((offer for offer in offers if not offer.isHidden()), self.again)

    def _lay_out(self, parent: QWidget) -> None:
        head = QHBoxLayout()
        head.addWidget(self._sign)
        head.addWidget(self._said, 1)
        table = QWidget()
        inside = QVBoxLayout(table)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(_GAP)
        for row in self.rows.values():
            inside.addWidget(row)
        inside.addStretch(1)
        area = QScrollArea()
        area.setWidget(table)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self._words("preflight.lines"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the lines in it take the focus, and come into sight with it
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(self._words("console.close"), self.reject, key=self._words("console.key_escape")))
        buttons.addWidget(self.again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(area, 1)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)
        self.check()
        width = min(_WIDTH, parent.width() - _MARGIN)
        rows = [row.heightForWidth(width - 2 * _EDGE) + _GAP for row in self.rows.values()]
        around = self._said.sizeHint().height() + self.again.sizeHint().height() + 4 * _EDGE
        self.resize(width, min(sum(rows) + around, parent.height() - _MARGIN))


class PreflightRow(QFrame):
    """One line: a sign and a word for how it stands, what was looked at, a sentence, and what can be done."""

    def __init__(self, title: str, mend: Callable[[Mend], object], words: Words) -> None:
        super().__init__()
        self.setObjectName("card")
        self._title, self._words = title, words
        self._what: Mend = ""
        self._sign = PlainLabel()
        self._state = PlainLabel("", "small")
        self._said = PlainLabel("", "told", wraps=True)
        self._said.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that it can be read without a mouse
        self.mend = button("", lambda: mend(self._what))
        self.mend.setAutoDefault(True)  # so that Enter presses it
        names = QVBoxLayout()
        names.setSpacing(0)
        for label in (PlainLabel(title, "lineTitle"), self._state):
            label.setFixedWidth(_NAMES)
            names.addWidget(label)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 5, 12, 5)
        self._row.setSpacing(12)
        self._row.addWidget(self._sign)
        self._row.addLayout(names)
        self._row.addWidget(self._said, 1)
        self.offer(self.mend)

    @property
    def state(self) -> str:
        """The word for how it stands."""
        return self._state.text()

    @property
    def said(self) -> str:
        """The sentence."""
        return self._said.text()

    def offer(self, widget: QWidget) -> None:
        """Put something that can be done at the right of the line."""
        self._row.addWidget(widget)

    def show_line(self, line: Line) -> None:
        """Say how it stands now; a button that has the focus keeps it as long as it has something to do."""
        name, colour = _SIGNS[line.state]
        self._sign.setPixmap(pixmap(name, colour, _SIGN))
        self._state.setText(self._words(f"preflight.state_{line.state}"))
        self._said.setText(line.said)
        self._said.setAccessibleName(f"{self._title}. {self.state}. {line.said}")
        self._what = line.mend
        if line.mend:
            set_text(self.mend, line.mend_words)
            self.mend.setAccessibleDescription(line.said)
        elif self.mend.hasFocus():
            self._said.setFocus()
        self.mend.setVisible(bool(line.mend))
