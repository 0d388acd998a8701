"""What a filled form says, and how sheets are counted: sums and shuffled comments, and nothing of one person.

A sheet is known again by a mark of its file. A mark of the answers alone would give them away: whoever has it could try
out every way to tick, and see who wrote which comment. For the same reason it is short: many files have the same one.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitator.boards.answers import Answer, Fate, Taken
from facilitator.boards.feedback.edits import Pair, counted
from facilitator.boards.feedback.model import FeedbackComment, FeedbackSheet
from facilitator.boards.feedback.reading import comments_on, marks_on
from facilitator.content.feedback import LEVELS, questions, statements
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.record import new_id
from facilitator.domain.refusal import EditRejected
from facilitator.exchange.filled_form import FilledForm, FormValue

VERSION = "1"
"""Of the fields and their names; a later app may name them otherwise."""
COMMENT = "comment"
LEVEL = "level"
MARK = 4
"""Letters of a mark: one of 65,536, so that a new sheet is seldom taken for one that was counted."""
SHEET = "sheet"
"""The id of the one answer that a sheet is: it is counted whole or not at all."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one sheet says: a level by statement, comments by question, and how many statements have several ticks.

    Only forms of an earlier make let that be. Nobody can say which one was meant, so none counts.
    """

    levels: tuple[tuple[str, int], ...]
    comments: tuple[tuple[str, str], ...]
    unclear: int

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to count."""
        return not self.levels and not self.comments


def level_name(statement: str) -> str:
    """The name of the field that holds the chosen level, one of its marks."""
    return f"{statement}.{LEVEL}"


def tick_name(statement: str, level: int) -> str:
    """The name of the box that was ticked for this answer on forms of an earlier make, which had one for each level."""
    return f"{statement}.{level}"


def comment_name(question: str) -> str:
    """The name of the field below a question."""
    return f"{question}.{COMMENT}"


def sheet_of(form: FilledForm) -> Sheet:
    """What a filled form says."""

    def now(name: str) -> str:
        return form.values.get(name, FormValue("", "")).now.strip()

    def chosen(its_id: str, level: int) -> bool:
        return now(level_name(its_id)) == str(level) or bool(now(tick_name(its_id, level)))

    ticked = {asked.id: [level for level in LEVELS if chosen(asked.id, level)] for asked in statements()}
    return Sheet(
        tuple((its_id, levels[0]) for its_id, levels in ticked.items() if len(levels) == 1),
        tuple((asked.id, text) for asked in questions() if (text := now(comment_name(asked.id)))),
        sum(len(levels) > 1 for levels in ticked.values()),
    )


def answers_of(document: Document, board_id: str, form: FilledForm, words: Words) -> tuple[Answer, ...]:
    """The sheet as one answer of which nothing is told but whether it can be counted, and why not."""
    sheet = sheet_of(form)

    def told(fate: Fate, why: str = "") -> tuple[Answer, ...]:
        return (
            Answer(
                SHEET, words("feedback.sheet"), "", "", "", "", fate, why, code=words("feedback.sheet"), is_sheet=True
            ),
        )

    if sheet.is_blank:
        key = "feedback.sheet_unclear" if sheet.unclear else "feedback.sheet_blank"
        return told("rejected", words(key))
    try:
        counted(document, board_id, {}, sheet.comments)
    except EditRejected as refusal:
        return told("rejected", words(f"refusals.{refusal.key}", **refusal.values))
    if form.mark[:MARK] in marks_on(document, board_id):
        return told("since", words("feedback.sheet_counted"))
    there = {(each.question, each.text) for each in comments_on(document, board_id)}
    if sheet.comments and there.issuperset(_clean(document, board_id, sheet)):
        return told("since", words("feedback.sheet_alike"))
    return told("new", words("feedback.sheet_unclear_part", count=sheet.unclear) if sheet.unclear else "")


def take(document: Document, board_id: str, taken: Sequence[Taken]) -> Change:
    """Count these sheets in one step that holds their sums: who ticked what, and beside which comment, is not kept.

    Raises EditRejected("nothing_to_do") for none, and what a note may not be.
    """
    sheets = [(each.form.mark[:MARK], sheet_of(each.form)) for each in taken if SHEET in each.answer_ids]
    sums = {statement.id: Counter[int]() for statement in statements()}
    for _, sheet in sheets:
        for statement, level in sheet.levels:
            sums[statement][level] += 1
    pairs = counted(document, board_id, sums, [each for _, sheet in sheets for each in sheet.comments])
    marks = sorted(mark for mark, _ in sheets)
    kept: Iterator[Pair] = ((None, FeedbackSheet(id=new_id(), board_id=board_id, mark=mark)) for mark in marks)
    return changed("take_answers", [*pairs, *kept])


def _clean(document: Document, board_id: str, sheet: Sheet) -> Iterator[tuple[str, str]]:
    """The comments as they would stand on the board."""
    for _, after in counted(document, board_id, {}, sheet.comments):
        if isinstance(after, FeedbackComment):
            yield after.question, after.text
