"""The handout dialog: pages are made on another thread as choices change, and what is seen is what is saved."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from facilitator.content.words import Words
from facilitator.domain.refusal import Refusal, StoreError
from facilitator.handouts.made import MadeHandout, PartOffered
from facilitator.packs.sorts import HandoutOrder
from facilitator.ui.dialogs import handout_dialog
from facilitator.ui.dialogs.handout_choices import (
    HandoutAction,
    OfferedBoards,
    OfferedSessions,
    offered_packs,
)
from facilitator.ui.dialogs.handout_dialog import HandoutDialog
from pages_made import PDF

WORDS = Words("en")
BOARDS = (("web", "The web"), ("board", "The board"))
OFFERED = OfferedBoards(BOARDS)
SESSIONS = OfferedSessions((("s1", "Monday"), ("s2", "Tuesday")), shown="s2")
PARTS = (PartOffered("agenda:s2", "Agenda"), PartOffered("board:web", "The web"), PartOffered("methods", "Methods"))


def made_of(order, **more):
    its = {"title": "Town", "ending": "-en-letter", "pdf": PDF, "numbers": (1, 2, 3), "whole": 3, "offered": PARTS}
    return MadeHandout(**its, taken=order.parts or (), **more)


def make_at_once(order, progress, cancelled):
    return made_of(order)


@pytest.fixture
def write(tmp_path):
    """Writes as the app does, and notes it."""

    def write(made, folder, name):
        write.asked.append((made, folder, name))
        path = folder / (name or "pack.pdf")
        path.write_bytes(made.pdf)
        return (path,)

    write.asked = []
    return write


@pytest.fixture
def open_dialog(qtbot, tmp_path, write):
    def open_(make=make_at_once, language="fr", write=write, boards=OFFERED, **options):
        dialog = HandoutDialog(make, write, tmp_path, language, boards, SESSIONS, WORDS, None, **options)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_


def choose(box, data):
    box.setCurrentIndex(box.findData(data))


@pytest.fixture
def seen(qtbot):
    """Waits until the pages of what is chosen are seen."""

    def wait(dialog):
        qtbot.waitUntil(lambda: not dialog.is_busy and not dialog.shown.preview.image.isNull(), timeout=10_000)
        return dialog.shown.preview

    return wait


def test_the_pages_are_seen_as_soon_as_it_opens(open_dialog, seen):
    threads = []

    def make(order, progress, cancelled):
        threads.append(threading.current_thread())
        return made_of(order)

    preview = seen(open_dialog(make))
    assert preview.said == "Page 1 of 3"
    assert preview.sheet.accessibleName() == "Preview: Page 1 of 3"
    assert preview.sheet.accessibleDescription() == "Town Page 1 of 3 First page"
    assert threads
    assert threading.main_thread() not in threads


def test_the_pack_is_written_as_ordered_and_made_once_only(qtbot, open_dialog, seen, write, tmp_path):
    orders = []

    def make(order, progress, cancelled):
        orders.append(order)
        return made_of(order)

    dialog = open_dialog(make)
    choose(dialog.chosen.paper, "a4")
    seen(dialog)
    dialog.shown.save.click()
    qtbot.waitUntil(lambda: dialog.path is not None)
    assert orders == [HandoutOrder("a4", "fr", "participants", session_id="s2")]
    assert [(made.pdf, folder, name) for made, folder, name in write.asked] == [(PDF, tmp_path, "")]
    assert dialog.said == "✓ Saved as pack.pdf"
    assert dialog.shown.open_folder.isVisible()
    assert dialog.shown.open_file.hasFocus()


def test_another_choice_makes_the_pages_anew_and_breaks_off_the_older_making(qtbot, open_dialog, seen):
    orders, stopped, begun = [], [], threading.Event()

    def make(order, progress, cancelled):
        orders.append(order.language)
        if order.language == "fr":
            begun.set()
            while not cancelled():
                progress(1, 9)
            stopped.append(order.language)
            raise Refusal("handout_cancelled")
        return made_of(order)

    dialog = open_dialog(make)
    qtbot.waitUntil(begun.is_set)
    qtbot.waitUntil(lambda: dialog.shown.preview.progress.maximum() == 9)
    assert dialog.shown.preview.progress.isVisible()
    choose(dialog.chosen.language, "en")
    seen(dialog)
    assert (orders, stopped) == (["fr", "en"], ["fr"])
    assert not dialog.shown.preview.progress.isVisible()
    assert dialog.said == ""


def test_choices_in_quick_succession_are_made_once(qtbot, open_dialog, seen):
    orders = []
    dialog = open_dialog(lambda order, *_: orders.append(order.pages) or made_of(order))
    seen(dialog)
    QTest.keyClicks(dialog.chosen.pages, "2-3", delay=20)  # as somebody types, events between
    seen(dialog)
    assert orders == ["", "2-3"]


def test_what_is_saved_is_what_is_chosen_also_before_it_was_seen(qtbot, open_dialog, write):
    dialog = open_dialog(lambda order, *_: made_of(order, calendar=order.paper.encode()))
    choose(dialog.chosen.paper, "a4")
    dialog.shown.save.click()
    qtbot.waitUntil(lambda: dialog.path is not None)
    assert [made.calendar for made, *_ in write.asked] == [b"a4"]


def test_parts_are_left_out_and_put_elsewhere(qtbot, open_dialog, seen, write):
    dialog = open_dialog()
    seen(dialog)
    parts = dialog.chosen.parts
    assert [parts.list.item(row).text() for row in range(3)] == ["Agenda", "The web", "Methods"]
    assert dialog.chosen.order().parts is None
    parts.list.setFocus()
    QTest.keyClick(parts.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(parts.list, Qt.Key.Key_Down)
    QTest.keyClick(parts.list, Qt.Key.Key_Space)
    seen(dialog)
    dialog.start()
    qtbot.waitUntil(lambda: dialog.path is not None)
    assert write.asked[0][0].taken == ("board:web", "agenda:s2")
    assert dialog.chosen.order().parts == ("board:web", "agenda:s2")


def test_another_pack_begins_with_all_its_parts(qtbot, open_dialog, seen):
    dialog = open_dialog()
    seen(dialog)
    dialog.chosen.parts.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    choose(dialog.chosen.paper, "a4")
    assert dialog.chosen.order().parts == ("board:web", "methods")
    choose(dialog.chosen.pack, "report")
    assert dialog.chosen.order().parts is None


def test_a_page_range_that_is_none_is_said_and_kept(qtbot, open_dialog, seen):
    def make(order, progress, cancelled):
        if order.pages:
            raise StoreError("page_range", asked=order.pages)
        return made_of(order)

    dialog = open_dialog(make)
    seen(dialog)
    dialog.chosen.pages.setText("two")
    qtbot.waitUntil(lambda: dialog.said != "")
    assert dialog.said == WORDS("refusals.page_range", asked="two")
    assert dialog.chosen.pages.text() == "two"
    assert dialog.shown.preview.image.isNull()
    shown = dialog.shown
    assert [each.isEnabled() for each in (shown.save, shown.other, shown.print)] == [False] * 3
    dialog.chosen.pages.setText("")
    assert [each.isEnabled() for each in (shown.save, shown.other, shown.print)] == [True] * 3


@pytest.mark.parametrize("place", ["pack", "pages", "parts", "page"])
def test_keys_turn_the_pages_wherever_the_focus_is(qtbot, open_dialog, seen, place):
    dialog = open_dialog()
    preview = seen(dialog)
    qtbot.waitActive(dialog)
    places = {"parts": dialog.chosen.parts.list, "page": preview.sheet}
    focus = places.get(place) or getattr(dialog.chosen, place)
    focus.setFocus()
    QTest.keyClick(focus, Qt.Key.Key_PageDown)
    assert preview.said == "Page 2 of 3"
    QTest.keyClick(focus, Qt.Key.Key_PageUp)
    assert preview.said == "Page 1 of 3"
    assert dialog.chosen.order().pack == "participants"


def test_an_action_leads_elsewhere_and_the_pages_are_made_anew(qtbot, open_dialog, seen):
    orders, asked = [], []
    action = HandoutAction(
        "Twins…", lambda order, parent: asked.append((order.language, parent)), lambda order: f"2 in {order.language}"
    )
    quiet = HandoutAction("Quiet", lambda *_: None, only_when_told=True)
    dialog = open_dialog(lambda order, *_: orders.append(order) or made_of(order), actions=(action, quiet))
    seen(dialog)
    button, other = dialog.shown.actions
    assert (button.accessibleDescription(), other.isVisible()) == ("2 in fr", False)
    button.click()
    assert asked == [("fr", dialog)]
    qtbot.waitUntil(lambda: len(orders) == 2)


def test_maps_that_are_still_drafts_are_named_instead_of_a_promise(open_dialog):
    def drafts(order):
        pack, board_id = order.pack, order.board_id
        return ["The web"] if pack == "participants" and board_id in (None, "web") else []

    dialog = open_dialog(boards=OfferedBoards(BOARDS, drafts=drafts))
    told = WORDS("console.about_participants_drafts", count=1, names="The web")
    assert dialog.about == dialog.chosen.pack.accessibleDescription() == told
    assert "private" not in told
    dialog.chosen.board.setCurrentIndex(2)
    assert dialog.about == WORDS("console.about_participants")
    dialog.chosen.board.setCurrentIndex(1)
    assert dialog.about == told
    choose(dialog.chosen.pack, "report")
    assert dialog.about == WORDS("console.about_report")


def test_the_private_pack_is_marked_before_it_is_made(open_dialog):
    dialog = open_dialog()
    pack, marked = dialog.chosen.pack, {}
    for place in range(pack.count()):
        pack.setCurrentIndex(place)
        marked[pack.currentData()] = dialog.is_marked_private
        signs = {"report": "console.pack_is_private", "script": "handouts.script_is_private"}
        told = WORDS(signs.get(pack.currentData(), f"console.about_{pack.currentData()}"))
        assert pack.accessibleDescription() == told
    assert [each for each, is_marked in marked.items() if is_marked] == ["report", "script"]


def test_private_pages_are_not_shown_while_what_is_private_is_hidden(qtbot, open_dialog, seen):
    dialog = open_dialog(hides_private=lambda: True)
    preview = seen(dialog)
    choose(dialog.chosen.pack, "report")
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert preview.image.isNull()
    assert preview.said == preview.sheet.accessibleName() == WORDS("handouts.preview_hidden")
    assert preview.sheet.accessibleDescription() == ""
    preview.turn(1)
    assert preview.image.isNull()
    dialog.start()
    qtbot.waitUntil(lambda: dialog.path is not None)


def test_people_in_certificates_are_not_shown_while_what_is_private_is_hidden(qtbot, open_dialog, seen):
    hidden = [True]
    dialog = open_dialog(hides_private=lambda: hidden[0])
    preview = seen(dialog)
    choose(dialog.chosen.pack, "certificate")
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert preview.image.isNull()
    rows = [dialog.chosen.parts.list.item(place) for place in range(dialog.chosen.parts.list.count())]
    assert [row.text() for row in rows] == [WORDS("handouts.part_hidden", number=n) for n in range(1, len(rows) + 1)]
    assert [row.toolTip() for row in rows] == [row.text() for row in rows] != []
    hidden[0] = False
    dialog.renew()
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert "hidden" not in "".join(row.text() + row.toolTip() for row in rows)


def test_what_an_action_refuses_is_said_in_the_dialog(qtbot, open_dialog):
    def refuse(order, parent):
        raise Refusal("leftovers_hidden")

    dialog = open_dialog(actions=[HandoutAction("Look", refuse)])
    qtbot.waitUntil(lambda: not dialog.is_busy)
    dialog.shown.actions[0].click()
    assert dialog.said == WORDS("refusals.leftovers_hidden")


def test_all_that_was_written_is_named(qtbot, open_dialog, tmp_path):
    dialog = open_dialog(write=lambda made, folder, name: (tmp_path / "town-value.pdf", tmp_path / "town-value.ics"))
    dialog.start()
    qtbot.waitUntil(lambda: dialog.path is not None)
    assert dialog.said == WORDS("console.handout_saved", name="town-value.pdf and town-value.ics")


def test_folder_and_file_are_opened(qtbot, open_dialog, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    dialog = open_dialog()
    dialog.shown.save.click()
    qtbot.waitUntil(lambda: dialog.path is not None)
    dialog.shown.open_folder.click()
    dialog.shown.open_file.click()
    assert opened == [str(tmp_path), str(tmp_path / "pack.pdf")]
    choose(dialog.chosen.paper, "a4")
    assert not dialog.shown.open_file.isVisible()
    assert dialog.said == ""


@pytest.mark.parametrize("how", ["click", "escape", "close"])
def test_cancel_stops_the_work(qtbot, open_dialog, how):
    begun, stopped = threading.Event(), []

    def make(order, progress, cancelled):
        begun.set()
        while not cancelled():
            progress(0, 3)
        stopped.append(True)
        raise Refusal("handout_cancelled")

    dialog = open_dialog(make)
    dialog.start()
    qtbot.waitUntil(begun.is_set)
    ends = {"click": dialog.shown.end.click, "close": dialog.close}
    ends.get(how, lambda: QTest.keyClick(dialog, Qt.Key.Key_Escape))()
    assert stopped == [True]
    assert not dialog.isVisible()
    assert dialog.path is None


def test_a_file_that_cannot_be_written_is_said_and_another_name_keeps_all_choices(
    qtbot, open_dialog, seen, write, tmp_path, monkeypatch
):
    other = tmp_path / "elsewhere"
    other.mkdir()
    orders = []

    def full(made, folder, name):
        if folder != other:
            raise StoreError("output_unwritable", path="pack.pdf", why="No space left on device")
        return write(made, folder, name)

    dialog = open_dialog(lambda order, *_: orders.append(order) or made_of(order), write=full)
    dialog.chosen.pages.setText("1-2")
    choose(dialog.chosen.paper, "a4")
    seen(dialog)
    dialog.start()
    qtbot.waitUntil(lambda: "No space left" in dialog.said)
    assert dialog.said == WORDS("refusals.output_unwritable", path="pack.pdf", why="No space left on device")
    assert dialog.shown.other.hasFocus()
    assert not dialog.shown.preview.image.isNull()
    monkeypatch.setattr(handout_dialog, "file_to_save", lambda *_: other / "mine.pdf")
    dialog.shown.other.click()
    qtbot.waitUntil(lambda: dialog.path is not None)
    assert dialog.path == other / "mine.pdf"
    assert dialog.shown.folder.text() == str(other)
    assert [(each.pages, each.paper) for each in orders] == [("1-2", "a4")]


def test_another_name_that_is_not_given_changes_nothing(qtbot, open_dialog, seen, write, monkeypatch):
    monkeypatch.setattr(handout_dialog, "file_to_save", lambda *_: None)
    dialog = open_dialog()
    seen(dialog)
    dialog.shown.other.click()
    assert (write.asked, dialog.path) == ([], None)
    assert dialog.shown.save.isEnabled()


def test_an_unforeseen_error_is_said_calmly_and_passed_on(qtbot, open_dialog):
    error = ZeroDivisionError("Dana")

    def make(order, progress, cancelled):
        raise error

    dialog = open_dialog(make)
    passed = []
    dialog.unforeseen.connect(passed.append)
    qtbot.waitUntil(lambda: passed != [])
    assert passed == [error]
    assert dialog.said == WORDS("console.handout_failed")


def test_it_begins_with_the_engagements_language(open_dialog):
    assert open_dialog(language="fr").chosen.language.currentData() == "fr"
    assert open_dialog(language="en").chosen.language.currentData() == "en"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("place", ["pack", "session", "paper", "language", "pages", "parts", "folder", "save", "page"])
def test_enter_saves_wherever_the_focus_is(qtbot, open_dialog, seen, key, place):
    dialog = open_dialog()
    preview = seen(dialog)
    places = {"folder": dialog.shown.folder, "save": dialog.shown.save, "page": preview.sheet}
    places["parts"] = dialog.chosen.parts.list
    QTest.keyClick(places.get(place) or getattr(dialog.chosen, place), key)
    qtbot.waitUntil(lambda: dialog.path is not None)
    assert dialog.isVisible()


def test_enter_presses_the_button_or_the_tick_that_has_the_focus(open_dialog, seen, write):
    dialog = open_dialog()
    preview, parts = seen(dialog), dialog.chosen.parts
    pressed = []
    parts.list.setCurrentRow(0)
    for each in (parts.down, preview.after, preview.wide, dialog.chosen.anonymous):
        each.clicked.connect(lambda *its, each=each: pressed.append(each))
        each.setFocus()
        QTest.keyClick(each, Qt.Key.Key_Return)
        assert pressed[-1:] == [each]
    assert preview.wide.isChecked()
    assert dialog.chosen.anonymous.isChecked()
    assert write.asked == []


def test_what_can_not_be_opened_is_said(qtbot, open_dialog, monkeypatch):
    dialog = open_dialog()
    dialog.start()
    qtbot.waitUntil(lambda: dialog.path is not None)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    dialog.shown.open_file.click()
    assert dialog.said == WORDS("refusals.not_opened", path=dialog.path)


def test_without_names_nothing_is_said_of_drafts_with_names(open_dialog):
    dialog = open_dialog(boards=OfferedBoards(drafts=lambda order: ["The map"]))
    assert "with every name" in dialog.about
    dialog.chosen.anonymous.click()
    assert "with every name" not in dialog.about


def test_a_button_for_some_packs_stands_with_these_only(open_dialog):
    action = HandoutAction("For each", lambda *its: None, offered=lambda order: order.pack == "participants")
    dialog = open_dialog(actions=[action])
    assert not dialog.shown.actions[0].isHidden()
    dialog.chosen.pack.setCurrentIndex(dialog.chosen.pack.findData("report"))
    assert dialog.shown.actions[0].isHidden()


def test_a_second_enter_does_not_stop_what_the_first_began(qtbot, open_dialog):
    goes_on, asked = threading.Event(), []

    def make(order, progress, cancelled):
        asked.append(goes_on.wait(5))
        asked.append(cancelled())
        return made_of(order)

    dialog = open_dialog(make)
    QTest.keyClick(dialog.shown.save, Qt.Key.Key_Return)
    QTest.keyClick(dialog.shown.end, Qt.Key.Key_Return)  # where the focus goes when the main button rests
    goes_on.set()
    qtbot.waitUntil(lambda: dialog.path is not None)
    assert asked == [True, False]


def test_enter_on_cancel_saves_nothing(open_dialog, write):
    dialog = open_dialog()
    dialog.shown.end.setFocus()
    QTest.keyClick(dialog.shown.end, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert write.asked == []


def test_the_list_of_packs_shows_all_of_them(open_dialog):
    pack = open_dialog().chosen.pack
    pack.showPopup()
    rows = [pack.view().visualRect(pack.model().index(row, 0)) for row in range(pack.count())]
    assert len(rows) == len(offered_packs()) > 3
    assert all(pack.view().viewport().rect().contains(row) for row in rows)
    pack.hidePopup()


def test_a_home_that_nobody_has_is_said_in_a_sentence(open_dialog):
    dialog = open_dialog()
    dialog.shown.folder.setText("~nobody_at_all/packs")
    dialog.start()
    assert dialog.said == WORDS("refusals.home_unknown", path="~nobody_at_all/packs")
    assert dialog.shown.save.isEnabled()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_fits_a_small_screen(qtbot, tmp_path, language):
    words = Words(language)
    dialog = HandoutDialog(
        make_at_once, lambda *_: (), tmp_path, language, OfferedBoards(BOARDS), SESSIONS, words, None
    )
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.size().width() <= 1272
    assert dialog.size().height() <= 680
    row = (dialog.shown.end, dialog.shown.print, dialog.shown.other, dialog.shown.save)
    assert all(each.width() >= each.sizeHint().width() for each in row)
