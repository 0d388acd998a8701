"""Feedback in the console: the form of a session is found or made, files come in without a word of what is in them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator import catalogue, templates
from facilitator.boards.feedback.model import FeedbackComment, FeedbackForm, FeedbackSheet
from facilitator.boards.feedback.reading import tallies
from facilitator.catalogue import RECORD_TYPES
from facilitator.domain.change import Change, Swap
from facilitator.domain.engagement import Board, Engagement, Session
from facilitator.packs.handing_out import write_handout
from facilitator.packs.sorts import HandoutOrder
from facilitator.ui.desk import Kinds
from facilitator.ui.dialogs.filled_rows import ITEM, NOTE
from facilitator.workshop.capture import AddLine
from filling_in import filled
from typing_keys import press, wait_for

KINDS = Kinds(catalogue.kind_of, (("checklist", "Checklist"), ("feedback", "Feedback form")), templates.new_board)
RECORDS = (
    Engagement(id="engagement", title="Permits"),
    Session(id="s1", number=1, title="Half day"),
    Board(id="c", number=1, kind="checklist", title="Checklist"),
)
FORM = (Board(id="feedback", number=2, kind="feedback", title="Feedback: Half day"), FeedbackForm(id="feedback"))
BIRD = "Zqxj"


@pytest.fixture
def desk(make_desk, request):
    return make_desk(*RECORDS, *getattr(request, "param", FORM), kinds=KINDS, types=RECORD_TYPES)


@pytest.fixture
def files(desk, tmp_path):
    """Four people's files, one of them sent twice, and a blank one."""
    paper = write_handout(
        desk.document, tmp_path, HandoutOrder("letter", "en", pack="feedback", day=date(2026, 11, 22))
    ).read_bytes()
    made = []
    for number, name in enumerate(("Amara", "Bo", "Chen", "Dana")):
        answers = {"useful.level": str(number + 2)} | ({"take.comment": f"{BIRD} {name}"} if number < 2 else {})
        made.append(tmp_path / f"{name}.pdf")
        made[-1].write_bytes(filled(paper, answers))
    (tmp_path / "Bo again.pdf").write_bytes(made[1].read_bytes())
    (tmp_path / "Blank.pdf").write_bytes(paper)
    return [*made, tmp_path / "Bo again.pdf", tmp_path / "Blank.pdf"]


@pytest.fixture
def dialog(console, qtbot, files):
    console.work.importing.filled.open_files(files)
    shown = console.work.importing.filled.dialog
    qtbot.waitUntil(lambda: not shown.is_reading)
    yield shown
    shown.close()


def test_the_preview_names_files_and_nothing_that_is_in_them(dialog):
    rows = {row[ITEM]: row[NOTE] for row in dialog.tree.texts}
    assert list(rows) == ["Amara.pdf", "Bo.pdf", "Chen.pdf", "Dana.pdf", "Bo again.pdf", "Blank.pdf"]
    assert rows["Amara.pdf"] == rows["Dana.pdf"] == ""  # with a comment and without
    assert "another file" in rows["Bo again.pdf"]
    assert "Nothing is filled in" in rows["Blank.pdf"]
    assert BIRD not in repr(dialog.tree.texts)
    assert not dialog.signed.isVisible()
    assert dialog.take_button.text().strip() == "Count 4 forms"


def test_enter_counts_them_as_one_step_of_sums(dialog, desk, changes):
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert len(changes) == 1
    assert tallies(desk.document, "feedback")["useful"] == (0, 1, 1, 1, 1)
    assert len(list(desk.document.every(FeedbackSheet))) == 4
    assert len(list(desk.document.every(FeedbackComment))) == 2


def test_one_that_looks_like_another_is_counted_when_it_is_ticked(dialog, desk):
    again = next(dialog.tree.topLevelItem(place) for place in range(6) if "again" in dialog.tree.texts[place][ITEM])
    dialog.tree.setCurrentItem(again)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Space)
    assert dialog.take_button.text().strip() == "Count 5 forms"
    dialog.take()
    assert tallies(desk.document, "feedback")["useful"] == (0, 1, 2, 1, 1)


def test_f2_opens_nothing_on_a_form_without_a_name(dialog):
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(0))
    QTest.keyClick(dialog.tree, Qt.Key.Key_F2)
    assert dialog.tree.state() == dialog.tree.State.NoState


@pytest.mark.parametrize("desk", [()], indirect=True)
def test_the_session_menu_makes_the_form_of_the_session_once(console, desk, changes):
    console.live.asking.open()
    (form,) = desk.document.every(FeedbackForm)
    assert form.session_id == "s1"
    assert desk.document.get(Board, form.id).title == "Feedback: Half day"
    assert console.work.board_id == form.id
    assert len(changes) == 1
    console.work.open("c")
    console.live.asking.open()
    assert console.work.board_id == form.id
    assert len(changes) == 1


def test_a_form_about_another_session_is_left_alone(console, desk):
    console.live.asking.open()
    assert sorted(each.session_id or "" for each in desk.document.every(FeedbackForm)) == ["", "s1"]


@pytest.mark.parametrize("desk", [()], indirect=True)
def test_wrapping_up_leads_to_the_form(console, desk, qtbot):
    wait_for(console.live.closing.open(), qtbot)
    press(Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    assert console.live.closing.page is None
    (form,) = desk.document.every(FeedbackForm)
    assert console.work.board_id == form.id


@pytest.mark.parametrize("desk", [()], indirect=True)
def test_after_a_one_to_one_nobody_is_asked_and_a_sentence_says_why(console, desk, changes):
    desk.ask(
        lambda document: Change("edit_session", (Swap(its := document.get(Session, "s1"), its.having(for_two=True)),))
    )
    console.live.asking.open()
    assert "1:1" in console.panel.capture.message
    assert "s1" not in console.panel.capture.message
    assert not list(desk.document.every(FeedbackForm))
    assert len(changes) == 1


def test_ctrl_r_shows_results_and_hides_them_again_and_says_so(console, desk):
    line = AddLine("F1 4x5 2x3")
    desk.ask(lambda document: catalogue.kind_of("feedback").add(document, "feedback", line, "statements"))
    console.work.open("feedback")
    console.panel.capture.line.setFocus()
    press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert desk.document.get(FeedbackForm, "feedback").shown
    assert "Show results" in console.panel.capture.message
    press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert not desk.document.get(FeedbackForm, "feedback").shown
    assert "Hide results" in console.panel.capture.message


def test_ctrl_r_on_a_form_with_too_few_answers_says_what_is_missing(console, desk, changes):
    console.work.open("feedback")
    console.panel.capture.line.setFocus()
    press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert not changes
    assert console.panel.capture.message == desk.words("refusals.feedback_too_few")


def test_showing_results_promises_no_undo_and_the_button_offers_none(console, desk):
    line = AddLine("F1 4x5 2x3")
    desk.ask(lambda document: catalogue.kind_of("feedback").add(document, "feedback", line, "statements"))
    console.work.open("feedback")
    console.panel.capture.line.setFocus()
    assert console.panel.undo.isEnabled()
    press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert "undo ends here" in console.panel.capture.message
    assert "Ctrl+Z" not in console.panel.capture.message
    assert not console.panel.undo.isEnabled()
