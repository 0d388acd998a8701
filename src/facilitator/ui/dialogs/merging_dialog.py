"""MergingDialog: two people who may be one; whose name stays is chosen before anything is done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.domain.engagement import Person
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.saying_dialog import SayingDialog
from facilitator.ui.plain_label import PlainLabel

_WIDTH = 520


class MergingDialog(SayingDialog):
    """A button for each of the two, with their name and organization; `merge` gets the ids of who stays and the other.

    Enter keeps the first, Esc merges nothing.
    """

    def __init__(
        self, pair: Sequence[Person], merge: Callable[[str, str], object], words: Words, parent: QWidget
    ) -> None:
        super().__init__(words("people.merge_title"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._merge = merge
        first, second = pair
        self.keep = [
            button(words("people.merge_keep", name=each.name), self._keeping(each, other), main=each is first)
            for each, other in ((first, second), (second, first))
        ]
        self.keep[0].setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(words("people.merge_title"), "title", wraps=True))
        for each in pair:
            told = " · ".join(filter(None, (each.name, each.organization, each.pronouns)))
            layout.addWidget(PlainLabel(told, "quiet", wraps=True))
        layout.addWidget(PlainLabel(words("people.merge_hint"), "small", wraps=True))
        for made in self.keep:
            layout.addWidget(made)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(button(words("console.cancel"), self.reject, key=words("console.key_escape")))
        layout.addLayout(last)
        self.resize(_WIDTH, self.sizeHint().height())
        self.keep[0].setFocus()

    def _keeping(self, kept: Person, other: Person) -> Callable[[], None]:
        def act() -> None:
            self.accept()
            self._merge(kept.id, other.id)

        return act
