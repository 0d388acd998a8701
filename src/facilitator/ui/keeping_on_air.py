"""KeepingOnAir: keeps what the stage shows on disk from step to step, after the stage has shown it."""

import logging
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from facilitator.domain.refusal import StoreError
from facilitator.journal import Mark
from facilitator.ui.console.console_window import ConsoleWindow
from facilitator.ui.desk import Desk
from facilitator.ui.on_air import OnAir, OnAirState
from facilitator.ui.stage.stage_window import StageWindow

_log = logging.getLogger(__name__)

_SETTLED = 250
"""Milliseconds after which a window that is dragged is taken to stand."""


class KeepingOnAir(QObject):
    """Writes a state whenever what it says changes, and removes it when nothing is on air any more.

    On air is whoever has something on the stage, has held or blanked it, or runs a session. Edits alone write nothing:
    how many of them a held audience has missed is counted on from the journal. What can't be written is logged, holds
    nothing up and leaves nothing behind. `stays` lets the state be when the workshop ends, because the app is told to
    end from outside. `back` is the state that was put back, if one was: what is held was held at its step of the
    journal.
    """

    def __init__(
        self,
        on_air: OnAir,
        path: Path,
        desk: Desk,
        stage: StageWindow,
        console: ConsoleWindow,
        back: OnAirState | None,
    ) -> None:
        super().__init__(console)
        self.stays = self._ended = False
        self._on_air, self._path = on_air, path
        self._desk, self._stage, self._console = desk, stage, console
        self._held_at = back.held_at if back else None
        self._last: OnAirState | None = None
        self._moved = QTimer(self)
        self._moved.setSingleShot(True)
        self._moved.setInterval(_SETTLED)
        self._moved.timeout.connect(self.keep)
        stage.installEventFilter(self)
        stage.sized.connect(lambda size: self.keep())
        desk.signals.feedChanged.connect(self.keep)
        console.work.opened.connect(lambda board_id: self.keep())
        console.live.agenda.segmentChosen.connect(lambda segment: self.keep())
        console.live.timing.clock.changed.connect(self.keep)
        self.keep()

    def keep(self) -> None:
        """Write what is now, unless that is kept already."""
        if self._ended:
            return
        state = self._state()
        if state is None:
            if self._last:
                self._last = None
                self._forget()
        elif self._last is None or _essence(state) != _essence(self._last):
            self._last = state
            try:
                self._on_air.keep(state)
            except (StoreError, OSError, ValueError) as error:
                _log.error("on air state not kept: %s", type(error).__name__)
                self._forget()  # an older one might show what is blanked by now

    def end(self) -> None:
        """Listen no longer; a workshop that is closed in order is on air no longer."""
        self._ended = True  # windows that close still speak
        if not (self.stays or _computer_ends()):
            self._forget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Move:
            self._moved.start()
        return False

    def _forget(self) -> None:
        try:
            self._on_air.forget(self._path)
        except OSError as error:
            _log.error("on air state not removed: %s", type(error).__name__)

    def _state(self) -> OnAirState | None:
        feed, live = self._desk.feed, self._console.live
        stage, mark = feed.state, self._desk.journal.mark
        if stage.held is None:
            self._held_at = None
        elif self._held_at is None:
            self._held_at = mark
        if stage.idle and live.timing.clock.running is None:
            return None
        size, place = self._stage.stage_size, self._stage.pos()
        return OnAirState(
            self._path,
            mark,
            stage,
            self._held_at,
            live.timing.clock.on_stage,
            (size.width(), size.height()),
            (place.x(), place.y()),
            self._console.work.board_id,
            live.session_id,
        )


def _essence(state: OnAirState) -> OnAirState:
    """The state without what every edit changes, and what can be counted on from the journal."""
    held = state.stage.held
    stage = replace(state.stage, held=replace(held, changes=0)) if held else state.stage
    return replace(state, mark=Mark(0, ""), stage=stage)


def _computer_ends() -> bool:
    """Whether the windows are closed because the computer or the desktop session ends."""
    app = QGuiApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()
