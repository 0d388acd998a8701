"""Inspector: the fields of what is picked, the private ones in a panel of their own that can't be mistaken."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator.boards.kind import Field, ItemGroup
from facilitator.content.words import Words
from facilitator.ui import style
from facilitator.ui.buttons import button
from facilitator.ui.console.field_editors import FieldEditor, editor_for
from facilitator.ui.icons import pixmap
from facilitator.ui.plain_label import PlainLabel

_LABEL = 96
_LEAST = 120


@dataclass(frozen=True, slots=True)
class Inspected:
    """What the inspector shows: a heading and the fields of one thing, `id` the item's or the board's."""

    id: str
    heading: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed of one item and is not saved: its heading, and the values by field."""

    heading: str
    values: dict[str, str]


class Inspector(QWidget):
    """Edits are asked for when a field is left or Enter is pressed in it; what was refused stays to be mended.

    That holds also when something else is shown meanwhile: what was typed waits as a draft, until `saved` tells that
    it is on disk, and is there again with the item. Public fields scroll; the private panel stands below them,
    always in sight.
    """

    fieldEntered = Signal(str, str, str)
    regroupRequested = Signal(tuple, str)
    deleteRequested = Signal(tuple)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: Inspected | None = None
        self._editors: list[FieldEditor] = []
        self._drafts: dict[str, Draft] = {}
        self._private: QFrame | None = None
        self._private_hidden = False
        self._page: QWidget | None = None
        holder = QWidget()
        self._pages = QVBoxLayout(holder)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(holder)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumHeight(_LEAST)
        self._parts = QVBoxLayout(self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.addWidget(scroll, 1)

    @property
    def editors(self) -> tuple[FieldEditor, ...]:
        """The editors on show, in the order of the fields."""
        return tuple(self._editors)

    def show_one(self, inspected: Inspected) -> None:
        """Show the fields of one item or of the board; typing that is not saved stays if the same thing is shown."""
        if self._shown and self._shown.id != inspected.id:
            self.leave()
        before = self._shown
        if before is None or before.id != inspected.id:
            self._to_top()
        same = before and before.id == inspected.id and len(self._editors) == len(inspected.fields)
        if same and all(e.fits(f) for e, f in zip(self._editors, inspected.fields, strict=True)):
            for editor, field in zip(self._editors, inspected.fields, strict=True):
                editor.show_value(field.value)
            if before and before.heading != inspected.heading:
                self._heading.setText(inspected.heading)
            self._shown = inspected
            return
        self._shown = inspected
        draft = self._drafts.get(inspected.id)
        typed: dict[str, str | None] = {**draft.values} if draft else {}
        typed.update((editor.key, editor.pending()) for editor in self._editors)
        self._build(inspected)
        for editor in self._editors:
            editor.resume(typed.get(editor.key))

    def show_many(self, ids: Sequence[str], groups: Sequence[ItemGroup]) -> None:
        """Show how many are picked and what can be done with all of them."""
        self.leave()
        self._to_top()
        page, layout = self._new_page(self._words("console.picked", count=len(ids)))
        if groups:
            choice = QComboBox()
            choice.setAccessibleName(self._words("console.move_all"))
            choice.addItem(self._words("console.move_all"), "")
            for group in groups:
                choice.addItem(group.name, group.id)
            choice.activated.connect(lambda place: self._regroup(tuple(ids), choice.itemData(place)))
            layout.addWidget(choice)
        delete = button(
            self._words("console.delete"),
            lambda: self.deleteRequested.emit(tuple(ids)),
            icon_name="delete",
            key=self._words("console.key_delete"),
        )
        layout.addWidget(delete)
        layout.addStretch(1)
        self._turn_to(page, None)

    def hide_private(self, hidden: bool) -> None:
        """Show or hide the private panel, for when somebody looks over the shoulder."""
        self._private_hidden = hidden
        if self._private:
            self._private.setVisible(not hidden)

    def commit(self) -> None:
        """Ask to save whatever was typed and is not saved yet."""
        self._save(self._shown, self._editors)

    def leave(self) -> None:
        """Ask to save what was typed; from here on nothing is shown, also for whoever hears of the saving."""
        shown, editors = self._shown, tuple(self._editors)
        self._shown, self._editors = None, []
        for editor in editors:
            editor.blockSignals(True)  # they may still lose the focus, but have nothing more to say
        self._save(shown, editors)

    @property
    def drafts(self) -> dict[str, str]:
        """What has typing that was asked to be saved and is not: ids with their headings."""
        return {item_id: draft.heading for item_id, draft in self._drafts.items()}

    def saved(self, item_id: str, key: str, value: str) -> None:
        """This value is on disk: it is a draft no longer."""
        draft = self._drafts.get(item_id)
        if draft and draft.values.get(key) == value:
            del draft.values[key]
            if not draft.values:
                del self._drafts[item_id]

    def focus_first(self) -> None:
        """Put the focus into the first field."""
        if self._editors:
            self._editors[0].widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_top(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)  # the name of what is shown stands there

    def _regroup(self, ids: tuple[str, ...], group: str) -> None:
        if group:
            self.regroupRequested.emit(ids, group)

    def _save(self, shown: Inspected | None, editors: Sequence[FieldEditor]) -> None:
        if not shown:
            return
        typed = {editor.key: editor.pending() for editor in editors}  # saving may do away with the editors
        unsaved = {key: value for key, value in typed.items() if value is not None}
        self._drafts.pop(shown.id, None)
        if unsaved:
            self._drafts[shown.id] = Draft(shown.heading, dict(unsaved))
        for key, value in unsaved.items():
            self.fieldEntered.emit(shown.id, key, value)

    def _build(self, inspected: Inspected) -> None:
        for editor in self._editors:
            editor.blockSignals(True)
        self._editors = []
        page, layout = self._new_page(inspected.heading)
        layout.addLayout(self._form(inspected.id, [field for field in inspected.fields if not field.private]))
        layout.addStretch(1)
        private = [field for field in inspected.fields if field.private]
        self._turn_to(page, self._private_panel(inspected.id, private) if private else None)

    def _turn_to(self, page: QWidget, private: QFrame | None) -> None:
        """Show other parts; those before go a little later: an editor on them may be telling of its last edit."""
        for before in (self._page, self._private):
            if before:
                before.hide()
                before.deleteLater()
        self._page, self._private = page, private
        self._pages.addWidget(page)
        page.show()
        if private:
            self._parts.addWidget(private)
            private.setVisible(not self._private_hidden)  # only now: without a parent it would be a window

    def _new_page(self, heading: str) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(2, 2, 6, 8)
        self._heading = PlainLabel(heading, "title", wraps=True)
        layout.addWidget(self._heading)
        return page, layout

    def _form(self, item_id: str, fields: Sequence[Field]) -> QFormLayout:
        form = QFormLayout()
        form.setContentsMargins(0, 4, 0, 0)
        form.setHorizontalSpacing(6)
        form.setVerticalSpacing(5)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        labels: list[PlainLabel] = []
        for field in fields:
            editor = editor_for(field, self._words)
            editor.entered.connect(lambda key, value: self.fieldEntered.emit(item_id, key, value))
            label = PlainLabel(field.label, "fieldLabel", wraps=True)
            label.setBuddy(editor.widget)
            self._editors.append(editor)
            if field.form == "text":
                form.addRow(label)
                form.addRow(editor.widget)
            else:
                labels.append(label)
                form.addRow(label, _with_note(editor))
        width = max((_longest_word(label) for label in labels), default=0)
        for label in labels:
            label.setFixedWidth(min(width, _LABEL))
        return form

    def _private_panel(self, item_id: str, fields: Sequence[Field]) -> QFrame:
        panel = QFrame()
        panel.setObjectName("private")
        panel.setAccessibleName(self._words("console.private_never"))
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(12, 10, 12, 12)
        head = QHBoxLayout()
        lock = PlainLabel()
        lock.setPixmap(pixmap("lock", style.AMBER, 16))
        head.addWidget(lock)
        head.addWidget(PlainLabel(self._words("console.private_never"), "heading", wraps=True), 1)
        layout.addLayout(head)
        layout.addLayout(self._form(item_id, fields))
        return panel


def _longest_word(label: PlainLabel) -> int:
    """How wide a label has to be, in pixels, when it breaks between words only."""
    label.ensurePolished()
    return max((label.fontMetrics().horizontalAdvance(word) + 2 for word in label.text().split()), default=0)


def _with_note(editor: FieldEditor) -> QWidget | QVBoxLayout:
    """The widget of an editor, with what may be wrong below it."""
    if editor.note is None:
        return editor.widget
    both = QVBoxLayout()
    both.setSpacing(2)
    both.addWidget(editor.widget)
    both.addWidget(editor.note)
    return both
