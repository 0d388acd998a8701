"""HandoutChoices: the boxes in which a pack is chosen: which, of what, on which paper, which parts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.domain.language import LANGUAGES, Language
from facilitator.handouts.made import PartOffered
from facilitator.handouts.paper import PAPERS
from facilitator.packs.catalogue import PACKS
from facilitator.packs.sorts import HandoutOrder, PackName, PackSort
from facilitator.ui.choosing import choice_box
from facilitator.ui.dialogs.handout_parts import HandoutParts
from facilitator.ui.editors import LineField
from facilitator.ui.plain_label import PlainLabel

_COHORT = "cohort:"


@dataclass(frozen=True, slots=True)
class HandoutAction:
    """A button of the handout dialog that leads elsewhere with what is chosen, and the line that stands beside it.

    `told` gives the line for what is chosen, "" for none; a button `only_when_told` is hidden then. After `act`, which
    is also given the dialog, the pages are made anew; the dialog says the Refusal that it raises. It stands only where
    it is `offered` for what is chosen.
    """

    label: str
    act: Callable[[HandoutOrder, QWidget], object]
    told: Callable[[HandoutOrder], str] = lambda order: ""
    only_when_told: bool = False
    offered: Callable[[HandoutOrder], bool] = lambda order: True


@dataclass(frozen=True, slots=True)
class OfferedBoards:
    """The boards that a pack can be of, (id, title); `leaves_out` if one is not for a group unless asked for itself.

    `drafts` gives the titles of those in the pack that is ordered that nobody has redacted yet.
    """

    boards: tuple[tuple[str, str], ...] = ()
    leaves_out: bool = False
    drafts: Callable[[HandoutOrder], Sequence[str]] = lambda order: ()


@dataclass(frozen=True, slots=True)
class OfferedSessions:
    """The sessions that a pack can be of, (id, title), and the one whose agenda is `shown`, "" for none.

    Those `for_two` are not for a group unless asked for themselves. `cohort_of` says to which cohort a session belongs;
    of several `cohorts`, (id, title), all sessions of each can be asked for.
    """

    sessions: tuple[tuple[str, str], ...] = ()
    shown: str = ""
    for_two: frozenset[str] = frozenset()
    cohort_of: Mapping[str, str] = field(default_factory=dict)
    cohorts: tuple[tuple[str, str], ...] = ()


def offered_packs() -> tuple[PackName, ...]:
    """The packs that can be chosen here; somebody's own are made for many at once, elsewhere."""
    return tuple(pack for pack, sort in PACKS.items() if not sort.of_person)


