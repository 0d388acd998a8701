"""CanvasRequests: what is asked for on a canvas becomes an edit of the board that it shows."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject

from facilitator.boards.described import Direction
from facilitator.boards.kind import Kind
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.graphics.board_canvas import BoardCanvas
from facilitator.journal import Saved
from facilitator.ui.console.shown_board import ShownBoard
from facilitator.ui.console.typing_place import RenamesInPlace
from facilitator.ui.desk import Desk
from facilitator.workshop.capture import LinkLine

BoardEdit = Callable[[Kind, Document, str], Change]
"""An edit of a board: its kind, the document and the board's id lead to a change."""


class EditsBoard(Protocol):
    """Whoever asks for edits of the board that a canvas shows: see `BoardWork` for what each of them promises."""

    @property
    def showing_now(self) -> ShownBoard | None: ...

    def edit(
        self, edit: BoardEdit, about: object = None, done: Callable[[Saved], object] | None = None
    ) -> Saved | None: ...

    def rename(self, item_id: str, name: str, done: Callable[[Saved], object] | None = None) -> None: ...

    def delete(self, ids: Sequence[str]) -> None: ...

    def say(self, text: str, *, problem: bool) -> None: ...


class CanvasRequests(QObject):
    """Listens to a canvas and asks `work` for what it asks for; what can't be done is said in `words`."""

    def __init__(self, desk: Desk, work: EditsBoard, canvas: BoardCanvas, words: Words) -> None:
        super().__init__(canvas)
        self._desk, self._work, self._canvas, self._words = desk, work, canvas, words
        canvas.dropRequested.connect(self._drop)
        canvas.linkRequested.connect(self._link)
        canvas.deleteRequested.connect(lambda ids: work.delete(ids))
        canvas.pressRequested.connect(self.press)
        canvas.nudgeRequested.connect(self.nudge)
        canvas.renameRequested.connect(lambda item_id, name: self.rename(canvas, item_id, name))
        canvas.noLinksHere.connect(lambda: work.say(words("refusals.no_links_here"), problem=True))

    def rename(self, where: RenamesInPlace, item_id: str, name: str) -> None:
        """Give an item another name; the line in which it was typed closes once it is saved."""

        def done(saved: Saved) -> None:
            if where.editor and (where.editor.item_id, where.editor.text()) == (item_id, name):
                where.finish_rename()

        self._work.rename(item_id, name, done)

    def press(self, ids: tuple[str, ...]) -> None:
        """Press the item picked last, where its kind knows what that means."""
        shown = self._work.showing_now
        if shown and shown.kind.pressable:
            self._work.edit(lambda kind, document, _: kind.press(document, ids[-1]), ("press", ids))

    def nudge(self, ids: tuple[str, ...], direction: Direction) -> None:
        """Move items one step."""
        if self._moves_here(by_hand=False):
            self._work.edit(lambda kind, document, _: kind.nudge(document, ids, direction))

    def _link(self, from_id: str, to_id: str) -> None:
        line = LinkLine(from_id, to_id)

        def pick_made(saved: Saved) -> None:
            """Pick the link, so that its kind can be seen and changed at once."""
            shown, added = self._work.showing_now, {record.id for record in saved.change.added()}
            for link in shown.links if shown else ():
                if link.id in added:
                    self._canvas.pick_link(link.id, from_id)

        self._work.edit(lambda kind, d, board: kind.link(d, board, line), ("link", from_id, to_id), pick_made)

    def _drop(self, ids: tuple[str, ...], x: float, y: float) -> None:
        shown = self._work.showing_now
        if shown and self._moves_here(by_hand=True):
            showing = shown.view.showing  # that of the picture in which it was dragged
            self._work.edit(
                lambda kind, d, board: kind.drop(d, board, ids, x, y, showing),
                ("place", ids),
                lambda saved: self._name_founded(saved, ids[0]),
            )

    def _name_founded(self, saved: Saved, at: str) -> None:
        """Where a drop founded something with a name of its own, a group, say, let the name be typed at once."""
        shown, desk = self._work.showing_now, self._desk
        items = {item.id for item in shown.items} if shown else set()
        for record in saved.change.added():
            if shown is None or record.id in items:
                continue
            try:
                fields = shown.kind.fields(desk.document, record.id, self._words)
            except EditRejected:  # what was added has nothing to tell
                continue
            name = next((field.value for field in fields if field.form == "line" and not field.private), "")
            if name:
                self._canvas.begin_rename(record.id, name, at)
                return

    def _moves_here(self, *, by_hand: bool) -> bool:
        """Whether items can be moved on what the canvas shows; where they can't, it is said where they can."""
        shown = self._work.showing_now
        if shown is None:
            return False
        showing, forms = shown.view.showing, shown.kind.forms(self._words)
        first = next(iter(forms), None)
        form = next((each for each in forms if each.id == showing.form), first)
        here = form == first or (by_hand and form is not None and form.takes_drops)
        if here and not showing.spotlight and not showing.then:
            return True
        said = self._words("console.moves_elsewhere", form=first.name if first else "")
        self._work.say(said, problem=True)
        return False
