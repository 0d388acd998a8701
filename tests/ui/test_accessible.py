"""Everything that can take the focus has a name, every text can be read, and the window fits a small screen."""

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

from box_board import new_board, records, secrets
from engagements import founding
from facilitator.boards.described import ItemGroup
from facilitator.boards.stakeholder_web.kind import KIND as WEB
from facilitator.content.theme import contrast
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.refusal import Refusal
from facilitator.templates import house_templates
from facilitator.ui import style
from facilitator.ui.console.ballot_work import open_ballot
from facilitator.ui.console.console_window import ConsoleWindow
from facilitator.ui.console.offer_work import pick_from_offers
from facilitator.ui.desk import Kinds
from facilitator.ui.dialogs.duplicates_dialog import DuplicatesDialog
from facilitator.ui.dialogs.export_dialog import ExportDialog
from facilitator.ui.dialogs.export_order import ExportFormat
from facilitator.ui.dialogs.handout_choices import OfferedBoards, OfferedSessions
from facilitator.ui.dialogs.handout_dialog import HandoutDialog
from facilitator.ui.dialogs.help_sheet import HelpSheet
from facilitator.ui.dialogs.import_dialog import ImportDialog
from facilitator.ui.stage.stage_window import SIZES, StageWindow
from facilitator.ui.welcome.welcome_window import WelcomeWindow
from full_board import FULL, TYPES


@pytest.fixture(params=["en", "fr"])
def console_in_language(request, qtbot, make_desk, clock):
    window = ConsoleWindow(make_desk(*records(), *secrets(), language=request.param), clock)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    return window


def nameless(window):
    """The focusable widgets that a screen reader would have no name for."""
    found = []
    for widget in (window, *window.findChildren(QWidget)):
        viewport = isinstance(widget.parent(), QAbstractScrollArea)  # named through what it belongs to
        internal = viewport or widget.objectName().startswith("qt_") or type(widget).__name__ == "QScrollBar"
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or internal or not widget.isVisibleTo(window):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()} in {widget.parent()}")
    return found


def test_the_console_names_everything(console_in_language):
    for picked in ([], ["b1"], ["b1", "b2"]):
        console_in_language.panel.canvas.pick(picked)
        assert nameless(console_in_language) == []
    console_in_language.panel.canvas.begin_rename("b1")
    assert nameless(console_in_language) == []
    console_in_language.panel.canvas.finish_rename()
    console_in_language.outline.begin_rename("b1")
    assert nameless(console_in_language) == []
    console_in_language.outline.finish_rename()
    console_in_language.panel.show_centre(console_in_language.table)
    for key in ("name", "mood", "note"):
        console_in_language.table.view.go_to("b1", key)
        console_in_language.table.view.begin_edit()
        assert nameless(console_in_language) == []


def import_dialog(words):
    document = Document().after(founding())
    dialog = ImportDialog(WEB, "web", (ItemGroup("internal", "x"),), "", lambda: document, lambda _: True, words, None)
    dialog.open_text("Name\tInfluence\nClerk\t9\n")
    return dialog


def test_dialogs_and_the_other_windows_name_everything(qtbot, console_in_language):
    console = console_in_language
    words = console.desk.words
    console.work.paste("Library\nSchool")
    formats = (ExportFormat("pdf", ".pdf", True),)

    def nothing(*_):
        raise Refusal("handout_cancelled")

    windows = [
        console.work.capturing.preview,
        import_dialog(words),
        console.live.templates.open_library(),
        ExportDialog(formats, lambda order: (), lambda its, *marks: Path(f"x{its.suffix}"), words, console),
        DuplicatesDialog(lambda: (), lambda *_: True, lambda _: None, lambda: True, words, console),
        HelpSheet(words, console),
        HandoutDialog(nothing, nothing, Path("/tmp"), "en", OfferedBoards(), OfferedSessions(), words, console),
        WelcomeWindow(house_templates, [Path("town.facilitator")], Path("/tmp"), words),
        StageWindow(console.desk.stage_picture(), SIZES[0]),
    ]
    for window in windows:
        assert nameless(window) == [], type(window).__name__
        window.hide()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_only_some_kinds_have_is_named_and_fits_too(qtbot, make_desk, clock, language):
    desk = make_desk(
        *records(), *secrets(), language=language, kinds=Kinds(lambda kind_id: FULL, (), new_board), types=TYPES
    )
    console = ConsoleWindow(desk, clock)
    qtbot.addWidget(console)
    console.resize(1280, 720)
    console.show()
    console.work.pick(["b1"])
    desk.ask(lambda document: FULL.put_entry(document, "b1", "readings", "", {"read_on": "2027-01-14"}, desk.words))
    desk.ask(lambda document: FULL.give_dots(document, "one", "Dana", {"b1": 1}))
    assert nameless(console) == []
    for window in (pick_from_offers(desk, console.work), console.work.entries.add(), open_ballot(desk, console.work)):
        assert nameless(window) == [], type(window).__name__
        assert window.minimumSizeHint().width() <= 1000
        assert window.minimumSizeHint().height() <= 640
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in window.findChildren(QLabel))
        window.hide()
    console.panel.show_centre(console.table)
    assert console.table.groups.isVisible()
    assert nameless(console) == []
    assert console.minimumSizeHint().width() <= 1280
    assert console.minimumSizeHint().height() <= 680


