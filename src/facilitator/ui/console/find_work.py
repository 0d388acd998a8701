"""Finding an item of the open board by words that stand in it."""

from facilitator.boards.described import Field
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.find_dialog import Findable, FindDialog

FIND_KEY = "Ctrl+F"


def find_on_board(desk: Desk, work: BoardWork) -> FindDialog | None:
    """Ask for words and go to an item that has them; None, and a sentence, where the board has no items.

    Of what is private nothing is looked at while it is hidden.
    """
    shown = work.showing_now
    if shown is None or not shown.items:
        work.say(desk.words("console.find_nothing"), problem=True)
        return None
    items = [
        Findable(
            item.id,
            f"{item.code}  {item.name}" if item.code else item.name,
            tuple(
                (each.label, _told(each))
                for each in shown.kind.fields(desk.document, item.id, desk.words)
                if not (each.private and work.private_hidden)
            ),
        )
        for item in shown.items
    ]
    dialog = FindDialog(items, lambda item_id: work.pick([item_id]), desk.words, work.window)
    dialog.open()
    return dialog


def _told(field: Field) -> str:
    """What a field says, in words."""
    chosen = dict(field.choices)
    if not chosen:
        return field.value
    values = field.value.split() if field.form == "many" else [field.value]
    return ", ".join(filter(None, (chosen.get(each, each) for each in values)))
