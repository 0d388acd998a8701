"""A screen of its own for journeys with real windows, and the hands that press keys there."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import facilitator

SOURCE = str(Path(facilitator.__file__).parents[1])


@contextmanager
def virtual_display(size: str = "1920x1200") -> Iterator[dict[str, str]]:
    """A screen of so many pixels with a window manager; gives the environment that programs need to use it."""
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    number = os.fdopen(reading).readline().strip()
    environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": SOURCE}
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    try:
        yield environment
    finally:
        for program in (manager, screen):
            program.terminate()
            program.wait(10)


def xdotool(display: dict[str, str], *arguments: str) -> str:
    """What xdotool answers; raises CalledProcessError where it can't."""
    found = subprocess.run(["xdotool", *arguments], env=display, capture_output=True, text=True, timeout=60, check=True)
    return found.stdout.strip()


def window(display: dict[str, str], title: str) -> str:
    """The id of the window with this title, once it is there."""
    return xdotool(display, "search", "--sync", "--onlyvisible", "--name", title).splitlines()[-1]
