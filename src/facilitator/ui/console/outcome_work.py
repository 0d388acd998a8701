"""OutcomeWork: catches what comes out of a session, and makes edits of what is asked for in its lists."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from facilitator.boards.described import Field
from facilitator.boards.said_day import said_day
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.outcome import OUTCOME_KINDS, Outcome, OutcomeKind
from facilitator.domain.screens import ReadBackScreen, ScreenWanted
from facilitator.journal import Saved
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.console.capture_bar import CaptureBar
from facilitator.ui.console.outcome_line import Caught, OutcomeLine
from facilitator.ui.console.outcome_rows import OutcomeList
from facilitator.ui.console.outcome_texts import counted_to_confirm
from facilitator.ui.console.outcomes_panel import OutcomesPanel
from facilitator.ui.console.typing_place import TypingPlace
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.entry_dialog import EntryDialog
from facilitator.ui.errors import sentence
from facilitator.workshop import outcomes as edits

PointedAt = tuple[str, tuple[str, ...]]
"""Words that are picked somewhere, and the ids of the chat lines that said them, () where it was no chat."""


class OutcomeWork(QObject):
    """Ties the catch line and the list to the session that `session` names ("" none).

    `pointed_at` gives the words that whoever presses a key has picked ("" none): they are what is caught then.
    `counted` carries how many are to be confirmed, None for none; `changed` says that what came out
    is other now, `readingChanged` carries `reading`. `elsewhere` is asked first whether another window has the keys
    and catches there.
    """

    counted = Signal(object)
    changed = Signal()
    readingChanged = Signal(object)

    def __init__(
        self,
        desk: Desk,
        work: BoardWork,
        line: OutcomeLine,
        panel: OutcomesPanel,
        capture: CaptureBar,
        session: Callable[[], str],
        pointed_at: Callable[[], PointedAt],
    ) -> None:
        super().__init__(panel)
        self._desk, self._work, self._line, self._panel = desk, work, line, panel
        self._capture, self._session, self._pointed_at = capture, session, pointed_at
        self.elsewhere: Callable[[OutcomeKind], bool] = lambda kind: False
        self._drafts: list[Caught] = []
        self._back: QWidget | None = None
        self._shown: tuple[Outcome, ...] | None = None
        self._reading: tuple[str, ...] | None = None
        line.entered.connect(self._catch)
        line.left.connect(self.leave)
        panel.readBackRequested.connect(self.read_back)
        desk.signals.feedChanged.connect(self._follow_stage)
        self.serve(panel.list)
        work.typing.append(TypingPlace("outcome.pending", lambda: not self._is_typing()))

    @property
    def session_id(self) -> str:
        """The session that is worked on, "" where there is none."""
        return self._session()

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What came out of it, and of none."""
        return edits.outcomes_in_sight(self._desk.document, self.session_id)

    @property
    def reading(self) -> tuple[str, ...] | None:
        """The ids of what the group has before its eyes to confirm, None while nothing is read back."""
        return self._reading

    def serve(self, rows: OutcomeList, say: Callable[[str], None] | None = None) -> None:
        """Do what this list asks for; `say` tells why not, below the capture bar unless told otherwise."""
        rows.confirmAsked.connect(lambda ids: self.confirm(ids, say))
        rows.unconfirmAsked.connect(lambda ids: self._ask(lambda document: edits.unconfirmed(document, ids), say))
        rows.removeAsked.connect(lambda ids: self._ask(lambda document: edits.removed(document, ids), say))
        rows.moveAsked.connect(lambda ids, kind: self._ask(lambda document: edits.moved(document, ids, kind), say))
        rows.editAsked.connect(lambda its_id: self.edit(its_id, rows.window()))

    def catch(self, kind: OutcomeKind) -> None:
        """Open the catch line for this kind; while it is open, what is typed there becomes one of this kind.

        Menus that are open close: they would take the keys.
        """
        while popup := QApplication.activePopupWidget():
            popup.close()
        if self.elsewhere(kind):
            return
        if self._line.isVisible():
            self._line.name_kind(kind)
            self._line.take_keys()
        else:
            self._back = QApplication.focusWidget() or QApplication.activeWindow()
            text, said_in = self._pointed_at()
            draft = Caught(kind, " ".join(text.split()), said_in=said_in)
            if not text and self._drafts:
                draft = replace(self._drafts.pop(), kind=kind)
            self._line.open(draft, picked=bool(text))
            self._work.say("", problem=False)
        self._line.window().activateWindow()

    def leave(self) -> None:
        """Close the catch line; what is typed there comes back when it is opened next.

        Words that were only picked stay where they are; a line of the chat goes on waiting, whatever becomes of what
        was typed.
        """
        typed, untouched = self._line.typed, self._line.is_untouched
        self._close()
        if not typed.is_blank and not untouched:
            self._drafts.append(replace(typed, said_in=()))
            self._work.say(self._desk.words("outcome.kept"), problem=False)

    def confirm(self, ids: Sequence[str], say: Callable[[str], None] | None = None) -> None:
        """Note that the group agrees with these; a read-back ends with the last one."""

        def done(saved: Saved) -> None:
            if self._reading is not None and not counted_to_confirm(self.outcomes):
                self._desk.end_screen()
                self._work.say(self._desk.words("outcome.all_confirmed"), problem=False)

        self._ask(lambda document: edits.confirmed(document, ids), say, done)

    def read_back(self) -> None:
        """Show participants the newest that are to be confirmed, large; a second time puts them away."""
        wanted = ScreenWanted("to_confirm", self.session_id)
        if self._desk.feed.screen == wanted:
            self._desk.end_screen()
        elif counted_to_confirm(self.outcomes):
            self._desk.show_screen(wanted)
        else:
            self._work.say(self._desk.words("outcome.none_waits"), problem=False)

    def edit(self, outcome_id: str, parent: QWidget) -> EntryDialog | None:
        """Open the form of an outcome in front of `parent`; None where it is no more."""
        desk, outcome = self._desk, self._desk.document.find(Outcome, outcome_id)
        if outcome is None:
            return None
        fields = self._fields(outcome)

        def save(values: Mapping[str, str]) -> bool:
            said = {field.key: field.value for field in fields} | dict(values)
            saved = desk.ask_for(dialog.say, lambda document: _edited(document, outcome_id, said, desk.today()))
            return saved is not None

        title = desk.words("outcome.edit_title", code=outcome.code)
        dialog = EntryDialog(title, fields, save, desk.words, parent, new=False, today=desk.today)
        dialog.open()
        return dialog

    def refresh(self) -> None:
        """Bring the list up to date."""
        now = self.outcomes
        if now != self._shown:
            self._shown = now
            self._panel.show_outcomes(now)
            self.counted.emit(counted_to_confirm(now) or None)
            self.changed.emit()
        self._follow_stage()

    def _follow_stage(self) -> None:
        """Pick in the list what the group reads, as soon as that is something else."""
        screen, shown = self._desk.feed.screen, self._desk.feed.shown
        reading: tuple[str, ...] | None = None
        if screen == ScreenWanted("to_confirm", self.session_id):
            codes = [line.code for line in shown.lines] if isinstance(shown, ReadBackScreen) else []
            reading = tuple(each.id for each in self.outcomes if each.code in codes)
        if reading != self._reading:
            self._reading = reading
            self._panel.show_reading(reading)
            self.readingChanged.emit(reading)

    def _catch(self, typed: Caught) -> None:
        if typed.is_blank:
            self.leave()
            return
        session_id, words = self.session_id, self._desk.words

        def made(document: Document) -> Change:
            due = said_day(typed.due, self._desk.today())
            its = (typed.kind, typed.text, typed.who, due)
            return edits.caught(document, session_id, *its, said_in=typed.said_in)

        def done(saved: Saved) -> None:
            if self._line.isVisible() and self._line.typed == typed:
                self._close()
            elif typed in self._drafts:  # it was saved only later
                self._drafts.remove(typed)
            code = next(each.code for each in saved.change.added() if isinstance(each, Outcome))
            self._work.say(words("outcome.caught", code=code, kind=words(f"outcome.{typed.kind}")), problem=False)

        self._desk.ask(made, lambda refusal: self._line.say(sentence(refusal, words)), done=done, about=("catch",))

    def _close(self) -> None:
        """Hide the line and give the keys back to where they were."""
        self._line.hide()
        back, self._back = self._back, None
        if back is None or not isValid(back) or not back.isVisible():
            back = self._capture.line
        back.window().activateWindow()
        back.setFocus()

    def _is_typing(self) -> bool:
        return bool(self._drafts) or (self._line.isVisible() and not self._line.typed.is_blank)

    def _ask(
        self,
        edit: Callable[[Document], Change],
        say: Callable[[str], None] | None,
        done: Callable[[Saved], object] | None = None,
    ) -> None:
        words = self._desk.words
        self._desk.ask(edit, (lambda refusal: say(sentence(refusal, words))) if say else None, done=done)

    def _fields(self, outcome: Outcome) -> tuple[Field, ...]:
        words = self._desk.words
        kinds = tuple((kind, words(f"outcome.{kind}")) for kind in OUTCOME_KINDS)
        return (
            Field("text", words("outcome.text"), outcome.text, "text"),
            Field("who", words("outcome.who"), outcome.who, "line"),
            Field("due", words("outcome.due"), outcome.due.isoformat() if outcome.due else "", "date"),
            Field("kind", words("outcome.kind"), outcome.kind, "choice", choices=kinds),
        )


def _edited(document: Document, outcome_id: str, said: Mapping[str, str], today: date) -> Change:
    kind = next(each for each in OUTCOME_KINDS if each == said["kind"])
    due = said_day(said["due"], today)
    return edits.edited(document, outcome_id, kind=kind, text=said["text"], who=said["who"], due=due)
