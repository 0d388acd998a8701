"""The library of templates by keys and mouse, and a session kept as a template in it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
)

from facilitator import catalogue, templates
from facilitator.content.own_folder import VARIABLE
from facilitator.content.whole_templates import OwnText
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Person, Segment, Session
from facilitator.exchange import template_folder
from facilitator.exchange.template_file import TEMPLATE_SUFFIX, template_bytes
from facilitator.templates import house_templates, known_kinds, template_with
from facilitator.ui.desk import Kinds
from facilitator.ui.welcome.welcome_window import WelcomeWindow
from facilitator.workshop.agenda import segments_of, sessions_of
from typing_keys import wait_for

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "own"))
    return tmp_path / "own" / "templates"


def records():
    document = Document.of([Engagement(id="engagement", title="Dock permits", organization="Town of Quenbla")])
    document = document.after(templates.new_board(document, "stakeholder_web", "Our web", "Who?"))
    return [
        *document.records(),
        Person(id="a", name="Zormir Vexgna"),
        Session(id="session_1", number=1, title="At the counter", for_two=True),
        Segment(
            id="session_1.1",
            session_id="session_1",
            number=1,
            minutes=10,
            title="Opening",
            method="checkin",
            prompt="What did Zormir Vexgna see?",
            board_id="stakeholder_web",
        ),
    ]


@pytest.fixture(params=["en"])
def console(request, qtbot, make_desk, make_console):
    kinds = Kinds(catalogue.kind_of, (), templates.new_board)
    desk = make_desk(*records(), language=request.param, kinds=kinds, types=catalogue.RECORD_TYPES)
    window = make_console(desk)
    window.live.agenda.open_session("session_1")
    window.waits = qtbot
    return window


@pytest.fixture
def own():
    its = template_folder.as_new(template_with("stakeholder_workshop_90"))
    return template_folder.keep(replace(its, name=OwnText("Ferry day", "Journée du traversier")), known_kinds())


def library(console):
    """The library, in front of the console."""
    return in_front(console, console.live.templates.open_library())


def keeping(console):
    """What asks whether to keep the session whose agenda is shown."""
    return in_front(console, console.live.templates.keep_shown())


def in_front(console, dialog):
    wait_for(dialog, console.waits)
    return dialog


def names(dialog):
    rows = [dialog.list.item(row) for row in range(dialog.list.count())]
    return [row.text() for row in rows if row.data(Qt.ItemDataRole.UserRole)]


def press(widget, key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, held)


def owns():
    return [each.name.en for each in template_folder.own_templates(known_kinds()).templates]


def test_house_and_own_ones_stand_in_one_list_the_own_ones_first(console, own):
    dialog = library(console)
    assert names(dialog) == ["Ferry day", *(each.name.en for each in house_templates())]
    assert dialog.current == own
    told = dialog.text.toPlainText()
    assert told.startswith("Ferry day\n")
    assert "1 session · 90 min" in told
    for segment in own.segments:
        assert segment.title.en in told
        assert segment.prompt.en in told
    assert own.boards[0].question.en in told


def test_without_own_ones_it_says_how_to_make_one(console):
    dialog = library(console)
    rows = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert rows[:2] == ["Your own", Words("en")("templates.none_own")]
    assert not dialog.buttons["edit"].isEnabled()
    assert dialog.buttons["duplicate"].isEnabled()


def test_words_are_searched_without_case_and_accents_from_wherever_they_are_typed(console, own):
    dialog = library(console)
    dialog.list.setFocus()
    QTest.keyClicks(dialog.list, "TRAVERSIER")
    assert names(dialog) == ["Ferry day"]
    dialog.search.setText("no such words")
    assert names(dialog) == []
    assert dialog.problem == "No template has these words; shorten them."
    assert dialog.current is None
    assert dialog.text.toPlainText() == ""
    press(dialog.search, Qt.Key.Key_Return)  # nothing to use
    assert dialog.isVisible()
    dialog.search.clear()
    assert dialog.problem == ""
    press(dialog.search, Qt.Key.Key_Down)
    assert dialog.list.hasFocus()
    assert dialog.list.currentItem().text() == house_templates()[0].name.en


def test_enter_begins_a_session_with_what_is_chosen_and_its_boards(console, own):
    dialog = library(console)
    press(dialog.search, Qt.Key.Key_Return)
    form = QApplication.activeModalWidget()
    assert form.agenda.currentText() == "Ferry day (own template)"
    assert form.title.text() == "Ferry day"
    press(form.title, Qt.Key.Key_Return)
    document = console.desk.document
    assert [session.title for session in sessions_of(document)] == ["At the counter", "Ferry day"]
    made = sessions_of(document)[-1]
    assert console.live.session_id == made.id
    kinds = {document.get(Board, each.board_id).kind for each in segments_of(document, made.id) if each.board_id}
    assert kinds == {"stakeholder_web"}
    assert not any(each.board_id == "stakeholder_web" for each in segments_of(document, made.id))  # it is a 1:1's


def test_one_without_a_session_is_for_new_engagements_only(console):
    dialog = library(console)
    dialog.search.setText("blank nothing else")
    press(dialog.search, Qt.Key.Key_Return)
    assert dialog.problem.startswith("This template has no session")
    assert QApplication.activeModalWidget() is dialog


def test_a_new_session_can_begin_with_an_own_template_and_is_named_like_it(console, own):
    form = console.live.sessions.new_session()
    offered = [form.agenda.itemText(row) for row in range(form.agenda.count())]
    assert offered[1] == "Ferry day (own template)"
    form.agenda.setCurrentIndex(1)
    form.agenda.activated.emit(1)
    assert form.title.text() == "Ferry day"
    template_folder.delete(own.id)
    form.enter()
    assert form.problem == "The template “own:ferry-day” is no more; choose another one."
    assert len(sessions_of(console.desk.document)) == 1


def test_deleting_asks_once_and_can_be_taken_back(console, own):
    dialog = library(console)
    dialog.list.setFocus()
    press(dialog.list, Qt.Key.Key_Delete)
    assert dialog.problem == "Delete “Ferry day”? Press Delete once more."
    assert owns() == ["Ferry day"]
    press(dialog.list, Qt.Key.Key_Down)  # elsewhere the question is forgotten
    assert dialog.problem == ""
    press(dialog.list, Qt.Key.Key_Delete)
    assert dialog.problem == ""  # the house's stay
    press(dialog.list, Qt.Key.Key_Up)
    press(dialog.list, Qt.Key.Key_Delete)
    press(dialog.list, Qt.Key.Key_Delete)
    assert owns() == []
    assert dialog.note == "“Ferry day” is deleted."
    press(dialog, Qt.Key.Key_Z, CTRL)
    assert owns() == ["Ferry day"]
    assert dialog.current.name.en == "Ferry day"
    assert not dialog.buttons["put_back"].isVisibleTo(dialog)


def test_one_of_the_house_becomes_an_own_one_and_gets_other_words(console):
    dialog = library(console)
    first = house_templates()[0].name.en
    dialog.buttons["duplicate"].click()
    assert dialog.current.name.en == f"{first} (copy)"
    press(dialog.list, Qt.Key.Key_F2)
    form = console.live.templates.shelf.form
    lines = {each.key: each.widget for part in form.parts for each in part.editors}
    lines["name_en"].setText("")
    lines["name_fr"].setText("")
    form.save()
    assert form.problem
    lines["name_en"].setText("Ferries")
    lines["purpose_en"].setPlainText("Who waits at the ferry?")
    form.save()
    assert owns() == ["Ferries"]
    assert "Who waits at the ferry?" in dialog.text.toPlainText()


def drop(widget, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), *how)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), *how))


def test_files_are_dropped_on_it_and_one_that_is_wrong_is_told(console, own, tmp_path):
    good, bad = tmp_path / f"good{TEMPLATE_SUFFIX}", tmp_path / f"bad{TEMPLATE_SUFFIX}"
    good.write_bytes(template_bytes(replace(own, name=OwnText("Lighthouse", ""))))
    bad.write_text("[]")
    dialog = library(console)
    drop(dialog, good, bad)
    assert owns() == ["Ferry day", "Lighthouse"]
    assert dialog.current.name.en == "Lighthouse"
    assert dialog.problem.startswith(f"{bad.name}: This is no template of Facilitator")
    drop(dialog, good)
    assert owns() == ["Ferry day", "Lighthouse"]
    assert dialog.note == "“Lighthouse” is there already, and nothing was changed."
    good.write_bytes(template_bytes(replace(own, name=OwnText("Lighthouse", ""), purpose=OwnText("Another", ""))))
    drop(dialog, good)
    assert owns() == ["Ferry day", "Lighthouse", "Lighthouse (2)"]  # nothing is written over
    assert dialog.note == (
        "There is another template called “Lighthouse”; this one is kept beside it as “Lighthouse (2)”."
    )


def test_a_template_dropped_on_the_console_goes_to_the_library(console, own, tmp_path):
    path = tmp_path / f"good{TEMPLATE_SUFFIX}"
    path.write_bytes(template_bytes(replace(own, name=OwnText("Lighthouse", ""))))
    drop(console, path)
    dialog = console.live.templates.shelf.dialog
    assert (dialog.isVisible(), dialog.note) == (True, "Imported: “Lighthouse”.")
    assert owns() == ["Ferry day", "Lighthouse"]
    dialog.close()


def test_a_file_in_the_folder_that_cannot_be_read_is_told(console, own, folder):
    (folder / f"broken{TEMPLATE_SUFFIX}").write_text("{")
    dialog = library(console)
    assert f"broken{TEMPLATE_SUFFIX}" in dialog.note
    assert "Ferry day" in names(dialog)


def test_a_template_is_written_as_a_file_and_written_over_only_when_asked_twice(console, tmp_path, monkeypatch):
    out = tmp_path / "mine"
    monkeypatch.setattr(QFileDialog, "exec", lambda dialog: QFileDialog.DialogCode.Accepted)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda dialog: [str(out)])
    dialog = library(console)
    dialog.buttons["export"].click()
    written = out.with_name(f"mine{TEMPLATE_SUFFIX}")
    assert written.read_bytes() == template_bytes(house_templates()[0])
    written.write_text("older")
    dialog.buttons["export"].click()
    assert written.read_text() == "older"
    assert "once more to replace it" in dialog.problem
    dialog.buttons["export"].click()
    assert written.read_bytes() == template_bytes(house_templates()[0])


def test_esc_closes_it_and_it_opens_again(console):
    dialog = library(console)
    press(dialog.search, Qt.Key.Key_Escape)
    assert console.live.templates.shelf.dialog is None
    assert console.live.templates.open_library().isVisible()


def test_a_session_is_shown_before_it_is_kept_and_names_are_pointed_out(console):
    dialog = keeping(console)
    assert dialog.names["en"].text() == "At the counter"
    assert dialog.named.item(0).text() == "“Zormir Vexgna” in: What did Zormir Vexgna see?"
    assert "What did […] see?" in dialog.text.toPlainText()
    assert "Zormir" not in dialog.text.toPlainText()
    dialog.purposes["en"].setPlainText("See the counter with Zormir.")
    assert dialog.named.count() == 2
    press(dialog, Qt.Key.Key_Return, CTRL)
    (kept,) = template_folder.own_templates(known_kinds()).templates
    assert kept.purpose.en == "See the counter with […]."
    assert kept.for_two
    assert [board.title.en for board in kept.boards] == ["Our web"]
    assert "Zormir" not in template_folder.path_of(kept.id).read_text("utf-8")


def test_names_stay_only_when_that_was_said(console):
    dialog = keeping(console)
    dialog.hides.setChecked(False)
    dialog.enter()
    assert dialog.problem.startswith("A name stays in one text: “Zormir Vexgna”.")
    assert owns() == []
    dialog.enter()
    assert owns() == ["At the counter"]


def test_a_name_that_another_template_has_is_said_once(console):
    keeping(console).enter()
    dialog = keeping(console)
    dialog.enter()
    assert dialog.problem.startswith("There is a template called “At the counter”.")
    assert owns() == ["At the counter"]
    dialog.names["en"].setText("At the desk")
    assert dialog.problem == ""
    dialog.enter()
    assert owns() == ["At the counter", "At the desk"]


def test_an_empty_name_is_refused_and_esc_gives_up_what_was_typed_only_when_pressed_twice(console):
    dialog = keeping(console)
    dialog.names["en"].setText("")
    dialog.enter()
    assert dialog.problem
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    press(dialog, Qt.Key.Key_Escape)
    assert console.live.templates.dialog is None
    assert owns() == []


def test_the_list_of_sessions_keeps_one_too(console):
    dialog = console.live.sessions.open_sessions()
    dialog.buttons["keep"].click()
    console.live.templates.dialog.enter()
    assert owns() == ["At the counter"]
    assert dialog.isVisible()


def test_while_what_is_private_is_hidden_no_names_are_looked_for(console):
    console.work.hide_private(True)
    assert console.live.templates.keep_shown() is None
    assert "Ctrl+H" in console.panel.capture.message


@pytest.mark.parametrize("console", ["fr"], indirect=True)
def test_in_french_everything_is_in_french(console, own):
    dialog = library(console)
    assert names(dialog)[0] == "Journée du traversier"
    assert own.sessions[0].title.fr in dialog.text.toPlainText()
    assert dialog.windowTitle() == "Modèles"


def test_the_welcome_window_lists_own_ones_and_begins_with_one_of_the_library(qtbot, own, tmp_path):
    window = WelcomeWindow(templates.every_template, [], tmp_path, Words("en"))
    qtbot.addWidget(window)
    window.show()
    asked = []
    window.newRequested.connect(asked.append)
    assert window.template.item(window.template.count() - 1).text() == "Ferry day"
    window._open_library()
    QTest.keyClicks(window.shelf.dialog.search, "ferry")
    press(window.shelf.dialog.search, Qt.Key.Key_Return)
    assert window.template.currentItem().text() == "Ferry day"
    assert window.shelf.dialog is None
    window._create()
    assert asked[0].template == own.id


@pytest.mark.parametrize("console", ["en", "fr"], indirect=True)
def test_everything_has_a_name_and_fits_on_a_small_screen(console, own):
    for dialog in (keeping(console), library(console)):
        for sort in (QPushButton, QLineEdit, QPlainTextEdit, QTextEdit, QListWidget):
            for each in dialog.findChildren(sort):
                if each.isVisibleTo(dialog):
                    assert each.accessibleName(), (type(dialog).__name__, each)
        assert dialog.minimumSizeHint().width() <= 1200
        assert dialog.minimumSizeHint().height() <= 640
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel))
        dialog.close()


def test_what_somebody_else_wrote_is_literal_text(console):
    its = template_folder.as_new(template_with("stakeholder_1to1"))
    name = OwnText("<b>R&D</b> <img src=file:///etc/passwd>", "")
    template_folder.keep(replace(its, name=name, purpose=name), known_kinds())
    dialog = library(console)
    assert dialog.text.toPlainText().splitlines()[:2] == [name.en, name.en]
    assert names(dialog)[0] == name.en
    press(dialog.list, Qt.Key.Key_Delete)
    assert name.en in dialog.problem
