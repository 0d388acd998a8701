"""Makes the README's pictures from the running app: python packaging/make_screenshots.py [FOLDER]

Opens the sample engagement in its two windows (offscreen where there is no display), goes through its boards as a
facilitator does, and writes what stage and console show. A stage fits its screen: for pictures of its full size the
display needs 2560 x 1440 pixels (`xvfb-run -s "-screen 0 2560x1440x24"` gives one).
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ["FACILITATOR_REDUCED_MOTION"] = "1"  # pictures of the end, not of the way there
if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtWidgets import QWidget

from facilitator.app import App
from facilitator.content.words import Words
from facilitator.opening import found_engagement
from facilitator.sample import founding_of_sample
from facilitator.ui.application import application
from facilitator.ui.preferences import Preferences
from facilitator.workshop_windows import Workshop

STAGES = {
    "stage-web": ("stakeholder_web", ""),
    "stage-levels": ("stakeholder_web", "levels"),
    "stage-value": ("value_board", ""),
    "stage-measures": ("value_board", "measures"),
    "stage-checklist": ("checklist", ""),
}
"""Names of pictures, with the board and the form that they show."""


def main(folder: Path) -> None:
    """Write the pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    app = application("en")
    with tempfile.TemporaryDirectory() as work:
        path = Path(work) / "sample.facilitator"
        found_engagement(path, founding_of_sample("en")).close()
        settings = QSettings(str(Path(work) / "settings.ini"), QSettings.Format.IniFormat)
        facilitator = App(Words("en"), "light", "1920x1080", Preferences(settings))
        facilitator.open(path)
        workshop = facilitator.workshop
        assert workshop
        for name, (board, form) in STAGES.items():
            workshop.desk.showings.choose(board, form=form)
            workshop.desk.show_on_stage(board)
            app.processEvents()
            save(workshop.stage, folder / f"{name}.png", QSize(1280, 720))
            workshop.desk.showings.choose(board, form="")
        show_console(workshop)
        app.processEvents()
        save(workshop.console, folder / "console.png", QSize(1600, 1000))
        facilitator.close()


def show_console(workshop: Workshop) -> None:
    """The console with the web on the stage and somebody selected."""
    workshop.desk.show_on_stage("stakeholder_web")
    workshop.console.resize(1600, 1000)
    workshop.console.work.pick(("developers",))


def save(window: QWidget, path: Path, size: QSize) -> None:
    """Grab a window, fitted to `size` for the page it goes into."""
    picture = window.grab().scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    if not picture.save(str(path)):
        raise SystemExit(f"{path} could not be written")
    print(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "screenshots")
