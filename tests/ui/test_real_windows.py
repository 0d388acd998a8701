"""A journey with real windows: open, show, capture by keyboard, blank, end; what was said is in the file."""

import signal
import subprocess
import sys

import pytest

from facilitator.opening import found_engagement, open_engagement
from facilitator.sample import founding_of_sample
from virtual_display import virtual_display, window, xdotool


@pytest.fixture
def display():
    with virtual_display() as environment:
        yield environment


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
