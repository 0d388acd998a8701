"""What is private reaches the stage through its own layer and through no other way, also while the stage glides."""

import secrets as random

import pytest

from box_board import CrateSecret, new_board, records
from facilitator.boards.stakeholder_web.model import StakeholderAttitude
from facilitator.catalogue import kind_of
from facilitator.domain.change import Change, removing
from facilitator.domain.document import Document
from facilitator.sample import founding_of_sample
from facilitator.ui.desk import Kinds
from facilitator.ui.stage.stage_window import SIZES, StageWindow
from facilitator.workshop.shown import looks_other
from look_board import LOOKS
from privacy_probe import said_by


@pytest.fixture
def tokens():
    return {layer: [f"Zq{random.token_hex(6)}" for _ in range(3)] for layer in ("mood", "note")}


@pytest.fixture
def desk(make_desk, tokens):
    bugged = [CrateSecret(id=f"b{n + 1}", mood=tokens["mood"][n], note=tokens["note"][n]) for n in range(3)]
    return make_desk(*records(), *bugged, kinds=Kinds(lambda kind_id: LOOKS, (), new_board))


@pytest.fixture
def stage(qtbot, desk, make_console):
    """The stage as the app shows it: before the console, gliding where it should."""
    window = StageWindow(desk.stage_picture(), SIZES[0])
    shown = [desk.feed.shown]

    def follow():
        before, shown[0] = shown[0], desk.feed.shown
        window.show_picture(desk.stage_picture(), glide=looks_other(before, shown[0]))

    desk.signals.feedChanged.connect(follow)
    window.show()
    make_console(desk).looking.to_stage()
    yield window
    window.end()
    window.deleteLater()


def seen(stage, tokens):
    said = said_by(stage) + repr(stage.picture)
    return {layer for layer, words in tokens.items() if any(word in said for word in words)}


def test_only_the_layers_that_are_on_are_seen(desk, stage, tokens):
    assert seen(stage, tokens) == set()
    desk.showings.switch("one", "mood", on=True)
    assert seen(stage, tokens) == {"mood"}
    desk.showings.switch("one", "note", on=True)
    assert seen(stage, tokens) == {"mood", "note"}
    desk.showings.switch("one", "mood", on=False)
    assert seen(stage, tokens) == {"note"}
    desk.showings.all_off()
    assert seen(stage, tokens) == set()


def test_looking_at_private_things_in_the_console_shows_nothing_of_them(desk, stage, tokens):
    for form in ("moods", "rows", "boxes"):
        desk.showings.choose("one", form=form, spotlight="left", large=True)
        desk.show_on_stage("one")
        assert seen(stage, tokens) == set()


@pytest.mark.parametrize("state", ["held", "blank", "gliding"])
def test_a_layer_that_goes_is_gone_with_the_next_pixel(desk, stage, tokens, state):
    clean = stage.surface.image.copy()
    desk.showings.switch("one", "mood", on=True)
    if state == "held":
        desk.feed.hold()
    elif state == "blank":
        desk.feed.blank()
    else:
        desk.showings.choose("one", form="rows")
        desk.show_on_stage("one")
        assert stage.surface.gliding.active
    desk.showings.all_off()
    assert not stage.surface.gliding.active
    desk.showings.choose("one", form="boxes")
    if state == "gliding":
        desk.feed.show(desk.document, "one")
        stage.surface.gliding.end()
    desk.feed.unblank()
    assert seen(stage, tokens) == set()
    assert stage.surface.image == clean


def test_a_blank_cuts_a_glide_short(desk, stage):
    desk.showings.choose("one", form="rows")
    desk.show_on_stage("one")
    assert stage.surface.gliding.active
    desk.feed.blank()
    assert not stage.surface.gliding.active
    assert stage.picture == desk.blank_picture()


# --- the stakeholder web, with the records of the sample ---


def without(document, *kept):
    """The document with no private record but those of these types."""
    private = [record for record in document.records() if record.private and not isinstance(record, kept)]
    assert private
    return document.after(Change("delete", removing(reversed(private))))


@pytest.mark.parametrize("form", ["", "levels", "grid"])
@pytest.mark.parametrize(("layers", "kept"), [(frozenset(), ()), (frozenset({"attitude"}), (StakeholderAttitude,))])
def test_the_web_shows_attitudes_alone_where_only_they_are_on(make_desk, form, layers, kept):
    document = Document().after(founding_of_sample("en"))
    views, pictures = [], []
    for each in (document, without(document, *kept)):
        desk = make_desk(*each.records(), kinds=Kinds(kind_of, (), new_board))
        desk.showings.choose("stakeholder_web", form=form)
        for layer in layers:
            desk.showings.switch("stakeholder_web", layer, on=True)
        desk.feed.show(desk.document, "stakeholder_web", desk.showings.for_stage("stakeholder_web"))
        views.append(desk.feed.shown)
        pictures.append(desk.stage_picture())
    assert views[0] == views[1]
    assert pictures[0] == pictures[1]
    assert pictures[0] != desk.blank_picture()
