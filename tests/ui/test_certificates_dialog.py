"""Certificates in the console: who earned which, issued, taken back, written; never on the stage."""

import threading
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from box_board import records
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Engagement, Person
from facilitator.domain.learning import Activity, Completion
from facilitator.domain.participation import Enrolment
from facilitator.domain.program import Cohort, Program
from facilitator.domain.refusal import StoreError
from facilitator.handouts.batch import Recipient, write_batch
from facilitator.learning.founding import lessons_added
from facilitator.learning.learners import certificates_of
from facilitator.packs.certificate_files import writer_of
from facilitator.ui.console.certificate_work import CertificateWork
from facilitator.workshop.enrolments import put_in_state
from privacy_probe import said_by
from typing_keys import press, wait_for

CONTROL = Qt.KeyboardModifier.ControlModifier
DAY = date(2027, 1, 10)
BOXES = {type(each) for each in records()} - {Engagement}


def course():
    """Ana did all, Ben did half of it, Cam nothing."""
    program = Program(id="course", number=1, title="Culture", kind="microcourse", code="CULT")
    cohort = Cohort(id="winter", program_id="course", number=1, title="Winter", code="W27")
    base = Document.of([Engagement(id="engagement", title="Leaders"), program])
    founded = base.after(lessons_added(base, "course"))
    people = [Person(id=each, name=f"Zq{each} Roy") for each in ("ana", "ben", "cam")]
    enrolled = [Enrolment(id=f"e_{each.id}", cohort_id="winter", person_id=each.id) for each in people]
    open_to_all = [each for each in founded.every(Activity) if each.track_id is None]
    its = [("ana", each.id) for each in open_to_all]
    lessons = list(dict.fromkeys(each.lesson_id for each in open_to_all))[:4]
    its += [("ben", each.id) for each in open_to_all if each.lesson_id in lessons]
    done = [Completion(id=f"{who}.{what}", activity_id=what, person_id=who, on=DAY) for who, what in its]
    rest = [each for each in founded.records() if not isinstance(each, Engagement)]
    return [*rest, cohort, *people, *enrolled, *done]


@pytest.fixture
def desk(make_desk):
    return make_desk(*records(), *course())


def real_writer(document):
    """What writes the files of a document without the boxes of these tests, of which packs know nothing."""
    return writer_of(Document.of(each for each in document.records() if type(each) not in BOXES))


@pytest.fixture
def make_dialog(qtbot, console, desk, tmp_path):
    def make(writer=real_writer):
        counted = []
        work = CertificateWork(desk, tmp_path, writer, counted.append)
        dialog = work.open("winter", console)
        dialog.counted = counted
        wait_for(dialog, qtbot)
        return dialog

    return make


def texts(dialog, column):
    return [dialog.table.item(row, column).text() for row in range(dialog.table.rowCount())]


def issued(desk):
    return {each.person_id: (each.serial, each.sort, each.language) for each in certificates_of(desk.document)}


def test_who_earned_which_and_why_and_who_can_be_ticked(make_dialog):
    dialog = make_dialog()
    assert texts(dialog, 0) == ["Zqana Roy", "Zqben Roy", "Zqcam Roy"]
    assert texts(dialog, 2) == [
        "Certificate of completion with distinction",
        "Certificate of participation",
        "none yet",
    ]
    assert texts(dialog, 3)[1].startswith("4 of 8 lessons with a badge")
    assert dialog.table.ticked_people == ("ana", "ben")


def test_keys_alone_issue_take_back_and_undo(desk, make_dialog):
    dialog = make_dialog()
    dialog.table.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert dialog.table.ticked_people == ("ana",)
    dialog.language.setCurrentIndex(dialog.language.findData("fr"))
    press(Qt.Key.Key_Return)
    assert issued(desk) == {"ana": (1, "dist", "fr")}
    assert dialog.table.ticked_people == ()
    assert "CULT-W27-001" in texts(dialog, 4)[0]
    press(Qt.Key.Key_Delete)
    assert issued(desk) == {}
    press(Qt.Key.Key_Z, CONTROL)
    assert issued(desk) == {"ana": (1, "dist", "fr")}
    assert dialog.counted == [1, 1, -1]


