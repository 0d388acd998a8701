"""MenuButton: a button with a menu, whose words give way to its icon where there is little room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from facilitator.ui import style
from facilitator.ui.icons import icon
from facilitator.ui.literal_tip import literal_tip

_AIR = 4  # pixels that Qt leaves between icon and words


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of such a menu: what it stands for, its words, whether it is chosen; `part` names a menu inside it."""

    id: str
    name: str
    chosen: bool
    part: str = ""


class FoldingButton(QPushButton):
    """A button with words and an icon; folded, the icon alone, with the words as a tooltip."""

    def __init__(self, text: str, icon_name: str) -> None:
        super().__init__()
        self._words, self._icon_name = text, icon_name
        self._folded = False
        self._ink = style.INK
        self.setAutoDefault(False)
        self.setIconSize(QSize(16, 16))
        self._told = text
        self.setAccessibleName(text)
        self._show()

    def fold(self, folded: bool) -> None:
        """Show the icon alone, or the words too."""
        if folded != self._folded:
            self._folded = folded
            self._show()

    def tell(self, told: str, key: str = "") -> None:
        """Say more about the button than it has room for, and the key that opens it: in its tooltip and its name."""
        self._told = f"{told} ({key})" if key else told
        self.setAccessibleName(self._told)
        self._show()

    def show_words(self, words: str, told: str) -> None:
        """Show other words; `told` is all of it, where they are only its beginning."""
        self._words = words
        self.tell(told)

    def whole_width(self) -> int:
        """How many pixels the button takes with its words."""
        return self.sizeHint().width() + (self._words_width() if self._folded else 0)

    def least_width(self) -> int:
        """How many pixels it takes without them."""
        return self.sizeHint().width() - (0 if self._folded else self._words_width())

    def _words_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(f" {self._words}") + _AIR

    def _show(self) -> None:
        self.setIcon(icon(self._icon_name, self._ink, style.FAINT))
        self.setText("" if self._folded else " " + self._words.replace("&", "&&"))
        self.setToolTip(literal_tip(self._told) if self._folded or self._told != self._words else "")


class DeliberateMenu(QMenu):
    """Opens with nothing chosen: no key chooses a line before an arrow has gone to it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chooses = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if chooses and self.activeAction() is None:
            return
        super().keyPressEvent(event)


def open_below(shown: QWidget, menu: QMenu) -> None:
    """Show a menu below a widget, with the first line that can be chosen active, so that Enter and arrows work.

    A `DeliberateMenu` has none active.
    """
    menu.popup(shown.mapToGlobal(shown.rect().bottomLeft()))
    if isinstance(menu, DeliberateMenu):
        return
    for action in menu.actions():
        if action.isVisible() and action.isEnabled() and not action.isSeparator():
            menu.setActiveAction(action)
            return


class MenuButton(FoldingButton):
    """Offers choices to tick, below a `heading` if there is one. With `several` each can be ticked, else one is.

    A `deliberate` menu chooses nothing by one key after it opened.
    """

    chosen = Signal(str, bool)

    def __init__(
        self,
        text: str,
        icon_name: str,
        *,
        several: bool = False,
        deliberate: bool = False,
        heading: str = "",
        ink_when_on: str = style.INK,
    ) -> None:
        super().__init__(text, icon_name)
        self._ink_when_on = ink_when_on
        self._several, self._heading = several, heading
        self._choices: tuple[Choice, ...] = ()
        self._parts: dict[str, QMenu] = {}
        self.setMenu(DeliberateMenu(self) if deliberate else QMenu(self))

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What the menu offers."""
        return self._choices

    def show_choices(self, choices: Sequence[Choice], *, on: bool) -> None:
        """Offer these; `on` says on the button itself that something is chosen that is worth seeing."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            menu = self.menu()
            menu.clear()
            for part in self._parts.values():
                part.deleteLater()
            self._parts = {}
            if self._heading:
                menu.addAction(self._heading.replace("&", "&&")).setEnabled(False)
            group = None if self._several else QActionGroup(menu)
            for choice in choices:
                action = self._menu_for(choice.part).addAction(choice.name.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(choice.chosen)
                action.triggered.connect(self._chooser(choice.id))
                if group:
                    group.addAction(action)
        if self.property("on") != on:
            self.setProperty("on", on)
            self.style().polish(self)
            self._ink = self._ink_when_on if on else style.INK
            self._show()

    def open_menu(self) -> None:
        """Show the menu below the button, its first line active or none, unless the button is not offered now."""
        if self.isVisible() and self.isEnabled():
            open_below(self, self.menu())

    def _menu_for(self, part: str) -> QMenu:
        if part and part not in self._parts:
            self._parts[part] = self.menu().addMenu(part.replace("&", "&&"))
        return self._parts[part] if part else self.menu()

    def _chooser(self, choice_id: str) -> Callable[[bool], None]:
        return lambda checked: self.chosen.emit(choice_id, checked)
