"""PromptStrip: what to say in the chosen segment and what to ask about the open board, to be read while talking."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from facilitator.content import agendas
from facilitator.content.words import Words
from facilitator.domain.engagement import Segment
from facilitator.ui.buttons import button
from facilitator.ui.plain_label import PlainLabel


@dataclass(frozen=True, slots=True)
class Prompt:
    """One thing to say: what it belongs to, the words, and how the method goes."""

    heading: str
    text: str
    method: str = ""


class PromptStrip(QFrame):
    """One prompt at a time: that of the segment, then the board's own, step by step. Hidden where there is none."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("prompt")
        self._words = words
        self._of_segment: tuple[Prompt, ...] = ()
        self._of_board: tuple[Prompt, ...] = ()
        self._place = 0
        self._heading = PlainLabel("", "heading")
        self._prompt = PlainLabel("", "prompt", wraps=True)
        self._method = PlainLabel("", "small", wraps=True)
        self._count = PlainLabel("", "small")
        self._turns = [self._turn_button("‹", -1), self._turn_button("›", 1)]
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._heading, 1)
        for each in (self._count, *self._turns):
            head.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 10, 8)
        layout.setSpacing(2)
        layout.addLayout(head)
        for part in (self._prompt, self._method):
            layout.addWidget(part)
        self.hide()

    @property
    def text(self) -> str:
        """What to say."""
        return self._prompt.text()

    @property
    def heading(self) -> str:
        """What it belongs to."""
        return self._heading.text()

    def show_segment(self, segment: Segment | None) -> None:
        """Turn to the prompt of this segment, with its method in a smaller line."""
        method = agendas.method_card(segment.method) if segment and segment.method else None
        language = self._words.language
        heading = self._words("console.prompt")
        prompt = Prompt(
            f"{heading} · {method.name.within(language)}" if method else heading,
            segment.prompt if segment else "",
            method.how.within(language) if method else "",
        )
        of_segment = (prompt,) if prompt.text or prompt.method else ()
        if of_segment != self._of_segment:
            self._of_segment, self._place = of_segment, 0
        self._show()

    def show_prompts(self, steps: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Offer these questions, step by step, after the prompt of the segment."""
        heading = self._words("console.prompt")
        of_board = tuple(Prompt(f"{heading} · {step}", text) for step, texts in steps for text in texts)
        if of_board != self._of_board:
            self._of_board, self._place = of_board, 0
            self._show()

    def turn(self, by: int) -> None:
        """Go on by so many prompts; after the last one comes the first."""
        prompts = self._prompts()
        if prompts:
            self._place = (self._place + by) % len(prompts)
            self._show()

    def _prompts(self) -> tuple[Prompt, ...]:
        return self._of_segment + self._of_board

    def _show(self) -> None:
        prompts = self._prompts()
        self.setVisible(bool(prompts))
        if not prompts:
            self._prompt.clear()
            return
        self._place = min(self._place, len(prompts) - 1)
        shown = prompts[self._place]
        self._heading.setText(shown.heading)
        self._prompt.setText(shown.text)
        self._method.setText(shown.method)
        for part in (self._prompt, self._method):
            part.setVisible(bool(part.text()))
        several = len(prompts) > 1
        self._count.setText(f"{self._place + 1}/{len(prompts)}")
        for each in (self._count, *self._turns):
            each.setVisible(several)

    def _turn_button(self, sign: str, by: int) -> QPushButton:
        made = button(sign, lambda: self.turn(by))
        made.setObjectName("turn")
        name = self._words("console.prompt_next" if by > 0 else "console.prompt_before")
        made.setAccessibleName(name)
        made.setToolTip(name)
        return made
