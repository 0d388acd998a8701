"""A journey with real windows: open, show, capture by keyboard, blank, end; what was said is in the file."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import facilitator
from facilitator.opening import found_engagement, open_engagement
from facilitator.sample import founding_of_sample

SOURCE = str(Path(facilitator.__file__).parents[1])


@pytest.fixture
def display():
    """A screen of its own with a window manager; gives the environment that programs need to use it."""
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1920x1200x24"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    number = os.fdopen(reading).readline().strip()
    environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": SOURCE}
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    yield environment
    for program in (manager, screen):
        program.terminate()
        program.wait(10)


def xdotool(display, *arguments):
    found = subprocess.run(["xdotool", *arguments], env=display, capture_output=True, text=True, timeout=60, check=True)
    return found.stdout.strip()


def window(display, title):
    return xdotool(display, "search", "--sync", "--onlyvisible", "--name", title).splitlines()[-1]


@pytest.mark.journey
def test_a_line_typed_in_the_real_console_is_on_disk_and_the_stage_stays(display, tmp_path):
    path = tmp_path / "sample.facilitator"
    found_engagement(path, founding_of_sample("en")).close()
    code = (
        f"import sys; from pathlib import Path; from facilitator.app import run; "
        f"sys.exit(run(Path({str(path)!r}), language='en'))"
    )
    app = subprocess.Popen([sys.executable, "-c", code], env=display)
    try:
        stage, console = window(display, "Facilitator – Stage"), window(display, "Facilitator – Console")
        assert "1920x1080" in xdotool(display, "getwindowgeometry", stage)
        xdotool(display, "windowactivate", "--sync", console)
        xdotool(display, "key", "F5")
        xdotool(display, "type", "--delay", "20", "Heritage committee #community !3")
        xdotool(display, "key", "Return")
        xdotool(display, "windowminimize", stage)
        xdotool(display, "windowactivate", "--sync", console)
        xdotool(display, "key", "--clearmodifiers", "F10")
        xdotool(display, "windowclose", stage)
        assert app.poll() is None
    finally:
        app.send_signal(signal.SIGTERM)
    assert app.wait(20) == 0
    with open_engagement(path) as engagement:
        names = [getattr(record, "name", "") for record in engagement.journal.document.records()]
        assert "Heritage committee" in names
        assert engagement.journal.undo_label == "add_stakeholder"
