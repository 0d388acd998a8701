"""Taking what is ready-made onto the open board."""

from collections.abc import Sequence

from facilitator.domain.refusal import Refusal
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.offers_dialog import OffersDialog
from facilitator.ui.errors import sentence


def pick_from_offers(desk: Desk, work: BoardWork) -> OffersDialog | None:
    """Show what can be taken onto the open board; None, and a sentence, where there is nothing.

    What can't be read of the facilitator's own library is told there, or here where nothing else is on offer.
    """
    kind, board_id = desk.kind(work.board_id), work.board_id
    offers = kind.offers(desk.document, board_id, desk.words)
    own = kind.library(desk.words)
    unread = own.unread() if own else ""
    if not offers:
        work.say(unread or desk.words("console.no_offers"), problem=True)
        return None

    def take(ids: Sequence[str]) -> bool:
        saved = desk.ask_for(dialog.say, lambda document: kind.take(document, board_id, ids, desk.words))
        if saved is None:
            return False
        there = {item.id for item in work.showing_now.items} if work.showing_now else set()
        touched = dict.fromkeys(swap.after.id for swap in saved.change.swaps if swap.after)
        work.pick([each for each in touched if each in there])
        work.say(desk.words("console.offers_taken", count=len(ids)), problem=False)
        return True

    def forget(offer_id: str) -> bool:
        if own is None:
            return False
        try:
            dialog.say(own.forget(offer_id))
        except Refusal as refusal:
            dialog.say(sentence(refusal, desk.words))
            return False
        return True

    dialog = OffersDialog(offers, take, desk.words, work.window, forget=forget)
    dialog.say(unread)
    dialog.open()
    return dialog
