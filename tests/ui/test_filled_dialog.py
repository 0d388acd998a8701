"""What people filled in is looked at, chosen with keys or the mouse, and taken as one step."""

import pikepdf
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from boards.test_filled_forms import paper
from facilitator import catalogue
from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.boards.filled_forms import Pick
from facilitator.boards.stakeholder_web.model import Web
from facilitator.catalogue import RECORD_TYPES
from facilitator.domain.change import Change, Swap
from facilitator.domain.engagement import Board, Engagement, Person, Segment, Session
from facilitator.domain.participation import OneToOne
from facilitator.exchange.reading import SIZE_LIMIT
from facilitator.ui.desk import Kinds
from facilitator.ui.dialogs import filled_dialog
from facilitator.ui.dialogs.filled_rows import ITEM, NOTE, SAID
from facilitator.ui.plain_label import PlainLabel
from ui.test_accessible import nameless

RECORDS = (
    Engagement(id="engagement", title="Permits"),
    Board(id="c", number=1, kind="checklist", title="Checklist"),
    Board(id="web", number=2, kind="stakeholder_web", title="Web"),
    Web(id="web", project="Permits"),
    ChecklistEntry(id="c.v2", board_id="c", item="v2", owner="Council", evidence="Minutes"),
)
ZOE = {
    "about.name": "Zoë <b>N</b>",
    "v1.done": "1",
    "v1.owner": "Clerk",
    "v2.owner": "Records",
    "v2.comment": "Photos\rtwo lines",
    "v3.due": "soon",
    "own.will": "Leave",
}
IDRIS = {"about.name": "Idris", "v1.owner": "Council", "v3.owner": "« œuvre – été € »"}


@pytest.fixture
def desk(make_desk, request):
    language = getattr(request, "param", "en")
    return make_desk(*RECORDS, language=language, kinds=Kinds(catalogue.kind_of, (), None), types=RECORD_TYPES)


@pytest.fixture
def files(tmp_path):
    """Writes files of these answers, by name."""

    def write(**people):
        for name, answers in people.items():
            (tmp_path / f"{name}.pdf").write_bytes(paper(answers))
        return [tmp_path / f"{name}.pdf" for name in people]

    return write


@pytest.fixture
def bring(console, qtbot):
    """Drops files on the console and gives the dialog once it has read them."""

    def drop(paths):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(5, 5), copy, data, button, none)
        QApplication.sendEvent(console, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(console, QDropEvent(QPointF(5, 5), copy, data, button, none))
        dialog = console.work.importing.filled.dialog
        if dialog:
            qtbot.waitUntil(lambda: not dialog.is_reading)
        return dialog

    yield drop
    if console.work.importing.filled.dialog:
        console.work.importing.filled.dialog.close()


def entries(desk):
    return {each.item: each for each in desk.document.every(ChecklistEntry)}


def tick(dialog, pick):
    dialog.tree.go_to(pick)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Space)


def write(dialog, text, end=Qt.Key.Key_Return):
    """Writes into the line that is open, and ends it with a key."""
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, text)
    QTest.keyClick(line, end)


def heads(dialog):
    return [row[0] for row in dialog.tree.texts if not any(row[1:])]


def test_each_person_has_a_branch_with_what_is_new_beside_what_the_board_says(bring, files):
    dialog = bring(files(a=ZOE, b=IDRIS))
    assert heads(dialog) == ["Zoë <b>N</b> · a.pdf — 5 answers", "Idris · b.pdf — 2 answers"]
    rows = [(row[0][:2], *row[1:4]) for row in dialog.tree.texts if any(row[1:])]
    assert rows == [
        ("v1", "In place", "not ticked", "ticked"),
        ("", "Owner", "blank", "Clerk"),  # the item stands there once
        ("v2", "Owner", "Council", "Records"),
        ("", "Comment, evidence", "Minutes", "Photos\ntwo lines"),
        ("v3", "By when", "blank", "soon"),
        ("v1", "Owner", "blank", "Council"),
        ("v3", "Owner", "blank", "« œuvre – été € »"),
    ]
    assert "Leave" not in str(dialog.tree.texts)  # what somebody keeps for themselves is not even shown


def test_what_takes_nothing_away_is_ticked_and_what_needs_a_look_says_why(bring, files):
    dialog = bring(files(a=ZOE, b=IDRIS))
    assert dialog.tree.picks == {Pick(0, "v1.done"), Pick(1, "v3.owner")}  # no comment: everybody will read it
    notes = {row[1:4:2]: row[NOTE] for row in dialog.tree.texts if any(row[1:])}
    apart = "Not all say the same: Zoë <b>N</b>: Clerk · Idris: Council"
    assert notes["Owner", "Clerk"] == notes["Owner", "Council"] == apart
    assert notes["Owner", "Records"] == "Changed on the board since the file was sent out"
    assert notes["Comment, evidence", "Photos\ntwo lines"] == "Goes below what is there"
    assert notes["By when", "soon"].startswith("Can’t be taken. “soon” is not a date")
    assert notes["In place", "ticked"] == ""
    assert dialog.take_button.text().strip() == "Take 2 answers"


