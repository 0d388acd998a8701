"""Theme: the colours and text sizes of stage, console and handouts, from resources/theme.json."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Literal

from facilitator.content.resources import resource

ThemeName = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as #RRGGBB and stage text sizes in pixels of the 1920 x 1080 surface.

    `categories` are the eight colours that stay apart under protan, deutan and tritan vision (any two by a CIEDE2000
    distance of at least 14.5) and keep a contrast of at least 3 with `surface`, in the light theme 3.5 with `paper`
    too; text never stands on `paper` or `surface` in anything lighter than `quiet`, and on a tint of those in what
    `boards.drawing.readable` makes of `quiet` there.
    No text on the stage is set smaller than `stage_minimum`; `stage_large` can be read on a phone.
    """

    name: ThemeName
    paper: str
    surface: str
    ink: str
    quiet: str
    line: str
    hub: str
    hub_ink: str
    warning: str
    focus: str
    link: str
    categories: tuple[str, ...]
    stage_text: float
    stage_minimum: float
    stage_large: float
    stage_heading: float
    stage_title: float
    stage_hub: float


@cache
def theme(name: ThemeName = "light") -> Theme:
    """The theme of that name."""
    data = json.loads(resource("theme.json").read_text(encoding="utf-8"))
    colours = {**data[name], "categories": tuple(data[name]["categories"])}
    return Theme(name=name, **colours, **data["sizes"])


def mixed(colour: str, share: float, with_colour: str) -> str:
    """`colour` laid over `with_colour` at `share` (0-1) as an opaque #RRGGBB: flat fills stay cheap in a video call."""
    over, under = _channels(colour), _channels(with_colour)
    return "#" + "".join(f"{round(o * share + u * (1 - share)):02X}" for o, u in zip(over, under, strict=True))


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in _channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
