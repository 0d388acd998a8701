"""How boards are looked at, and what of that goes to the stage."""

from datetime import date
from functools import partial

import pytest

from boards.speaker_series.series import BOARD, series
from facilitator.catalogue import RECORD_TYPES
from facilitator.domain.view import Showing
from house_kinds import HOUSE
from look_board import LOOKS

MOOD = frozenset({"mood"})
shown = partial(Showing, day=date(2027, 1, 14))


@pytest.fixture
def showings(look_desk):
    return look_desk.showings


@pytest.fixture
def refused(look_desk):
    heard = []
    look_desk.refused.connect(heard.append)
    return heard


def test_every_board_begins_plain_with_its_first_form(showings):
    assert showings.of("one") == showings.of("two") == shown()
    assert showings.form("one").id == "boxes"
    assert showings.layers_on("one") == ()


def test_looking_changes_nothing_on_the_stage(look_desk, showings):
    look_desk.show_on_stage("one")
    before = look_desk.stage_picture()
    showings.choose("one", form="rows", spotlight="left", large=True)
    assert look_desk.stage_picture() == before
    assert showings.on_stage("one") == "otherwise"
    assert look_desk.showings.of("one") == shown("rows", "left", True)
    assert look_desk.showings.of("two") == shown()


def test_the_board_goes_to_the_stage_as_it_is_looked_at(look_desk, showings):
    assert showings.on_stage("one") == "away"
    showings.choose("one", form="rows", spotlight="left")
    showings.choose("one", large=True)  # what is not named stays
    look_desk.show_on_stage("one")
    assert look_desk.feed.showing == shown("rows", "left", True)
    assert showings.on_stage("one") == "same"


def test_the_facilitator_may_look_at_a_private_form_that_the_stage_refuses_in_a_sentence(look_desk, showings, refused):
    look_desk.show_on_stage("one")
    showings.choose("one", form="moods")
    assert look_desk.showings.of("one").layers == MOOD
    assert look_desk.view("one", look_desk.showings.of("one")).told == ("3", "1")
    look_desk.show_on_stage("one")
    assert refused == [look_desk.words("console.layer_needed", form="Moods", layers="“Mood”")]
    assert look_desk.feed.showing == shown()
    showings.switch("one", "mood", on=True)
    assert look_desk.feed.showing == shown(layers=MOOD)
    look_desk.show_on_stage("one")
    assert look_desk.feed.showing == shown("moods", layers=MOOD)
    assert refused[1:] == []


def test_nothing_private_is_looked_at_while_private_things_are_out_of_sight(showings):
    showings.choose("one", form="moods")
    showings.switch("one", "note", on=True)
    assert showings.of("one").layers == {"mood", "note"}
    assert showings.of("one", private=False).layers == frozenset()


def test_a_form_that_needs_a_layer_leaves_the_stage_with_it(look_desk, showings):
    showings.choose("one", form="moods", large=True)
    showings.switch("one", "mood", on=True)
    look_desk.show_on_stage("one")
    showings.switch("one", "mood", on=False)
    assert look_desk.feed.showing == shown(large=True)
    assert "moods" not in look_desk.stage_picture().alt
    assert showings.on_stage("one") == "otherwise"


def test_everything_private_goes_at_once_whatever_board_has_it(look_desk, showings):
    for board in ("one", "two"):
        showings.switch(board, "mood", on=True)
        showings.switch(board, "note", on=True)
    look_desk.show_on_stage("one")
    look_desk.feed.hold()
    look_desk.show_on_stage("two")
    showings.all_off()
    assert look_desk.feed.boards_with_layers == ()
    assert look_desk.feed.shown.told == ()
    look_desk.feed.release()
    assert look_desk.feed.shown.told == ()


def test_undo_and_redo_turn_no_layer_on(look_desk, showings):
    look_desk.show_on_stage("one")
    showings.switch("one", "mood", on=True)
    look_desk.ask(lambda document: look_desk.kind("one").rename(document, "b1", "Mayor"))
    showings.switch("one", "mood", on=False)
    look_desk.undo()
    look_desk.redo()
    assert look_desk.feed.shown.told == ()


def test_a_board_that_comes_back_by_redo_has_its_layers_off(look_desk, showings):
    look_desk.ask(lambda document: look_desk.kinds.new_board(document, "boxes", "Third"))
    board_id = look_desk.boards()[-1].id
    showings.switch(board_id, "mood", on=True)
    look_desk.undo()
    look_desk.redo()
    assert look_desk.boards()[-1].id == board_id
    assert showings.layers_on(board_id) == ()


def test_a_sector_or_moment_that_an_edit_took_away_is_looked_at_no_longer(look_desk, showings):
    kind = look_desk.kind("one")
    look_desk.ask(lambda document: kind.keep_moment(document, "one", "Spring", look_desk.today()))
    showings.choose("one", spotlight="left", then="m1")
    assert showings.of("one") == showings.for_stage("one") == shown(spotlight="left", then="m1")
    look_desk.undo()
    assert showings.of("one") == showings.for_stage("one") == shown(spotlight="left")
    showings.choose("one", spotlight="elsewhere")
    assert showings.of("one") == shown()


def test_what_is_looked_at_is_looked_at_today(look_desk, showings, clock):
    look_desk.show_on_stage("one")
    assert look_desk.view("one", look_desk.showings.of("one")).showing.day == date(2027, 1, 14)
    assert look_desk.feed.shown.showing.day == date(2027, 1, 14)
    clock.time = clock.time.replace(day=15)
    assert look_desk.showings.of("one").day == date(2027, 1, 15)
    assert showings.on_stage("one") == "same"  # the day makes no other picture of boxes
    look_desk.show_on_stage("one")
    assert look_desk.feed.showing.day == date(2027, 1, 15)


def test_another_day_counts_where_it_makes_another_picture(look_desk, showings, clock, monkeypatch):
    monkeypatch.setattr(type(LOOKS), "changes_by_day", True)
    look_desk.show_on_stage("one")
    assert showings.on_stage("one") == "same"
    clock.time = clock.time.replace(day=15)
    assert showings.on_stage("one") == "otherwise"


def test_the_first_form_is_the_same_however_it_was_chosen(look_desk, showings):
    look_desk.show_on_stage("one")
    showings.choose("one", form="boxes")
    assert showings.on_stage("one") == "same"
    look_desk.show_on_stage("one")
    showings.choose("one", form="")
    assert showings.on_stage("one") == "same"
    showings.choose("one", form="rows")
    assert showings.on_stage("one") == "otherwise"


def test_what_is_looked_at_in_any_case_is_on_the_canvas_and_not_on_the_stage(make_desk):
    desk = make_desk(*series().records(), kinds=HOUSE, types=RECORD_TYPES)
    assert desk.showings.of(BOARD).layers == {"waiting"}
    assert desk.showings.of(BOARD, private=False).layers == frozenset()
    desk.show_on_stage(BOARD)
    assert desk.feed.showing.layers == frozenset()
    assert desk.showings.on_stage(BOARD) == "same"
