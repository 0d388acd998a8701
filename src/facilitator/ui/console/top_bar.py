"""TopBar: the state of the stage and of the file, and what one reaches for in a hurry."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton

from facilitator.content.words import Words
from facilitator.ui.buttons import button, set_text
from facilitator.ui.console.layer_sign import LayerChip
from facilitator.ui.plain_label import ElidedLabel, PlainLabel
from facilitator.ui.stage.stage_window import SIZES
from facilitator.workshop.stage_feed import StageFeed

_CHIPS = {"live": "chipLive", "held": "chipHeld", "blank": "chipBlank"}


class TopBar(QFrame):
    """Shows what the feed and the journal say; asks for everything else by signals."""

    holdRequested = Signal()
    blankRequested = Signal()
    helpRequested = Signal()
    sizeRequested = Signal(QSize)
    glidesChosen = Signal(bool)

    def __init__(self, feed: StageFeed, words: Words, layers_off: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self._feed = feed
        self._words = words
        self._state = PlainLabel("", "chip")
        self._saved = PlainLabel("", "chip")
        self.sign = LayerChip(words, layers_off)
        self._hold = button(words("console.hold"), self.holdRequested.emit, icon_name="pause", key="F9")
        self._blank = button(words("console.blank"), self.blankRequested.emit, icon_name="blank", key="F10")
        self._sizes = self._size_button()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 7, 14, 7)
        layout.setSpacing(8)
        layout.addWidget(ElidedLabel(words("console.only_you"), "title"))
        layout.addSpacing(6)
        self._rehearsal = PlainLabel(words("rehearsal.chip"), "rehearsalChip")
        self._rehearsal.hide()
        layout.addWidget(self._rehearsal)
        layout.addWidget(self._state)
        layout.addWidget(self._saved)
        layout.addWidget(self.sign)
        layout.addStretch(1)
        help_button = button(words("console.help"), self.helpRequested.emit, icon_name="help", key="F1")
        for each in (self._sizes, help_button, self._hold, self._blank):
            layout.addWidget(each)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.show_feed)
        self.show_feed()
        self.show_saved(None)
        self.show_size(SIZES[-1], SIZES[-1])

    @property
    def state(self) -> str:
        """The words about the stage, as they stand on the bar."""
        return self._state.text()

    @property
    def saved(self) -> str:
        """The words about the file, as they stand on the bar."""
        return self._saved.text()

    def show_size(self, size: QSize, fitted: QSize) -> None:
        """Say which size was chosen for the stage, and as how large it could be `fitted` onto its screen."""
        set_text(self._sizes, self._words("console.stage_size", size=_written(fitted)))
        for action in self._sizes.menu().actions():
            if action is not self._glides:
                action.setChecked(action.data() == size)

    def show_glides(self, glides: bool, *, fixed: bool) -> None:
        """Say whether another look at a board moves there; `fixed` where it is not for the facilitator to choose."""
        self._glides.setChecked(glides)
        self._glides.setEnabled(not fixed)

    def show_rehearsal(self) -> None:
        """Say that nobody takes part: it is a rehearsal, of which nothing is kept."""
        self._rehearsal.show()

    def show_saved(self, at: datetime | None) -> None:
        """Say when the last step was committed, in the clock of this computer."""
        if at is None:
            self._saved.setText(self._words("console.nothing_to_save"))
        else:
            self._saved.setText(self._words("console.saved", time=at.astimezone().strftime("%H:%M:%S")))

    def show_feed(self) -> None:
        """Say what the stage shows; while it is held, the time runs."""
        mode = self._feed.mode
        self._state.setText(self._state_words())
        if self._state.objectName() != _CHIPS[mode]:
            self._state.setObjectName(_CHIPS[mode])
            self._state.style().polish(self._state)
        held = self._feed.holding
        set_text(self._hold, self._words("console.release" if held else "console.hold"), "F9")
        set_text(self._blank, self._words("console.unblank" if mode == "blank" else "console.blank"), "F10")
        if held and not self._second.isActive():
            self._second.start()
        elif not held:
            self._second.stop()

    def _state_words(self) -> str:
        since = self._feed.held_since
        if self._feed.mode == "held" and since is not None:
            minutes, seconds = divmod(max(0, int((datetime.now(UTC) - since).total_seconds())), 60)
            count = self._feed.held_changes
            changes = self._words("console.changes", count=count)
            return self._words("console.state_held", time=f"{minutes}:{seconds:02}", changes=changes)
        behind = "_held" if self._feed.mode == "blank" and self._feed.holding else ""
        return self._words(f"console.state_{self._feed.mode}{behind}")

    def _size_button(self) -> QPushButton:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for size in SIZES:
            action = QAction(_written(size), group)
            action.setCheckable(True)
            action.setData(size)
            menu.addAction(action)
        group.triggered.connect(lambda action: self.sizeRequested.emit(action.data()))
        menu.addSeparator()
        self._glides = menu.addAction(self._words("console.glide"))
        self._glides.setCheckable(True)
        self._glides.triggered.connect(self.glidesChosen)
        made = QPushButton(self)
        made.setMenu(menu)
        return made


def _written(size: QSize) -> str:
    return f"{size.width()} × {size.height()}"
