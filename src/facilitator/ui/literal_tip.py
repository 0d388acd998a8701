"""Tips that show people's words as they stand."""

from html import escape

from PySide6.QtGui import Qt


def literal_tip(text: str) -> str:
    """The text as a tip that shows every letter of it: Qt reads whatever looks like markup in a tip as markup."""
    if not Qt.mightBeRichText(text):
        return text
    return f'<span style="white-space:pre-wrap">{escape(text, quote=False)}</span>'
