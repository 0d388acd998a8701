"""Qt's own words in French."""

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo
from PySide6.QtWidgets import QFileDialog

from facilitator.ui.application import QtWords


@pytest.fixture
def in_french(qapp):
    translator = QtWords(qapp)
    assert translator.load("qtbase_fr", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def test_the_file_chooser_is_french_throughout(qtbot, in_french, tmp_path):
    dialog = QFileDialog(None, "Ouvrir", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    label = QFileDialog.DialogLabel
    told = [dialog.labelText(each) for each in (label.LookIn, label.FileName, label.FileType)]
    assert told == ["Voir dans\xa0:", "&Nom de fichier\xa0:", "Fichiers de type\xa0:"]
    assert in_french.translate("QAbstractFileIconProvider", "Folder") == "Dossier"


def test_what_the_catalogue_does_not_have_stays_as_qt_says_it(in_french):
    assert QCoreApplication.translate("QFileDialog", "Stakeholder &map") == "Stakeholder &map"
    assert in_french.translate("QFileDialog", "Stakeholder &map") is None
