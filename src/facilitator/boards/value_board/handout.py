"""A value board on paper: its picture, its cards in words, golden threads, indicators, what is open, days to keep."""

from reportlab.platypus import Flowable

from facilitator.boards.value_board.pages.closing import closing, short_closing
from facilitator.boards.value_board.pages.matrix import matrix
from facilitator.boards.value_board.pages.picture_page import picture_page
from facilitator.boards.value_board.pages.register import register, short_register
from facilitator.boards.value_board.pages.twin import short_twin, twin
from facilitator.boards.value_board.view import ValueBoardView
from facilitator.content.words import Words


def handout(view: ValueBoardView, words: Words) -> list[Flowable]:
    """The pages of a participant's handout, each as wide as its frame; an empty board is its picture alone.

    How indicators stand is told as of the day of the view's showing, and left out where that is not known.
    """
    if not view.cards:
        return picture_page(view, words)
    pages = [*picture_page(view, words), *short_twin(view, words), *matrix(view, words)]
    return [*pages, *short_register(view, words), *short_closing(view, words)]


def full_handout(view: ValueBoardView, words: Words) -> list[Flowable]:
    """The same pages in full, for those who carry the board on: all that is known of its cards and indicators."""
    if not view.cards:
        return picture_page(view, words)
    pages = [*picture_page(view, words), *twin(view, words), *matrix(view, words)]
    return [*pages, *register(view, words), *closing(view, words)]
