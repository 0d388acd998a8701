"""LayerSign: says, so that it can't be overlooked, that participants see something private."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from facilitator.content.words import Words
from facilitator.ui import style
from facilitator.ui.buttons import button, set_text
from facilitator.ui.icons import icon, pixmap
from facilitator.ui.live_keys import LAYERS_OFF
from facilitator.ui.plain_label import PlainLabel


class LayerSign(QFrame):
    """An amber bar with the layers that are on; hidden where none is. With `all_off` it offers to end that."""

    def __init__(self, words: Words, all_off: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.setObjectName("layerSign")
        self._words = words
        eye = PlainLabel()
        eye.setPixmap(pixmap("eye", style.AMBER_GROUND, 16))
        self._text = PlainLabel("", "layerSign", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 4 if all_off else 10, 3)
        row.addWidget(eye)
        row.addWidget(self._text, 1)
        if all_off:
            off = button(words("console.layers_off"), all_off, key=LAYERS_OFF[0])
            off.setObjectName("layersOff")
            row.addWidget(off)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, "" while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def show_layers(self, names: Sequence[str], *, seen: bool) -> None:
        """Name the layers that are on; `seen` tells whether participants have them before their eyes now."""
        said = _said(self._words, names, seen=seen)
        self._text.setText(said)
        self.setAccessibleName(said)
        self.setVisible(bool(names))


class LayerChip(QPushButton):
    """The same as a button that ends it; hidden where no layer is on."""

    def __init__(self, words: Words, all_off: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("layerChip")
        self.setIcon(icon("eye", style.AMBER_GROUND, style.AMBER_GROUND))
        self.setAutoDefault(False)
        self._words = words
        self.setToolTip(words("console.layers_off"))
        self.clicked.connect(lambda: all_off())
        self.hide()

    def show_layers(self, names: Sequence[str], *, seen: bool) -> None:
        """Name the layers that are on; `seen` tells whether participants have them before their eyes now."""
        said = _said(self._words, names, seen=seen)
        set_text(self, said, LAYERS_OFF[0])
        self.setAccessibleDescription(self._words("console.layers_off"))
        self.setVisible(bool(names))


def _said(words: Words, names: Sequence[str], *, seen: bool) -> str:
    key = "console.layers_seen" if seen else "console.layers_ready"
    return words(key, layers=words.list(names)) if names else ""
