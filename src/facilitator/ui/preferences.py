"""Preferences: what the app remembers between two starts, on this computer only."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QSize

from facilitator.ui.stage.stage_window import SIZES

_RECENT = "recent"
_STAGE_WIDTH = "stage_width"
_GLIDES = "glides"
_MOST = 8


class Preferences:
    """Recent files, the size of the stage, and whether it moves. Titles of engagements are not kept here, paths are."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def recent(self) -> list[Path]:
        """Files opened lately that are still there, the latest first."""
        return [path for path in map(Path, self._stored()) if path.is_file()]

    def remember(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        paths = [str(path.resolve()), *self._stored()]
        self._settings.setValue(_RECENT, list(dict.fromkeys(paths))[:_MOST])

    def stage_size(self, room: QSize) -> QSize:
        """The size chosen last, else the largest that fits into `room` (pixels of the screen), else the smallest."""
        width = self._settings.value(_STAGE_WIDTH)
        for size in SIZES:
            if str(size.width()) == str(width):
                return size
        fitting = [size for size in SIZES if size.width() <= room.width() and size.height() <= room.height()]
        return fitting[-1] if fitting else SIZES[0]

    def keep_stage_size(self, size: QSize) -> None:
        """Begin with this size the next time."""
        self._settings.setValue(_STAGE_WIDTH, size.width())

    def glides(self, *, usually: bool) -> bool:
        """Whether another look at a board moves there: as it was chosen last, else as is usual on this computer."""
        value = self._settings.value(_GLIDES)
        return usually if value is None else str(value) == "yes"

    def keep_glides(self, glides: bool) -> None:
        """Begin like this the next time."""
        self._settings.setValue(_GLIDES, "yes" if glides else "no")

    def _stored(self) -> Sequence[str]:
        stored = self._settings.value(_RECENT) or []
        return [stored] if isinstance(stored, str) else [str(path) for path in stored]
