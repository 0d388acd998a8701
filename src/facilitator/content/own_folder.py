"""Where this person's copy of the app keeps what is its own: backups, templates, case cards."""

import os
import sys
from pathlib import Path

VARIABLE = "FACILITATOR_FOLDER"
"""The environment variable that names the folder for whoever wants it elsewhere."""


def own_folder(name: str = "") -> Path:
    """The folder of that name among what is this person's own, without a name the one that holds them all.

    It may not exist yet. Unless FACILITATOR_FOLDER names it, it is where the system keeps data of apps: in
    `$XDG_DATA_HOME/facilitator` or `~/.local/share/facilitator`, on Windows in `%APPDATA%\\facilitator`.
    """
    return _whole() / name if name else _whole()


def _whole() -> Path:
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser()
    if sys.platform == "win32":
        home = Path(os.environ.get("APPDATA") or Path.home())
    else:
        home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return home / "facilitator"
