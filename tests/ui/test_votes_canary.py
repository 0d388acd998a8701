"""Who voted never leaves the console: not by the stage's picture, its names, window titles or the log."""

import logging
import secrets as random

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from box_board import new_board, records
from facilitator.boards.value_board.model import PersonDots
from facilitator.catalogue import RECORD_TYPES, kind_of
from facilitator.content.theme import theme
from facilitator.domain.document import Document
from facilitator.domain.poll import CountedVotes, Poll, PollOption, PollVote
from facilitator.domain.screens import ScreenWanted
from facilitator.sample import founding_of_sample
from facilitator.screens import screen_of
from facilitator.ui.console.ballot_work import open_ballot
from facilitator.ui.desk import Kinds
from facilitator.ui.stage.screen_picture import screen_picture
from facilitator.ui.stage.stage_window import SIZES, StageWindow
from privacy_probe import said_by

TOKEN = f"Zq{random.token_hex(6)}"


def polled(name, *, scale=False, shown=False):
    """Records of a poll in which people called by `name` voted."""
    options = [PollOption(id=f"o{n}", poll_id="p", number=n, text="" if scale else f"Choice {n}") for n in range(1, 6)]
    votes = [PollVote(id=f"v{n}", poll_id="p", option_id=f"o{n}", person=f"{name} {n}") for n in range(1, 4)]
    poll = Poll(id="p", number=1, question="Which first?", scale=scale, shown=shown)
    return [poll, *options, *votes, CountedVotes(id="o2", hands=3)]


@pytest.mark.parametrize("scale", [False, True])
@pytest.mark.parametrize("shown", [False, True])
def test_names_change_nothing_of_what_everybody_sees(scale, shown):
    screens = [
        screen_of(Document.of([*records(), *polled(name, scale=scale, shown=shown)]), ScreenWanted("poll", "p"))
        for name in (TOKEN, "Somebody else")
    ]
    pictures = [screen_picture(each, theme()) for each in screens]
    assert screens[0] == screens[1]
    assert pictures[0] == pictures[1]
    assert TOKEN not in repr(screens) + repr(pictures)


def test_how_many_chose_what_is_not_told_before_it_is_revealed():
    seen = []
    for option_id in ("o1", "o5"):
        hands = CountedVotes(id=option_id, hands=2)
        screen = screen_of(Document.of([*records(), *polled("Dana"), hands]), ScreenWanted("poll", "p"))
        seen.append((screen, screen_picture(screen, theme())))
    assert seen[0] == seen[1]


@pytest.fixture
def stage(qtbot, make_desk, make_console):
    """The stage beside a console over the sample, whose value board is open and on the stage."""
    document = Document().after(founding_of_sample("en"))
    desk = make_desk(*document.records(), kinds=Kinds(kind_of, (), new_board), types=RECORD_TYPES)
    window = StageWindow(desk.stage_picture(), SIZES[0])
    desk.signals.feedChanged.connect(lambda: window.show_picture(desk.stage_picture()))
    window.show()
    console = make_console(desk)
    console.work.open("value_board")
    console.looking.to_stage()
    window.console = console
    yield window
    window.end()
    window.deleteLater()


def nothing_seen(stage, caplog):
    titles = "\n".join(each.windowTitle() for each in QApplication.topLevelWidgets())
    assert TOKEN not in said_by(stage) + repr(stage.picture) + titles + caplog.text
    return True


def test_a_poll_and_dots_from_the_chat_show_no_name_anywhere_but_in_their_windows(stage, caplog):
    caplog.set_level(logging.DEBUG)
    live, desk = stage.console.live, stage.console.desk
    live.polls.check_temperature()
    dialog = live.polls.open()
    QGuiApplication.clipboard().setText(f"10:02:00 From  {TOKEN} : 4\n10:02:05 From  {TOKEN} b : 9")
    votes = live.polls.look_at_votes(dialog.poll_id)
    assert TOKEN in votes.table.item(0, 1).text()
    assert nothing_seen(stage, caplog)
    votes.take()
    assert TOKEN in dialog.voted.text()
    assert [each.person for each in desk.document.every(PollVote)] == [TOKEN]
    live.polls.reveal(dialog.poll_id, True)
    assert nothing_seen(stage, caplog)
    assert desk.feed.shown.answers[3].votes == 1
    dialog.reject()
    assert nothing_seen(stage, caplog)
    desk.end_screen()


def test_dots_from_the_chat_show_no_name(stage, caplog):
    caplog.set_level(logging.DEBUG)
    desk = stage.console.desk
    ballot = open_ballot(desk, stage.console.work)
    code = ballot._ballot().items[0].code
    QGuiApplication.clipboard().setText(f"10:02:00 From  {TOKEN} : {code}\n10:02:05 From  {TOKEN} b : {code}x99")
    votes = ballot._acts.read_chat(ballot, ballot.refresh)
    assert nothing_seen(stage, caplog)
    votes.take()
    assert TOKEN in {each.person for each in desk.document.every(PersonDots)}
    ballot._acts.show_totals(True)
    assert nothing_seen(stage, caplog)
