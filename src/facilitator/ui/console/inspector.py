"""Inspector: the fields of what is picked, the private ones in a panel of their own that can't be mistaken."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from facilitator.boards.described import Field, ItemGroup
from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.choosing import ChoiceBox
from facilitator.ui.console.entries_panel import EntriesPanel
from facilitator.ui.console.field_area import LEAST, FieldArea
from facilitator.ui.console.field_editors import FieldEditor
from facilitator.ui.console.field_part import FieldPart, Part, parts_of
from facilitator.ui.plain_label import PlainLabel
from facilitator.ui.private_part import PrivatePart

_PRIVATE_SHARE = 0.45  # of the height, where there is not room for all


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
    it is on disk, and is there again with the item. Fields stand in parts, which stay open or closed whatever is
    shown. Public ones scroll, the `entries` after them; the private panel stands below, always in sight. `sought` says
    that a field is about to get the focus and must be in sight for it.
    """

    fieldEntered = Signal(str, str, str)
    regroupRequested = Signal(tuple, str)
    mergeRequested = Signal()
    deleteRequested = Signal(tuple)
    sought = Signal()

    def __init__(self, words: Words, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self._words, self._today = words, today
        self._shown: Inspected | None = None
        self._fields: list[FieldPart] = []
        self._opened: set[tuple[bool, str]] = set()
        self._stops: list[QWidget] = []
        self._drafts: dict[str, Draft] = {}
        self._private: PrivatePart | None = None
        self._private_hidden = False
        self._warning = words("console.private_never")
        self.entries = EntriesPanel(words, self)
        self._page: QWidget | None = None
        self._scroll = FieldArea()
        self._private_area = self._scroll  # until there is a private panel
        self._pages = self._scroll.inside
        self._halves = QVBoxLayout(self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.addWidget(self._scroll, 1)

    @property
    def editors(self) -> tuple[FieldEditor, ...]:
        """The editors of all parts that are or were open, in the order of the fields."""
        return tuple(editor for part in self._fields for editor in part.editors)

    def show_one(self, inspected: Inspected) -> None:
        """Show the fields of one item or of the board; typing that is not saved stays if the same thing is shown."""
        if self._shown and self._shown.id != inspected.id:
            self.leave()
        before = self._shown
        if before is None or before.id != inspected.id:
            self._to_top()
        same = before is not None and before.id == inspected.id
        self._shown = inspected
        draft = self._drafts.get(inspected.id)
        typed: dict[str, str | None] = {**draft.values} if draft and not same else {}
        if same:
            typed.update((editor.key, editor.pending()) for editor in self.editors)
        wanted = list(parts_of([each for each in inspected.fields if each.form != "told" or each.value]))
        if [(part.private, part.title) for part in self._fields] != [(private, title) for private, title, _ in wanted]:
            self._build(wanted)
        self._heading.setText(inspected.heading)
        for part, (_, _, fields) in zip(self._fields, wanted, strict=True):
            part.show_fields(fields, anew=not same)
        self._order_stops()
        for part in self._fields:
            if any(typed.get(key) is not None for key in part.keys):
                part.open()
        for editor in self.editors:
            editor.resume(typed.get(editor.key))

    def show_many(self, ids: Sequence[str], groups: Sequence[ItemGroup], *, merges: bool = False) -> None:
        """Show how many are picked and what can be done with all of them; `merges`: they may be made one."""
        self.leave()
        self._end_fields()
        self._to_top()
        page, layout = self._new_page(self._words("console.picked", count=len(ids)))
        if groups:
            choice = ChoiceBox()
            choice.setAccessibleName(self._words("console.move_all"))
            choice.addItem(self._words("console.move_all"), "")
            for group in groups:
                choice.addItem(group.name, group.id)
            choice.activated.connect(lambda place: self._regroup(tuple(ids), choice.itemData(place)))
            layout.addWidget(choice)
        if merges:
            layout.addWidget(button(self._words("exchange.merge_action"), self.mergeRequested.emit, key="Ctrl+D"))
        delete = button(
            self._words("console.delete"),
            lambda: self.deleteRequested.emit(tuple(ids)),
            icon_name="delete",
            key=self._words("console.key_delete"),
        )
        layout.addWidget(delete)
        layout.addWidget(self.entries)
        layout.addStretch(1)
        self._turn_to(page, None)

    def hide_private(self, hidden: bool) -> None:
        """Show or hide the private panel, for when somebody looks over the shoulder."""
        self._private_hidden = hidden
        if self._private:
            self._private.setVisible(not hidden)

    def show_seen(self, layers: Sequence[str]) -> None:
        """Head the private panel with the layers of which participants see the values, if there are any."""
        key = "console.private_seen" if layers else "console.private_never"
        self._warning = self._words(key, layers=self._words.list(layers))
        if self._private:
            self._private.tell(self._warning)

    def commit(self) -> None:
        """Ask to save whatever was typed and is not saved yet."""
        self._save(self._shown, self.editors)

    def leave(self) -> None:
        """Ask to save what was typed; from here on nothing is shown, also for whoever hears of the saving."""
        shown, self._shown = self._shown, None
        for part in self._fields:
            part.be_silent()
        self._save(shown, self.editors)

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
        self.sought.emit()
        if self.editors:
            self.editors[0].widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_field(self, key: str) -> None:
        """Put the focus into the field `key` of what is shown, opened and in sight; a hidden private one stays hidden.

        Raises KeyError for a key that is none of the fields.
        """
        part = {key: part for part in self._fields for key in part.keys}[key]
        part.open()
        self.sought.emit()
        editor = next(each for each in part.editors if each.key == key)
        editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area_of(part).reveal(editor.widget)

    def focus_draft(self, item_id: str) -> None:
        """Put the focus into the first field of this item that is not saved, where the item is shown and has one."""
        if item_id in self._drafts and self._shown and self._shown.id == item_id:
            self.focus_field(next(iter(self._drafts[item_id].values)))

    def _area_of(self, part: FieldPart) -> FieldArea:
        return self._private_area if part.private else self._scroll

    def _to_top(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)  # the name of what is shown stands there

    def _regroup(self, ids: tuple[str, ...], group: str) -> None:
        if group:
            self.regroupRequested.emit(ids, group)

    def _save(self, shown: Inspected | None, editors: Sequence[FieldEditor]) -> None:
        if not shown:
            return
        for editor in editors:
            editor.settle()
        typed = {editor.key: editor.pending() for editor in editors}  # saving may do away with the editors
        unsaved = {key: value for key, value in typed.items() if value is not None}
        self._drafts.pop(shown.id, None)
        if unsaved:
            self._drafts[shown.id] = Draft(shown.heading, dict(unsaved))
        for key, value in unsaved.items():
            self.fieldEntered.emit(shown.id, key, value)

    def _end_fields(self) -> None:
        for part in self._fields:
            part.be_silent()
        self._fields = []

    def _build(self, wanted: Sequence[Part]) -> None:
        """Make these parts, in place of those before."""
        self._end_fields()
        page, layout = self._new_page("")
        panel, inside = self._private_panel()
        for private, title, _ in wanted:
            opened = (private, title) in self._opened
            part = FieldPart(title, private=private, opened=opened, words=self._words, today=self._today)
            part.entered.connect(self._enter)
            part.toggled.connect(lambda opened, part=part: self._remember(part, opened))
            self._fields.append(part)
            (inside if private else layout).addWidget(part)
        layout.addWidget(self.entries)
        layout.addStretch(1)
        inside.addStretch(1)
        self._turn_to(page, panel if any(private for private, _, _ in wanted) else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        if self._private:
            self._private.setMaximumHeight(max(LEAST, round(self.height() * _PRIVATE_SHARE)))

    def _enter(self, key: str, value: str) -> None:
        if self._shown:
            self.fieldEntered.emit(self._shown.id, key, value)

    def _remember(self, part: FieldPart, opened: bool) -> None:
        (self._opened.add if opened else self._opened.discard)((part.private, part.title))
        self._order_stops()
        if opened and part.stops[0].hasFocus():  # it was opened by hand
            self._area_of(part).reveal(part)

    def _order_stops(self) -> None:
        """Tab goes through the fields as they stand, not as their editors were made."""
        public, private = ([part.stops for part in self._fields if part.private is which] for which in (False, True))
        stops = [stop for part in (*public, self.entries.stops, *private) for stop in part]
        if stops != self._stops:
            self._stops = stops
            for before, after in pairwise(stops):
                QWidget.setTabOrder(before, after)

    def _turn_to(self, page: QWidget, private: PrivatePart | None) -> None:
        """Show other parts; those before go a little later: an editor on them may be telling of its last edit."""
        for before in (self._page, self._private):
            if before:
                before.hide()
                before.deleteLater()
        self._page, self._private = page, private
        self._pages.addWidget(page)
        page.show()
        self.entries.setVisible(bool(self.entries.parts))  # another page has it now, and that hid it
        if private:
            self._halves.addWidget(private)
            self._share_height()
            private.setVisible(not self._private_hidden)  # only now: without a parent it would be a window

    def _new_page(self, heading: str) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(2, 2, 6, 8)
        layout.setSpacing(2)
        self._heading = PlainLabel(heading, "title", wraps=True)
        layout.addWidget(self._heading)
        return page, layout

    def _private_panel(self) -> tuple[PrivatePart, QVBoxLayout]:
        panel = PrivatePart(self._warning)
        panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        panel.inside.setContentsMargins(12, 10, 6, 8)
        self._private_area = FieldArea()
        self._private_area.inside.setContentsMargins(0, 0, 6, 0)  # off the scroll bar
        panel.inside.addWidget(self._private_area)
        return panel, self._private_area.inside
