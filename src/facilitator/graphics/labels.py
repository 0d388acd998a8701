"""What text a rendered picture holds and where: the label file that legibility checks read."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize

from facilitator.content import typeface
from facilitator.domain.language import Language
from facilitator.domain.picture import Group, Picture, Rect, Text
from facilitator.graphics.picture_painter import baselines
from facilitator.graphics.render import fitting

_OCR_LANGUAGES = {"en": "eng", "fr": "fra"}
_AND = " / "


def label_file(picture: Picture, size: QSize, language: Language) -> dict[str, Any]:
    """Every text of the picture with the box that hugs its letters, in pixels of the image that `rendered` makes.

    Signs are left out: a code of two characters ("I4") is not read by machine even as it is drawn.

    A label's id is that of the item whose text it is ("scenery-3" for the third group, if it is scenery), with a
    dot and a number where a group holds several texts.

    "categories" holds each colour once. A picture of more categories than there are colours gives some of them the
    same one (never to neighbours); such are one entry here, named after all of them ("council / othergov"), and
    "category" of their labels names that entry. So what is said of "categories" is said of colours.
    """
    scale, left, top = fitting(size)
    entries = _entries(picture)
    labels = []
    for place, group in enumerate(picture.groups):
        texts = [shape for shape in group.shapes if isinstance(shape, Text) and any(shape.lines) and not shape.sign]
        for number, text in enumerate(texts):
            name = group.item_id or f"{group.role}-{place}"
            label: dict[str, Any] = {
                "id": name if number == 0 else f"{name}.{number}",
                "text": "\n".join(text.lines),
                "bbox": _scaled(_hugging(text), scale, left, top),
                "lang": _OCR_LANGUAGES[language],
                "xheight_px": round(typeface.x_height(text.size) * scale, 2),
            }
            labels.append({**label, **_category(group, entries, scale, left, top, first=number == 0)})
    return {
        "lang": _OCR_LANGUAGES[language],
        "background": picture.background,
        "categories": {entries[category]: colour for category, colour in picture.category_colours},
        "labels": labels,
    }


def _entries(picture: Picture) -> dict[str, str]:
    """The entry of each category: the names of all that have its colour."""
    sharing: dict[str, list[str]] = {}
    for category, colour in picture.category_colours:
        sharing.setdefault(colour, []).append(category)
    return {category: _AND.join(sharing[colour]) for category, colour in picture.category_colours}


def _category(
    group: Group, entries: Mapping[str, str], scale: float, left: float, top: float, *, first: bool
) -> dict[str, Any]:
    if not group.category or not first:
        return {}
    found: dict[str, Any] = {"category": entries.get(group.category, group.category)}
    if group.swatch:
        found["swatch"] = _scaled(group.swatch, scale, left, top)
    return found


def _hugging(text: Text) -> Rect:
    """From the top of the first line's letters to the foot of the last line's, as wide as the widest line."""
    lines = baselines(text)
    start = min(left for left, _, _ in lines)
    end = max(left + width for left, _, width in lines)
    upper = lines[0][1] - typeface.ascent(text.size) * _ACCENT
    lower = lines[-1][1] + typeface.descent(text.size) * _FOOT
    return Rect(start, upper, end - start, lower - upper)


# The face keeps room above capitals with accents and below its deepest letters; letters reach this far into it.
_ACCENT = 0.95
_FOOT = 0.8


def _scaled(rect: Rect, scale: float, left: float, top: float) -> list[float]:
    return [
        round(rect.x * scale + left, 1),
        round(rect.y * scale + top, 1),
        round(rect.width * scale, 1),
        round(rect.height * scale, 1),
    ]
