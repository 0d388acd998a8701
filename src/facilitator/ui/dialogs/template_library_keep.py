"""TemplateKeepDialog: what is kept of a session as a template is shown, and who is named in it, before it is saved."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from facilitator.boards.hiding import Hidden
from facilitator.content.whole_templates import OwnText, WholeTemplate, texts_of
from facilitator.content.words import Words
from facilitator.domain.language import Language, other_language
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.dialogs.template_library_text import Forms, TemplateText
from facilitator.ui.editors import LineField, TextField
from facilitator.ui.plain_label import PlainLabel
from facilitator.workshop.session_templates import without_names

_WIDTH, _HEIGHT, _FIELDS, _PURPOSE, _NAMES = 1080, 640, 440, 62, 96


class TemplateKeepDialog(SayingDialog):
    """Ctrl+Enter saves it, Enter too but in a purpose; what is to be saved stands beside the fields all the time.

    `look` finds names in a text. Names that are to stay, and a name that another template has (`is_taken`), are said
    once before they are saved. `save` says whether it was, `say` why it was not.
    """

    def __init__(
        self,
        template: WholeTemplate,
        language: Language,
        look: Callable[[str], Hidden],
        is_taken: Callable[[WholeTemplate], bool],
        save: Callable[[WholeTemplate], bool],
        kinds: Sequence[tuple[str, str]],
        forms: Forms,
        words: Words,
        parent: QWidget,
    ) -> None:
        super().__init__(words("templates.keep_title"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._template, self._look, self._is_taken, self._save = template, cache(look), is_taken, save
        self._words = words
        self._warned_of: WholeTemplate | None = None
        self.names, self.purposes = dict[Language, LineField](), dict[Language, TextField]()
        for each in (language, other_language(language)):
            self.names[each] = LineField(template.name.fr if each == "fr" else template.name.en)
            self.names[each].setAccessibleName(words(f"templates.name_{each}"))
            self.names[each].textChanged.connect(lambda text: self._show())
            self.purposes[each] = TextField()
            self.purposes[each].setFixedHeight(_PURPOSE)
            self.purposes[each].setAccessibleName(words(f"templates.purpose_{each}"))
            self.purposes[each].textChanged.connect(lambda: self._show())
        self._named = PlainLabel("", "problem", wraps=True)
        self.named = QListWidget()
        self.named.setFixedHeight(_NAMES)
        self.named.setWordWrap(True)
        self.hides = QCheckBox(words("templates.names_hide"))
        self.hides.setChecked(True)
        self.hides.toggled.connect(lambda on: self._show())
        self.text = TemplateText(kinds, forms, words)
        self._lay_out()
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.enter)
        self._show()
        self._before, self._told_of = self.typed, self.typed
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self.names[language].setFocus()
        self.names[language].selectAll()

    @property
    def typed(self) -> WholeTemplate:
        """What is kept, with the name and purpose that stand in the fields."""
        return replace(
            self._template,
            name=OwnText(self.names["en"].text().strip(), self.names["fr"].text().strip()),
            purpose=OwnText(*(self.purposes[each].toPlainText().strip() for each in ("en", "fr"))),
        )

    @property
    def wanted(self) -> WholeTemplate:
        """What is saved: without names where that is ticked."""
        typed = self.typed
        return without_names(typed, lambda text: self._look(text).text) if self.hides.isChecked() else typed

    def enter(self) -> None:
        """Save it, unless something has to be said before."""
        wanted = self.wanted
        warning = "" if wanted == self._warned_of else self._warning(wanted)
        if warning:
            self._warned_of = wanted
            self.say(warning)
        elif self._save(wanted):
            self.accept()

    def reject(self) -> None:
        """Give it up: what was typed is lost only where this was said before."""
        typed = self.typed
        if typed not in (self._before, self._told_of):
            self._told_of = typed
            self.say(self._words("console.entry_not_saved"))
        else:
            super().reject()

    def _warning(self, wanted: WholeTemplate) -> str:
        found, words = self._found(wanted), self._words
        if found:
            return words("templates.names_left", count=len(found), names=self._all_names(found))
        if self._is_taken(wanted):
            return words("templates.same_name", name=wanted.name.within(words.language))
        return ""

    def _found(self, template: WholeTemplate) -> list[tuple[str, tuple[str, ...]]]:
        """The texts that name somebody, each with the names."""
        texts = dict.fromkeys(side for text in texts_of(template) for side in (text.en, text.fr) if side)
        looked = ((text, self._look(text)) for text in texts)
        return [(text, (*its.names, *its.contacts)) for text, its in looked if its.names or its.contacts]

    def _all_names(self, found: Sequence[tuple[str, tuple[str, ...]]]) -> str:
        quoted = dict.fromkeys(self._words.quote(name) for _, names in found for name in names)
        return self._words.list(list(quoted))

    def _show(self) -> None:
        self.say("")
        words, found = self._words, self._found(self.typed)
        for each in (self._named, self.named, self.hides):
            each.setVisible(bool(found))
        self._named.setText(words("templates.names", count=len(found)))
        self.named.setAccessibleName(self._named.text())
        self.named.clear()
        for text, names in found:
            quoted = words.list([words.quote(name) for name in names])
            self.named.addItem(words("templates.names_row", names=quoted, text=" ".join(text.split())))
        self.text.show_template(self.wanted)

    def _lay_out(self) -> None:
        words = self._words
        fields = QVBoxLayout()
        fields.setSpacing(4)
        for each, line in self.names.items():
            fields.addWidget(PlainLabel(words(f"templates.name_{each}"), "fieldLabel"))
            fields.addWidget(line)
        for each, text in self.purposes.items():
            fields.addWidget(PlainLabel(words(f"templates.purpose_{each}"), "fieldLabel"))
            fields.addWidget(text)
        for part in (self._named, self.named, self.hides):
            fields.addWidget(part)
        fields.addStretch(1)
        left = QWidget()
        left.setLayout(fields)
        left.setFixedWidth(_FIELDS)
        fields.setContentsMargins(0, 0, 0, 0)
        beside = QHBoxLayout()
        beside.setSpacing(14)
        beside.addWidget(left)
        beside.addWidget(self.text, 1)
        save = button(words("templates.keep_enter"), self.enter, main=True, key=words("console.key_ctrl_enter"))
        save.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(words("console.cancel"), self.reject, key=words("console.key_escape")))
        buttons.addWidget(save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(9)
        layout.addWidget(PlainLabel(words("templates.keep_about"), "quiet", wraps=True))
        layout.addLayout(beside, 1)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)
