"""StageCatch: what comes out of a session is caught in the stage window itself while that is worked on."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from shiboken6 import isValid

from facilitator.domain.outcome import Outcome, OutcomeKind
from facilitator.journal import Saved
from facilitator.ui.console.stage_work import StageWork
from facilitator.workshop.outcomes import caught


class StageCatch(QObject):
    """Takes the words in the bar of the stage, where everybody reads along; who and by when is said in the console.

    `session` names the session that they belong to, "" for none.
    """

    def __init__(self, work: StageWork, session: Callable[[], str]) -> None:
        super().__init__(work)
        self._work, self._session = work, session
        self._kind: OutcomeKind = "decision"
        work.turned.connect(lambda on: self._listen() if on else None)

    def begin(self, kind: OutcomeKind) -> bool:
        """Let the bar take something of this kind; returns whether it does: only with the keys on an open bar."""
        surface = self._work.surface
        if surface is None or not surface.isActiveWindow() or not surface.bar.is_open:
            return False
        self._kind = kind
        surface.bar.catch(self._work.words(f"outcome.{kind}"))
        return True

    def _listen(self) -> None:
        if self._work.surface:
            self._work.surface.bar.caughtEntered.connect(self._catch)

    def _catch(self, text: str) -> None:
        surface, kind, session_id = self._work.surface, self._kind, self._session()
        if surface is None:
            return
        bar = surface.bar

        def done(saved: Saved) -> None:
            if not isValid(bar):  # it was saved only after the end
                self._work.forget(text)
            elif bar.catching and bar.line.text() == text:
                bar.line.clear()
                bar.end_catching()
                code = next(each.code for each in saved.change.added() if isinstance(each, Outcome))
                bar.say(self._work.words("stage.work_caught", code=code))

        words = " ".join(text.split())
        self._work.edit(lambda _, document, __: caught(document, session_id, kind, words), ("catch", text), done)
