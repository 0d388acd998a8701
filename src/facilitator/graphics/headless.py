"""Pictures as files without a window, for callers that know no Qt."""

import os
from functools import cache
from typing import Any, cast

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QGuiApplication

from facilitator.domain.language import Language
from facilitator.domain.picture import Picture
from facilitator.graphics.labels import label_file
from facilitator.graphics.render import rendered


def png_of(picture: Picture, width: int, height: int) -> bytes:
    """The picture as a PNG file of `width` x `height` pixels."""
    _application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    rendered(picture, QSize(width, height)).save(buffer, "PNG")  # type: ignore[call-overload]  # the stub lacks devices
    return cast(bytes, buffer.data().data())


def labels_of(picture: Picture, width: int, height: int, language: Language) -> dict[str, Any]:
    """Where every text stands in the PNG of that size, and each colour of categories once; see graphics.labels."""
    return label_file(picture, QSize(width, height), language)


@cache
def _application() -> object:
    """Qt's application object, made once where no window has made it; it must outlive every picture."""
    if (running := QGuiApplication.instance()) is not None:
        return running
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # drawing into images needs no screen
    return QGuiApplication(["facilitator"])
