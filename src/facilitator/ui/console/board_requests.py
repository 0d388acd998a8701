"""BoardRequests: what is asked for on the canvas, in the outline and in the inspector becomes an edit of the board."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.graphics.board_canvas import BoardCanvas
from facilitator.ui.console.canvas_requests import CanvasRequests
from facilitator.ui.console.capture_bar import CaptureBar
from facilitator.ui.console.inspector import Inspector
from facilitator.ui.console.outline import Outline
from facilitator.ui.desk import Desk

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
        self._work, self._canvas, self._inspector = work, canvas, inspector
        on_canvas = CanvasRequests(desk, work, canvas, desk.words)
        canvas.captureRequested.connect(capture.line.setFocus)
        for source in (outline, inspector):
            source.deleteRequested.connect(work.delete)
        for list_or_canvas in (canvas, outline):
            list_or_canvas.editRequested.connect(self.begin_edit)
        outline.pressRequested.connect(on_canvas.press)
        outline.nudgeRequested.connect(on_canvas.nudge)
        outline.nameEntered.connect(lambda item_id, name: on_canvas.rename(outline, item_id, name))
        outline.picked.connect(canvas.pick)
        outline.captureRequested.connect(capture.begin)
        outline.groupChosen.connect(capture.choose)
        canvas.groundClicked.connect(lambda x, y: self._choose_group(capture, x, y))
        outline.linkRequested.connect(canvas.begin_linking)
        inspector.fieldEntered.connect(work.set_field)
        inspector.regroupRequested.connect(self._regroup)

    def begin_edit(self, ids: tuple[str, ...]) -> None:
        """Go to the details of what is picked, or end the link that was begun at the last of it."""
        if self._canvas.linking and ids:
            self._canvas.finish_linking(ids[-1])
        else:
            self._inspector.focus_first()

    def _choose_group(self, capture: CaptureBar, x: float, y: float) -> None:
        shown = self._work.showing_now
        if shown:
            capture.choose(shown.kind.group_at(shown.view, x, y))

    def _regroup(self, ids: tuple[str, ...], group: str) -> None:
        self._work.edit(lambda kind, document, _: kind.regroup(document, ids, group), ("group", ids))
