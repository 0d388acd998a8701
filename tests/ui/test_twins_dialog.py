"""The dialog for texts in the other language, over a real journal: text by text, by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.content.words import Words
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Engagement
from facilitator.domain.refusal import StoreError
from facilitator.domain.twin import Twin
from facilitator.sample import founding_of_sample
from facilitator.ui.console.twin_work import TwinWork
from facilitator.ui.dialogs import twins_dialog
from facilitator.ui.dialogs.twins_dialog import TwinsDialog
from facilitator.workshop.branding import set_brand
from facilitator.workshop.twins import set_twins

EN = Words("en")
TITLE, TOWN = "engagement/engagement/title", "engagement/engagement/organization"


@pytest.fixture
def opened(qtbot, make_desk, tmp_path):
    """Opens the dialog over the sample, of which these texts have no French."""

    parent = QWidget()
    qtbot.addWidget(parent)

    def open_dialog(*missing):
        types = tuple(dict.fromkeys(type(swap.record) for swap in founding_of_sample("en").swaps))
        desk = make_desk(*(swap.after for swap in founding_of_sample("en").swaps), types=types)
        if missing:
            desk.ask(lambda document: set_twins(document, dict.fromkeys(missing, "")))
        work = TwinWork(desk, tmp_path)
        dialog = TwinsDialog(work, work.language, desk.words, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        work._dialog = dialog
        dialog.show()
        return dialog, work, desk

    return open_dialog


def twin(desk, its_id):
    found = desk.document.find(Twin, its_id)
    return found.text if found else None


def test_what_is_missing_is_given_text_by_text_with_ctrl_enter(opened, qtbot):
    dialog, work, desk = opened(TITLE, TOWN)
    assert work.told("fr") == "2 texts have no French: these stand in English."
    assert dialog.list.count() == 2
    qtbot.keyClicks(dialog.text, "Permis")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert twin(desk, TITLE) == "Permis"
    assert dialog.source.toPlainText() == "Town of Willowmarch"
    qtbot.keyClicks(dialog.text, "Ville")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert twin(desk, TOWN) == "Ville"
    assert dialog.counted == EN("twin.all_there_fr", count=len(work.places()))
    assert work.told("fr") == ""


def test_what_was_typed_is_saved_when_another_text_is_chosen_and_at_escape(opened, qtbot):
    dialog, _, desk = opened(TITLE, TOWN)
    qtbot.keyClicks(dialog.text, "Permis")
    dialog.list.setCurrentRow(1)
    assert twin(desk, TITLE) == "Permis"
    qtbot.keyClicks(dialog.text, "Ville")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert twin(desk, TOWN) == "Ville"
    assert not dialog.isVisible()


def test_what_can_not_be_kept_stays_and_is_said(opened, qtbot):
    dialog, _, desk = opened(TITLE, TOWN)
    dialog.text.setPlainText("Permis\u202e")
    dialog.list.setCurrentRow(1)
    assert dialog.list.currentRow() == 0
    assert dialog.text.toPlainText() == "Permis\u202e"
    assert dialog.problem == EN("refusals.name_control", column=7)
    qtbot.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert twin(desk, TITLE) is None


def test_one_undo_takes_back_one_text(opened, qtbot):
    dialog, _, desk = opened(TITLE)
    qtbot.keyClicks(dialog.text, "Permis")
    dialog.save_and_next()
    desk.undo()
    assert twin(desk, TITLE) is None


def test_where_nothing_is_missing_all_texts_are_shown(opened):
    dialog, work, _ = opened()
    assert dialog.list.count() == len(work.places()) > 200
    assert dialog.shown.currentData() == "all"


def test_a_list_is_written_and_read_in_again(opened, tmp_path):
    _, work, desk = opened(TITLE)
    path = tmp_path / "list.csv"
    assert work.write(path) == EN("twin.list_written", name="list.csv")
    with pytest.raises(StoreError, match="file_exists"):
        work.write(path)
    path.write_bytes(path.read_bytes().replace(b",Online permits,,", b",Online permits,Permis,"))
    assert work.read(path) == EN("twin.list_read", name="list.csv", count=1)
    assert twin(desk, TITLE) == "Permis"
    with pytest.raises(FileNotFoundError):
        work.read(tmp_path / "none" / "list.csv")


@pytest.fixture
def outdated(opened):
    """A dialog over the sample, of which one text was reworded since its French was given."""
    dialog, work, desk = opened(TOWN)
    desk.ask(lambda document: renamed_engagement(document, "Permits online"))
    dialog.refresh()
    dialog.list.setCurrentRow(0)
    return dialog, work, desk


def renamed_engagement(document, title):
    before = document.get(Engagement, "engagement")
    return changed("rename", [(before, before.having(title=title))])


def test_an_outdated_text_that_is_still_right_is_kept_in_one_step(outdated, qtbot):
    dialog, work, desk = outdated
    before = desk.document.get(Twin, TITLE)
    assert work.told("fr") == "1 text has no French, 1 is out of date: these stand in English."
    assert dialog.counted.startswith("No French yet: 1. Out of date: 1.")
    assert "Online permits" in dialog.was
    assert before.text not in dialog.was
    assert dialog.next.accessibleName() == "Still right, next (Ctrl+Enter)"
    dialog.list.setCurrentRow(1)
    dialog.list.setCurrentRow(0)
    assert desk.document.get(Twin, TITLE) == before  # to look at it says nothing
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.document.get(Twin, TITLE) == before.having(source="Permits online")
    assert work.told("fr") == "1 text has no French: it stands in English."
    assert dialog.next.accessibleName() == "Save and next (Ctrl+Enter)"
    desk.undo()
    assert desk.document.get(Twin, TITLE) == before


def test_an_outdated_text_that_is_changed_is_saved_as_it_is_then(outdated, qtbot):
    dialog, _, desk = outdated
    dialog.text.setPlainText("Permis en ligne !")
    assert dialog.next.accessibleName() == "Save and next (Ctrl+Enter)"
    dialog.save_and_next()
    assert desk.document.get(Twin, TITLE).source == "Permits online"
    assert twin(desk, TITLE) == "Permis en ligne !"


def test_what_went_well_is_not_said_as_a_problem(opened, tmp_path, monkeypatch):
    dialog, _, _ = opened(TITLE)
    monkeypatch.setattr(twins_dialog, "file_to_save", lambda *its: tmp_path / "list.csv")
    dialog.write.click()
    assert (dialog.problem, dialog.told) == ("", EN("twin.list_written", name="list.csv"))
    dialog.write.click()
    assert (dialog.problem, dialog.told) == (EN("refusals.file_exists", path=str(tmp_path / "list.csv")), "")
    monkeypatch.setattr(twins_dialog, "files_to_open", lambda *its: [tmp_path / "list.csv"])
    dialog.read.click()
    assert (dialog.problem, dialog.told) == ("", EN("twin.list_read", name="list.csv", count=0))


def test_the_words_of_a_logo_are_told_as_the_logo(opened):
    dialog, _, desk = opened()
    desk.ask(lambda document: set_brand(document, "", "eA==", "The town's arms"))
    dialog.refresh()
    rows = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert "not translated · Logo: The town's arms" in rows
