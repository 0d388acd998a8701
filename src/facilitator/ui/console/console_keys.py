"""The keys of the console that work whatever has the focus in it."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from facilitator.ui.capture_target import GROUP_KEYS, RING_KEYS
from facilitator.ui.console.agenda_panel import AGENDA_KEY
from facilitator.ui.console.board_menu import MORE_KEY
from facilitator.ui.console.chat_tray import PASTE_CHAT_KEY, TRAY_KEY
from facilitator.ui.console.clock_strip import NEXT_KEY, REPLAN_KEY, STAGE_CLOCK_KEY
from facilitator.ui.console.console_lists import FINDINGS_KEY
from facilitator.ui.console.new_board import NEW_BOARD_KEY
from facilitator.ui.console.outcomes_panel import OUTCOMES_KEY
from facilitator.ui.console.session_actions import SESSION_KEY
from facilitator.ui.console.stage_controls import POINTER_KEY, STAGE_WORK_KEY
from facilitator.ui.console.view_row import COMPARE_KEY, LAYERS_KEY

if TYPE_CHECKING:
    from facilitator.ui.console.console_window import ConsoleWindow

BOARDS_KEY = "Alt+B"
_SEGMENTS = 9


def add_keys(console: "ConsoleWindow") -> None:
    """Give the console its keys. A key that two standards name alike counts once."""
    standard, looking, prompt = QKeySequence.StandardKey, console.looking, console.prompt
    keys = {
        QKeySequence(standard.Undo): console.undo,
        QKeySequence(standard.Redo): console.redo,
        QKeySequence("Ctrl+Y"): console.redo,
        QKeySequence("Ctrl+Shift+Z"): console.redo,
        QKeySequence("F1"): console.help,
        QKeySequence("F5"): looking.to_stage,
        QKeySequence(POINTER_KEY): console.pointing.turn,
        QKeySequence(STAGE_WORK_KEY): console.stageWorkRequested.emit,
        QKeySequence("F6"): console.lists.go_to_outline,
        QKeySequence(TRAY_KEY): console.lists.go_to_chat,
        QKeySequence(OUTCOMES_KEY): console.lists.go_to_outcomes,
        QKeySequence(PASTE_CHAT_KEY): console.live.chatting.paste,
        QKeySequence("Alt+S"): lambda: looking.next_spotlight(1),
        QKeySequence("Alt+Shift+S"): lambda: looking.next_spotlight(-1),
        QKeySequence("Alt+U"): lambda: looking.next_open(1),
        QKeySequence("Alt+Shift+U"): lambda: looking.next_open(-1),
        QKeySequence("Alt+L"): looking.turn_large,
        QKeySequence(MORE_KEY): console.panel.menu.open_menu,
        QKeySequence(SESSION_KEY): console.live.menu.open_menu,
        QKeySequence(COMPARE_KEY): console.panel.view_row.compare.open_menu,
        QKeySequence(LAYERS_KEY): console.panel.view_row.layers.open_menu,
        QKeySequence(FINDINGS_KEY): console.lists.go_to_findings,
        QKeySequence(BOARDS_KEY): console.boards.setFocus,
        QKeySequence(NEW_BOARD_KEY): console.add_board,
        QKeySequence("Ctrl+Tab"): lambda: console.work.turn(1),
        QKeySequence("Ctrl+Shift+Tab"): lambda: console.work.turn(-1),
        QKeySequence(AGENDA_KEY): console.live.agenda.list.setFocus,
        QKeySequence(NEXT_KEY): console.live.timing.next,
        QKeySequence(REPLAN_KEY): console.live.timing.replan,
        QKeySequence(STAGE_CLOCK_KEY): console.live.timing.turn_stage_clock,
        QKeySequence("Alt+PgDown"): lambda: prompt.turn(1),
        QKeySequence("Alt+PgUp"): lambda: prompt.turn(-1),
        QKeySequence("Ctrl+K"): console.panel.capture.line.setFocus,
        QKeySequence("Ctrl+T"): console.work.tidy,
        QKeySequence("Ctrl+H"): console.panel.private.toggle,
        QKeySequence("Ctrl+P"): console.handoutRequested.emit,
        QKeySequence(standard.Paste): console.paste,
        QKeySequence("Ctrl+Q"): console.close,
    }
    for key, act in keys.items():
        QShortcut(key, console).activated.connect(act)
    capture = console.panel.capture
    for place, name in enumerate(GROUP_KEYS):
        QShortcut(QKeySequence(name), console).activated.connect(lambda place=place: _go_to_group(console, place))
    for place, name in enumerate(RING_KEYS):
        QShortcut(QKeySequence(name), console).activated.connect(lambda place=place: capture.choose_ring(place + 1))
    for place in range(_SEGMENTS):
        segment = QShortcut(QKeySequence(f"Alt+{place + 1}"), console)
        segment.activated.connect(lambda place=place: looking.choose_segment(place))


def _go_to_group(console: "ConsoleWindow", place: int) -> None:
    """Send the line of the chat there that has the focus, or let the capture bar add there."""
    if console.live.chat.list.hasFocus():
        console.live.chat.send_to(place)
    else:
        console.panel.capture.choose_place(place)
