"""HandoutChoices: the boxes in which a pack is chosen: which, of which boards and which session, paper, language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFormLayout

from facilitator.content.words import Words
from facilitator.domain.language import LANGUAGES, Language
from facilitator.packs import PACKS, PackName, PackSort
from facilitator.ui.choosing import ChoiceBox
from facilitator.ui.plain_label import PlainLabel

PAPERS: tuple[Literal["letter", "a4"], ...] = ("letter", "a4")


@dataclass(frozen=True, slots=True)
class HandoutOrder:
    """Which pack is wanted, how, and the folder it goes to; `session_id` "" for all sessions that it can tell of."""

    folder: Path
    paper: Literal["letter", "a4"]
    language: Language
    pack: PackName
    board_id: str | None = None
    session_id: str = ""


@dataclass(frozen=True, slots=True)
class OfferedBoards:
    """The boards that a pack can be of, (id, title); `leaves_out` if one is not for a group unless asked for itself.

    `drafts` gives the titles of those in the pack, of all boards or of the one, that nobody has redacted yet.
    """

    boards: tuple[tuple[str, str], ...] = ()
    leaves_out: bool = False
    drafts: Callable[[PackName, str | None], Sequence[str]] = lambda pack, board_id: ()


@dataclass(frozen=True, slots=True)
class OfferedSessions:
    """The sessions that a pack can be of, (id, title), and the one whose agenda is `shown`, "" for none.

    Those `for_two` are not for a group unless asked for themselves.
    """

    sessions: tuple[tuple[str, str], ...] = ()
    shown: str = ""
    for_two: frozenset[str] = frozenset()


class HandoutChoices(QObject):
    """The boxes; what can't be chosen for a pack rests. `changed` tells when pack or board are others."""

    changed = Signal()

    def __init__(self, boards: OfferedBoards, sessions: OfferedSessions, language: Language, words: Words) -> None:
        super().__init__()
        self._words, self._sessions = words, sessions
        self._asked: str | None = None
        self.pack = _choice([(pack, words(f"console.pack_{pack}")) for pack in PACKS], words("console.pack"))
        every = [("", words("console.all_but_1to1" if boards.leaves_out else "console.all_boards"))]
        self.board = _choice([*every, *boards.boards], words("console.boards"))
        self.session = _choice([], words("handouts.session"))
        self.paper = _choice([(paper, words(f"console.paper_{paper}")) for paper in PAPERS], words("console.paper"))
        names = [(each, words(f"console.language_{each}")) for each in LANGUAGES]
        self.language = _choice(names, words("console.language"))
        self.language.setCurrentIndex(self.language.findData(language))
        self._boxes = {
            "console.pack": self.pack,
            "console.boards": self.board,
            "handouts.session": self.session,
            "console.paper": self.paper,
            "console.language": self.language,
        }
        for box in (self.pack, self.board):
            box.currentIndexChanged.connect(self._follow)
        self.session.activated.connect(self._ask_for_session)
        self._follow()

    @property
    def sort(self) -> PackSort:
        """What the chosen pack is made of."""
        return PACKS[self.pack.currentData()]

    @property
    def board_id(self) -> str | None:
        """The chosen board, None for all."""
        return (self.board.currentData() or None) if self.sort.of_boards else None

    def order(self, folder: Path) -> HandoutOrder:
        """What is chosen, for this folder."""
        return HandoutOrder(
            folder,
            self.paper.currentData(),
            self.language.currentData(),
            self.pack.currentData(),
            board_id=self.board_id,
            session_id=(self.session.currentData() or "") if self._takes_session else "",
        )

    def add_to(self, form: QFormLayout) -> None:
        """Put the boxes into a form, a row each."""
        for key, box in self._boxes.items():
            form.addRow(PlainLabel(self._words(key), "fieldLabel"), box)

    def rest(self, while_making: bool) -> None:
        """Let nothing be chosen while a pack is made."""
        for box in self._boxes.values():
            box.setEnabled(not while_making)
        if not while_making:
            self._let_choose()

    @property
    def _takes_session(self) -> bool:
        """A pack of a single board tells of no session."""
        return self.sort.of_sessions and self.board_id is None

    def _follow(self) -> None:
        self._offer_sessions()
        self._let_choose()
        self.changed.emit()

    def _let_choose(self) -> None:
        self.board.setEnabled(self.sort.of_boards)
        self.session.setEnabled(self._takes_session and self.session.count() > 1)

    def _offer_sessions(self) -> None:
        """The sessions of a pack, after all at once where it can tell of several; what was asked for stays chosen."""
        all_of_them = "handouts.all_group_sessions" if self.sort.for_group else "handouts.all_sessions"
        every = [] if self.sort.of_one_session else [("", self._words(all_of_them))]
        self.session.clear()
        for session_id, title in [*every, *self._sessions.sessions] if self.sort.of_sessions else every:
            self.session.addItem(title, session_id)
        for_two = self.sort.of_boards and self.sort.for_group and self._sessions.shown in self._sessions.for_two
        wanted = ("" if for_two else self._sessions.shown) if self._asked is None else self._asked
        self.session.setCurrentIndex(max(0, self.session.findData(wanted)))

    def _ask_for_session(self) -> None:
        self._asked = self.session.currentData()


def _choice(options: Sequence[tuple[str, str]], name: str) -> ChoiceBox:
    box = ChoiceBox()
    box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)  # titles may be long
    box.setAccessibleName(name)
    for value, text in options:
        box.addItem(text, value)
    return box
