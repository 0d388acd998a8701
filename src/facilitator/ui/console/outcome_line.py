"""OutcomeLine: the line above the capture bar in which an outcome is caught while the talk goes on."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.content.naming import plain
from facilitator.content.words import Words
from facilitator.domain.outcome import OutcomeKind
from facilitator.ui.editors import LineField
from facilitator.ui.plain_label import PlainLabel

_TELLING = 4  # letters: "the" is in everything that people say


@dataclass(frozen=True, slots=True)
class Caught:
    """What is typed: one line of text, who is to do it and by when, as they stand in the fields.

    `said_in` are the ids of the chat lines that the words were taken from, () as soon as they are others.
    """

    kind: OutcomeKind
    text: str = ""
    who: str = ""
    due: str = ""
    said_in: tuple[str, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing is typed."""
        return not (self.text or self.who or self.due)


class OutcomeLine(QWidget):
    """Hidden until it is opened. `entered` carries what is typed as Enter is pressed; `left` says that Esc was.

    Only a next step has fields for who and by when. The line never empties itself: whoever opened it closes it.
    """

    entered = Signal(object)
    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._kind: OutcomeKind = "decision"
        self._offered, self._picked = Caught(self._kind), False
        self._name = PlainLabel("", "kind")
        self.text, self.who, self.due = LineField(), LineField(), LineField()
        self.due.setPlaceholderText(words("outcome.due_form"))
        self.who.setAccessibleName(words("outcome.who"))
        self.due.setAccessibleName(words("outcome.due"))
        for beside in (self.who, self.due):
            beside.setObjectName("beside")
        self._frame, self._beside = QFrame(), QWidget()
        self._frame.setObjectName("captureBar")
        self._problem = PlainLabel("", "problem", wraps=True)
        self._lay_out()
        for field in self._fields:
            field.installEventFilter(self)
            field.returnPressed.connect(lambda: self.entered.emit(self.typed))
            field.textEdited.connect(lambda _: self._problem.hide())
        self.hide()

    @property
    def typed(self) -> Caught:
        """What stands in the fields, in one line each; who and by when of a next step only."""
        text, who, due = (" ".join(field.text().split()) for field in self._fields)
        said_in = self._offered.said_in if _uses(text, self._offered.text) else ()
        typed = Caught(self._kind, text, said_in=said_in)
        return replace(typed, who=who, due=due) if self._kind == "next_step" else typed

    @property
    def problem(self) -> str:
        """Why it was not saved, "" where nothing is wrong."""
        return self._problem.text() if self._problem.isVisible() else ""

    @property
    def is_untouched(self) -> bool:
        """Whether nothing stands in it but words that were picked elsewhere, where they still are."""
        return self._picked and self.typed == replace(self._offered, kind=self._kind)

    def open(self, typed: Caught, *, picked: bool = False) -> None:
        """Show the line with these words in it, the caret behind them.

        Words that were `picked` elsewhere are selected: whoever types has others in mind.
        """
        for field, value in zip(self._fields, (typed.text, typed.who, typed.due), strict=True):
            field.setText(value)
        self._offered, self._picked = typed, picked
        self._problem.hide()
        self.name_kind(typed.kind)
        self.show()
        self.take_keys()
        if picked:
            self.text.selectAll()

    def take_keys(self) -> None:
        """Have the keys for a while, as a popup has them: what is half typed elsewhere stays open and is not saved."""
        self.text.setFocus(Qt.FocusReason.PopupFocusReason)

    def name_kind(self, kind: OutcomeKind) -> None:
        """Catch what is typed as this kind."""
        self._kind = kind
        name = self._words(f"outcome.{kind}")
        self._name.setText(name)
        self.text.setAccessibleName(self._words("outcome.line_said", kind=name))
        self.text.setPlaceholderText(self._words(f"outcome.ask_{kind}"))
        self._beside.setVisible(kind == "next_step")

    def say(self, problem: str) -> None:
        """Say why it was not saved; what is typed stays."""
        self._problem.setText(problem)
        self._problem.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show by the frame that the keys go here."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._frame.setProperty("focused", event.type() == QEvent.Type.FocusIn)
            self._frame.style().polish(self._frame)
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        words, inside = self._words, QVBoxLayout(self._frame)
        inside.setContentsMargins(8, 3, 12, 3)
        inside.setSpacing(2)
        upper = QHBoxLayout()
        upper.setSpacing(6)
        upper.addWidget(self._name)
        upper.addWidget(self.text, 1)
        upper.addWidget(PlainLabel(words("outcome.line_keys"), "small"))
        inside.addLayout(upper)
        inside.addWidget(self._beside)
        lower = QHBoxLayout(self._beside)
        lower.setContentsMargins(0, 0, 0, 4)
        lower.setSpacing(6)
        for name, field, share in (("who", self.who, 3), ("due", self.due, 2)):
            lower.addWidget(PlainLabel(words(f"outcome.{name}_label"), "small"))
            lower.addWidget(field, share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._frame)
        layout.addWidget(self._problem)

    @property
    def _fields(self) -> tuple[LineField, ...]:
        return self.text, self.who, self.due


def _uses(text: str, said: str) -> bool:
    """Whether words were made of what was said: half of them come from there, or half of what was said is in them."""
    mine, theirs = _telling(text), _telling(said)
    return 2 * len(mine & theirs) >= min(len(mine), len(theirs))


def _telling(text: str) -> set[str]:
    """The words that tell what it is about: the longer ones, where there are any."""
    words = set(plain(text).split())
    return {word for word in words if len(word) >= _TELLING} or words