def test_the_chat_tray_and_its_preview_are_named_and_fit(console_in_language):
    console = console_in_language
    console.live.chatting.open("Library: one\nSchool: two\n")
    preview = console.live.chatting.preview
    assert preview.shape.isVisible()
    assert nameless(preview) == []
    assert preview.minimumSizeHint().width() <= 1000
    assert preview.minimumSizeHint().height() <= 640
    preview.put()
    console.lists.go_to_chat()
    console.live.chat.begin_edit()
    assert console.live.chat.list.count() == 2
    assert nameless(console) == []
    assert console.minimumSizeHint().width() <= 1280
    assert console.minimumSizeHint().height() <= 680
    for part in (console, preview):
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in part.findChildren(QLabel))


def test_the_clock_and_its_dialogs_are_named_and_fit(console_in_language):
    console = console_in_language
    console.live.timing.start("g1")
    assert nameless(console) == []
    live = console.live
    windows = [live.timing.replan(), live.timing.edit("g2"), live.timing.add("g2"), live.sessions.new_session()]
    windows += [live.sessions.edit_session("session_1"), live.sessions.open_sessions()]
    windows.append(live.sessions.name_program())
    live.methods.turn()
    windows.append(live.methods)
    for window in windows:
        assert nameless(window) == [], type(window).__name__
        assert window.minimumSizeHint().width() <= 1000
        assert window.minimumSizeHint().height() <= 640
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in window.findChildren(QLabel))
        window.hide()
    assert console.minimumSizeHint().width() <= 1280
    assert console.minimumSizeHint().height() <= 680


def test_labels_show_literal_text(console_in_language):
    console_in_language.panel.canvas.pick(["b1"])
    for label in console_in_language.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()


def test_it_fits_a_small_screen_even_while_held(console_in_language):
    console = console_in_language
    console.looking.to_stage()
    console.hold()
    console.panel.canvas.pick(["b1"])
    least = console.minimumSizeHint()
    assert least.width() <= 1280
    assert least.height() <= 680


def test_no_text_is_smaller_than_13_pixels(console_in_language):
    console_in_language.panel.canvas.pick(["b1"])
    for widget in console_in_language.findChildren(QWidget):
        widget.ensurePolished()
        assert widget.fontInfo().pixelSize() >= 13, (type(widget).__name__, widget.objectName())


GROUNDS = {
    style.INK: (style.GROUND, style.DEEP, style.CARD, style.CARD_HOVER, style.CHOSEN),
    style.QUIET: (style.GROUND, style.DEEP, style.CARD, style.CHOSEN),
    "#FFFFFF": (style.BLUE, style.RED_GROUND),
    style.AMBER: (style.AMBER_GROUND, style.GROUND, style.CHOSEN),
    style.GREEN: (style.GREEN_GROUND, style.GROUND, style.CARD, style.CHOSEN),
    style.VIOLET: (style.VIOLET_GROUND,),
    style.RED: (style.GROUND, style.DEEP),
    style.CHOSEN_EDGE: (style.DEEP,),
}


@pytest.mark.parametrize(
    ("ink", "ground"), [pair for ink, grounds in GROUNDS.items() for pair in itertools.product([ink], grounds)]
)
def test_text_stands_out_from_its_ground(ink, ground):
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("ground", [style.GROUND, style.DEEP, style.CARD])
def test_the_focus_stands_out_from_its_ground(ground):
    assert contrast(style.CHOSEN_EDGE, ground) >= 3
    assert contrast(style.FIELD_EDGE, ground) >= 3


def test_both_languages_have_all_words_of_the_windows():
    from facilitator.content.reading import read

    for area in ("console", "stage", "welcome", "help", "exchange", "chat", "session"):
        for key, entry in read("words", f"{area}.json").items():
            assert set(entry) == {"en", "fr"}, key
            for language in ("en", "fr"):
                texts = entry[language].values() if isinstance(entry[language], dict) else [entry[language]]
                assert all(text.strip() for text in texts), key
    french = Words("fr")
    assert french("console.add_to", group="Interne") == "Ajouter à Interne\u202f:"
