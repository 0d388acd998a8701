"""What anybody could read of a window without its pixels: the probe of every canary test."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def said_by(widget: QWidget) -> str:
    """All that a widget and its children say in any property, and what their accessible objects say."""
    said = []
    for each in (widget, *widget.findChildren(QObject)):
        properties = each.metaObject()
        said += [str(each.property(properties.property(n).name())) for n in range(properties.propertyCount())]
        if isinstance(each, QWidget):
            interface = QAccessible.queryAccessibleInterface(each)
            said += [interface.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description)]
    return "\n".join(said)
