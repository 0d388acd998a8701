"""Preferences: what the app remembers between two starts, on this computer only."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSettings, QSize

from facilitator.ui.stage.stage_window import SIZES

_RECENT = "recent"
_STAGE_WIDTH = "stage_width"
_GLIDES = "glides"
_QUIET_DAY = "quiet_day"
_MOST = 8


class Preferences:
    """Recent files, the stage's size, whether it moves, when it is quiet. Paths are kept, no titles of engagements."""

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

    def is_quiet_on(self, day: date) -> bool:
        """Whether the facilitator said on this day that notifications are off."""
        return str(self._settings.value(_QUIET_DAY)) == day.isoformat()

    def keep_quiet_day(self, day: date | None) -> None:
        """Remember the day on which notifications are off; None for none."""
        self._settings.setValue(_QUIET_DAY, day.isoformat() if day else "")

    def passing(self) -> "Preferences":
        """The same as they are now, but nothing that is chosen is remembered."""
        return _Passing(self._settings)

    def _stored(self) -> Sequence[str]:
        stored = self._settings.value(_RECENT) or []
        return [stored] if isinstance(stored, str) else [str(path) for path in stored]


class _Passing(Preferences):
    """Of these nothing is kept; what has to be asked for again is remembered until they go."""

    def __init__(self, settings: QSettings) -> None:
        super().__init__(settings)
        self._quiet_day = str(settings.value(_QUIET_DAY))

    def remember(self, path: Path) -> None:
        """Not among the recent files."""

    def keep_stage_size(self, size: QSize) -> None:
        """Not for the next time."""

    def keep_glides(self, glides: bool) -> None:
        """Not for the next time."""

    def is_quiet_on(self, day: date) -> bool:
        return self._quiet_day == day.isoformat()

    def keep_quiet_day(self, day: date | None) -> None:
        """Not for the next time."""
        self._quiet_day = day.isoformat() if day else ""
