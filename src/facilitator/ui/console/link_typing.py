"""LinkTyping: the other end of a link, by its spoken code, while the canvas waits for it."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from facilitator.boards.described import Item
from facilitator.content.words import Words
from facilitator.ui.console.board_panel import BoardPanel
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.typed_text import typed_text

_NEAR = 60  # stage pixels: columns that are as far away to the left as to the right count as equally near


class LinkTyping(QObject):
    """A code picks its item ("a2"); so does its number alone ("2", "12"), of the nearest column that has it.

    Of two columns equally near the right one counts. A letter with which no code begins is not taken.
    """

    def __init__(self, work: BoardWork, panel: BoardPanel, words: Words) -> None:
        super().__init__(panel)
        self._work, self._panel, self._words = work, panel, words
        self._typed = ""
        panel.canvas.linkingChanged.connect(lambda _: self._forget())

    def press(self, event: QKeyEvent) -> bool:
        """Take a key while the other end of a link is sought; returns whether it meant anything."""
        if self._panel.canvas.linking is None:
            return False
        if event.key() == Qt.Key.Key_Backspace:
            self._look_for(self._typed[:-1])
            return True
        text = typed_text(event)
        if text:
            self._look_for(self._typed + text.casefold())
        return bool(text)

    def _look_for(self, typed: str) -> None:
        canvas, start = self._panel.canvas, self._panel.canvas.linking
        shown = self._work.showing_now
        others = [item for item in shown.items if item.id != start] if shown else []
        fitting = [item for item in others if _spoken(item, typed).startswith(typed)]
        if not fitting:
            self._panel.say_linking(self._words("console.linking_unknown", typed=typed.upper()))
            return
        self._typed = typed
        found = [item for item in fitting if _spoken(item, typed) == typed]
        wanted = min(found, key=self._distance) if found and typed else None
        canvas.pick([wanted.id] if wanted else [start] if start else [])
        told = f"{wanted.code} {wanted.name}" if wanted else f"{typed.upper()}…"
        self._panel.say_linking(
            self._words("console.linking_to", typed=told) if typed else self._words("console.linking")
        )

    def _distance(self, item: Item) -> tuple[int, bool]:
        """How far an item is to the side of where the link begins; what is not drawn, or in its own column, is last."""
        boxes, start = self._panel.canvas.board.boxes(), self._panel.canvas.linking
        if start not in boxes or item.id not in boxes:
            return 1_000_000, False
        aside = boxes[item.id].centre[0] - boxes[start].centre[0]
        own_column = abs(aside) < boxes[start].width / 2
        return (100_000 if own_column else round(abs(aside) / _NEAR)), aside < 0

    def _forget(self) -> None:
        self._typed = ""


def _spoken(item: Item, typed: str) -> str:
    """The code of an item as it is being typed: its number alone where that begins with a digit."""
    code = item.code.casefold()
    return code.lstrip("abcdefghijklmnopqrstuvwxyz") if typed[:1].isdigit() else code