def test_enter_takes_what_is_ticked_as_one_step(bring, files, desk):
    dialog = bring(files(a=ZOE, b=IDRIS))
    before = entries(desk)
    tick(dialog, Pick(0, "v2.comment"))
    dialog.signed.click()
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    found = entries(desk)
    assert found["v1"].status == "done"
    assert (found["v2"].owner, found["v2"].evidence) == ("Council", "Minutes\nZoë <b>N</b>: Photos\ntwo lines")
    assert found["v3"].owner == "« œuvre – été € »"
    assert desk.journal.undo_label == "take_answers"
    desk.undo()
    assert entries(desk) == before


def test_of_two_owners_only_one_stays_ticked(bring, files, desk):
    dialog = bring(files(a={"v1.owner": "Clerk"}, b={"v1.owner": "Council"}))
    assert dialog.tree.picks == frozenset()
    assert not dialog.take_button.isEnabled()
    for expected in (Pick(0, "v1.owner"), Pick(1, "v1.owner")):
        QTest.keyClick(dialog.tree, Qt.Key.Key_Down)
        QTest.keyClick(dialog.tree, Qt.Key.Key_Space)
        QTest.keyClick(dialog.tree, Qt.Key.Key_Down)
        assert dialog.tree.picks == {expected}
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert entries(desk)["v1"].owner == "Council"


