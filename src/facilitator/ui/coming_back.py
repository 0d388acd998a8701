"""Coming back on air: stage and console as they stood when the app was killed, from what OnAir kept."""

import logging
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QGuiApplication

from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import Refusal
from facilitator.journal import Journal
from facilitator.ui.console.console_window import ConsoleWindow
from facilitator.ui.desk import Desk
from facilitator.ui.on_air import OnAirState
from facilitator.ui.stage.stage_window import SIZES, StageWindow
from facilitator.workshop.agenda import running
from facilitator.workshop.shown import Blank
from facilitator.workshop.stage_state import StageState, Wanted

_log = logging.getLogger(__name__)


def fits(journal: Journal, state: OnAirState) -> bool:
    """Whether the state is of this file, and not of another or a newer one that has been at the same path."""
    known = journal.knows(state.mark) and (state.held_at is None or journal.knows(state.held_at))
    if not known:
        _log.warning("on air state ignored: not of this file")
    return known


def place_of(document: Document, state: OnAirState, now: datetime) -> str:
    """What the session was at: the title of the segment that runs, else of the board on the stage; "" for neither."""
    runs = running(document, now)
    board = document.find(Board, state.stage.wanted.board_id or "")
    return runs.segment.title if runs else board.title if board else ""


def bring_back(desk: Desk, state: OnAirState) -> bool:
    """Let the feed show what participants saw, before there is any window; returns whether that could be built.

    Where what was held can't be, the stage is blank rather than show anything else.
    """
    feed = desk.feed
    stage = replace(state.stage, wanted=_presentable(desk, state.stage.wanted))
    if stage.held is None:
        feed.restore(stage, desk.document)
        feed.refresh(desk.document)
        return True
    try:
        since = desk.journal.documents_since(state.held_at or state.mark)
        at = len(since) - 1 - (desk.journal.mark.seq - state.mark.seq)
        feed.restore(stage, since[at], since[0])
        for document in since[at + 1 :]:  # edits that were saved after the state was
            feed.refresh(document)
    except (ValueError, LookupError, Refusal) as error:
        _log.error("what was held could not be built: %s", type(error).__name__)
    else:
        if feed.shown != Blank("failed"):
            return True
    feed.restore(StageState(stage.wanted, None, blanked=True), desk.document)
    return False


def reopen(console: ConsoleWindow, window: StageWindow, state: OnAirState, *, as_it_was: bool) -> None:
    """Let both windows stand as they stood, and say in the console that they do; `as_it_was` is of `bring_back`."""
    desk, wanted = console.desk, console.desk.feed.state.wanted
    size = QSize(*state.size)
    if size in SIZES:
        window.set_size(size)
    place = QPoint(*state.place)
    if QGuiApplication.screenAt(place):  # a screen may have been unplugged
        window.move(place)
    there = {board.id for board in desk.boards()}
    if wanted.board_id in there:
        shown = wanted.showing
        desk.showings.choose(
            wanted.board_id, form=shown.form, spotlight=shown.spotlight, large=shown.large, then=shown.then
        )
    if state.board_id in there:
        console.work.open(state.board_id)
    console.live.agenda.open_session(state.session_id)
    if state.clock:
        console.live.timing.turn_stage_clock()
    if as_it_was:
        console.panel.capture.say(desk.words("console.back_on_air"), problem=False)
    else:
        console.banner.say(desk.words("console.back_held_lost"))


def _presentable(desk: Desk, wanted: Wanted) -> Wanted:
    """The same in a form that shows nothing private: everything private is off now."""
    board = desk.document.find(Board, wanted.board_id or "")
    if board is None:
        return wanted
    forms = desk.kinds.of(board.kind).forms(desk.words)
    if any(form.needs for form in forms if form.id == wanted.showing.form):
        return replace(wanted, showing=replace(wanted.showing, form=""))
    return wanted
