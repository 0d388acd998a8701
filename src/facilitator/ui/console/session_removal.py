"""SessionRemoval: programs, cohorts and sessions are taken out of their list when asked twice, and brought back."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Session
from facilitator.domain.program import Cohort, Program
from facilitator.domain.refusal import EditRejected
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.sessions_dialog import Node, SessionsDialog
from facilitator.ui.errors import sentence
from facilitator.workshop import sessions

_GONE = ("segment", "attendance", "enrolment", "study_group", "cohort", "lesson", "track")
_KEPT = {"chat_line": "lines", "outcome": "outcomes", "poll": "polls"}


class SessionRemoval(QObject):
    """Removes what a dialog asks for; `refresh` shows what there is then, the row of an id being the current one."""

    def __init__(self, desk: Desk, now: Callable[[], datetime], refresh: Callable[[str], object]) -> None:
        super().__init__(desk)
        self._desk, self._now, self._refresh = desk, now, refresh
        self._dialog: SessionsDialog | None = None
        self._asked_about, self._steps = "", 0
        desk.settled.connect(self._count_step)

    def serve(self, dialog: SessionsDialog) -> None:
        """Hear what this dialog asks for; its undo takes back what is done while it is open."""
        self._dialog, self._asked_about, self._steps = dialog, "", 0
        dialog.removeRequested.connect(self._remove)
        dialog.undoRequested.connect(self._undo)
        dialog.tree.currentItemChanged.connect(lambda now, before: self._forget_question())
        dialog.finished.connect(lambda result: self._forget_dialog())

    def _remove(self, node: Node) -> None:
        """Remove what the row stands for; where anything goes with it, only when asked a second time."""
        dialog, words, again = self._dialog, self._desk.words, self._asked_about == node.id
        if dialog is None:
            return
        self._asked_about, edit, title, after = "", self._removing(node), dialog.title, dialog.neighbour
        try:
            told = told_of_removal(edit(self._desk.document), node.id, words)
        except EditRejected as refusal:
            dialog.say(sentence(refusal, words))
            return
        if told and not again:
            self._asked_about = node.id
            dialog.say(" ".join((words("session.remove_again", title=title), *told)))
        elif self._desk.ask_for(dialog.say, edit):
            self._refresh(after)
            dialog.tell(words("session.removed", title=title))

    def _removing(self, node: Node) -> Callable[[Document], Change]:
        edits: dict[str, Callable[[Document], Change]] = {
            "program": lambda document: sessions.program_removed(document, node.id),
            "cohort": lambda document: sessions.cohort_removed(document, node.id),
            "session": lambda document: sessions.session_removed(document, node.id, self._now(), detach=True),
        }
        return edits[node.kind]

    def _undo(self) -> None:
        dialog, steps, words = self._dialog, self._steps, self._desk.words
        if dialog is None:
            return
        if not steps:
            dialog.tell(words("session.nothing_done"))
            return
        saved = self._desk.undo()
        if saved:
            self._steps = steps - 1
            back = (each.after for each in saved.change.swaps)
            self._refresh(next((each.id for each in back if isinstance(each, Session | Cohort | Program)), ""))
            dialog.tell(words("edits.undone_step", step=self._desk.step(saved.change.label)))

    def _count_step(self) -> None:
        self._steps += 1

    def _forget_question(self) -> None:
        self._asked_about = ""

    def _forget_dialog(self) -> None:
        self._dialog, self._asked_about = None, ""


def told_of_removal(change: Change, its_id: str, words: Words) -> list[str]:
    """What goes with the program, cohort or session of this id and what stays, in sentences; [] where nothing does."""
    its = (each for each in change.swaps if each.record.id != its_id)
    gone = Counter(each.before.type_name() for each in its if each.before and not each.after)
    kept = Counter(each.before.type_name() for each in change.swaps if each.before and each.after)
    goes = [words(f"session.gone_{each}", count=gone[each]) for each in _GONE if gone[each]]
    stays = [words(f"session.held_{key}", count=kept[each]) for each, key in _KEPT.items() if kept[each]]
    told = [words("session.remove_goes", what=words.list(goes))] if goes else []
    told += [words("session.remove_stays", what=words.list(stays))] if stays else []
    return [*told, words("session.boards_stay")] if told else []
