"""The desk: edits go through the journal, refusals and failures are told, the stage never sees an error."""

import pytest

from box_board import KIND, Crate
from facilitator.domain.change import Change, Swap
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.stage_feed import Blank


@pytest.fixture
def told(desk):
    heard = []
    for name in ("refused", "notSaved"):
        getattr(desk, name).connect(lambda text, name=name: heard.append((name, text)))
    desk.settled.connect(lambda: heard.append(("settled", "")))
    return heard


def renaming(name):
    return lambda document: KIND.rename(document, "b1", name)


def test_an_edit_is_saved_and_told(desk, told, changes):
    saved = desk.ask(renaming("Mayor"))
    assert saved.seq == 1
    assert desk.document.get(Crate, "b1").name == "Mayor"
    assert told == [("settled", "")]
    assert [change.label for change in changes] == ["capture_list"]


def test_a_refusal_is_told_in_a_sentence_and_changes_nothing(desk, told, changes):
    assert desk.ask(renaming("  ")) is None
    assert told == [("refused", desk.words("refusals.name_empty"))]
    assert changes == []


def test_whoever_has_a_better_place_hears_of_a_refusal_alone(desk, told):
    heard = []
    desk.ask(renaming(" "), heard.append)
    assert [type(each) for each in heard] == [EditRejected]
    assert told == []


def test_what_could_not_be_saved_can_be_tried_again(desk, told, ledger):
    ledger.full = True
    assert desk.ask(renaming("Mayor")) is None
    assert told == [("notSaved", desk.words("refusals.disk_full"))]
    assert desk.document.get(Crate, "b1").name == "Clerk"
    ledger.full = False
    assert desk.retry().seq == 1
    assert desk.document.get(Crate, "b1").name == "Mayor"
    assert desk.retry() is None  # there is nothing left to try


def test_undo_and_redo_go_the_same_way(desk, told):
    desk.ask(renaming("Mayor"))
    desk.undo()
    assert desk.document.get(Crate, "b1").name == "Clerk"
    desk.redo()
    assert desk.document.get(Crate, "b1").name == "Mayor"
    desk.redo()
    assert told[-1] == ("refused", desk.words("refusals.nothing_to_redo"))


def test_the_stage_follows_before_the_document_signal(desk):
    desk.show_on_stage("one")
    seen = []
    desk.signals.documentChanged.connect(lambda change: seen.append(desk.feed.shown.crates[0].name))
    desk.ask(renaming("Mayor"))
    assert seen == ["Mayor"]


def test_a_view_is_drawn_once(desk):
    first = desk.picture(desk.view("one"))
    assert desk.picture(desk.view("one")) is first
    desk.ask(lambda document: KIND.set_field(document, "b1", "note", "private"))
    assert desk.picture(desk.view("one")) is first
    desk.ask(renaming("Mayor"))
    assert desk.picture(desk.view("one")) is not first


def test_a_picture_that_cannot_be_drawn_is_blank_paper(desk, monkeypatch, caplog):
    desk.show_on_stage("one")

    def broken(view, theme):
        raise ZeroDivisionError("Dana")

    monkeypatch.setattr(KIND, "picture", broken)
    assert desk.stage_picture() == desk.blank_picture()
    assert "ZeroDivisionError" in caplog.text
    assert "Dana" not in caplog.text


def test_before_anything_is_shown_the_stage_is_blank(desk):
    assert isinstance(desk.feed.shown, Blank)
    assert desk.stage_picture().alt == "Back in a moment"


def test_the_blank_paper_speaks_the_engagements_language(desk):
    engagement = desk.engagement
    desk.ask(lambda document: Change("capture_list", (Swap(engagement, engagement.having(language="fr")),)))
    picture = desk.stage_picture()
    assert picture.alt == "De retour dans un instant"
    assert picture.groups[0].shapes[0].size >= 20


def test_a_step_of_a_newer_version_has_some_name(desk):
    assert desk.step("capture_list") == desk.words("edits.capture_list")
    assert desk.step("from_the_future") == desk.words("console.some_step")


def test_signals_end_with_the_workshop(desk, changes):
    desk.signals.end()
    desk.ask(renaming("Mayor"))
    assert changes == []
