"""PrivatePart: the part of a window that is for the facilitator alone, and says so."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from facilitator.ui import style
from facilitator.ui.icons import pixmap
from facilitator.ui.plain_label import PlainLabel

_LOCK = 16


class PrivatePart(QFrame):
    """A frame in amber with a lock, under which `inside` takes what is private; `role` is the style of its heading."""

    def __init__(self, about: str, role: str = "heading") -> None:
        super().__init__()
        self.setObjectName("private")
        self._about = PlainLabel("", role, wraps=True)
        lock = PlainLabel()
        lock.setPixmap(pixmap("lock", style.AMBER, _LOCK))
        head = QHBoxLayout()
        head.addWidget(lock)
        head.addWidget(self._about, 1)
        self.inside = QVBoxLayout(self)
        self.inside.addLayout(head)
        self.tell(about)

    def tell(self, about: str) -> None:
        """Say what is private, and whether anybody else sees it."""
        self._about.setText(about)
        self.setAccessibleName(about)
