"""The Qt application: its look, its typeface, and Qt's own words in the app's language."""

import os

os.environ.setdefault("QT_API", "pyside6")  # for qtpy, should anything ever import it

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from facilitator.domain.language import Language
from facilitator.ui import style


class QtWords(QTranslator):
    """Qt's catalogue, also for words that it still has under an older name.

    Qt 6.11 marks letters in labels of its file dialog ("&Look in:"), and tells kinds of files in another class, both
    without renaming what its French catalogue has.
    """

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """The words in French, None where there are none."""
        told = super().translate(context, source, disambiguation, n)
        if not told and "&" in source:
            told = super().translate(context, source.replace("&", ""), disambiguation, n)
        if not told and context == "QAbstractFileIconProvider":
            told = super().translate("QFileDialog", source, disambiguation, n)
        return told or None  # Qt takes "" for a translation


def application(language: Language) -> QApplication:
    """The Qt application in the look of the console, with Qt's own words in `language`; made once."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["facilitator"])
    app.setOrganizationName("Facilitator")
    app.setApplicationName("facilitator")
    app.setApplicationDisplayName("")  # Qt would add it to the titles, which are constant
    app.setDesktopFileName("facilitator")
    app.setStyle("Fusion")
    app.setPalette(style.palette())
    app.setFont(style.app_font())
    app.setStyleSheet(style.style_sheet())
    QLocale.setDefault(QLocale("fr_CA" if language == "fr" else "en_CA"))
    translator = QtWords(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language == "fr" and translator.load("qtbase_fr", folder):
        app.installTranslator(translator)
    return app
