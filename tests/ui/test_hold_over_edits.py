"""Hold: over fifty edits of real boards participants keep the picture, to the last pixel; then they see what is."""

import random

import pytest
from PySide6.QtCore import QSize

from box_board import MemoryLedger, journal_with
from facilitator import catalogue, templates
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.outcome import Outcome
from facilitator.domain.refusal import EditRejected
from facilitator.domain.screens import ScreenWanted
from facilitator.domain.view import PLAIN, View
from facilitator.graphics.render import rendered
from facilitator.sample import founding_of_sample
from facilitator.screens import screen_of
from facilitator.ui.desk import Desk, Kinds
from facilitator.ui.stage.screen_picture import screen_picture
from facilitator.workshop.capture import AddLine
from facilitator.workshop.stage_feed import StageFeed

SIZE = QSize(1280, 720)
EDITS = 50


def view_of(document, board_id, showing):
    return catalogue.kind_of(document.get(Board, board_id).kind).view(document, board_id, showing)


@pytest.fixture
def real_desk(qapp):
    """A desk over the sample engagement, with its real boards."""
    records = Document.of(()).after(founding_of_sample("en")).records()
    journal = journal_with(*records, ledger=MemoryLedger(), types=catalogue.RECORD_TYPES)
    kinds = Kinds(catalogue.kind_of, (), templates.new_board)
    desk = Desk(journal, StageFeed(view_of, screen_of=screen_of), kinds, Words("en"), theme())
    yield desk
    desk.signals.end()


class Edits:
    """Random edits of all boards: lines, names, places, groups, deletions; and steps back and forth."""

    def __init__(self, desk, seed):
        self.desk, self.chance = desk, random.Random(seed)

    def one(self):
        """Make one edit that is saved."""
        before = self.desk.document
        while self.desk.document is before:
            self._try()

    def _try(self):
        desk, chance = self.desk, self.chance
        board = chance.choice([each for each in desk.boards() if each.kind in ("stakeholder_web", "value_board")])
        kind, view = desk.kind(board.id), desk.view(board.id)
        groups = [group.id for group in kind.groups(view, desk.words)]
        item = chance.choice(kind.items(view)).id
        act = chance.choice(("add", "add", "rename", "regroup", "nudge", "delete", "undo", "redo", "decide"))
        if act in ("undo", "redo"):
            getattr(desk, act)()
            return
        name = f"Neighbour {chance.randrange(10**6)}"
        edits = {
            "add": lambda document: kind.add(document, board.id, AddLine(name), chance.choice(groups)),
            "rename": lambda document: kind.rename(document, item, name),
            "regroup": lambda document: kind.regroup(document, [item], chance.choice(groups)),
            "nudge": lambda document: kind.nudge(document, [item], chance.choice(("up", "down"))),
            "decide": lambda document: Change("catch_outcome", adding((self._decision(name),))),
            "delete": lambda document: kind.delete(document, [item]),
        }
        desk.ask(edits[act], refused=lambda refusal: None)

    def _decision(self, text):
        number = self.chance.randrange(10**6)
        return Outcome(id=f"o{number}", number=number, kind="decision", code=f"D{number}", text=text)


def fresh(desk, shown):
    """The picture of a view, or of a screen, that is built now."""
    if isinstance(shown, View):
        kind = desk.kinds.of(shown.kind)
        return kind.picture(kind.view(desk.document, shown.board_id, shown.showing), desk.theme)
    return screen_picture(screen_of(desk.document, desk.feed.screen), desk.theme)


SHOWN = [
    "stakeholder_web",
    "value_board",
    ScreenWanted("read_back", "stakeholder_web"),
    ScreenWanted("read_back", "value_board"),
    ScreenWanted("outcomes", ""),
]


@pytest.mark.parametrize("shown", SHOWN, ids=["web", "value", "web_read_back", "value_read_back", "outcomes"])
def test_a_held_stage_keeps_its_picture_over_fifty_edits_and_then_shows_what_is(real_desk, shown):
    desk, feed = real_desk, real_desk.feed
    feed.show(desk.document, shown if isinstance(shown, str) else "stakeholder_web", PLAIN)
    if isinstance(shown, ScreenWanted):
        assert desk.show_screen(shown)
    feed.hold()
    held, seen = feed.shown, desk.stage_picture()
    pixels = rendered(seen, SIZE)
    edits = Edits(desk, seed=f"{shown}")
    for number in range(EDITS):
        edits.one()
        assert feed.shown is held
        assert desk.stage_picture() == seen
        if number % 10 == 9:
            assert rendered(desk.stage_picture(), SIZE) == pixels
    feed.release()
    now = desk.stage_picture()
    assert now == fresh(desk, feed.shown)
    assert rendered(now, SIZE) == rendered(fresh(desk, feed.shown), SIZE)
    assert now != seen
    assert feed.mode == "live"


def test_the_edits_of_these_tests_do_change_what_a_following_stage_shows(real_desk):
    real_desk.feed.show(real_desk.document, "stakeholder_web", PLAIN)
    edits, pictures = Edits(real_desk, seed=1), []
    for _ in range(8):
        edits.one()
        pictures.append(real_desk.stage_picture())
    assert len({id(each) for each in pictures}) > 1


def test_a_screen_whose_board_goes_while_it_is_held_stays_until_the_release(real_desk):
    desk, feed = real_desk, real_desk.feed
    desk.show_screen(ScreenWanted("read_back", "value_board"))
    feed.hold()
    seen = desk.stage_picture()
    desk.end_screen()
    assert desk.stage_picture() == seen
    feed.release()
    assert feed.mode == "blank"
    with pytest.raises(EditRejected):
        screen_of(desk.document, ScreenWanted("read_back", "nothing"))
