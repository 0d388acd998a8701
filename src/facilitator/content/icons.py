"""Icons as outlines, so that screen, picture files and PDF draw the very same shapes without an icon font."""

import json
import re
from functools import cache
from typing import Any

from facilitator.content.resources import resource
from facilitator.domain.picture import PathCommand

_COMMAND = re.compile(r"([MLCZ])([^MLCZ]*)")


def icon_names() -> tuple[str, ...]:
    """All names that `icon_path` knows, in the order of `icons.json`."""
    return tuple(_drawn())


@cache
def icon_path(name: str) -> tuple[PathCommand, ...]:
    """The outline of an icon in the unit square (0 to 1, x right, y down), for either fill rule.

    Commands are absolute: M and L with a point, C with two control points and an end point, Z. Every contour
    begins with M and ends with Z. Raises KeyError with the name when there is no such icon.
    """
    icon = _drawn()[name]
    return tuple(_command(letter, numbers, icon["box"]) for letter, numbers in _COMMAND.findall(icon["path"]))


@cache
def _drawn() -> dict[str, dict[str, Any]]:
    drawn: dict[str, dict[str, Any]] = json.loads(resource("icons.json").read_text(encoding="utf-8"))
    return drawn


def _command(letter: str, numbers: str, box: list[float]) -> PathCommand:
    values = [float(value) / box[place % 2] for place, value in enumerate(numbers.split())]
    match letter, values:
        case "M", [x, y]:
            return "M", x, y
        case "L", [x, y]:
            return "L", x, y
        case "C", [x1, y1, x2, y2, x, y]:
            return "C", x1, y1, x2, y2, x, y
        case "Z", []:
            return ("Z",)
    raise ValueError(f"icons.json holds the path command {letter}{numbers}, which no icon may have")
