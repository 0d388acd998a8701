"""PollVotes: the votes for polls that stand in the chat, looked at and taken."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from facilitator.domain.change import Change, composed
from facilitator.domain.chat import ChatLine
from facilitator.domain.document import Document
from facilitator.domain.poll import Poll
from facilitator.domain.refusal import Refusal
from facilitator.ui.console.answers_taking import AnswersTaking
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.console.heard_before import HeardBefore
from facilitator.ui.console.vote_sources import clipboard_source, vote_sources
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.latest import QUICK
from facilitator.ui.dialogs.vote_taking import Source
from facilitator.ui.dialogs.votes_dialog import VotesDialog
from facilitator.workshop import polls
from facilitator.workshop.chat_tray import Spoken, dealt_with, lines_in, lines_of, new_lines, pasted


class Voicing(Protocol):
    """Where votes are asked for: it says problems and what was done, and is the window that others open over."""

    @property
    def window(self) -> QWidget: ...
    def say(self, problem: str) -> None: ...
    def tell(self, done: str) -> None: ...


class PollVotes:
    """Takes votes as edits, in the session that `session` names ("" none); `now` is what time it is."""

    def __init__(
        self, desk: Desk, work: BoardWork, session: Callable[[], str], now: Callable[[], datetime], voice: Voicing
    ) -> None:
        self._desk, self._work, self._session, self._clock, self._voice = desk, work, session, now, voice
        self._heard = HeardBefore(desk.document.every(ChatLine))

    def opened(self, poll_id: str) -> None:
        """Participants see the poll from now on: what was said before is no vote."""
        self._heard.opened(poll_id, self._tray(), self._now())

    def take(self, poll_id: str) -> None:
        """Take the votes of the chat in the clipboard at once; where anything in it needs a look, show it first."""
        source = clipboard_source(self._desk.words)
        taking = self._taking(poll_id, self._voice.say)
        if source.length > QUICK:
            self.look_at(poll_id)
            return
        try:
            heard = source.read(None)
        except Refusal:  # the window of the votes says what is wrong with it
            self.look_at(poll_id)
            return
        messages = heard.messages
        before, settled = taking.before(messages), taking.settled(messages)
        read = taking.read(messages, before, settled)
        new = any(map(taking.is_new, read.of("taken")))
        nameless = not all(message.author for message in messages)  # such a line may replace another one by its place
        plain = all(line.sure or line.place in settled for line in read.of("taken"))
        if not (new and plain) or nameless or read.unknown or read.of("unclear"):
            self.look_at(poll_id)
        elif taking.take(read, messages, before, settled) and heard.direct:
            took = self._desk.words("poll.took", count=sum(map(taking.is_new, read.of("taken"))))
            self._voice.tell(f"{took} {self._desk.words('chat.direct', count=heard.direct)}.")

    def first(self, text: str, then: Callable[[], object]) -> bool:
        """Offer the votes in a chat that was copied for the poll that participants see; `then` is done after that.

        False, and nothing is done, where they see none, or nothing in the chat may be a new vote.
        """
        shown, board = self._desk.feed.screen, self._work.showing_now
        hidden = board is not None and board.private_hidden
        poll = self._desk.document.find(Poll, shown.id) if shown and shown.kind == "poll" else None
        if poll is None or hidden or text != QGuiApplication.clipboard().text():
            return False
        if len(text) <= QUICK and not self._may_be_there(poll.id):
            return False
        about = self._desk.words("poll.votes_first", question=poll.question)
        self._show(poll.id, about, rest=False).finished.connect(lambda result: then())
        return True

    def look_at(self, poll_id: str, about: str = "") -> VotesDialog:
        """Show what the chat comes to as votes, below what is said `about` it; Enter there takes them.

        What is no vote goes to the tray with it.
        """
        return self._show(poll_id, about, rest=True)

    def _show(self, poll_id: str, about: str, *, rest: bool) -> VotesDialog:
        words = self._desk.words

        def sources() -> list[Source]:
            return vote_sources(self._tray(), words)

        taking = self._taking(poll_id, lambda problem: dialog.say(problem), rest=rest)
        about = about or self._desk.document.get(Poll, poll_id).question
        dialog = VotesDialog(sources, taking, words, self._voice.window, about=about)
        dialog.open()
        return dialog

    def _taking(self, poll_id: str, say: Callable[[str], object], *, rest: bool = True) -> AnswersTaking:
        """With `rest`, what is no vote goes to the tray in the same step."""
        session_id = self._session()

        def save(choices: Mapping[str, str], votes: Sequence[Spoken], others: Sequence[Spoken]) -> bool:
            def taken(document: Document) -> Change:
                changes = [polls.votes_taken(document, poll_id, choices), dealt_with(document, session_id, votes)]
                if rest and new_lines(document, session_id, lines_of(others)):
                    changes.append(pasted(document.after(changes[-1]), session_id, others))
                return composed("take_votes", changes)

            saved = self._desk.ask_for(say, taken) is not None
            if saved:
                self._voice.tell(self._desk.words("poll.took", count=len(choices)))
            return saved

        return AnswersTaking(self._desk.document, poll_id, self._heard, self._now, save, self._desk.words)

    def _may_be_there(self, poll_id: str) -> bool:
        """Whether the chat in the clipboard has what may be a new vote for this poll."""
        taking = self._taking(poll_id, self._voice.say)
        try:
            messages = clipboard_source(self._desk.words).read(None).messages
        except Refusal:
            return False
        read = taking.read(messages, taking.before(messages), taking.settled(messages))
        return bool(read.of("unclear") or read.unknown or any(map(taking.is_new, read.of("taken"))))

    def _tray(self) -> list[ChatLine]:
        return lines_in(self._desk.document, self._session())

    def _now(self) -> datetime:
        """What the clock on the wall says, as chats write it."""
        return self._clock().astimezone()
