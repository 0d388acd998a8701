"""The desk: edits go through the journal, refusals and failures are told, the stage never sees an error."""

import pytest

from box_board import KIND, RECORD_TYPES, Crate, CrateSecret
from facilitator.domain.change import Change, Swap
from facilitator.domain.codec import Codec
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.shown import Blank


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


def test_a_dialog_hears_in_a_sentence_why_its_edit_was_refused_and_nobody_else_does(desk, told):
    heard = []
    assert desk.ask_for(heard.append, renaming(" ")) is None
    assert heard == [desk.words("refusals.name_empty")]
    assert told == []


def test_a_dialog_hears_what_was_not_saved_and_keeps_it_itself(desk, told, ledger):
    heard, done = [], []
    ledger.full = True
    assert desk.ask_for(heard.append, renaming("Mayor"), done=done.append) is None
    assert heard == [desk.words("refusals.disk_full")]
    assert told == [("notSaved", desk.words("refusals.disk_full"))]
    assert desk.unsaved == 0
    ledger.full = False
    saved = desk.ask_for(heard.append, renaming("Mayor"), done=done.append)
    assert done == [saved]
    assert len(heard) == 1


def test_what_could_not_be_saved_can_be_tried_again(desk, told, ledger):
    ledger.full = True
    assert desk.ask(renaming("Mayor")) is None
    assert told == [("notSaved", desk.words("refusals.disk_full"))]
    assert desk.document.get(Crate, "b1").name == "Clerk"
    ledger.full = False
    assert desk.retry().seq == 1
    assert desk.document.get(Crate, "b1").name == "Mayor"
    assert desk.retry() is None  # there is nothing left to try


def noting(text):
    return lambda document: KIND.set_field(document, "b2", "note", text)


def test_all_that_could_not_be_saved_is_kept_and_tried_again_in_order(desk, told, ledger):
    ledger.full = True
    desk.ask(noting("Met Lee"))
    desk.ask(renaming("Mayor"))
    assert desk.unsaved == 2
    ledger.full = False
    desk.ask(lambda document: KIND.nudge(document, ["b3"], "up"))
    assert desk.unsaved == 2  # another success forgets nothing
    assert desk.retry().seq == 3
    assert [swap.record.id for seq in (2, 3) for swap in swaps(desk, ledger, seq)] == ["b2", "b1"]
    assert desk.document.get(CrateSecret, "b2").note == "Met Lee"
    assert desk.document.get(Crate, "b1").name == "Mayor"
    assert desk.unsaved == 0


def swaps(desk, ledger, seq):
    return Codec(RECORD_TYPES).decode(ledger.entries[seq - 1].swaps)


def test_what_fails_again_stays_in_order(desk, told, ledger):
    ledger.full = True
    desk.ask(noting("Met Lee"))
    desk.ask(renaming("Mayor"))
    assert desk.retry() is None
    ledger.full = False
    desk.retry()
    assert [swap.record.id for seq in (1, 2) for swap in swaps(desk, ledger, seq)] == ["b2", "b1"]


def test_a_newer_edit_about_the_same_takes_the_place_of_an_unsaved_one(desk, ledger):
    ledger.full = True
    for text in ("Met", "Met Lee"):
        desk.ask(noting(text), about=("note", "b2"))
    assert desk.unsaved == 1
    assert desk.waits_to_save(("note", "b2"))
    ledger.full = False
    desk.ask(noting("Met Lee twice"), about=("note", "b2"))
    assert desk.retry() is None
    assert desk.document.get(CrateSecret, "b2").note == "Met Lee twice"


def test_a_refused_edit_does_not_take_the_place_of_an_unsaved_one(desk, ledger):
    ledger.full = True
    desk.ask(renaming("Mayor"), about="name")
    desk.ask(renaming("  "), about="name")
    ledger.full = False
    desk.retry()
    assert desk.document.get(Crate, "b1").name == "Mayor"


def test_whoever_asked_hears_when_it_is_saved_later(desk, ledger):
    heard = []
    ledger.full = True
    desk.ask(renaming("Mayor"), done=heard.append)
    assert heard == []
    ledger.full = False
    desk.retry()
    assert [saved.seq for saved in heard] == [1]


def test_an_undo_that_was_not_saved_never_takes_back_another_step(desk, told, ledger):
    desk.ask(renaming("Mayor"))
    ledger.full = True
    desk.undo()
    assert told[-1] == ("notSaved", desk.words("refusals.disk_full"))
    ledger.full = False
    desk.ask(noting("Met Lee"))
    assert desk.retry() is None
    assert desk.document.get(CrateSecret, "b2").note == "Met Lee"


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


def test_a_picture_shows_public_words_only(desk):
    first = desk.picture(desk.view("one"))
    desk.ask(lambda document: KIND.set_field(document, "b1", "note", "private"))
    assert desk.picture(desk.view("one")) == first
    desk.ask(renaming("Mayor"))
    assert desk.picture(desk.view("one")) != first


def test_remembering_what_was_drawn_is_left_to_the_kinds(desk, monkeypatch):
    drawn = []
    monkeypatch.setattr(KIND, "picture", lambda view, theme: drawn.append(view) or desk.blank_picture())
    desk.picture(desk.view("one"))
    desk.picture(desk.view("one"))
    assert len(drawn) == 2


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