def test_a_date_that_cannot_be_read_is_mended_in_its_line(bring, files, desk, qtbot):
    dialog = bring(files(a={"v1.due": "05/06/2027", "v2.owner": "Records"}))
    dialog.tree.go_to(Pick(0, "v1.due"))
    QTest.keyClick(dialog.tree, Qt.Key.Key_F2)
    assert QApplication.focusWidget().text() == "05/06/2027"
    with qtbot.waitSignal(dialog.tree.mended):
        write(dialog, "soon")
    qtbot.waitUntil(lambda: "soon" in str(dialog.tree.texts))
    assert dialog.isVisible()  # Enter ended the line and took nothing
    row = dialog.tree.currentItem()
    assert row.text(NOTE).endswith("Filled in: “05/06/2027”")
    assert dialog.tree.picks == frozenset()
    spot = QPoint(dialog.tree.columnViewportPosition(SAID) + 20, dialog.tree.visualItemRect(row).center().y())
    QTest.mouseClick(dialog.tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(dialog.tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    write(dialog, "1 June 2027")
    qtbot.waitUntil(lambda: dialog.tree.picks == {Pick(0, "v1.due")})
    assert dialog.tree.currentItem().text(SAID) == "1 June 2027 → 2027-06-01"
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert entries(desk)["v1"].due.isoformat() == "2027-06-01"


def test_escape_leaves_a_line_as_it_was_and_the_window_open(bring, files):
    dialog = bring(files(a=ZOE))
    before = dialog.tree.texts
    dialog.tree.go_to(Pick(0, "v1.owner"))
    QTest.keyClick(dialog.tree, Qt.Key.Key_F2)
    write(dialog, "Nobody", Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.tree.texts == before


@pytest.mark.parametrize("field", ["v1.done", "v2.comment"])
def test_ticks_and_comments_have_no_line_to_write_in(bring, files, field):
    dialog = bring(files(a=ZOE))
    dialog.tree.go_to(Pick(0, field))
    QTest.keyClick(dialog.tree, Qt.Key.Key_F2)
    assert dialog.tree.findChildren(QLineEdit) == []


@pytest.mark.parametrize("desk", ["en", "fr"], indirect=True)
def test_it_says_who_reads_comments_and_whether_with_the_name(bring, files, desk):
    dialog = bring(files(a=ZOE))
    shown = {each.text() for each in dialog.findChildren(PlainLabel)}
    assert desk.words("filled.comments") in shown
    assert not dialog.signed.isChecked()
    dialog.signed.click()
    assert desk.words("filled.comments_signed") in {each.text() for each in dialog.findChildren(PlainLabel)}


def test_what_was_left_is_said_afterwards(bring, files, console):
    dialog = bring(files(a=ZOE, b=IDRIS))
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert console.panel.capture.message == (
        "2 answers were taken. 5 are left: v1 Owner, v2 Owner, v2 Comment, evidence, v3 By when."
        " Bring the files again to take more."  # no names: it stays there when what is private is hidden
    )


def test_a_file_of_another_board_is_told_without_words_of_the_command_line(bring, tmp_path):
    (tmp_path / "other.pdf").write_bytes(paper(IDRIS, board="elsewhere"))
    (told,) = heads(bring([tmp_path / "other.pdf"]))
    assert "“elsewhere”" in told
    assert "--board" not in told


def test_space_on_a_person_ticks_all_and_then_none(bring, files):
    dialog = bring(files(a=ZOE))
    QTest.keyClick(dialog.tree, Qt.Key.Key_Space)
    assert {pick.answer_id for pick in dialog.tree.picks} == {"v1.done", "v1.owner", "v2.owner"}  # comments one by one
    QTest.keyClick(dialog.tree, Qt.Key.Key_Space)
    assert dialog.tree.picks == frozenset()


def test_a_click_on_a_box_ticks_its_line(bring, files):
    dialog = bring(files(a={"v2.owner": "Clerk"}))
    place = dialog.tree.visualItemRect(dialog.tree.topLevelItem(0).child(0))
    QTest.mouseClick(
        dialog.tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.left() + 8, place.center().y())
    )
    assert dialog.tree.picks == {Pick(0, "v2.owner")}


def test_what_cannot_be_read_says_why_with_its_name_and_the_others_come_in(bring, files, tmp_path):
    good, scripts, locked = files(good=IDRIS, scripts=IDRIS, locked=IDRIS)
    with pikepdf.open(scripts, allow_overwriting_input=True) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("x"))
        pdf.save(scripts)
    with pikepdf.open(locked, allow_overwriting_input=True) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(user="u", owner="o"))
    (tmp_path / "damaged.pdf").write_bytes(b"%PDF-1.7 and nothing")
    (tmp_path / "huge.pdf").write_bytes(b"%PDF-1.7".ljust(SIZE_LIMIT + 1))
    (tmp_path / "other.pdf").write_bytes(paper(IDRIS, board="elsewhere"))
    (tmp_path / "newer.pdf").write_bytes(paper(IDRIS, version="99"))
    (tmp_path / "notes.txt").write_text("Clerk")
    bad = ["scripts.pdf", "locked.pdf", "damaged.pdf", "huge.pdf", "other.pdf", "newer.pdf", "notes.txt", "gone.pdf"]
    dialog = bring([tmp_path / name for name in [*bad, good.name]])
    told = heads(dialog)
    assert told[0] == "Idris · good.pdf — 2 answers"
    assert [line.split(": ")[0] for line in told[1:]] == bad
    reasons = ("scripts", "password", "damaged", "MB", "elsewhere", "version", "of ours", "it is not there")
    assert [reason for reason, line in zip(reasons, told[1:], strict=True) if reason not in line] == []
    assert dialog.tree.picks == {Pick(0, "v1.owner"), Pick(0, "v3.owner")}


def test_nothing_of_an_engagement_of_another_title_is_ticked_and_it_says_so(bring, tmp_path):
    (tmp_path / "a.pdf").write_bytes(paper(IDRIS, title="Another client"))
    dialog = bring([tmp_path / "a.pdf"])
    assert heads(dialog)[0].endswith("look at each line before you take it")
    assert dialog.tree.picks == frozenset()
    assert len(dialog.tree.known) == 2


def test_a_folder_may_be_dropped_and_more_files_added_later(bring, files, tmp_path, qtbot, monkeypatch):
    files(a=ZOE, b={"v4.owner": "Clerk"})
    (tmp_path / "notes.txt").write_text("x")
    dialog = bring([tmp_path])
    QTest.keyClick(dialog.tree, Qt.Key.Key_Space)  # all of Zoë's
    chosen = dialog.tree.picks
    more = files(b={"v4.owner": "Clerk"}, c={"v5.owner": "Clerk"})
    monkeypatch.setattr(filled_dialog, "files_to_open", lambda *_: more)
    QTest.keyClick(dialog.tree, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not dialog.is_reading)
    assert len(heads(dialog)) == 3  # b.pdf is there already
    assert dialog.tree.picks == chosen | {Pick(2, "v5.owner")}


def test_reading_can_be_stopped_and_what_was_read_stays(bring, files, console):
    paths = files(**{f"p{number:02}": {f"v{number}.owner": "Clerk"} for number in range(1, 10)})
    filled = console.work.importing.filled
    filled.open_files(paths)
    dialog = filled.dialog
    assert dialog.is_reading
    assert dialog.stop_button.isVisible()
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)  # nothing is taken while files are still being read
    assert dialog.isVisible()
    QTest.mouseClick(dialog.stop_button, Qt.MouseButton.LeftButton)
    assert not dialog.is_reading
    assert dialog.problem == "9 files were not read."
    bring(paths)  # once more
    assert len(heads(dialog)) == 9


