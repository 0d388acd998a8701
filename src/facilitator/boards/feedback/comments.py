"""The comments below an open question, as a list in which the facilitator mends, keeps or removes them. Private."""

from collections.abc import Mapping

from facilitator.boards.described import Entry, EntryList, Field
from facilitator.boards.feedback.edits import comment
from facilitator.boards.feedback.model import FeedbackComment
from facilitator.boards.feedback.reading import asked_by, comments_on
from facilitator.boards.typed_rows import Read, literally, read_values
from facilitator.content.feedback import OpenQuestion
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board
from facilitator.domain.record import new_id

COMMENTS = "comments"
YES, NO = "yes", "no"


_READ: Mapping[str, Read] = {"text": literally(comment), "kept": literally(lambda value: value == YES)}


def entry_lists(document: Document, item_id: str, words: Words) -> tuple[EntryList, ...]:
    """The comments below a question, by their words; () for the board and for a statement."""
    if document.find(Board, item_id):
        return ()
    board_id, asked = asked_by(document, item_id)
    if not isinstance(asked, OpenQuestion):
        return ()
    rows = tuple(
        Entry(each.id, (each.text, YES if each.kept else NO)) for each in comments_on(document, board_id, asked.id)
    )
    return (EntryList(COMMENTS, words("feedback.list"), _fields(words), rows),)


def put_entry(document: Document, item_id: str, entry_id: str, values: Mapping[str, str], words: Words) -> Change:
    """Add a comment, or change one; raises EditRejected: "gone", "cell_refused" (column, why), "nothing_to_do"."""
    board_id, asked = asked_by(document, item_id)
    said = read_values(_fields(words), values, _READ, words)
    if entry_id:
        before = document.get(FeedbackComment, entry_id)
        return changed("edit_feedback_comment", [(before, before.having(**said))])
    plain = FeedbackComment(id=new_id(), board_id=board_id, question=asked.id, text=comment(str(said.get("text", ""))))
    return changed("add_feedback_comment", [(None, plain.having(**said))])


def delete_entry(document: Document, entry_id: str) -> Change:
    """Remove a comment; raises EditRejected("gone") if there is none."""
    return changed("delete_feedback_comment", [(document.get(FeedbackComment, entry_id), None)])


def _fields(words: Words) -> tuple[Field, ...]:
    choices = tuple((each, words(f"feedback.kept_{each}")) for each in (NO, YES))
    return (
        Field("text", words("feedback.head_comment"), "", "text", private=True),
        Field("kept", words("feedback.head_kept"), NO, "choice", private=True, choices=choices),
    )
