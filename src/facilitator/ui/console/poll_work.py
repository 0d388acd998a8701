"""PollWork: polls of the session, put on the stage and counted, as edits and dialogs."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from facilitator.boards.described import Ballot, Item
from facilitator.domain.change import Change, composed
from facilitator.domain.chat import ChatLine
from facilitator.domain.document import Document
from facilitator.domain.poll import CountedVotes, Poll
from facilitator.domain.refusal import Refusal
from facilitator.domain.screens import ScreenWanted
from facilitator.journal import Saved
from facilitator.ui.console.answers_taking import AnswersTaking
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.console.heard_before import HeardBefore
from facilitator.ui.console.shown_board import ShownBoard
from facilitator.ui.console.vote_sources import clipboard_source, vote_sources
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.latest import QUICK
from facilitator.ui.dialogs.poll_form import PollForm, PollText
from facilitator.ui.dialogs.polls_dialog import PollsDialog, PollStanding
from facilitator.ui.dialogs.vote_taking import Source
from facilitator.ui.dialogs.votes_dialog import VotesDialog
from facilitator.workshop import polls
from facilitator.workshop.chat_tray import Spoken, dealt_with, lines_in


class PollWork(QObject):
    """Opens the polls of the session that `session` names ("" none), and does what is asked for there.

    `now` is what time it is. `dialog` is the window of the polls while it is open. A poll that was typed and left is
    offered again.
    """

    def __init__(
        self,
        desk: Desk,
        work: BoardWork,
        session: Callable[[], str],
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._work, self._session = desk, work, session
        self._clock = now
        self._heard = HeardBefore(desk.document.every(ChatLine))
        self._draft = PollText()
        self.dialog: PollsDialog | None = None
        desk.signals.documentChanged.connect(lambda change: self.refresh())
        desk.signals.feedChanged.connect(self.refresh)
        for told in (desk.notSaved, desk.waits):
            told.connect(lambda problem: self.dialog.say(problem) if self.dialog else None)
        work.shown.connect(self._hide_private)

    def open(self) -> PollsDialog | None:
        """Show the polls; None, and a sentence, while what is private is hidden."""
        if self._work.showing_now is not None and self._work.showing_now.private_hidden:
            self._work.say(self._desk.words("poll.hidden"), problem=True)
            return None
        if self.dialog is None:
            self.dialog = PollsDialog(self, self._desk.words, self._work.window)
            self.dialog.finished.connect(self._closed)
            on_stage = next((each.id for each in self.polls() if each.on_stage), "")
            if on_stage:
                self.dialog.choose(on_stage)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        return self.dialog

    def refresh(self) -> None:
        """Bring the open window up to date."""
        if self.dialog:
            self.dialog.refresh()

    def polls(self) -> list[PollStanding]:
        """How the polls of the session, and those of none, stand."""
        return [self._standing(each) for each in polls.polls_in_sight(self._desk.document, self._session())]

    def check_temperature(self) -> None:
        """Ask how it is going, from 1 to 5, on the stage at once; one there that nobody answered yet is enough."""
        desk, shown = self._desk, self._desk.feed.screen
        there = desk.document.find(Poll, shown.id) if shown and shown.kind == "poll" else None
        if there and there.scale and not any(polls.totals(desk.document, there.id).values()):
            self._tell(desk.words("poll.temperature_there"))
            return

        def done(saved: Saved) -> None:
            self._tell(desk.words("poll.temperature_asked"))
            self._show_added(saved)  # says, in its turn, where it waits behind a hold or a blank

        self._ask(lambda document: polls.temperature_check(document, self._session()), done)

    def write_new(self) -> PollForm:
        """Ask for a new poll."""

        def save(text: PollText, done: Callable[[Saved], object] | None = None) -> bool:
            texts = [option for _, option in text.filled]
            session_id = self._session()
            return self._ask(
                lambda document: polls.new_poll(document, session_id, text.question, texts), done, say=form.say
            )

        form = PollForm(
            self._draft,
            save,
            lambda text: save(text, self._show_added),
            self._keep_draft,
            self._desk.words,
            self.dialog or self._work.window,
        )
        form.accepted.connect(lambda: self._keep_draft(PollText()))
        form.open()
        return form

    def rewrite(self, poll_id: str) -> PollForm:
        """Ask for other words of a poll."""
        document = self._desk.document
        poll = document.get(Poll, poll_id)
        options = None if poll.scale else tuple((each.id, each.text) for each in polls.options_of(document, poll_id))

        def save(text: PollText) -> bool:
            if text.question == poll.question and text.filled == (options or ()):
                return True
            return self._ask(
                lambda now: polls.edited(now, poll_id, text.question, None if options is None else text.filled),
                say=form.say,
            )

        words, parent = self._desk.words, self.dialog or self._work.window
        form = PollForm(PollText(poll.question, options), save, None, lambda text: None, words, parent)
        form.open()
        return form

    def turn_on_stage(self, poll_id: str) -> None:
        """Let participants see the poll, or the board again if they see it."""
        if self._desk.feed.screen == ScreenWanted("poll", poll_id):
            self._desk.end_screen()
        else:
            self._show(poll_id)

    def take_votes(self, poll_id: str) -> None:
        """Take the votes of the chat in the clipboard at once; where anything in it needs a look, show it first."""
        source = clipboard_source(self._desk.words)
        taking = self._taking(poll_id, self._say)
        if source.length > QUICK:
            self.look_at_votes(poll_id)
            return
        try:
            heard = source.read(None)
        except Refusal:  # the window of the votes says what is wrong with it
            self.look_at_votes(poll_id)
            return
        messages = heard.messages
        before, settled = taking.before(messages), taking.settled(messages)
        read = taking.read(messages, before, settled)
        new = any(map(taking.is_new, read.of("taken")))
        nameless = not all(message.author for message in messages)  # such a line may replace another one by its place
        plain = all(line.sure or line.place in settled for line in read.of("taken"))
        if not (new and plain) or nameless or read.unknown or read.of("unclear"):
            self.look_at_votes(poll_id)
        elif taking.take(read, messages, before, settled) and heard.direct:
            took = self._desk.words("poll.took", count=sum(map(taking.is_new, read.of("taken"))))
            self._tell(f"{took} {self._desk.words('chat.direct', count=heard.direct)}.")

    def votes_first(self, text: str, then: Callable[[], object]) -> bool:
        """Offer the votes in a chat that was copied for the poll that participants see; `then` is done after that.

        False, and nothing is done, where they see none, or nothing in the chat may be a new vote.
        """
        shown, board = self._desk.feed.screen, self._work.showing_now
        hidden = board is not None and board.private_hidden
        poll = self._desk.document.find(Poll, shown.id) if shown and shown.kind == "poll" else None
        if poll is None or hidden or text != QGuiApplication.clipboard().text():
            return False
        if len(text) <= QUICK and not self._may_have_votes(poll.id):
            return False
        about = self._desk.words("poll.votes_first", question=poll.question)
        self.look_at_votes(poll.id, about).finished.connect(lambda result: then())
        return True

    def look_at_votes(self, poll_id: str, about: str = "") -> VotesDialog:
        """Show what the chat comes to as votes, below what is said `about` it; Enter there takes them."""
        words = self._desk.words

        def sources() -> list[Source]:
            return vote_sources(self._tray(), words)

        taking = self._taking(poll_id, lambda problem: dialog.say(problem))
        about = about or self._desk.document.get(Poll, poll_id).question
        dialog = VotesDialog(sources, taking, words, self.dialog or self._work.window, about=about)
        dialog.open()
        return dialog

    def reveal(self, poll_id: str, shown: bool) -> None:
        """Let everybody see the totals, or hide them."""
        self._ask(lambda document: polls.revealed(document, poll_id, shown))

    def count(self, option_id: str, hands: int) -> None:
        """Note the hands counted for an option."""
        self._ask(lambda document: polls.hands_counted(document, option_id, hands))
        self.refresh()  # a number that was refused gives way to the one that stands

    def clear(self, poll_id: str) -> None:
        """Take all votes and hands back."""
        if self._ask(lambda document: polls.cleared(document, poll_id)):
            self._tell(self._desk.words("poll.cleared"))

    def remove(self, poll_id: str) -> None:
        """Delete a poll; if participants see it, the board comes back."""
        if self._ask(lambda document: polls.removed(document, poll_id)):
            self._tell(self._desk.words("poll.removed"))

    def undo(self) -> None:
        """Take the last step back and say which it was."""
        saved = self._desk.undo()
        if saved:
            self._tell(self._desk.words("poll.undone", step=self._desk.step(saved.change.label)))

    def _standing(self, poll: Poll) -> PollStanding:
        document, words = self._desk.document, self._desk.words
        options, totals = polls.options_of(document, poll.id), polls.totals(document, poll.id)
        items = tuple(Item(each.id, str(each.number), each.text, "") for each in options)
        hands = {each.id: found.hands for each in options if (found := document.find(CountedVotes, each.id))}
        on_stage = self._desk.feed.screen == ScreenWanted("poll", poll.id)
        note = [words("poll.note_stage")] if on_stage else []
        note += [words("poll.note_votes", count=sum(totals.values()))]
        if poll.scale and any(totals.values()):
            note += [words("poll.note_average", average=words.number(round(polls.average(document, poll.id), 1)))]
        note += [words("poll.note_shown")] if poll.shown else []
        return PollStanding(
            poll.id,
            poll.question,
            " · ".join(note),
            Ballot(items, 1, poll.shown, (), hands, totals),
            tuple(polls.votes_of(document, poll.id)),
            on_stage,
        )

    def _taking(self, poll_id: str, say: Callable[[str], object]) -> AnswersTaking:
        session_id = self._session()

        def save(choices: Mapping[str, str], votes: Sequence[Spoken]) -> bool:
            def taken(document: Document) -> Change:
                counted = polls.votes_taken(document, poll_id, choices)
                return composed("take_votes", [counted, dealt_with(document, session_id, votes)])

            saved = self._ask(taken, say=say)
            if saved:
                self._tell(self._desk.words("poll.took", count=len(choices)))
            return saved

        return AnswersTaking(self._desk.document, poll_id, self._heard, self._now, save, self._desk.words)

    def _may_have_votes(self, poll_id: str) -> bool:
        """Whether the chat in the clipboard has what may be a new vote for this poll."""
        taking = self._taking(poll_id, self._say)
        try:
            messages = clipboard_source(self._desk.words).read(None).messages
        except Refusal:
            return False
        read = taking.read(messages, taking.before(messages), taking.settled(messages))
        return bool(read.of("unclear") or read.unknown or any(map(taking.is_new, read.of("taken"))))

    def _ask(
        self,
        edit: Callable[[Document], Change],
        done: Callable[[Saved], object] | None = None,
        *,
        say: Callable[[str], object] | None = None,
    ) -> bool:
        """Whether it was saved; whoever asked says why not, and keeps what was typed."""
        return self._desk.ask_for(say or self._say, edit, done=done) is not None

    def _show_added(self, saved: Saved) -> None:
        added = next(record for record in saved.change.added() if isinstance(record, Poll))
        self._show(added.id)

    def _show(self, poll_id: str) -> None:
        self._heard.opened(poll_id, self._tray(), self._now())
        self._desk.show_screen(ScreenWanted("poll", poll_id))

    def _tray(self) -> list[ChatLine]:
        return lines_in(self._desk.document, self._session())

    def _now(self) -> datetime:
        """What the clock on the wall says, as chats write it."""
        return self._clock().astimezone()

    def _keep_draft(self, text: PollText) -> None:
        self._draft = text

    def _tell(self, done: str) -> None:
        if self.dialog:
            self.dialog.tell(done)
        else:
            self._work.say(done, problem=False)

    def _say(self, problem: str) -> None:
        if self.dialog:
            self.dialog.say(problem)
        else:
            self._work.say(problem, problem=True)

    def _hide_private(self, shown: ShownBoard | None) -> None:
        if self.dialog and shown is not None and shown.private_hidden:
            self.dialog.reject()

    def _closed(self) -> None:
        self.dialog = None