class HandoutChoices(QObject):
    """The boxes; what can't be chosen for a pack rests.

    `changed` tells when pack or board are others, `altered` when something else is. Which parts there are to choose
    from, whoever has made the pack tells `parts`.
    """

    changed = Signal()
    altered = Signal()

    def __init__(self, boards: OfferedBoards, sessions: OfferedSessions, language: Language, words: Words) -> None:
        super().__init__()
        self._words, self._sessions = words, sessions
        self._asked: str | None = None
        packs = [(pack, words(f"console.pack_{pack}")) for pack in offered_packs()]
        self.pack = choice_box(packs, words("console.pack"))
        every = [("", words("console.all_but_1to1" if boards.leaves_out else "console.all_boards"))]
        self.board = choice_box([*every, *boards.boards], words("console.boards"))
        self.session = choice_box([], words("handouts.session"), names_first=True)
        self.paper = choice_box([(paper, words(f"console.paper_{paper}")) for paper in PAPERS], words("console.paper"))
        names = [(each, words(f"console.language_{each}")) for each in LANGUAGES]
        self.language = choice_box(names, words("console.language"))
        self.language.setCurrentIndex(self.language.findData(language))
        self.parts = HandoutParts(words)
        self.pages = LineField()
        self.pages.setAccessibleName(words("handouts.pages"))
        self.pages.setPlaceholderText(words("handouts.pages_all"))
        self.pages.setToolTip(words("handouts.pages_hint"))
        self.pages.setAccessibleDescription(words("handouts.pages_hint"))
        self.anonymous = QCheckBox(words("anonymous.tick"))
        self._boxes = {
            "console.pack": self.pack,
            "console.boards": self.board,
            "handouts.session": self.session,
        }
        for box in (self.pack, self.board):
            box.currentIndexChanged.connect(self._follow)
        self.session.activated.connect(self._ask_for_session)
        self.session.currentIndexChanged.connect(lambda _: self.parts.offer(()))  # another one has other parts
        for box in (self.session, self.paper, self.language):
            box.currentIndexChanged.connect(lambda _: self.altered.emit())
        self.anonymous.toggled.connect(lambda _: self.altered.emit())
        self.pages.textChanged.connect(lambda _: self.altered.emit())
        self._follow()

    @property
    def sort(self) -> PackSort:
        """What the chosen pack is made of."""
        return PACKS[self.pack.currentData()]

    @property
    def board_id(self) -> str | None:
        """The chosen board, None for all."""
        return (self.board.currentData() or None) if self.sort.of_boards else None

    def begin(self, pack: PackName, parts: Sequence[PartOffered], part: str = "") -> None:
        """Choose a pack that has these parts and, of them, only the one with this key, "" for all."""
        self.pack.setCurrentIndex(self.pack.findData(pack))
        self.parts.offer(parts)
        if part:
            self.parts.choose(part)

    def order(self) -> HandoutOrder:
        """What is chosen."""
        return HandoutOrder(
            self.paper.currentData(),
            self.language.currentData(),
            self.pack.currentData(),
            board_id=self.board_id,
            session_id="" if self._chosen_session.startswith(_COHORT) else self._chosen_session,
            cohort_id=self._cohort_id,
            parts=self.parts.wanted,
            pages=self.pages.text().strip(),
            anonymous=self.anonymous.isChecked(),
        )

    def add_to(self, form: QFormLayout) -> None:
        """Put the boxes into a form, a row each, then the parts, and pages and the tick side by side."""
        words = self._words
        for key, box in self._boxes.items():
            form.addRow(PlainLabel(words(key), "fieldLabel"), box)
        both = QHBoxLayout()
        both.setSpacing(6)
        both.addWidget(self.paper, 3)
        both.addWidget(PlainLabel(words("console.language"), "fieldLabel"))
        both.addWidget(self.language, 2)
        form.addRow(PlainLabel(words("console.paper"), "fieldLabel"), both)
        form.addRow(PlainLabel(words("handouts.parts"), "fieldLabel"), self.parts)
        beside = QHBoxLayout()
        beside.setSpacing(10)
        beside.addWidget(self.pages, 1)
        beside.addWidget(self.anonymous)
        form.addRow(PlainLabel(words("handouts.pages"), "fieldLabel"), beside)

    def rest(self, while_working: bool) -> None:
        """Let nothing be chosen while a pack is saved or printed."""
        for each in (*self._boxes.values(), self.paper, self.language, self.anonymous, self.parts, self.pages):
            each.setEnabled(not while_working)
        if not while_working:
            self._let_choose()

    @property
    def _takes_session(self) -> bool:
        """A pack of a single board tells of no session."""
        return self.sort.of_sessions and self.board_id is None

    @property
    def _chosen_session(self) -> str:
        return (self.session.currentData() or "") if self._takes_session else ""

    @property
    def _cohort_id(self) -> str:
        """The cohort that the pack is for: the one that is chosen, of boards alone that of the session in sight."""
        if self._chosen_session.startswith(_COHORT):
            return self._chosen_session.removeprefix(_COHORT)
        in_sight = self.sort.of_boards and not self.sort.of_sessions and self.board_id is None
        return self._sessions.cohort_of.get(self._sessions.shown, "") if in_sight and self._sessions.cohorts else ""

    def _follow(self) -> None:
        self._offer_sessions()
        self._let_choose()
        self.parts.offer(())
        self.changed.emit()

    def _let_choose(self) -> None:
        self.board.setEnabled(self.sort.of_boards)
        self.session.setEnabled(self._takes_session and self.session.count() > 1)

    def _offer_sessions(self) -> None:
        """The sessions of a pack, after all at once where it can tell of several; what was asked for stays chosen."""
        all_of_them = "handouts.all_group_sessions" if self.sort.for_group else "handouts.all_sessions"
        every = [] if self.sort.of_one_session else [("", self._words(all_of_them))]
        self.session.clear()
        if every and self.sort.of_sessions:
            every += [
                (f"{_COHORT}{its_id}", self._words(f"{all_of_them}_of", cohort=title))
                for its_id, title in self._sessions.cohorts
            ]
        for session_id, title in [*every, *self._sessions.sessions] if self.sort.of_sessions else every:
            self.session.addItem(title, session_id)
        for_two = self.sort.of_boards and self.sort.for_group and self._sessions.shown in self._sessions.for_two
        shown = self._sessions.shown
        whole = f"{_COHORT}{self._sessions.cohort_of.get(shown, '')}" if self._sessions.cohorts else ""
        wanted = (whole if for_two else shown) if self._asked is None else self._asked
        self.session.setCurrentIndex(max(0, self.session.findData(wanted)))

    def _ask_for_session(self) -> None:
        self._asked = self.session.currentData()
