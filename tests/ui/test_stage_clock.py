"""The clock on the stage: off at first, over no word of any board, live while the picture is held, not while blank."""

from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtTest import QTest

from box_board import KIND
from facilitator.boards.drawing import HEADER
from facilitator.catalogue import kind_of
from facilitator.content.theme import theme
from facilitator.content.typeface import width
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.picture import Text
from facilitator.domain.view import ClockView, Showing
from facilitator.graphics.picture_painter import extent
from facilitator.graphics.render import rendered
from facilitator.sample import founding_of_sample
from facilitator.ui.stage.clock_pill import PILL, clock_words, with_clock
from facilitator.ui.stage.stage_window import SIZES, StageWindow
from facilitator.workshop.capture import AddLine
from facilitator.workshop.segments import SegmentValues, segment_edited

ALT = Qt.KeyboardModifier.AltModifier
UNITS = [("minutes", 8), ("minutes", 600), ("seconds", 59), ("over", 0)]


@pytest.fixture
def stage(desk, console, qtbot):
    window = StageWindow(desk.stage_picture(), SIZES[0])
    for signal in (desk.signals.feedChanged, desk.signals.clockChanged):
        signal.connect(lambda: window.show_picture(desk.stage_picture()))
    qtbot.addWidget(window)
    console.looking.to_stage()
    yield window
    window.end()


def pills(picture):
    return [group.label for group in picture.groups if group.box == PILL]


def later(console, clock, **time):
    clock.time += timedelta(**time)
    console.live.timing.clock.tick()


def test_it_is_off_until_it_is_chosen_and_goes_with_the_clock(console, desk, stage, clock):
    console.live.timing.start("g1")
    later(console, clock, minutes=2)
    assert stage.picture == desk.picture(desk.view("one"))
    QTest.keyClick(console, Qt.Key.Key_T, ALT)
    assert pills(stage.picture) == pills(console.stage.surface.picture) == ["8 min left"]
    assert console.live.agenda.strip.stage_button.isChecked()
    console.live.timing.stop()
    assert pills(stage.picture) == []
    console.live.timing.start("g2")
    assert pills(stage.picture) == ["20 min left"]
    console.live.agenda.strip.stage_button.click()
    assert stage.picture == desk.picture(desk.view("one"))


def test_it_changes_once_a_minute_and_in_the_last_one_by_seconds(console, desk, stage, clock):
    console.live.timing.start("g1")
    console.live.timing.turn_stage_clock()
    seen, changes = [], []
    desk.signals.clockChanged.connect(lambda: changes.append(clock.time))
    for _ in range(11 * 60):
        later(console, clock, seconds=1)
        seen.append(pills(stage.picture)[0])
    assert len(changes) == 9 + 59 + 1  # 9 min … 1 min, 59 s … 1 s, the end
    assert all(after - before >= timedelta(seconds=1) for before, after in pairwise(changes))
    assert seen[540] == "59 s left"
    assert seen[-1] == "Time is up"


def test_a_held_picture_keeps_its_clock_running(console, desk, stage, clock):
    console.live.timing.start("g1")
    console.live.timing.turn_stage_clock()
    console.hold()
    desk.ask(lambda document: KIND.add(document, "one", AddLine("Library"), "left"))
    held = stage.picture
    later(console, clock, minutes=3)
    assert pills(stage.picture) == ["7 min left"]
    assert stage.picture.groups[:-1] == held.groups[:-1]
    assert len(held.groups) == len(desk.picture(desk.view("one")).groups)  # the pill for the new box


def test_nothing_of_the_agenda_is_on_the_stage(console, desk, stage):
    console.live.timing.start("g1")
    console.live.timing.turn_stage_clock()
    before = stage.picture
    desk.ask(lambda document: _renamed(document))
    assert stage.picture == before
    assert "Welcome" not in repr(before)


def test_a_blank_hides_it(console, desk, stage, clock):
    console.live.timing.start("g1")
    console.live.timing.turn_stage_clock()
    console.blank()
    later(console, clock, minutes=3)
    assert stage.picture == desk.blank_picture()
    console.blank()
    assert pills(stage.picture) == ["7 min left"]


def test_the_lists_are_not_made_anew_with_every_tick(console, stage, clock):
    console.live.timing.start("g1")
    console.live.timing.turn_stage_clock()
    console._lists.stop()
    later(console, clock, minutes=3)
    assert not console._lists.isActive()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("unit", UNITS)
def test_its_words_fit(unit, language):
    clock = ClockView(*unit, language)
    picture = with_clock(rendered_from(sample(language), "value_board"), clock, theme())
    text = next(shape for shape in picture.groups[-1].shapes if isinstance(shape, Text))
    assert text.lines == (clock_words(clock),)
    assert text.x + width(text.lines[0], text.size, bold=True) <= PILL.right - 10
    assert text.size >= theme().stage_minimum


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [QSize(1280, 720), QSize(1920, 1080)], ids=["720p", "1080p"])
def test_it_covers_nothing_of_any_board(qapp, language, size):
    document = sample(language)
    for board in document.every(Board):
        kind = kind_of(board.kind)
        forms = kind.forms(Words(language)) or ()
        for form in [each.id for each in forms if not each.needs] or [""]:
            for large in (False, True):
                picture = rendered_from(document, board.id, Showing(form, large=large))
                for group in picture.groups:
                    if group.box == HEADER:
                        texts = [shape for shape in group.shapes if isinstance(shape, Text)]
                        assert all(right(shape) <= PILL.x for shape in texts)
                    else:
                        assert not extent(group).intersects(qrect(PILL)), group.label
                with_it = rendered(with_clock(picture, ClockView("minutes", 8, language), theme()), size)
                assert differs_only_in_pill(rendered(picture, size), with_it)


def sample(language):
    return Document().after(founding_of_sample(language))


def rendered_from(document, board_id, showing=None):
    kind = kind_of(document.get(Board, board_id).kind)
    return kind.picture(kind.view(document, board_id, showing or Showing()), theme())


def right(text):
    return max(text.x + width(line, text.size, bold=text.bold) for line in text.lines)


def qrect(rect):
    return QRectF(rect.x, rect.y, rect.width, rect.height)


def differs_only_in_pill(one, other):
    """Whether every pixel outside of the pill is the same, and some inside are not."""
    scale = one.width() / 1920
    left, top = int(PILL.x * scale) - 1, int(PILL.y * scale) - 1
    wide, high = int(PILL.width * scale) + 3, int(PILL.height * scale) + 3
    below = top + high
    parts = [
        (0, 0, left, one.height()),
        (left, 0, one.width() - left, top),
        (left + wide, 0, one.width() - left - wide, one.height()),
        (left, below, wide, one.height() - below),
    ]
    same = all(one.copy(*part) == other.copy(*part) for part in parts)
    return same and one != other


def _renamed(document):
    return segment_edited(document, "g1", SegmentValues("Sack the manager", 10, fixed=True, minimum=2))
