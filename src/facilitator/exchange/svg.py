"""Pictures as SVG: real text, escaped, with the words that a screen reader reads."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from facilitator.content import typeface
from facilitator.content.faces import FACES
from facilitator.domain.language import LOCALES, Language
from facilitator.domain.picture import (
    STAGE_HEIGHT,
    STAGE_WIDTH,
    Box,
    Group,
    Oval,
    Path,
    PathCommand,
    Picture,
    Rect,
    Shape,
    Text,
)

_FAMILIES = ", ".join(f"'{face.family}'" for face in FACES) + ", Verdana, sans-serif"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def svg_of(picture: Picture, title: str, language: Language) -> str:
    """The picture as one SVG document (UTF-8) of 1920 x 1080 units.

    Every line of text is a <text> element that keeps its measured width also where the typeface is not installed.
    """
    body = "\n".join(_group(group) for group in picture.groups)
    locale = LOCALES[language]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{STAGE_WIDTH}" height="{STAGE_HEIGHT}" '
        f'viewBox="0 0 {STAGE_WIDTH} {STAGE_HEIGHT}" xml:lang="{locale}" lang="{locale}" role="img" '
        'aria-labelledby="title desc">\n'
        f'<title id="title">{_escaped(title)}</title>\n<desc id="desc">{_escaped(picture.alt)}</desc>\n'
        f"<style>text {{ font-family: {_FAMILIES}; font-kerning: none; white-space: pre; }}</style>\n"
        f'<rect width="{STAGE_WIDTH}" height="{STAGE_HEIGHT}" fill="{picture.background}"/>\n'
        f"{body}\n</svg>\n"
    )


def _group(group: Group) -> str:
    inside = "\n".join(line for shape in group.shapes for line in _shape(shape))
    name = f"<title>{_escaped(group.label)}</title>\n" if group.label else ""
    return f'<g data-role="{group.role}">\n{name}{inside}\n</g>'


def _shape(shape: Shape) -> Iterator[str]:
    match shape:
        case Box():
            rounding = f' rx="{_number(shape.radius)}"' if shape.radius else ""
            yield f"<rect {_place(shape.rect)}{rounding}{_paint(shape)}/>"
        case Oval(rect):
            x, y = rect.centre
            radii = f'rx="{_number(rect.width / 2)}" ry="{_number(rect.height / 2)}"'
            yield f'<ellipse cx="{_number(x)}" cy="{_number(y)}" {radii}{_paint(shape)}/>'
        case Path():
            yield f'<path d="{_outline(shape.commands)}"{_paint(shape)}/>'
        case Text():
            yield from _lines(shape)


def _lines(text: Text) -> Iterator[str]:
    height, first = typeface.line_height(text.size), text.y + typeface.baseline(text.size)
    style = ' font-weight="bold"' * text.bold + ' font-style="italic"' * text.italic
    if text.anchor != "start":
        style += f' text-anchor="{text.anchor}"'
    for place, line in enumerate(text.lines):
        if not line.strip():
            continue
        width = typeface.width(line, text.size, bold=text.bold, italic=text.italic)
        yield (
            f'<text x="{_number(text.x)}" y="{_number(first + place * height)}" '
            f'font-size="{_number(text.size)}" textLength="{_number(width)}" lengthAdjust="spacingAndGlyphs" '
            f'fill="{text.colour}"{style}>{_escaped(line)}</text>'
        )


def _paint(shape: Box | Oval | Path) -> str:
    paint = f' fill="{shape.fill or "none"}"'
    if shape.stroke:
        paint += f' stroke="{shape.stroke}" stroke-width="{_number(shape.stroke_width)}" stroke-linejoin="round"'
        dash = () if isinstance(shape, Oval) else shape.dash
        if dash:
            paint += f' stroke-dasharray="{" ".join(map(_number, dash))}"'
    if shape.opacity != 1:
        paint += f' opacity="{_number(shape.opacity)}"'
    return paint


def _outline(commands: tuple[PathCommand, ...]) -> str:
    return " ".join(" ".join([letter, *map(_number, numbers)]) for letter, *numbers in commands)


def _place(rect: Rect) -> str:
    sides = {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}
    return " ".join(f'{side}="{_number(value)}"' for side, value in sides.items())


def _number(value: object) -> str:
    assert isinstance(value, int | float)  # what follows the letter of a path command
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _escaped(text: str) -> str:
    """Literal text; what XML cannot hold is left out."""
    return escape(_NOT_XML.sub("", text))
