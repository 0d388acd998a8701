"""StageSide: keeps the console's preview and the buttons below it as the stage is."""

from PySide6.QtCore import QObject

from facilitator.ui.console.pointing import Pointing
from facilitator.ui.console.screens_shown import ScreensShown
from facilitator.ui.console.stage_panel import StagePanel
from facilitator.ui.desk import Desk

_READ_BACK = ("read_back", "to_confirm")


class StageSide(QObject):
    """Shows in the panel all that participants see, and which of its buttons are on."""

    def __init__(self, desk: Desk, panel: StagePanel, pointing: Pointing, screens: ScreensShown) -> None:
        super().__init__(panel)
        self._desk, self._panel, self._screens = desk, panel, screens
        desk.signals.feedChanged.connect(self._show)
        desk.signals.clockChanged.connect(self._show)
        desk.signals.pointerChanged.connect(lambda: panel.surface.show_pointer(desk.feed.pointer))
        panel.controls.pointerRequested.connect(pointing.turn)
        pointing.turned.connect(lambda on: panel.controls.show_on(pointer=on))
        self._show()

    def _show(self) -> None:
        feed = self._desk.feed
        its = self._desk.stage_picture(), feed.mode, feed.pointer, self._screens.name
        self._panel.show_stage(*its, holding=feed.holding)
        self._panel.controls.show_on(read_back=feed.screen is not None and feed.screen.kind in _READ_BACK)
