"""Every test has a library of its own, empty at first."""

import pytest

from facilitator.content.own_folder import VARIABLE


@pytest.fixture(autouse=True)
def own(tmp_path, monkeypatch):
    """The folder of this person's cases."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "own"))
    return tmp_path / "own" / "cases"
