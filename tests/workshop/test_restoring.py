"""What the stage shows is the same again after a restart: the feed against itself, over random sessions."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from box_board import MemoryLedger, crate, journal_with, records, secrets
from facilitator.domain.change import Change, Swap, adding, removing
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected
from facilitator.domain.screens import ReadBackScreen, ScreenWanted, SpokenLine
from facilitator.domain.view import Showing
from facilitator.workshop.shown import Blank
from facilitator.workshop.stage_feed import StageFeed
from facilitator.workshop.stage_state import HeldState, StageState, Wanted
from look_board import LOOKS

BOARDS = ("one", "two")
MOOD = frozenset({"mood"})


def view_of(document, board_id, showing):
    """As those of the app are, the view is the same in whatever order the records came."""
    view = LOOKS.view(document, board_id, showing)
    return replace(view, crates=tuple(sorted(view.crates, key=lambda each: each.id)), told=tuple(sorted(view.told)))


def screen_of(document, wanted):
    names = [each.name for each in view_of(document, document.get(Board, wanted.id).id, Showing()).crates]
    return ReadBackScreen("en", tuple(SpokenLine("", name) for name in names[-3:]))


class Session:
    """A feed that follows a journal, as in the app, and the step at which its picture was held."""

    def __init__(self):
        self.now = datetime(2027, 1, 14, 10, 0, tzinfo=UTC)
        self.journal = journal_with(*records(), *secrets(), ledger=MemoryLedger())
        self.feed = StageFeed(view_of, lambda: self.now, screen_of)
        self.journal.subscribe(lambda change: self.feed.refresh(self.journal.document))
        self.held_at = None
        self.feed.subscribe(self.watch)
        self.made = 3

    def watch(self):
        if not self.feed.holding:
            self.held_at = None
        elif self.held_at is None:
            self.held_at = self.journal.mark

    def restored(self):
        held = self.held_at and self.journal.documents_since(self.held_at)[0]
        again = StageFeed(view_of, lambda: self.now, screen_of)
        again.restore(self.feed.state, self.journal.document, held)
        return again

    # what may happen

    def show(self, board_id, form, spotlight, large):
        showing = Showing(form, spotlight, large, day=date(2027, 1, 14))
        self.feed.show(self.journal.document, board_id, showing)

    def read_back(self, board_id):
        if self.journal.document.find(Board, board_id):
            self.feed.show_screen(self.journal.document, ScreenWanted("read_back", board_id))

    def end_screen(self):
        self.feed.end_screen(self.journal.document)

    def switch(self, board_id, layers):
        self.feed.switch(self.journal.document, board_id, layers)

    def hold(self):
        self.feed.hold()

    def release(self):
        self.feed.release()

    def blank(self):
        self.feed.blank()

    def unblank(self):
        self.feed.unblank()

    def pass_time(self):
        self.now += timedelta(seconds=42)

    def add(self, board_id):
        self.made += 1
        made = crate(self.made, f"New {self.made}").having(board_id=board_id)
        self.journal.do(Change("capture_list", adding((made,))))

    def rename_board(self, board_id):
        board = self.journal.document.find(Board, board_id)
        if board:
            self.journal.do(Change("edit", (Swap(board, board.having(title=f"{board.title}!")),)))

    def delete_board(self, board_id):
        board = self.journal.document.find(Board, board_id)
        if board:
            self.journal.do(Change("delete", removing((board,))))

    def undo(self):
        if self.journal.undo_label:
            self.journal.undo()

    def redo(self):
        if self.journal.redo_label:
            self.journal.redo()


boards = st.sampled_from(BOARDS)
steps = st.one_of(
    st.tuples(
        st.just("show"), boards, st.sampled_from(("", "rows", "moods")), st.sampled_from(("", "left")), st.booleans()
    ),
    st.tuples(st.just("switch"), boards, st.sampled_from((frozenset(), MOOD))),
    st.tuples(st.sampled_from(("read_back", "add", "rename_board", "delete_board")), boards),
    st.tuples(st.sampled_from(("end_screen", "hold", "release", "blank", "unblank", "pass_time", "undo", "redo"))),
)


def look(feed):
    return feed.shown, feed.mode, feed.holding, feed.blanked, feed.held_since, feed.held_changes, feed.state


@given(st.lists(steps, max_size=25))
def test_what_is_restored_is_what_was_shown_with_everything_private_off(some):
    session = Session()
    for name, *values in some:
        getattr(session, name)(*values)
    again = session.restored()
    for board_id in BOARDS:
        session.switch(board_id, frozenset())
    assert look(again) == look(session.feed)
    assert again.boards_with_layers == ()
    for act in ("unblank", "release"):  # what waits behind a blank and behind a hold, too
        for feed in (again, session.feed):
            getattr(feed, act)()
        assert look(again) == look(session.feed)


def test_a_restored_feed_follows_edits_and_counts_on():
    session = Session()
    session.show("one", "rows", "", False)
    session.hold()
    session.add("one")
    again = session.restored()
    session.add("one")
    again.refresh(session.journal.document)
    assert (again.held_changes, session.feed.held_changes) == (2, 2)
    assert again.shown == session.feed.shown
    assert again.shown != view_of(session.journal.document, "one", again.showing)
    again.release()
    assert again.shown == view_of(session.journal.document, "one", again.showing)


def test_a_state_holds_no_private_layer_and_one_that_does_turns_none_on():
    session = Session()
    session.switch("one", MOOD)
    session.show("one", "", "", False)
    session.hold()
    assert session.feed.shown.told
    assert "mood" not in repr(session.feed.state)
    forged = Wanted("one", Showing(layers=MOOD))
    again = StageFeed(view_of)
    document = session.journal.document
    again.restore(StageState(forged, HeldState(forged, session.now, 0)), document, document)
    assert again.shown.told == ()
    again.release()
    assert again.shown.told == ()
    assert again.boards_with_layers == ()


def test_what_was_held_needs_the_document_of_then():
    feed = StageFeed(view_of)
    with pytest.raises(ValueError, match="document of then"):
        feed.restore(StageState(Wanted("one"), HeldState(Wanted("one"), datetime.now(UTC), 0)), Document())
    assert feed.shown == Blank("start")


def test_a_screen_that_is_gone_is_put_away_with_the_next_refresh():
    feed = StageFeed(view_of, screen_of=screen_of)
    document = Document.of(records())
    feed.restore(StageState(Wanted("one", Showing(), ScreenWanted("read_back", "three"))), document)
    with pytest.raises(EditRejected):
        screen_of(document, feed.screen)
    feed.refresh(document)
    assert feed.screen is None
    assert feed.shown == view_of(document, "one", Showing())
