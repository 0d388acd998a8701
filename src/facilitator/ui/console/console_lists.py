"""ConsoleLists: what lies beside the board, in lists: its items, what the checks found, the chat, and what came out."""

from facilitator.content.words import Words
from facilitator.ui.console.chat_tray import TRAY_KEY
from facilitator.ui.console.finding_work import FindingWork
from facilitator.ui.console.findings_panel import FindingsPanel
from facilitator.ui.console.live_session import LiveSession
from facilitator.ui.console.outcomes_panel import OUTCOMES_KEY
from facilitator.ui.console.outline import Outline
from facilitator.ui.console.side_lists import SideLists

FINDINGS_KEY = "Ctrl+G"
_ITEMS, _FOUND, _CHAT, _OUTCOMES = range(4)


class ConsoleLists(SideLists):
    """Tells on each head how much is in its list, and goes to a list with the focus on it."""

    def __init__(
        self, outline: Outline, findings: FindingsPanel, checking: FindingWork, live: LiveSession, words: Words
    ) -> None:
        super().__init__()
        self._outline, self._findings, self._live = outline, findings, live
        self.add(words("console.outline"), outline)
        self.add(words("console.findings"), findings, FINDINGS_KEY)
        self.add(words("chat.tray"), live.chat, TRAY_KEY, long=True)
        self.add(words("outcome.tab"), live.outcomes, OUTCOMES_KEY, long=True)
        checking.counted.connect(lambda count: self.show_count(_FOUND, count))
        live.chatting.counted.connect(lambda count: self.show_count(_CHAT, count))
        live.catching.counted.connect(lambda count: self.show_count(_OUTCOMES, count))
        live.chatting.filled.connect(self.go_to_chat)
        live.closing.chatRequested.connect(self.go_to_chat)

    def show_items(self, count: int | None) -> None:
        """Say how many items the board has, None where none is open."""
        self.show_count(_ITEMS, count)

    def go_to_outline(self) -> None:
        """Show the list of all items, with the focus on it."""
        self.show_list(_ITEMS)
        self._outline.setFocus()

    def go_to_findings(self) -> None:
        """Show what the checks found, with the focus on it."""
        self.show_list(_FOUND)
        self._findings.list.setFocus()

    def go_to_chat(self) -> None:
        """Show what waits of the meeting's chat, with the focus on it."""
        self._live.chatting.refresh()
        self.show_list(_CHAT)
        self._live.chat.list.setFocus()

    def go_to_outcomes(self) -> None:
        """Show what came out of the session, with the focus on it."""
        self._live.catching.refresh()
        self.show_list(_OUTCOMES)
        self._live.outcomes.list.setFocus()
