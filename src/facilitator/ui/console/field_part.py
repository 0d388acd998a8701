"""FieldPart: the inspector's fields that belong together, below a heading that opens and closes them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from facilitator.boards.described import Field
from facilitator.content.words import Words
from facilitator.ui.console.field_editors import FieldEditor, editor_for
from facilitator.ui.plain_label import PlainLabel

Part = tuple[bool, str, tuple[Field, ...]]
"""Whether a part is private, its title and its fields."""

_LABEL, _ROOMY_LABEL = 96, 190


class FieldPart(QWidget):
    """Editors are made when the part is first opened; one without a title is always open. `roomy` has wider labels.

    A label that has no room beside its field stands above it.

    `entered` carries key and value as a `FieldEditor` does, `toggled` whether the part is open now.
    """

    entered = Signal(str, str)
    toggled = Signal(bool)

    def __init__(
        self,
        title: str,
        *,
        private: bool,
        opened: bool,
        words: Words,
        roomy: bool = False,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__()
        self._roomy, self._today = roomy, today
        self.title, self.private = title, private
        self.opened = opened or not title
        self.editors: tuple[FieldEditor, ...] = ()
        self._words = words
        self._fields: tuple[Field, ...] = ()
        self._form: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._count = PlainLabel("", "small")
        self._heading = self._made_heading() if title else None
        if self._heading:
            self._heading.setChecked(self.opened)
            self._heading.toggled.connect(self._toggle)
            head = QHBoxLayout()
            head.addWidget(self._heading, 1)
            head.addWidget(self._count)
            self._layout.addLayout(head)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the fields, also while the part is closed."""
        return tuple(field.key for field in self._fields)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        heading: tuple[QWidget, ...] = (self._heading,) if self._heading else ()
        return (*heading, *(editor.widget for editor in self.editors))

    def open(self) -> None:
        """Show the fields."""
        if self._heading:
            self._heading.setChecked(True)

    def show_fields(self, fields: Sequence[Field], *, anew: bool) -> None:
        """Show these fields, but keep what is being typed in them; `anew` those of another item."""
        same = [_shape(field) for field in fields] == [_shape(field) for field in self._fields]
        self._fields = tuple(fields)
        if not same:
            self._fill()
        for editor, field in zip(self.editors, fields, strict=False):
            editor.blockSignals(False)
            editor.show_field(field, anew=anew)
        self._tell()

    def be_silent(self) -> None:
        """Ask for nothing until other fields are shown: the editors may still lose the focus."""
        for editor in self.editors:
            editor.blockSignals(True)

    def _fill(self) -> None:
        """Make the editors, in place of those before, which go a little later: one may be telling of its last edit."""
        if self._form:
            self.be_silent()
            self._form.hide()
            self._form.deleteLater()
            self._form, self.editors = None, ()
        if self.opened:
            self.editors = tuple(editor_for(field, self._words, self._today) for field in self._fields)
            for editor in self.editors:
                editor.entered.connect(self.entered)
            self._form = _form(self._fields, self.editors, roomy=self._roomy)
            self._layout.addWidget(self._form)
            self._form.show()  # at once, so that it can have the focus

    def _made_heading(self) -> QToolButton:
        heading = QToolButton()
        heading.setObjectName("part")
        heading.setCheckable(True)
        heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # it never widens its column
        return heading

    def _toggle(self, opened: bool) -> None:
        self.opened = opened
        if opened and self._form is None:
            self._fill()
        if self._form:
            self._form.setVisible(opened)
        self._tell()
        self.toggled.emit(opened)

    def _tell(self) -> None:
        if self._heading:
            known = sum(1 for field in self._fields if field.value)
            count = self._words("console.part", known=known, count=len(self._fields))
            self._count.setText(count)
            self._heading.setText(self.title.replace("&", "&&"))
            self._heading.setArrowType(Qt.ArrowType.DownArrow if self.opened else Qt.ArrowType.RightArrow)
            state = "console.part_open" if self.opened else "console.part_closed"
            self._heading.setAccessibleName(self._words(state, part=self.title, count=count))


def _shape(field: Field) -> tuple[str, str, str, bool]:
    return field.key, field.form, field.label, field.private


def parts_of(fields: Iterable[Field]) -> Iterator[Part]:
    """The fields by part: the public parts first, each where the first of its fields was."""
    parts: dict[tuple[bool, str], list[Field]] = {}
    for field in fields:
        parts.setdefault((field.private, field.part), []).append(field)
    for private, title in sorted(parts, key=lambda which: which[0]):
        yield private, title, tuple(parts[private, title])


def _form(fields: Sequence[Field], editors: Sequence[FieldEditor], *, roomy: bool) -> QWidget:
    holder = QWidget()
    form = QFormLayout(holder)
    form.setContentsMargins(0, 4, 0, 6)
    form.setHorizontalSpacing(6)
    form.setVerticalSpacing(5)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    beside: list[PlainLabel] = []
    most = _ROOMY_LABEL if roomy else _LABEL
    for field, editor in zip(fields, editors, strict=True):
        label = PlainLabel(field.label, "fieldLabel", wraps=True)
        label.setBuddy(editor.widget)
        if field.form in ("text", "told") or _whole_line(label) > most:
            form.addRow(label)
            form.addRow(_with_note(editor))
        else:
            beside.append(label)
            form.addRow(label, _with_note(editor))
    width = max((_whole_line(label) for label in beside), default=0)
    for label in beside:
        label.setFixedWidth(width)
    return holder


def _whole_line(label: PlainLabel) -> int:
    """How wide a label has to be, in pixels, to stand in one line: a part of it would be another label."""
    label.ensurePolished()
    return label.fontMetrics().horizontalAdvance(label.text()) + 2


def _with_note(editor: FieldEditor) -> QWidget | QVBoxLayout:
    """The widget of an editor, with what may be wrong below it."""
    if editor.note is None:
        return editor.widget
    both = QVBoxLayout()
    both.setSpacing(2)
    both.addWidget(editor.widget)
    both.addWidget(editor.note)
    return both
