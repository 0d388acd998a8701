"""What every test gets: no windows on the screen, a home of its own, and the order fast, slow, journeys.

Set before anything imports Qt, because Qt reads the environment once.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

HOME = Path(tempfile.mkdtemp(prefix="facilitator-tests-"))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

for variable, folder in {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
}.items():
    (HOME / folder).mkdir(exist_ok=True)
    os.environ[variable] = str(HOME / folder)

os.environ["QT_API"] = "pyside6"
if "FACILITATOR_REAL_WINDOWS" not in os.environ:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

# No deadline: a machine that is busy with something else must not fail a test.
settings.register_profile("dev", deadline=None, max_examples=50)
settings.register_profile(
    "ci", deadline=None, max_examples=150, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))

JOURNEY_PROGRAMS = ("Xvfb", "openbox", "xdotool")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Fast tests first, then those marked slow, then the journeys; else as they came."""
    items.sort(key=lambda item: 2 if item.get_closest_marker("journey") else bool(item.get_closest_marker("slow")))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Journeys need a virtual display: without one they are skipped on a desk, and fail in CI."""
    missing = [program for program in JOURNEY_PROGRAMS if not shutil.which(program)]
    if missing and item.get_closest_marker("journey"):
        reason = f"a journey needs {', '.join(missing)} (on Debian: apt-get install xvfb openbox xdotool)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