def test_with_nobody_ticked_nothing_is_issued_and_it_is_said(desk, make_dialog):
    dialog = make_dialog()
    dialog.table.selectAll()
    press(Qt.Key.Key_Space)
    dialog.issue()
    assert issued(desk) == {}
    assert dialog.problem == "Tick who is to get a certificate first."


def test_files_are_written_for_the_chosen_with_badges_that_say_unsigned(desk, make_dialog, qtbot, tmp_path):
    dialog = make_dialog()
    dialog.issue()
    assert [each.person_id for each in dialog.table.chosen] == ["ana", "ben"]
    dialog.badges.setChecked(True)
    dialog.folder.setText(str(tmp_path / "new"))
    dialog.write()
    qtbot.waitUntil(lambda: not dialog.is_writing, timeout=20_000)
    assert dialog.problem == ""
    assert "2 certificates written" in dialog.said
    names = sorted(each.name for each in (tmp_path / "new").iterdir())
    assert names == [
        "cult-w27-001-en-letter.pdf",
        "cult-w27-001-sharer-unsigned.json",
        "cult-w27-001-unsigned.json",
        "cult-w27-002-en-letter.pdf",
        "cult-w27-002-sharer-unsigned.json",
        "cult-w27-002-unsigned.json",
    ]


def test_esc_ends_the_writing_first_and_closes_then(desk, make_dialog, qtbot):
    begun = threading.Event()

    def writer(document):
        def write(folder, paper, wanted, badges, tell, cancelled, unforeseen):
            def one(recipient, progress, ended):
                begun.set()
                while not ended():
                    pass
                raise StoreError("handout_cancelled")

            return write_batch([Recipient(*each) for each in wanted], one, tell, cancelled, unforeseen)

        return write

    dialog = make_dialog(writer)
    dialog.issue()
    dialog.write()
    qtbot.waitUntil(begun.is_set)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.is_writing)
    assert dialog.isVisible()
    assert "Cancelled" in dialog.said
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_what_could_not_be_written_is_said_by_name(desk, make_dialog, qtbot, tmp_path):
    (tmp_path / "file").write_text("")
    dialog = make_dialog()
    dialog.issue()
    dialog.folder.setText(str(tmp_path / "file"))
    dialog.write()
    qtbot.waitUntil(lambda: not dialog.is_writing, timeout=20_000)
    assert dialog.problem.startswith("Zqana Roy: ")


def test_nothing_of_it_is_in_the_console_or_on_the_stage(desk, make_dialog, console, qtbot):
    dialog = make_dialog()
    assert "Zqana" in said_by(dialog) or "Zqana Roy" in texts(dialog, 0)
    dialog.issue()
    dialog.accept()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert "Zq" not in said_by(console)
    assert "Zq" not in repr(desk.stage_picture())


def test_before_the_course_ends_it_says_so_and_ticks_nobody(desk, make_dialog):
    cohort = desk.document.get(Cohort, "winter")
    tomorrow = desk.today() + timedelta(days=1)
    desk.ask(lambda document: changed("edit_cohort", [(cohort, cohort.having(ends_on=tomorrow))]))
    dialog = make_dialog()
    assert dialog.ahead.startswith("The course ends on ")
    assert dialog.table.ticked_people == ()
    dialog.table.setFocus()
    press(Qt.Key.Key_Space)
    assert dialog.table.ticked_people == ("ana",)


def test_who_withdrew_after_it_was_issued_is_said_to_keep_it(desk, make_dialog):
    dialog = make_dialog()
    dialog.issue()
    desk.ask(lambda document: put_in_state(document, ["e_ana"], "withdrawn"))
    assert texts(dialog, 3)[0] == "Has withdrawn; what was issued stands until you take it back."


def test_the_choice_boxes_have_room_for_their_words(make_dialog):
    dialog = make_dialog()
    for box in (dialog.language, dialog.paper):
        texts = [box.itemText(place) for place in range(box.count())]
        assert box.width() >= max(box.fontMetrics().horizontalAdvance(text) for text in texts)
