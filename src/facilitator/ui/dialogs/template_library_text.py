"""TemplateText: what a template contains, to read beside the list: sessions, segments, prompts, boards."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from facilitator.boards.described import Form
from facilitator.content.agendas import method_cards
from facilitator.content.reading import Bilingual
from facilitator.content.whole_templates import PlannedSegment, PlannedSession, WholeTemplate, texts_of
from facilitator.content.words import Words
from facilitator.domain.language import LANGUAGES, Language, other_language
from facilitator.ui import style

Forms = Callable[[str], Sequence[Form]]
"""The forms of a kind of board, by its id."""

_MARGIN = 12  # pixels


class TemplateText(QTextEdit):
    """Literal text, to be read only; the keys scroll it. `kinds` are the kinds of board with their names."""

    def __init__(self, kinds: Sequence[tuple[str, str]], forms: Forms, words: Words) -> None:
        super().__init__()
        self._kinds, self._forms, self._words = dict(kinds), forms, words
        self.setReadOnly(True)
        self.document().setDocumentMargin(_MARGIN)
        self.setTabChangesFocus(True)
        self.setAccessibleName(words("templates.contents"))

    def show_template(self, template: WholeTemplate | None, *, headed: bool = True) -> None:
        """Show what this one contains, with its name and purpose unless not `headed`; None shows nothing."""
        self.clear()
        if template is None:
            return
        at = self.textCursor()
        if headed:
            self._write(at, template.name.within(self._words.language), bold=True, larger=True)
            self._write(at, template.purpose.within(self._words.language))
        self._write(at, facts(template, self._words), quiet=True)
        if template.cohort:
            lessons = "_lessons" if template.program == "microcourse" else ""
            self._write(at, self._words(f"templates.with_program{lessons}"), quiet=True)
        if template.is_own:
            self._write(at, said_in(template, self._words), quiet=True)
        if template.boards:
            self._write(at, self._words("templates.part_boards"), bold=True, above=True)
        for board in template.boards:
            title, kind = board.title.within(self._words.language), self._kinds.get(board.kind, board.kind)
            self._write(at, title if title == kind else self._words("templates.board_row", title=title, kind=kind))
            self._write(at, board.question.within(self._words.language), quiet=True, inside=True)
        for session in template.sessions:
            self._session(at, template, session)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _session(self, at: QTextCursor, template: WholeTemplate, session: PlannedSession) -> None:
        words = self._words
        told = (session.title.within(words.language), words("templates.minutes", minutes=session.minutes))
        self._write(
            at, " · ".join((*told, *((words("templates.for_two"),) if session.for_two else ()))), bold=True, above=True
        )
        for each in session.segments:
            title = each.title.within(words.language)
            self._write(at, words("templates.segment_row", minutes=each.minutes, title=title))
            for line in self._told(template, each):
                self._write(at, line, quiet=True, inside=True)

    def _told(self, template: WholeTemplate, its: PlannedSegment) -> Iterator[str]:
        words = self._words
        cards = {card.id: card.name.within(words.language) for card in method_cards()}
        how = [cards[its.method]] if its.method in cards else []
        how += [words("templates.fixed")] if its.fixed else []
        how += [words("templates.minimum", minutes=its.minimum)] if its.minimum not in (None, its.minutes) else []
        how += [words("templates.cut", number=its.cut_order)] if its.cut_order is not None else []
        yield " · ".join(how)
        yield its.prompt.within(words.language)
        materials = its.materials.within(words.language)
        if materials:
            yield words("templates.materials", text=materials)
        if its.board is not None:
            board = template.boards[its.board]
            form = next((each.name for each in self._forms(board.kind) if each.id == its.form), "")
            key = "templates.on_stage_form" if form else "templates.on_stage"
            yield words(key, board=board.title.within(words.language), form=form)

    def _write(
        self,
        at: QTextCursor,
        text: str,
        *,
        bold: bool = False,
        larger: bool = False,
        quiet: bool = False,
        inside: bool = False,
        above: bool = False,
    ) -> None:
        """A paragraph of literal text, none for ""."""
        if not text:
            return
        if not self.document().isEmpty():
            at.insertBlock()
        block, letters = at.blockFormat(), QTextCharFormat()
        block.setTopMargin(12 if above else 3)
        block.setLeftMargin(18 if inside else 0)
        letters.setForeground(QColor(style.QUIET if quiet else style.INK))
        letters.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        if larger:
            letters.setProperty(QTextCharFormat.Property.FontSizeAdjustment, 1)
        at.setBlockFormat(block)
        at.insertText(text, letters)


def facts(template: WholeTemplate, words: Words) -> str:
    """How much a template contains, in a line."""
    prompts = sum(bool(each.prompt.within(words.language)) for each in template.segments)
    sessions = words("templates.sessions", count=len(template.sessions))
    return " · ".join(
        (
            *((words("templates.for_two"),) if template.for_two else ()),
            sessions,
            words("templates.minutes", minutes=template.minutes),
            words("templates.boards", count=len(template.boards)),
            words("templates.prompts", count=prompts),
        )
    )


def said_in(template: WholeTemplate, words: Words) -> str:
    """In which languages the texts of an own template stand."""

    def has(text: Bilingual, language: Language) -> bool:
        return bool(text.fr if language == "fr" else text.en)

    texts = [text for text in texts_of(template) if text.en or text.fr]
    missing = {each: sum(not has(text, each) for text in texts) for each in LANGUAGES}
    least = min(LANGUAGES, key=lambda each: missing[each])
    other = other_language(least)
    names = {"language": words(f"templates.language_{least}"), "other": words(f"templates.language_{other}")}
    if not missing[other]:
        return words("templates.said_in_both")
    if missing[other] == len(texts):
        return words("templates.said_in", **names)
    return words("templates.said_partly", count=missing[other], **names)
