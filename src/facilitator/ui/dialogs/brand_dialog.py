"""BrandDialog: the client's logo and colour on handouts, and what becomes of a colour that words can't have."""

import base64
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QColorDialog, QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facilitator.content.theme import contrast
from facilitator.content.words import Words
from facilitator.domain.brand import Brand
from facilitator.domain.refusal import EditRejected, Refusal
from facilitator.exchange.logo import logo_of
from facilitator.exchange.reading import file_content
from facilitator.handouts.look import HOUSE, Look
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.files import files_to_open
from facilitator.ui.dialogs.saying_dialog import SayingDialog
from facilitator.ui.editors import LineField
from facilitator.ui.errors import sentence, system_sentence
from facilitator.ui.plain_label import PlainLabel
from facilitator.workshop.branding import colour_typed

_PAPER = "#FFFFFF"
_LOGO_WIDE, _LOGO_HIGH = 300, 90  # pixels
_WIDTH = 560


class BrandDialog(SayingDialog):
    """Enter saves colour, logo and its words as one step: `save` says whether it was; `say` shows why it was not.

    Esc gives up, where something was changed only when pressed twice with nothing changed between.
    """

    def __init__(self, brand: Brand, save: Callable[[str, str, str], bool], words: Words, parent: QWidget) -> None:
        super().__init__(words("brand.title"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words, self._save = words, save
        self._logo = brand.logo
        self.colour, self.logo_text = LineField(brand.colour), LineField(brand.logo_text)
        self.colour.setPlaceholderText(words("brand.colour_hint"))
        self.colour.setAccessibleName(words("brand.colour"))
        self.logo_text.setAccessibleName(words("brand.logo_text"))
        self.logo_text.setPlaceholderText(words("brand.logo_text_hint"))
        self._sample, self._told = PlainLabel("", wraps=True), PlainLabel("", "quiet", wraps=True)
        self._picture = QLabel()
        self._picture.setTextFormat(Qt.TextFormat.PlainText)
        self.choose_logo = button(words("brand.choose_logo"), self._choose_logo, icon_name="folder")
        self.remove_logo = button(words("brand.remove_logo"), self._remove_logo)
        self._lay_out()
        self._before = self._warned_of = self._values()
        self.colour.textChanged.connect(lambda text: self._show_colour())
        self._show_colour()
        self._show_logo()
        self.colour.setFocus()

    @property
    def told(self) -> str:
        """What is said of the colour."""
        return self._told.text()

    def take_logo(self, data: bytes, name: str) -> None:
        """Take a picture file as the logo; where it can't be one, say so and keep the one that was there."""
        try:
            self._logo = logo_of(data, name)
        except Refusal as refusal:
            self.say(sentence(refusal, self._words))
            return
        self.say("")
        self._show_logo()

    def enter(self) -> None:
        """Save it; what can't be saved stays to be mended."""
        if self._values() == self._before or self._save(*self._values()):
            self.accept()

    def reject(self) -> None:
        """Give it up: what was changed is lost only where this was said before."""
        values = self._values()
        if values in (self._before, self._warned_of):
            super().reject()
        else:
            self._warned_of = values
            self.say(self._words("console.entry_not_saved"))

    def _values(self) -> tuple[str, str, str]:
        return self.colour.text(), self._logo, self.logo_text.text()

    def _lay_out(self) -> None:
        words = self._words
        choose = button(words("brand.choose_colour"), self._choose_colour)
        choose.setAccessibleName(words("brand.choose_colour_said"))
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(PlainLabel(words("brand.colour"), "fieldLabel"), _row(self.colour, choose))
        form.addRow("", self._sample)
        form.addRow("", self._told)
        form.addRow(PlainLabel(words("brand.logo"), "fieldLabel"), self._picture)
        form.addRow("", _row(self.choose_logo, self.remove_logo))
        form.addRow(PlainLabel(words("brand.logo_text"), "fieldLabel"), self.logo_text)
        save = button(words("brand.save"), self.enter, main=True)
        save.setDefault(True)
        cancel = button(words("console.cancel"), self.reject, key=words("console.key_escape"))
        for each in (choose, self.choose_logo, self.remove_logo, cancel):
            each.setAutoDefault(True)  # Enter presses it where it has the focus
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(words("brand.about"), wraps=True))
        layout.addLayout(form)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)

    def _show_colour(self) -> None:
        """How words will look, and why they are darker than the colour where they are."""
        words = self._words
        try:
            look = Look(colour_typed(self.colour.text()))
        except EditRejected as refusal:
            self._sample.setText("")
            self._told.setText(sentence(refusal, words))
            return
        told = {"ratio": words.number(round(contrast(look.colour or _PAPER, _PAPER), 1)), "words": look.words}
        key = "house" if look == HOUSE else "enough" if look.words.lower() == look.colour else "darkened"
        self._told.setText(words(f"brand.{key}", **told))
        self._sample.setText(words("brand.sample"))
        band = look.colour or look.words
        self._sample.setStyleSheet(
            f"background: {_PAPER}; border-top: 8px solid {band}; padding: 8px; color: {look.words}; font-weight: 600"
        )

    def _show_logo(self) -> None:
        picture = QPixmap()
        picture.loadFromData(base64.b64decode(self._logo))
        if picture.isNull():
            self._picture.setText(self._words("brand.no_logo"))
        else:
            shown = picture.scaled(
                min(_LOGO_WIDE, picture.width()),
                min(_LOGO_HIGH, picture.height()),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._picture.setPixmap(shown)
            size = self._words("brand.logo_there", wide=picture.width(), high=picture.height())
            self._picture.setAccessibleName(f"{self._words('brand.logo')}, {size}")
        self.remove_logo.setEnabled(not picture.isNull())
        self.logo_text.setEnabled(not picture.isNull())

    def _choose_colour(self) -> None:
        before = QColor(self.colour.text()) if QColor.isValidColorName(self.colour.text()) else QColor(HOUSE.words)
        chosen = QColorDialog.getColor(before, self, self._words("brand.choose_colour_said"))
        if chosen.isValid():
            self.colour.setText(chosen.name())

    def _choose_logo(self) -> None:
        files = files_to_open(self, self._words("brand.choose_logo"), self._words("brand.pictures"))
        if not files:
            return
        try:
            data = file_content(files[0])
        except OSError as error:
            self.say(system_sentence(error, self._words))
            return
        except Refusal as refusal:
            self.say(sentence(refusal, self._words))
            return
        self.take_logo(data, files[0].name)

    def _remove_logo(self) -> None:
        self._logo = ""
        self._show_logo()


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for number, widget in enumerate(widgets):
        row.addWidget(widget, 0 if number else 1)
    return row
