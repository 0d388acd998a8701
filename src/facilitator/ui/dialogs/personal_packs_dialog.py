"""PersonalPacksDialog: a pack for each participant, written while the workshop goes on. For the facilitator alone."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFormLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.domain.language import LANGUAGES
from facilitator.domain.refusal import Refusal
from facilitator.exchange.paths import typed_path
from facilitator.handouts.batch import Reached, Summary, summary_lines
from facilitator.handouts.paper import PAPERS
from facilitator.packs.sorts import HandoutOrder
from facilitator.ui.buttons import button, set_text
from facilitator.ui.choosing import ChoiceBox, choice_box
from facilitator.ui.dialogs.batch_writing import BatchWriter
from facilitator.ui.dialogs.files import open_outside
from facilitator.ui.dialogs.people_ticks import PeopleTicks
from facilitator.ui.dialogs.personal_writing import OfferedPeople, WriteAll
from facilitator.ui.dialogs.saying_dialog import fit_to_screen
from facilitator.ui.dialogs.writing_dialog import WritingDialog
from facilitator.ui.editors import TextField
from facilitator.ui.errors import sentence
from facilitator.ui.plain_label import PlainLabel
from facilitator.ui.private_part import PrivatePart

_WIDTH, _HEIGHT = 760, 660
_STEPS = 100  # how finely the bar shows how far one pack is


class PersonalPacksDialog(WritingDialog):
    """People to tick, paper, language and folder; then progress with a way out; then what became of each.

    The `first` of those offered is chosen, with everybody ticked, or those named in `ticked`. Enter writes. Esc ends
    what is being written, what is written stays and is listed; a second one closes. `unforeseen` hears of errors that
    are no refusals. Paper, language and names begin as in the `order`; packs are made of its parts and pages.
    """

    unforeseen = Signal(object)

    def __init__(
        self,
        write: WriteAll,
        offered: Sequence[OfferedPeople],
        order: HandoutOrder,
        folder: Path,
        words: Words,
        parent: QWidget | None,
        *,
        first: int = 0,
        ticked: Sequence[str] | None = None,
    ) -> None:
        super().__init__(words("personal.title"), folder, words, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._write, self._offered = write, tuple(offered)
        self._folder, self._order = folder, order
        self.summary: Summary | None = None
        titles = [(str(place), each.title) for place, each in enumerate(offered)]
        self.who = choice_box(titles, words("personal.who"), str(first), names_first=True)
        self.list = PeopleTicks(words)
        self.all = button(words("personal.tick_all"), lambda: self.list.tick(on=True))
        self.none = button(words("personal.tick_none"), lambda: self.list.tick(on=False))
        self._counted = PlainLabel("", "quiet")
        papers = [(each, words(f"console.paper_{each}")) for each in PAPERS]
        self.paper = choice_box(papers, words("console.paper"), order.paper)
        languages = [(each, words(f"console.language_{each}")) for each in LANGUAGES]
        self.language = choice_box(languages, words("console.language"), order.language)
        for narrow in (self.paper, self.language):
            narrow.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.anonymous = _tick(words("anonymous.tick"), words("anonymous.tick_hint"), on=order.anonymous)
        self.anonymous.toggled.connect(lambda on: self._tell_names())
        self._make_told()
        self.save = button("", self.start, icon_name="handout", main=True)
        self.save.setDefault(True)
        self.open_folder = button(words("console.open_folder"), self._open_folder, icon_name="folder")
        self.open_folder.setAutoDefault(True)
        self.end = button(words("console.cancel"), self.reject, key=words("console.key_escape"))
        self.list.ticked.connect(self._count)
        self.who.currentIndexChanged.connect(lambda place: self._offer())
        self._lay_out()
        self._offer()
        if ticked is not None:
            self.list.tick_only(ticked)
        self._show("choosing")
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self.list.setFocus()

    @property
    def said(self) -> str:
        """How far it is, or what became of it."""
        return self.told.toPlainText() if self.summary else self._reached.text()

    @property
    def about(self) -> str:
        """What it says is in each file."""
        return self._about.text()

    @property
    def private_said(self) -> str:
        """What it says of names."""
        return self._private.accessibleName()

    def start(self) -> None:
        """Write a pack for everybody who is ticked, on a thread of its own."""
        if self.is_writing:
            return
        people = self.list.people
        if not people:
            self.say(self._words("personal.tick_somebody"))
            return
        try:
            self._folder = typed_path(self.folder.text())
        except Refusal as refusal:
            self.say(sentence(refusal, self._words))
            self.folder.setFocus()
            return
        self.say("")
        chosen = self._offered[self.who.currentIndex()]
        order = replace(
            self._order,
            paper=self.paper.currentData(),
            language=self.language.currentData(),
            session_id=chosen.session_id,
            cohort_id=chosen.cohort_id,
            anonymous=self.anonymous.isChecked(),
        )
        self._writer = BatchWriter(partial(self._write, order, people, self._folder), people)
        self._writer.reached.connect(self._tell)
        self._writer.unforeseen.connect(self.unforeseen)
        self._writer.ended.connect(self._ended)
        self._show("writing")
        self._writer.start()

    def reject(self) -> None:
        """End what is being written; close where nothing is."""
        if self._writer:
            self._writer.cancelled.set()
            self._reached.setText(self._words("personal.ending"))
        else:
            super().reject()

    def _tell(self, reached: Reached) -> None:
        if self._writer and not self._writer.cancelled.is_set():
            its = {"number": reached.number, "all": reached.count, "name": reached.name}
            self._reached.setText(self._words("personal.reached", **its))
        steps = max(reached.whole, 1)
        self.progress.setRange(0, reached.count * _STEPS)
        self.progress.setValue((reached.number - 1) * _STEPS + reached.done * _STEPS // steps)

    def _ended(self, summary: Summary) -> None:
        if self._writer:
            self._writer.wait()
        self._writer, self.summary = None, summary
        self.told.setPlainText("\n".join(summary_lines(summary, self._folder, self._words)))
        self._show("written")
        (self.open_folder if summary.of("written") else self.end).setFocus()

    def _offer(self) -> None:
        chosen = self._offered[self.who.currentIndex()]
        self.list.offer(chosen.people)
        self._tell_names()
        self._count()

    def _tell_names(self) -> None:
        """Say what stands in each file, and where names stand."""
        words, chosen, anonymous = self._words, self._offered[self.who.currentIndex()], self.anonymous.isChecked()
        about = "about_anonymous" if anonymous else "about_session" if chosen.session_id else "about"
        said = [words(f"personal.{about}")]
        said += [words("personal.only_parts")] if self._order.parts is not None else []
        said += [words("personal.only_pages", pages=self._order.pages)] if self._order.pages else []
        self._about.setText(" ".join(said))
        self._private.tell(words("personal.without_names" if anonymous else "personal.private_list"))

    def _count(self) -> None:
        count = len(self.list.people)
        self._counted.setText(self._words("personal.ticked", count=count, all=self.list.count()))
        set_text(self.save, self._words("personal.write", count=count))

    def _show(self, state: Literal["choosing", "writing", "written"]) -> None:
        writing = state == "writing"
        for each in (self.who, self.list, self.all, self.none, self.paper, self.language, self.folder, self.choose):
            each.setEnabled(state == "choosing")
        self.anonymous.setEnabled(state == "choosing")
        self._reached.setVisible(writing)
        self.progress.setVisible(writing)
        self.progress.setRange(0, 0)
        self.told.setVisible(state == "written")
        self._private.setVisible(state != "written")
        self.save.setVisible(state == "choosing")
        self.open_folder.setVisible(state == "written")
        text = self._words("console.close" if state == "written" else "console.cancel")
        set_text(self.end, text, self._words("console.key_escape"))
        if writing:
            self._reached.setText("")
            self.end.setFocus()

    def _make_told(self) -> None:
        """What says how far it is, and what became of each."""
        words = self._words
        self._reached = PlainLabel("", wraps=True)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(words("console.progress"))
        self.told = TextField()
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.told.setAccessibleName(words("personal.summary"))

    def _lay_out(self) -> None:
        words = self._words
        self._about = PlainLabel("", wraps=True)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        place, how = QHBoxLayout(), QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self.choose)
        how.setSpacing(10)
        _fill(how, self.paper, PlainLabel(words("console.language"), "fieldLabel"), self.language, self.anonymous)
        how.addStretch(1)
        form.addRow(PlainLabel(words("console.paper"), "fieldLabel"), how)
        form.addRow(PlainLabel(words("console.folder"), "fieldLabel"), place)
        self._private = PrivatePart(words("personal.private_list"), "fieldLabel")
        row = QHBoxLayout()
        row.addWidget(PlainLabel(words("personal.who"), "fieldLabel"))
        row.addWidget(self.who, 1)
        _fill(row, self.all, self.none, self._counted)
        self._private.inside.addLayout(row)
        self._private.inside.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        _fill(buttons, self.end, self.open_folder, self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self._about)
        layout.addWidget(self._private, 1)
        layout.addWidget(self.told, 1)
        layout.addLayout(form)
        _fill(layout, self._reached, self.progress, self._problem)
        layout.addLayout(buttons)

    def _open_folder(self) -> None:
        try:
            open_outside(self._folder)
        except Refusal as refusal:
            self.say(sentence(refusal, self._words))


def _fill(layout: QBoxLayout, *widgets: QWidget) -> None:
    for each in widgets:
        layout.addWidget(each)


def _tick(text: str, hint: str, *, on: bool) -> QCheckBox:
    box = QCheckBox(text)
    box.setToolTip(hint)
    box.setAccessibleDescription(hint)
    box.setChecked(on)
    return box
