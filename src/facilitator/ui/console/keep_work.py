"""Putting what is picked into the facilitator's own library."""

from facilitator.domain.refusal import Refusal
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.keep_dialog import KeepDialog
from facilitator.ui.errors import sentence


def keep_picked(desk: Desk, work: BoardWork) -> KeepDialog | None:
    """Keep what is picked, and say so; returns the window that cautions first, None where it is not needed."""
    own, picked = desk.kind(work.board_id).library(desk.words), work.picked
    if own is None:
        return None
    caution = own.caution() if picked else ""

    def keep() -> str:
        try:
            told = own.keep(desk.document, picked)
        except Refusal as refusal:
            return sentence(refusal, desk.words)
        work.say(told, problem=False)
        return ""

    if caution:
        dialog = KeepDialog(caution, keep, desk.words, work.window)
        dialog.open()
        return dialog
    problem = keep()
    if problem:
        work.say(problem, problem=True)
    return None
