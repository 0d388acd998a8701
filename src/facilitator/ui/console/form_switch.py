"""FormSwitch: the ways of looking at the open board, side by side: the forms of its picture, then other pages."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from facilitator.boards.described import Form
from facilitator.content.words import Words
from facilitator.ui import style
from facilitator.ui.buttons import button
from facilitator.ui.icons import icon


class FormSwitch(QWidget):
    """One segment is always chosen. A lock stands on a form that shows what participants do not see."""

    formChosen = Signal(str)
    pageChosen = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._group = QButtonGroup(self)
        self._shown: tuple[Form, ...] | None = None
        self._forms: dict[str, QPushButton] = {}
        self._form_id = ""
        self._page: QWidget | None = None
        self._pages: dict[QWidget, QPushButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setObjectName("segments")
        self.setAccessibleName(words("console.forms"))

    @property
    def segments(self) -> tuple[QPushButton, ...]:
        """The buttons from left to right."""
        return (*self._forms.values(), *self._pages.values())

    def add_page(self, name: str, page: QWidget) -> None:
        """Offer a page beside the forms."""
        made = self._segment(name, lambda: self.pageChosen.emit(page))
        self._pages[page] = made
        self._row.addWidget(made)

    def show_forms(self, forms: Sequence[Form], private: Sequence[str]) -> None:
        """Offer these forms, those in `private` with a lock; where there is only one way, it is called the board."""
        offered = tuple(forms) or (Form("", self._words("console.form_board")),)
        if offered != self._shown:
            self._shown = offered
            for made in self._forms.values():
                self._group.removeButton(made)
                self._row.removeWidget(made)
                made.hide()
                made.deleteLater()
            self._forms = {form.id: self._segment(form.name, self._chooser(form.id)) for form in offered}
            for place, made in enumerate(self._forms.values()):
                self._row.insertWidget(place, made)
        for form in offered:
            locked = form.id in private
            made = self._forms[form.id]
            made.setIcon(icon("lock", style.AMBER, style.FAINT) if locked else QIcon())
            name = self._words("console.private_field", field=form.name) if locked else form.name
            made.setAccessibleName(name)

    def mark_form(self, form_id: str) -> None:
        """Show which form the board has; its segment is on unless a page is."""
        self._form_id = form_id
        self._mark()

    def mark_page(self, page: QWidget | None) -> None:
        """Show that a page is on, or with None that the board's form is again."""
        self._page = page
        self._mark()

    def choose(self, place: int) -> None:
        """Choose the segment at this place, counted from 0, if there is one."""
        if place < len(self.segments):
            self.segments[place].click()

    def _mark(self) -> None:
        form = self._forms.get(self._form_id) or next(iter(self._forms.values()), None)
        chosen = self._pages[self._page] if self._page else form
        if chosen:
            chosen.setChecked(True)

    def _segment(self, name: str, act: Callable[[], object]) -> QPushButton:
        made = button(name, act)
        made.setObjectName("segment")
        made.setCheckable(True)
        self._group.addButton(made)
        return made

    def _chooser(self, form_id: str) -> Callable[[], object]:
        return lambda: self.formChosen.emit(form_id)
