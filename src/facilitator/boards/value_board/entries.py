"""Dated rows that hang on a value board: the readings of an indicator, the reviews of the board's register."""

from collections.abc import Mapping

from facilitator.boards.described import EntryList
from facilitator.boards.value_board.model import Card
from facilitator.boards.value_board.readings import READINGS, delete_reading, put_reading, reading_list
from facilitator.boards.value_board.reviews import REVIEWS, delete_review, put_review, review_list
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board


def entry_lists(document: Document, item_id: str, words: Words) -> tuple[EntryList, ...]:
    """The readings of an indicator, or the reviews by the id of the board; () for what has neither."""
    if document.find(Board, item_id):
        return (review_list(document, item_id, words),)
    card = document.find(Card, item_id)
    return (reading_list(document, item_id, words),) if card and card.column == "kpi" else ()


def put_entry(
    document: Document, item_id: str, list_id: str, entry_id: str, values: Mapping[str, str], words: Words
) -> Change:
    """Change a row of a list, or add one where `entry_id` is "": see `put_reading` and `put_review`.

    Raises KeyError for a list that is none.
    """
    put = {READINGS: put_reading, REVIEWS: put_review}[list_id]
    return put(document, item_id, entry_id, values, words)


def delete_entry(document: Document, item_id: str, list_id: str, entry_id: str) -> Change:
    """Remove a row; raises KeyError for a list that is none, EditRejected("gone") for a row that is none."""
    delete = {READINGS: delete_reading, REVIEWS: delete_review}[list_id]
    return delete(document, item_id, entry_id)
