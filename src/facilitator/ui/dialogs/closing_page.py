"""ClosingPage: what is still to be done before a session ends, on one page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.domain.outcome import Outcome
from facilitator.ui.buttons import button, set_text
from facilitator.ui.console.outcome_rows import OutcomeList
from facilitator.ui.console.outcome_texts import counted_to_confirm, to_close
from facilitator.ui.console.outcomes_panel import READ_BACK_KEY
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.plain_label import PlainLabel

_WIDTH, _HEIGHT = 820, 640
_STAGE_KEY, _HANDOUT_KEY, _CHAT_KEY = "F5", "Ctrl+P", "F7"
_FEEDBACK_KEY = "Alt+F"
_BACK_KEY, _ON_KEY = "Alt+PgUp", "Alt+PgDown"


class ClosingPage(SayingDialog):
    """Shows it and asks for everything by signals; its `list` asks for edits of outcomes.

    `stageRequested` asks to show participants what came out, or to put it away; `turned` carries by how many pages to
    turn what they see.
    """

    stageRequested = Signal()
    turned = Signal(int)
    readBackRequested = Signal()
    chatRequested = Signal()
    handoutRequested = Signal()
    feedbackRequested = Signal()

    def __init__(self, title: str, words: Words, parent: QWidget | None) -> None:
        super().__init__(words("outcome.close_title"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words = words
        self._reading: Sequence[str] | None = None
        self._told = PlainLabel("", wraps=True)
        self._heading = PlainLabel(title or words("outcome.close_title"), "title", wraps=True)
        self.list = OutcomeList(words)
        self.list.setAccessibleName(words("outcome.close_list"))
        self.list.turned.connect(self._show_picked)
        self.confirm = button("", self.list.confirm)
        self.edit = button(words("outcome.edit"), self.list.begin_edit, key="F2")
        self.read_back = button(words("outcome.read_back"), self.readBackRequested.emit, key=READ_BACK_KEY)
        self._chat = PlainLabel("")
        self.chat = button(words("outcome.to_chat"), self.chatRequested.emit, key=_CHAT_KEY)
        self.to_stage = button("", self.stageRequested.emit, icon_name="eye", key=_STAGE_KEY)
        self.back = button("‹", lambda: self.turned.emit(-1))
        self.on = button("›", lambda: self.turned.emit(1))
        self._page = PlainLabel("", "quiet")
        self.handout = button(
            words("outcome.handout"), self.handoutRequested.emit, icon_name="handout", key=_HANDOUT_KEY, main=True
        )
        self.handout.setDefault(True)
        self.feedback = button(words("feedback.ask"), self.feedbackRequested.emit, key=_FEEDBACK_KEY)
        self._lay_out()
        self._add_keys()
        self.show_stage(on=False, page=0, pages=1)
        self._show_picked()
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self.list.setFocus()

    @property
    def told(self) -> str:
        """What is said above the list."""
        return self._told.text()

    @property
    def chat_told(self) -> str:
        """What is said of the meeting's chat, "" for nothing."""
        return self._chat.text()

    @property
    def page_told(self) -> str:
        """Which page participants see, "" where there is one only or none."""
        return self._page.text()

    def show_outcomes(self, outcomes: Sequence[Outcome], chat_waiting: int) -> None:
        """Show what is left to do about these, and how many lines of the chat wait."""
        words, sections = self._words, to_close(outcomes, self._words)
        self._problem.hide()
        self.list.show_sections(sections)
        emptied = self.list.isVisibleTo(self) and not sections
        self.list.setVisible(bool(sections))
        if not outcomes:
            self._told.setText(words("outcome.empty"))
        else:
            self._told.setText(words("outcome.close_left" if sections else "outcome.close_done", count=len(outcomes)))
        self.read_back.setVisible(counted_to_confirm(outcomes) > 0 or self._reading is not None)
        self.to_stage.setEnabled(bool(outcomes))
        self._chat.setText(words("outcome.close_chat", count=chat_waiting) if chat_waiting else "")
        for part in (self._chat, self.chat):
            part.setVisible(chat_waiting > 0)
        self._show_picked()
        if emptied:
            self.resize(self.width(), self.sizeHint().height())

    def show_stage(self, *, on: bool, page: int, pages: int) -> None:
        """Say whether participants see what came out, and which of its pages (from 0)."""
        words = self._words
        set_text(self.to_stage, words("outcome.off_stage" if on else "outcome.on_stage"), _STAGE_KEY)
        several = on and pages > 1
        self._page.setText(words("outcome.page", page=page + 1, pages=pages) if several else "")
        for part in (self._page, self.back, self.on):
            part.setVisible(several)
        self.back.setEnabled(page > 0)
        self.on.setEnabled(page < pages - 1)

    def show_reading(self, ids: Sequence[str] | None) -> None:
        """Say that participants read these, and pick them: Space then confirms them; None for nothing."""
        self._reading = ids
        name = "outcome.read_back" if ids is None else "outcome.end_read_back"
        set_text(self.read_back, self._words(name), READ_BACK_KEY)
        if ids:
            self.list.pick(ids)
        self._show_picked()

    def _show_picked(self) -> None:
        waits, picked = bool(self.list.open_ones), bool(self.list.picked)
        key = "by_group" if self._reading and waits else "take_back" if picked and not waits else "confirm"
        set_text(self.confirm, self._words(f"outcome.{key}"), self._words("outcome.key_space"))
        for each in (self.confirm, self.edit):
            each.setVisible(self.list.count() > 0)
            each.setEnabled(picked)

    def _add_keys(self) -> None:
        keys = {
            READ_BACK_KEY: self.read_back,
            _STAGE_KEY: self.to_stage,
            _HANDOUT_KEY: self.handout,
            _CHAT_KEY: self.chat,
            _FEEDBACK_KEY: self.feedback,
            _BACK_KEY: self.back,
            _ON_KEY: self.on,
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act.click)
        self.back.setAccessibleName(f"{self._words('outcome.page_back')} ({_BACK_KEY})")
        self.on.setAccessibleName(f"{self._words('outcome.page_on')} ({_ON_KEY})")
        for each, key in ((self.back, _BACK_KEY), (self.on, _ON_KEY)):
            each.setToolTip(key)

    def _lay_out(self) -> None:
        words = self._words
        rows = QHBoxLayout()
        rows.addWidget(self.confirm)
        rows.addWidget(self.edit)
        rows.addWidget(self.read_back)
        rows.addStretch(1)
        chat = QHBoxLayout()
        chat.addWidget(self._chat, 1)
        chat.addWidget(self.chat)
        buttons = QHBoxLayout()
        buttons.addWidget(self.to_stage)
        for part in (self.back, self._page, self.on):
            buttons.addWidget(part)
        buttons.addStretch(1)
        buttons.addWidget(self.feedback)
        buttons.addWidget(button(words("console.close"), self.reject, key=words("console.key_escape")))
        buttons.addWidget(self.handout)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(self._heading)
        layout.addWidget(self._told)
        layout.addWidget(self.list, 1)
        layout.addLayout(rows)
        layout.addLayout(chat)
        layout.addWidget(self._problem)
        layout.addStretch(0)
        layout.addLayout(buttons)
