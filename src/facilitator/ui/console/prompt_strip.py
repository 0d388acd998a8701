"""PromptStrip: what to say in the chosen segment, large enough to be read while talking."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.content import agendas
from facilitator.content.words import Words
from facilitator.domain.engagement import Segment
from facilitator.ui.plain_label import PlainLabel


class PromptStrip(QFrame):
    """The prompt and how the method goes; hidden where there is nothing to say."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("prompt")
        self._words = words
        self._heading = PlainLabel("", "heading")
        self._prompt = PlainLabel("", "prompt", wraps=True)
        self._method = PlainLabel("", "small", wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 10)
        layout.setSpacing(3)
        for part in (self._heading, self._prompt, self._method):
            layout.addWidget(part)
        self.hide()

    @property
    def text(self) -> str:
        """What to say."""
        return self._prompt.text()

    def show_segment(self, segment: Segment | None) -> None:
        """Show the prompt of this segment, and its method in a smaller line."""
        method = agendas.method_card(segment.method) if segment and segment.method else None
        language = self._words.language
        heading = self._words("console.prompt")
        self._heading.setText(f"{heading} · {method.name.within(language)}" if method else heading)
        self._prompt.setText(segment.prompt if segment else "")
        self._method.setText(method.how.within(language) if method else "")
        for part in (self._prompt, self._method):
            part.setVisible(bool(part.text()))
        self.setVisible(bool(self._prompt.text() or self._method.text()))
