"""BoardRequests: what is asked for on the canvas, in the outline and in the inspector becomes an edit of the board."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.boards.described import Direction
from facilitator.domain.refusal import EditRejected
from facilitator.graphics.board_canvas import BoardCanvas
from facilitator.journal import Saved
from facilitator.ui.console.capture_bar import CaptureBar
from facilitator.ui.console.inspector import Inspector
from facilitator.ui.console.outline import Outline
from facilitator.ui.desk import Desk
from facilitator.workshop.capture import LinkLine

if TYPE_CHECKING:
    from facilitator.ui.console.board_work import BoardWork


class BoardRequests(QObject):
    """Listens to the parts that show the open board, and asks `work` for what they ask for."""

    def __init__(
        self,
        desk: Desk,
        work: "BoardWork",
        canvas: BoardCanvas,
        outline: Outline,
        inspector: Inspector,
        capture: CaptureBar,
    ) -> None:
        super().__init__(work)
        self._desk, self._work = desk, work
        self._canvas, self._outline, self._inspector = canvas, outline, inspector
        canvas.dropRequested.connect(self._drop)
        canvas.linkRequested.connect(self._link)
        canvas.captureRequested.connect(capture.line.setFocus)
        for source in (canvas, outline, inspector):
            source.deleteRequested.connect(work.delete)
        for list_or_canvas in (canvas, outline):
            list_or_canvas.editRequested.connect(self.begin_edit)
            list_or_canvas.pressRequested.connect(self._press)
            list_or_canvas.nudgeRequested.connect(self._nudge)
        canvas.renameRequested.connect(lambda item_id, name: self._rename(canvas, item_id, name))
        outline.nameEntered.connect(lambda item_id, name: self._rename(outline, item_id, name))
        outline.picked.connect(canvas.pick)
        outline.captureRequested.connect(capture.begin)
        outline.linkRequested.connect(canvas.begin_linking)
        inspector.fieldEntered.connect(work.set_field)
        inspector.regroupRequested.connect(self._regroup)

    def begin_edit(self, ids: tuple[str, ...]) -> None:
        """Go to the details of what is picked, or end the link that was begun at the last of it."""
        if self._canvas.linking and ids:
            self._canvas.finish_linking(ids[-1])
        else:
            self._inspector.focus_first()

    def _rename(self, where: BoardCanvas | Outline, item_id: str, name: str) -> None:
        """The line in which the name was typed closes once it is saved."""

        def done(saved: Saved) -> None:
            if where.editor and (where.editor.item_id, where.editor.text()) == (item_id, name):
                where.finish_rename()

        self._work.rename(item_id, name, done)

    def _link(self, from_id: str, to_id: str) -> None:
        line = LinkLine(from_id, to_id)

        def pick_made(saved: Saved) -> None:
            """Pick the link, so that its kind can be seen and changed at once."""
            shown, added = self._work.showing_now, {record.id for record in saved.change.added()}
            for link in shown.links if shown else ():
                if link.id in added:
                    self._canvas.pick_link(link.id, from_id)

        self._work.edit(lambda kind, d, board: kind.link(d, board, line), ("link", from_id, to_id), pick_made)

    def _regroup(self, ids: tuple[str, ...], group: str) -> None:
        self._work.edit(lambda kind, document, _: kind.regroup(document, ids, group), ("group", ids))

    def _press(self, ids: tuple[str, ...]) -> None:
        """Press the item picked last, where its kind knows what that means."""
        if self._desk.kind(self._work.board_id).pressable:
            self._work.edit(lambda kind, document, _: kind.press(document, ids[-1]), ("press", ids))

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
                fields = shown.kind.fields(desk.document, record.id, desk.words)
            except EditRejected:  # what was added has nothing to tell
                continue
            name = next((field.value for field in fields if field.form == "line"), "")
            if name:
                self._canvas.begin_rename(record.id, name, at)
                return

    def _nudge(self, ids: tuple[str, ...], direction: Direction) -> None:
        if self._moves_here(by_hand=False):
            self._work.edit(lambda kind, document, _: kind.nudge(document, ids, direction))

    def _moves_here(self, *, by_hand: bool) -> bool:
        """Whether items can be moved on what the canvas shows; where they can't, it is said where they can."""
        showings, board_id = self._desk.showings, self._work.board_id
        if not board_id:
            return False
        showing, first, form = (
            showings.of(board_id),
            next(iter(showings.forms(board_id)), None),
            showings.form(board_id),
        )
        here = form == first or (by_hand and form is not None and form.takes_drops)
        if here and not showing.spotlight and not showing.then:
            return True
        self._work.say(self._desk.words("console.moves_elsewhere", form=first.name if first else ""), problem=True)
        return False
