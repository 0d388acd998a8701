"""The shipped typefaces as Qt fonts that measure just as `content.typeface` says."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from facilitator.content.faces import FACES
from facilitator.content.resources import resource

FAMILIES = [face.family for face in FACES]
"""The house face first, then those that stand in for it."""


@cache
def load_fonts() -> None:
    """Make the shipped fonts known to Qt, once; needs a QGuiApplication.

    Raises FileNotFoundError when a font file is missing and ValueError when Qt cannot read one.
    """
    for face in FACES:
        for file in sorted({face.regular, face.bold, face.italic, face.bold_italic}):
            if QFontDatabase.addApplicationFont(str(resource("fonts", file))) < 0:
                raise ValueError(f"the font file {file} can't be read")


@cache
def stage_font(size: int, *, bold: bool = False, italic: bool = False) -> QFont:
    """A font of `size` pixels for pictures: unkerned and unhinted, so that advances are those of the metrics."""
    load_fonts()
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(size)
    font.setBold(bold)
    font.setItalic(italic)
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return font
