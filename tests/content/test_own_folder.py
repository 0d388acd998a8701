"""Where a person's own things are kept."""

from pathlib import Path

from facilitator.content.own_folder import VARIABLE, own_folder


def test_it_is_where_the_system_keeps_data_of_apps(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert own_folder() == Path("/data/facilitator")
    assert own_folder("templates") == Path("/data/facilitator/templates")
    monkeypatch.delenv("XDG_DATA_HOME")
    assert own_folder("backups") == Path.home() / ".local" / "share" / "facilitator" / "backups"


def test_on_windows_it_roams(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("APPDATA", "/roaming")
    assert own_folder("templates") == Path("/roaming/facilitator/templates")


def test_one_variable_puts_it_elsewhere(monkeypatch, tmp_path):
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert own_folder("templates") == tmp_path / "templates"
