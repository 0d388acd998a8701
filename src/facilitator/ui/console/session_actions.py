"""What the session menu offers, in one list, with the keys."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from facilitator.content.words import Words
from facilitator.domain.outcome import OUTCOME_KINDS
from facilitator.ui.console.action_menu import ActionMenu
from facilitator.ui.console.lesson_work import LESSONS_KEY
from facilitator.ui.console.method_cards import METHODS_KEY
from facilitator.ui.console.overview_work import OVERVIEW_KEY
from facilitator.ui.console.participant_work import PARTICIPANTS_KEY
from facilitator.ui.console.screens_shown import NEXT_PAGE_KEY
from facilitator.ui.dialogs.sessions_dialog import NEW_SESSION_KEY

if TYPE_CHECKING:
    from facilitator.ui.console.live_session import LiveSession

SESSION_KEY = "Alt+E"
SESSIONS_KEY = "Ctrl+Shift+O"
PREFLIGHT_KEY = "Ctrl+Shift+F"
POLLS_KEY = "Ctrl+J"
TEMPERATURE_KEY = "Ctrl+Shift+T"


def session_menu(words: Words) -> ActionMenu:
    """The button "Session" with its menu, still empty."""
    return ActionMenu(words("console.session"), words("console.session_said"), SESSION_KEY, words)


def add_session_actions(menu: ActionMenu, live: "LiveSession") -> None:
    """Put everything that can be done with the session as a whole into its menu."""
    menu.add("session.sessions_action", live.sessions.open_sessions, SESSIONS_KEY)
    menu.add("session.new_session_action", live.sessions.new_session, NEW_SESSION_KEY)
    menu.add("templates.action", live.templates.open_library)
    menu.add("templates.keep_action", live.templates.keep_shown)
    menu.add("program.action", live.overview.open, OVERVIEW_KEY)
    menu.add("people.action", live.attending.open, PARTICIPANTS_KEY)
    menu.add("program.certificates", live.overview.open_certificates)
    menu.add("lesson.action", live.lessons.open, LESSONS_KEY)
    menu.add("session.methods_action", live.methods.turn, METHODS_KEY)
    menu.add("preflight.action", live.preflightRequested.emit, PREFLIGHT_KEY)
    menu.part()
    menu.add("console.read_back_action", live.read_back, "F3")
    live.screens.offer(menu.add("console.next_page", live.screens.next_page, NEXT_PAGE_KEY))
    menu.part()
    for number, kind in enumerate(OUTCOME_KINDS, start=1):
        caught = menu.add(f"outcome.catch_{kind}", partial(live.catching.catch, kind), f"Ctrl+{number}")
        caught.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)  # also while the stage has the keys
    menu.part()
    menu.add("poll.action", live.polls.open, POLLS_KEY)
    menu.add("poll.temperature_action", live.polls.check_temperature, TEMPERATURE_KEY)
    menu.add("feedback.action", live.asking.open)
    menu.add("outcome.close_action", live.closing.open, "Alt+W")
