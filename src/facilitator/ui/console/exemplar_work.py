"""Making an exemplar of the open board: the redaction screen, then the new board."""

from facilitator.boards.redaction import UNTOUCHED, Redaction, RedactionAnswers
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.redaction_dialog import RedactionDialog
from facilitator.ui.errors import sentence


def make_exemplar(desk: Desk, work: BoardWork) -> None:
    """Show what the group would read of the open board; once it is made, open the copy and say so."""
    today, kind, board_id = desk.today(), desk.kind(work.board_id), work.board_id

    def redact(answers: RedactionAnswers) -> Redaction:
        redaction = kind.redaction(desk.document, board_id, desk.words, answers)
        if redaction is None:
            raise EditRejected("nothing_to_do")
        return redaction

    def make(answers: RedactionAnswers) -> bool:
        saved = desk.ask_for(dialog.say, lambda document: kind.exemplar(document, board_id, answers, today))
        if saved is None:
            return False
        made = next(record for record in saved.change.added() if isinstance(record, Board))
        work.open(made.id)
        work.say(desk.words("redaction.made", title=made.title), problem=False)
        return True

    try:
        proposed = redact(UNTOUCHED)
    except EditRejected as refusal:
        work.say(sentence(refusal, desk.words), problem=True)
        return
    dialog = RedactionDialog(proposed, redact, make, desk.words, work.window)
    dialog.open()
