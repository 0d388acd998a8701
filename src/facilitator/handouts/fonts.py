"""The house faces as ReportLab knows them, embedded so that every reader shows the same letters."""

from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from facilitator.content.faces import FACES, Face
from facilitator.content.resources import resource


def font_name(face: Face, *, bold: bool = False, italic: bool = False) -> str:
    """The name under which ReportLab draws a style of a face; the font is loaded when first asked for."""
    return _loaded(face.file(bold=bold, italic=italic))


def body() -> str:
    """The regular house font: what a page begins with."""
    return font_name(FACES[0])


@cache
def draws(face: Face, char: str) -> bool:
    """Whether the face itself has a glyph for the character."""
    return ord(char) in pdfmetrics.getFont(font_name(face)).face.charToGlyph


@cache
def _loaded(file: str) -> str:
    name = file.removesuffix(".ttf")
    pdfmetrics.registerFont(TTFont(name, str(resource("fonts", file))))
    return name