def test_it_closes_while_it_reads_and_nothing_is_changed(console, files, desk):
    filled = console.work.importing.filled
    filled.open_files(files(a=ZOE, b=IDRIS))
    QTest.keyClick(filled.dialog, Qt.Key.Key_Escape)
    assert not filled.dialog.isVisible()
    assert set(entries(desk)) == {"v2"}


def test_what_changed_while_it_was_looked_at_is_not_lost(bring, files, desk):
    dialog = bring(files(a=ZOE))
    tick(dialog, Pick(0, "v2.comment"))
    kind = desk.kind("c")
    desk.ask(lambda document: kind.set_field(document, "c.v2", "evidence", "Minutes\nOf the council"))
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert entries(desk)["v2"].evidence == "Minutes\nOf the council\nPhotos\ntwo lines"


def test_a_step_that_is_refused_is_said_in_the_dialog_and_nothing_is_lost(bring, files, desk):
    dialog = bring(files(a={"v1.comment": "x" * 6000}, b={"v1.comment": "y" * 6000}))
    tick(dialog, Pick(0, "v1.comment"))
    tick(dialog, Pick(1, "v1.comment"))
    assert len(dialog.tree.picks) == 2
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "10,000" in dialog.problem or "10000" in dialog.problem
    assert len(dialog.tree.picks) == 2


def test_names_stay_out_of_sight_while_what_is_private_is_hidden(bring, files, console):
    console.work.hide_private(True)
    assert bring(files(a=ZOE)) is None
    assert console.panel.capture.message.startswith("Names are hidden")


def test_no_name_stands_in_a_title_or_goes_to_the_clipboard(bring, files):
    QApplication.clipboard().setText("before")
    dialog = bring(files(a=ZOE))
    QTest.keyClick(dialog.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "before"
    assert "Zoë" not in dialog.windowTitle()


def test_the_menu_and_the_import_dialog_lead_to_it(console, files, monkeypatch, qtbot):
    paths = files(a=ZOE)
    monkeypatch.setattr(filled_dialog, "files_to_open", lambda *_: paths)
    console.work.open("c")
    QTest.keyClick(console.panel.canvas, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    filled = console.work.importing.filled
    qtbot.waitUntil(lambda: bool(filled.dialog and filled.dialog.tree.texts))
    with qtbot.waitActive(console):
        filled.dialog.close()
        console.activateWindow()
    console.work.open("web")
    QTest.keyClick(console.panel.canvas, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    importing = console.work.importing.dialog
    assert importing.isVisible()
    importing.open_files(paths)
    assert not importing.isVisible()
    qtbot.waitUntil(lambda: bool(filled.dialog.isVisible() and filled.dialog.tree.texts))
    filled.dialog.close()


def test_what_waits_to_be_taken_is_told_before_the_console_closes(bring, files, console):
    dialog = bring(files(a=ZOE))
    assert console.work.importing.pending() == ["what was filled in"]
    dialog.close()
    assert console.work.importing.pending() == []


@pytest.mark.parametrize("desk", ["en", "fr"], indirect=True)
def test_everything_has_a_name_and_a_line_is_read_aloud_whole(bring, files, desk):
    dialog = bring(files(a=ZOE))
    assert nameless(dialog) == []
    row = dialog.tree.topLevelItem(0).child(1)
    assert row.text(ITEM) == ""  # the row above has it
    aloud = row.data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert [text for text in ("v1", "Clerk", desk.words("filled.head_said")) if text not in aloud] == []


def test_what_goes_to_somebodys_own_board_is_shown_and_counted_without_a_name(desk, console, bring, files):
    own = (
        Person(id="idris", name="Idris"),
        Board(id="own", number=3, kind="checklist", title="Laval – Checklist"),
        Session(id="s", number=1, title="1:1"),
        OneToOne(id="s", person_id="idris"),
        Segment(id="g", session_id="s", number=1, minutes=9, title="List", board_id="own"),
    )
    desk.ask(lambda document: Change("x", tuple(Swap(None, each) for each in own)))
    dialog = bring(files(b=IDRIS))
    assert heads(dialog) == ["Idris · b.pdf · Laval – Checklist — 2 answers"]
    dialog.take()
    assert {each.board_id for each in desk.document.every(ChecklistEntry) if each.item == "v1"} == {"own"}
    assert console.panel.capture.message.endswith("1 file went to a board of somebody’s own.")
