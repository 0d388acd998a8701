"""PollWork: polls of the session, put on the stage and counted, as edits and dialogs."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facilitator.boards.described import Ballot, Item
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.poll import CountedVotes, Poll
from facilitator.domain.screens import ScreenWanted
from facilitator.journal import Saved
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.console.poll_votes import PollVotes
from facilitator.ui.console.shown_board import ShownBoard
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.poll_form import PollForm, PollText
from facilitator.ui.dialogs.polls_dialog import PollsDialog, PollStanding
from facilitator.ui.dialogs.votes_dialog import VotesDialog
from facilitator.workshop import polls


class PollWork(QObject):
    """Opens the polls of the session that `session` names ("" none), and does what is asked for there.

    `now` is what time it is. `dialog` is the window of the polls while it is open, `votes` takes those of the chat. A
    poll that was typed and left is offered again.
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
        self.votes = PollVotes(desk, work, session, now, self)
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

    @property
    def window(self) -> QWidget:
        """The window of the polls, else the console's."""
        return self.dialog or self._work.window

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
            self.tell(desk.words("poll.temperature_there"))
            return

        def done(saved: Saved) -> None:
            self.tell(desk.words("poll.temperature_asked"))
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
            self.window,
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

        words, parent = self._desk.words, self.window
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
        """As `PollVotes.take`."""
        self.votes.take(poll_id)

    def look_at_votes(self, poll_id: str) -> VotesDialog:
        """As `PollVotes.look_at`."""
        return self.votes.look_at(poll_id)

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
            self.tell(self._desk.words("poll.cleared"))

    def remove(self, poll_id: str) -> None:
        """Delete a poll; if participants see it, the board comes back."""
        if self._ask(lambda document: polls.removed(document, poll_id)):
            self.tell(self._desk.words("poll.removed"))

    def undo(self) -> None:
        """Take the last step back and say which it was."""
        saved = self._desk.undo()
        if saved:
            self.tell(self._desk.words("poll.undone", step=self._desk.step(saved.change.label)))

    def tell(self, done: str) -> None:
        """Say what was done."""
        if self.dialog:
            self.dialog.tell(done)
        else:
            self._work.say(done, problem=False)

    def say(self, problem: str) -> None:
        """Say what hinders it."""
        if self.dialog:
            self.dialog.say(problem)
        else:
            self._work.say(problem, problem=True)

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

    def _ask(
        self,
        edit: Callable[[Document], Change],
        done: Callable[[Saved], object] | None = None,
        *,
        say: Callable[[str], object] | None = None,
    ) -> bool:
        """Whether it was saved; whoever asked says why not, and keeps what was typed."""
        return self._desk.ask_for(say or self.say, edit, done=done) is not None

    def _show_added(self, saved: Saved) -> None:
        added = next(record for record in saved.change.added() if isinstance(record, Poll))
        self._show(added.id)

    def _show(self, poll_id: str) -> None:
        self.votes.opened(poll_id)
        self._desk.show_screen(ScreenWanted("poll", poll_id))

    def _keep_draft(self, text: PollText) -> None:
        self._draft = text

    def _hide_private(self, shown: ShownBoard | None) -> None:
        if self.dialog and shown is not None and shown.private_hidden:
            self.dialog.reject()

    def _closed(self) -> None:
        self.dialog = None
