"""ViewRow: how the open board is looked at: its form, one sector, large text, an earlier moment, what is private."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.ui import style
from facilitator.ui.console.form_switch import FormSwitch
from facilitator.ui.console.menu_button import Choice, FoldingButton, MenuButton

COMPARE_KEY, LAYERS_KEY = "Alt+C", "Alt+P"

_GAP, _APART = 5, 14
_NAME = 120  # pixels for the name of what is spotlit


class ViewRow(QWidget):
    """Asks by signals; shows what it is told. Where it gets narrow, the buttons lose their words, not their keys."""

    spotlightChosen = Signal(str)
    largeChosen = Signal(bool)
    momentChosen = Signal(str)
    layerSwitched = Signal(str, bool)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("actions")
        self._words = words
        self.forms = FormSwitch(words)
        self.spotlight = MenuButton(words("console.spotlight"), "spotlight")
        self.large = FoldingButton(words("console.large"), "large_text")
        self.compare = MenuButton(words("console.compare"), "compare")
        self.compare.tell(words("console.compare"), COMPARE_KEY)
        said = words("console.layers_said")
        self.layers = MenuButton(
            words("console.layers"),
            "eye",
            several=True,
            deliberate=True,  # one key too many must not show what is private
            heading=said,
            ink_when_on=style.AMBER_GROUND,
        )
        self.layers.setObjectName("layers")
        self.layers.tell(said, LAYERS_KEY)
        self.spotlight.chosen.connect(lambda group, _: self.spotlightChosen.emit(group))
        self.large.setCheckable(True)
        self.large.clicked.connect(self.largeChosen)
        self.compare.chosen.connect(lambda moment, _: self.momentChosen.emit(moment))
        self.layers.chosen.connect(self.layerSwitched)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.forms)
        row.addStretch(1)
        for each in self._folding():
            if each is self.layers:
                row.addSpacing(_APART)  # the others change what the facilitator sees, this one what participants do
            row.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_spotlight(self, choices: Sequence[Choice]) -> None:
        """Offer the whole board (id "") and each spot, and name the one that is lit; nothing where there is none."""
        self.spotlight.setVisible(bool(choices))
        lit = next((each.name for each in choices if each.chosen and each.id), "")
        self.spotlight.show_choices(choices, on=bool(lit))
        cut = self.fontMetrics().elidedText(lit, Qt.TextElideMode.ElideRight, _NAME)
        plain, named = self._words("console.spotlight"), "console.spotlight_of"
        self.spotlight.show_words(
            self._words(named, name=cut) if lit else plain, self._words(named, name=lit) if lit else plain
        )
        self._fit()

    def show_large(self, large: bool, *, offered: bool) -> None:
        """Say whether the text is large, where it can be."""
        self.large.setVisible(offered)
        self.large.setChecked(large)

    def show_moments(self, choices: Sequence[Choice]) -> None:
        """Offer none (id "") and each moment; nothing where none was kept."""
        self.compare.setVisible(bool(choices))
        self.compare.show_choices(choices, on=any(each.chosen and each.id for each in choices))
        self._fit()

    def show_layers(self, choices: Sequence[Choice]) -> None:
        """Offer the private layers, ticked where participants see them."""
        self.layers.setVisible(bool(choices))
        self.layers.show_choices(choices, on=any(each.chosen for each in choices))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Room for the forms in words and for everything else as icons."""
        least = [each.least_width() for each in self._folding() if not each.isHidden()]
        width = self.forms.sizeHint().width() + sum(least) + _GAP * (len(least) + 2) + _APART
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """How wide the forms of another board are is known only once Qt has shown them."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _folding(self) -> tuple[FoldingButton, ...]:
        return self.spotlight, self.large, self.compare, self.layers

    def _fit(self) -> None:
        """Let as many buttons keep their words as there is room for; what tells of private things goes last."""
        shown = [each for each in self._folding() if not each.isHidden()]
        room = self.width() - self.forms.sizeHint().width() - _GAP * (len(shown) + 2) - _APART
        over = sum(each.whole_width() for each in shown) - room
        for each in (self.large, self.compare, self.spotlight, self.layers):
            folds = each in shown and over > 0
            if folds:
                over -= each.whole_width() - each.least_width()
            each.fold(folds)
