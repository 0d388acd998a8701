"""The app in a process of its own, which tells as lines of JSON what its stage shows whenever that changes.

    on_air_child.py FOLDER [FILE]

FOLDER is where the app keeps what is on air. The first line tells of the window that opens first.
"""

import json
import sys
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QPushButton

from facilitator.app import App
from facilitator.content.words import Words
from facilitator.store.tables import SCHEMA_VERSION
from facilitator.ui.application import application
from facilitator.ui.on_air import OnAir
from facilitator.ui.preferences import Preferences
from facilitator.ui.stage.clock_pill import PILL


def tell(**what: object) -> None:
    print(json.dumps(what), flush=True)


def told(facilitator: App) -> dict[str, object]:
    """What participants see but for the time, which runs on, and what the console says of it."""
    workshop = facilitator.workshop
    assert workshop
    feed, clock, stage = workshop.feed, workshop.console.live.timing.clock, workshop.stage
    groups = [group for group in stage.picture.groups if group.box != PILL]
    now = clock.clock
    return {
        "mode": feed.mode,
        "board": feed.board_id,
        "form": feed.showing.form,
        "picture": blake2b(repr(groups).encode()).hexdigest(),
        "pill": [group.label for group in stage.picture.groups if group.box == PILL],
        "held_since": str(feed.held_since),
        "changes": feed.held_changes,
        "segment": now.segment.id if now else "",
        "ends": clock.now().timestamp() + now.left if now else 0,
        "size": [stage.width(), stage.height()],
        "place": [stage.x(), stage.y()],
        "open": workshop.console.work.board_id,
        "said": workshop.console.panel.capture.message,
        "state": workshop.console.bar.state,
    }


def telling(facilitator: App) -> Callable[[], None]:
    return lambda: tell(**told(facilitator))


def main(folder: Path, path: Path | None) -> int:
    app = application("en")
    preferences = Preferences(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    preferences.keep_glides(False)
    facilitator = App(Words("en"), "light", None, preferences, OnAir(folder / "on-air", SCHEMA_VERSION))

    def began() -> None:
        """Tell of every change from now on; events are told of after the windows have heard of them."""
        workshop = facilitator.workshop
        assert workshop
        workshop.desk.signals.feedChanged.connect(telling(facilitator))
        workshop.console.live.timing.clock.changed.connect(telling(facilitator))
        telling(facilitator)()

    show = facilitator._show

    def shown(*its: object) -> None:
        show(*its)  # type: ignore[arg-type]
        QTimer.singleShot(0, began)

    facilitator._show = shown  # type: ignore[method-assign,assignment]
    QTimer.singleShot(0, lambda: facilitator.start(path))

    def welcomed() -> None:
        if facilitator.welcome_window:
            focus = facilitator.welcome_window.focusWidget()
            tell(window="welcome", welcome=focus.accessibleName() if isinstance(focus, QPushButton) else "")

    QTimer.singleShot(0, welcomed)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))
