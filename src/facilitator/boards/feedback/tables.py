"""A feedback form as tables: what is asked, with results where they are shown; for the facilitator all comments."""

from facilitator.boards.described import Table
from facilitator.boards.feedback.reading import comments_on, sheets_on, tallies
from facilitator.boards.feedback.results import LIMITS, result_of
from facilitator.boards.feedback.told import band_of, ends_told, result_told
from facilitator.boards.feedback.view import FeedbackView
from facilitator.content.feedback import questions, statements
from facilitator.content.words import Words
from facilitator.domain.document import Document


def tables(view: FeedbackView, words: Words) -> tuple[Table, ...]:
    """The statements and the questions; with results, and the comments that were kept, once they are shown."""
    return (_statements(view, words), _questions(view, words))


def private_tables(document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
    """How many answered and what it comes to, by the same rules; all comments; () where nothing came in."""
    sums, comments = tallies(document, board_id), comments_on(document, board_id)
    if not comments and not any(map(sum, sums.values())) and not sheets_on(document, board_id):
        return ()
    language = words.language
    rows = tuple(
        (
            asked.code,
            asked.text.within(language),
            words.number(sum(sums[asked.id])),
            result_told(result_of(asked.id, sums[asked.id])[0] if sum(sums[asked.id]) >= LIMITS.group else None, words),
        )
        for asked in statements()
    )
    heads = tuple(words(f"feedback.head_{head}") for head in ("code", "statement", "answered", "result"))
    names = {asked.id: asked.name.within(language) for asked in questions()}
    said = tuple((names[each.question], each.text, words(f"feedback.kept_{_kept(each.kept)}")) for each in comments)
    comment_heads = tuple(words(f"feedback.head_{head}") for head in ("question", "comment", "kept"))
    sheets = words("feedback.sheets", count=sheets_on(document, board_id))
    return (
        Table(words("feedback.table_private", sheets=sheets), heads, rows),
        *((Table(words("feedback.comments"), comment_heads, said),) if said else ()),
    )


def _kept(kept: bool) -> str:
    return "yes" if kept else "no"


def _statements(view: FeedbackView, words: Words) -> Table:
    language, heads = words.language, ["code", "statement", "ends"]
    rows: list[tuple[str, ...]] = [
        (each.asked.code, each.asked.text.within(language), ends_told(each.asked, words)) for each in view.statements
    ]
    if view.shown:
        heads += ["answered", "result"]
        rows = [
            (*row, band_of(each, words), result_told(each.result, words))
            for row, each in zip(rows, view.statements, strict=True)
        ]
    return Table(words("feedback.statements"), tuple(words(f"feedback.head_{head}") for head in heads), tuple(rows))


def _questions(view: FeedbackView, words: Words) -> Table:
    language = words.language
    rows: list[tuple[str, ...]] = [(each.asked.code, each.asked.text.within(language)) for each in view.questions]
    heads = ["code", "question"]
    if any(each.kept for each in view.questions):
        heads.append("comments")
        rows = [(*row, "\n".join(each.kept)) for row, each in zip(rows, view.questions, strict=True)]
    return Table(words("feedback.questions"), tuple(words(f"feedback.head_{head}") for head in heads), tuple(rows))
