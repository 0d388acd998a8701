"""Where the files that ship with the app are: fonts, icons, words, methods, templates."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of a file or folder among the resources; without parts, the resources folder itself.

    The folder is `facilitator/resources` in a PyInstaller bundle and in an installed wheel, and `resources`
    beside `src` in a checkout. Raises FileNotFoundError when the folder, or what is asked of it, is missing.
    """
    folder = _folder()
    path = folder.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"{'/'.join(parts)} is missing from the resources folder {folder}.")
    return path


def _folder() -> Path:
    package = Path(__file__).resolve().parents[1]
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller's starter, nowhere else
    if bundle is not None:
        places = [Path(bundle) / "facilitator" / "resources"]
    else:
        places = [package / "resources", package.parents[1] / "resources"]
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"The resources folder {places[0]} is missing: Facilitator is not installed whole.")
