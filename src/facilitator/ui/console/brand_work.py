"""BrandWork: the client's logo and colour."""

from functools import partial

from PySide6.QtWidgets import QWidget

from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.brand_dialog import BrandDialog
from facilitator.workshop.branding import brand_of, set_brand


def ask_for_brand(desk: Desk, parent: QWidget) -> None:
    """Show how the client looks on paper, and wait until that is saved or given up."""

    def save(colour: str, logo: str, logo_text: str) -> bool:
        return desk.ask_for(dialog.say, partial(set_brand, colour=colour, logo=logo, logo_text=logo_text)) is not None

    dialog = BrandDialog(brand_of(desk.document), save, desk.words, parent)
    dialog.exec()
