from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given

from boards.checklist.lists import document, views
from facilitator.boards.checklist.layout import BAR_TOP, PHASE_WIDTH, TEXT_INSET, layout_of, progress
from facilitator.boards.drawing import HEADER
from facilitator.catalogue import CHECKLIST as KIND
from facilitator.content.theme import theme
from facilitator.content.typeface import line_height, width
from facilitator.content.words import Words
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH

LIGHT = theme()
JANUARY = Words("en").short_date(date(2027, 1, 5))


@pytest.mark.slow
@given(views())
def test_all_items_are_there_without_overlap_below_the_header(view):
    layout = layout_of(view, LIGHT)
    rects = [placed.rect for phase in layout.phases for placed in phase.entries]
    assert len(rects) == 45
    for rect in rects:
        assert rect.x >= 0
        assert rect.right <= STAGE_WIDTH
        assert rect.y > BAR_TOP > HEADER.bottom
        assert rect.bottom <= STAGE_HEIGHT
    for one, other in combinations(rects, 2):
        assert not one.overlaps(other)


@pytest.mark.slow
@given(views())
def test_text_is_whole_large_enough_and_fits_its_row(view):
    layout = layout_of(view, LIGHT)
    setting, room = layout.setting, PHASE_WIDTH - TEXT_INSET
    assert min(setting.text, setting.small) >= LIGHT.stage_minimum
    for phase in layout.phases:
        for placed in phase.entries:
            assert not any(line.endswith("…") for line in placed.lines)
            assert all(width(line, setting.text) <= room for line in placed.lines)
            assert width(placed.who_and_when, setting.small, bold=True) <= room
            told = line_height(setting.small) if placed.who_and_when else 0
            assert len(placed.lines) * line_height(setting.text) + told <= placed.rect.height


def test_an_untouched_list_is_set_in_larger_text_than_a_full_one():
    view = KIND.view(document(), "c")
    full = replace(
        view, entries=tuple(replace(each, owner="City Clerk", due=date(2027, 1, 5)) for each in view.entries)
    )
    assert layout_of(view, LIGHT).setting.text > layout_of(full, LIGHT).setting.text
    told = [placed.who_and_when for phase in layout_of(full, LIGHT).phases for placed in phase.entries]
    assert told == [f"City Clerk – {JANUARY}"] * 45


def test_what_is_under_way_keeps_its_owner_when_room_is_short():
    view = KIND.view(document("fr"), "c")
    entries = [replace(each, owner="Greffe", status="done") for each in view.entries]
    entries = [replace(each, status="under_way") if each.item in ("d10", "d11") else each for each in entries]
    (_, deliver, *_) = layout_of(replace(view, entries=tuple(entries)), LIGHT).phases
    told = {placed.entry.item: placed.who_and_when for placed in deliver.entries}
    assert told["d11"] == told["d10"] == "Greffe"


def test_a_long_owner_gives_way_to_the_date():
    view = KIND.view(document(), "c")
    entries = (replace(view.entries[0], owner="Department of " * 9, due=date(2027, 1, 5)), *view.entries[1:])
    told = layout_of(replace(view, entries=entries), LIGHT).phases[0].entries[0].who_and_when
    assert told.endswith(f"… – {JANUARY}")


def test_items_that_are_not_for_us_do_not_count():
    entries = KIND.view(document(), "c").entries[:4]
    statuses = ("done", "under_way", "not_started", "not_for_us")
    assert progress([replace(each, status=own) for each, own in zip(entries, statuses, strict=True)]) == (1, 3)
