"""A journey with real windows: the app is killed in the middle of a session, and one Enter puts it back on air."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.opening import found_engagement, open_engagement
from facilitator.sample import founding_of_sample
from virtual_display import virtual_display, window, xdotool

HERE = Path(__file__).parent
CHILD = HERE / "on_air_child.py"
CONSOLE = "Facilitator – Console"
SAME = ("mode", "board", "form", "picture", "held_since", "changes", "segment", "size", "place", "open")


class Child:
    """The app under a display; `until` reads what it tells."""

    def __init__(self, display, folder, *path):
        self.display = display
        arguments = [sys.executable, str(CHILD), str(folder), *map(str, path)]
        self.process = subprocess.Popen(arguments, env=display, stdout=subprocess.PIPE, text=True)
        self.last = {}

    def until(self, **wanted):
        """The next thing told that has these values."""
        return self._next(lambda told: all(told.get(key, ...) == value for key, value in wanted.items()))

    def until_some(self, key):
        """The next thing told that has a value there."""
        return self._next(lambda told: told.get(key))

    def _next(self, fits):
        for line in self.process.stdout:
            self.last = json.loads(line)
            if fits(self.last):
                return self.last
            assert "window" not in self.last, "the app could not open the file"
        raise AssertionError(f"ended before that; last told: {self.last}")

    def press(self, *keys):
        for key in keys:
            xdotool(self.display, "key", "--clearmodifiers", key)

    def to_front(self, title):
        xdotool(self.display, "windowactivate", "--sync", window(self.display, title))

    def type(self, line):
        xdotool(self.display, "type", "--delay", "20", line)
        self.press("Return")

    def kill(self):
        self.process.kill()
        self.process.wait(10)


@pytest.fixture
def display():
    with virtual_display() as environment:
        yield environment


@pytest.fixture
def start(display, tmp_path):
    """A function that starts the app; all of them are ended."""
    started = []

    def make(*path):
        started.append(Child(display, tmp_path / "kept", *path))
        return started[-1]

    yield make
    for each in started:
        each.kill()


@pytest.fixture
def sample(tmp_path):
    path = tmp_path / "sample.facilitator"
    found_engagement(path, founding_of_sample("en")).close()
    return path


def same(before, after):
    assert {key: after[key] for key in SAME} == {key: before[key] for key in SAME}
    assert after["ends"] == pytest.approx(before["ends"], abs=1)  # the clock is right to the second


def hold_a_session(app):
    """Run a segment, show a board in another form, hold it and go on editing; what was told last."""
    app.until(mode="blank")
    app.to_front(CONSOLE)
    app.press("alt+n")
    app.until_some("segment")
    app.press("alt+2", "F5")
    app.until(mode="live", form="levels")
    app.press("alt+t")
    app.until_some("pill")
    app.press("F9")
    held = app.until(mode="held")
    app.type("Heritage committee #community")
    app.until(changes=1)
    app.type("Rowing club #community")
    last = app.until(changes=2)
    assert last["picture"] == held["picture"]
    return last


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.skipif(sys.platform == "win32", reason="forks, and kills with SIGKILL")
def test_whenever_it_is_killed_the_stage_comes_back_as_it_was(tmp_path):
    result = subprocess.run(
        [sys.executable, str(HERE / "on_air_trials.py"), "20", "20261122", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(HERE.parent)},
    )
    assert result.returncode == 0, result.stderr
    total = json.loads(result.stdout.splitlines()[-1])
    assert total["kills"] == 20
    assert total["interrupted"] > 10, "the kills came too late to prove anything"
    assert total["acknowledged"] + total["under_way"] == 20, total


@pytest.mark.journey
def test_one_enter_brings_everything_back_after_a_kill(start, sample):
    app = start(sample)
    before = hold_a_session(app)
    app.kill()

    again = start()
    assert again.until_some("welcome")["welcome"].startswith("Back on air: sample · ")
    again.to_front("^Facilitator$")
    again.press("Return")
    back = again.until(mode="held")
    same(before, back)
    assert back["pill"]
    assert back["said"].startswith("Back on air")
    assert "2 changes" in back["state"]
    again.kill()
    with open_engagement(sample) as engagement:
        names = {getattr(record, "name", "") for record in engagement.journal.document.records()}
        assert {"Heritage committee", "Rowing club"} <= names


@pytest.mark.journey
def test_naming_the_file_is_the_one_step_and_closing_in_order_is_the_end(start, sample, tmp_path):
    app = start(sample)
    before = hold_a_session(app)
    app.press("F10")
    app.until(mode="blank")
    app.kill()

    again = start(sample)
    again.until(mode="blank", segment=before["segment"])
    again.to_front(CONSOLE)
    again.press("F10")
    same(before, again.until(mode="held"))
    again.press("F9")
    assert again.until(mode="live")["picture"] != before["picture"]
    again.press("ctrl+q")
    assert again.process.wait(20) == 0
    assert list((tmp_path / "kept" / "on-air").iterdir()) == []
    assert start().until_some("window")["welcome"] == ""
