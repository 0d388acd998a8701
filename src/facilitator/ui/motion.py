"""Whether things may move on this computer."""

import os
import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStyle

VARIABLE = "FACILITATOR_REDUCED_MOTION"
"""Set to anything but "" or "0", nothing moves, whatever else was chosen."""


def motion_forbidden() -> bool:
    """Whether the environment says that nothing is to move."""
    return os.environ.get(VARIABLE, "") not in ("", "0")


def motion_usual(style: QStyle) -> bool:
    """Whether the desktop lets things move, as far as Qt knows: animations of `style` last, Windows shows effects."""
    animated = style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
    if sys.platform == "win32":  # elsewhere Qt knows nothing of effects and says that there are none
        return animated and QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    return animated
