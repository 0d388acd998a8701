"""Files and folders that a person points at: dropped, copied, or chosen in a dialog of its own.

These dialogs stand in front of the one that asks and of the console, never of the stage: its keys (see `live_keys`)
go on working where Qt draws the dialog itself. Where the desktop draws it, it also has the keys.
"""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.domain.refusal import StoreError


def open_outside(path: Path) -> None:
    """Open a file or folder in the program that the desktop has for it; raises StoreError("not_opened") (path)."""
    if not path.exists() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise StoreError("not_opened", path=path)


def local_files(data: QMimeData) -> list[Path]:
    """The files on this computer that something dropped or copied stands for."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def files_to_open(parent: QWidget, title: str, kinds: str, begin: Path | None = None) -> list[Path]:
    """The files that are chosen, [] where it is cancelled; `kinds` as QFileDialog writes its filters.

    It begins in the folder `begin`, without one where the last file was chosen.
    """
    dialog = QFileDialog(parent, title, str(begin or ""), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _chosen(dialog)


def file_to_save(parent: QWidget, title: str, proposed: Path, suffix: str) -> Path | None:
    """Where to save, None where it is cancelled. It may be there already: whoever writes it asks."""
    dialog = QFileDialog(parent, title, str(proposed.parent), f"*{suffix}")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(proposed.name)
    return next(iter(_chosen(dialog)), None)


def folder_to_use(parent: QWidget, title: str, begin: Path) -> Path | None:
    """The folder that is chosen, None where it is cancelled."""
    dialog = QFileDialog(parent, title, str(begin))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(_chosen(dialog)), None)


def _chosen(dialog: QFileDialog) -> list[Path]:
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    taken = dialog.exec() == QFileDialog.DialogCode.Accepted
    dialog.deleteLater()
    return [Path(name) for name in dialog.selectedFiles()] if taken else []
