"""The page of a learner's own record."""

from reportlab.platypus import Flowable

from facilitator.content.words import Words
from facilitator.handouts.learning_record import LearningTold, learning_record_pages
from facilitator.handouts.tables import TableBlock

WORDS = Words("en")
ROW = ("One", "1 of 2", "Bronze")


def tables(told) -> list[Flowable]:
    return [each for each in learning_record_pages(told, WORDS) if isinstance(each, TableBlock)]


def test_there_is_a_table_for_each_sort_of_rows_and_none_for_nothing():
    every = LearningTold("Amara", "Lead", "Hours", lessons=(ROW,), wrote=(ROW,), certificates=(ROW,))
    assert len(tables(every)) == 3
    assert tables(LearningTold("Amara", "Lead", "Hours")) == []
    assert len(tables(LearningTold("Amara", "Lead", "Hours", lessons=(ROW,)))) == 1
