"""What the session menu offers, in one list, with the keys."""

from typing import TYPE_CHECKING

from facilitator.content.words import Words
from facilitator.ui.console.action_menu import ActionMenu

if TYPE_CHECKING:
    from facilitator.ui.console.live_session import LiveSession

SESSION_KEY = "Alt+E"


def session_menu(words: Words) -> ActionMenu:
    """The button "Session" with its menu, still empty."""
    return ActionMenu(words("console.session"), words("console.session_said"), SESSION_KEY, words)


def add_session_actions(menu: ActionMenu, live: "LiveSession") -> None:
    """Put everything that can be done with the session as a whole into its menu."""
    menu.add("console.read_back_action", live.read_back, "F3")
