"""CompletionListWork: a list of who completed what, from a file to a preview to one step."""

from collections.abc import Callable, Sequence
from pathlib import Path

from facilitator.boards.completion_taking import completions_in, is_surely_completions
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.program import Cohort
from facilitator.domain.refusal import EditRejected, Refusal
from facilitator.exchange.reading import file_content, text_of
from facilitator.exchange.workbook import as_text
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.completions_preview import CompletionsPreview
from facilitator.ui.dialogs.files import files_to_open
from facilitator.ui.dialogs.lessons_dialog import LessonsDialog
from facilitator.ui.errors import sentence, system_sentence


def completion_list(paths: Sequence[Path]) -> bytes | None:
    """What is in a file that surely is such a list; None for all others, and for several."""
    if len(paths) != 1:
        return None
    try:
        data = file_content(paths[0])
        text, _ = text_of(as_text(data), fallback="cp1252")
    except (OSError, Refusal):  # the import says why it can't be read
        return None
    return data if is_surely_completions(text) else None


class CompletionListWork:
    """Shows and takes lists for the window that `dialog` gives, None while it is closed.

    `count` hears of every step that was saved.
    """

    def __init__(self, desk: Desk, dialog: Callable[[], LessonsDialog | None], count: Callable[[int], None]) -> None:
        self._desk, self._dialog, self._count = desk, dialog, count
        self.preview: CompletionsPreview | None = None

    def choose(self, cohort_id: str) -> None:
        """Ask for a file, and show what it would note."""
        dialog, words = self._dialog(), self._desk.words
        if dialog is None:
            return
        for path in files_to_open(dialog, words("lesson.from_list"), words("lesson.list_kinds"))[:1]:
            try:
                self.show(file_content(path), cohort_id)
            except OSError as error:
                dialog.say(system_sentence(error, words))
            except Refusal as refusal:
                dialog.say(sentence(refusal, words))

    def show(self, data: bytes, cohort_id: str) -> None:
        """Show what a list would note of the people of a cohort; what keeps it from being read is said."""
        desk, dialog = self._desk, self._dialog()
        if dialog is None:
            return

        def edit(document: Document) -> Change:
            change = completions_in(document, data, desk.today(), cohort_id).change
            if change is None:
                raise EditRejected("nothing_to_do")
            return change

        def take() -> bool:
            saved = desk.ask_for(preview.say, edit) is not None
            self._count(1 if saved else 0)
            return saved

        dialog.say("")
        try:
            plan = completions_in(desk.document, data, desk.today(), cohort_id, language=desk.words.language)
        except Refusal as refusal:
            dialog.say(sentence(refusal, desk.words))
            return
        cohort = desk.document.find(Cohort, cohort_id)
        heading = desk.words("lesson.list_heading", cohort=cohort.title if cohort else "")
        preview = CompletionsPreview(heading, plan, take, desk.words, dialog)
        self.preview = preview
        preview.open()
