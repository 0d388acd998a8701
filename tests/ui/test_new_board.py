"""A board that is added while a 1:1 is worked on: whose it is, in the list and in what a group gets."""

import pytest

from box_board import records
from facilitator import catalogue
from facilitator.content.words import Words
from facilitator.domain.engagement import Board, Person, Session
from facilitator.domain.participation import OneToOne
from facilitator.templates import board_kinds, new_board
from facilitator.ui.console.boards_list import board_rows
from facilitator.ui.desk import Kinds
from facilitator.workshop.one_to_ones import boards_withheld


@pytest.fixture
def console(make_console, make_desk):
    more = [
        Person(id="dana", name="Dana Reid", organization="Town of Elm"),
        Session(id="group", number=1, title="All"),
        Session(id="two", number=2, title="With Dana"),
        OneToOne(id="two", person_id="dana"),
    ]
    kinds = Kinds(catalogue.kind_of, board_kinds(Words("en")), new_board)
    return make_console(make_desk(records()[0], *more, kinds=kinds, types=catalogue.RECORD_TYPES))


def add(console, kind_id):
    offered = [each for each, _ in console.desk.kinds.on_offer]
    console.new_board.menu().actions()[offered.index(kind_id)].trigger()
    return max(console.desk.document.every(Board), key=lambda each: each.number)


def private(console, board, *, named=True):
    return next(row.private for row in board_rows(console.desk, named=named) if row.id == board.id)


@pytest.mark.parametrize("kind_id", ["assessment", "checklist", "capacity"])
def test_what_is_added_in_a_1_to_1_bears_the_name_and_is_kept_from_the_group(console, kind_id):
    before = console.desk.document
    console.live.agenda.choose_session("two")
    board = add(console, kind_id)
    assert board.title.startswith("Town of Elm")
    assert console.work.board_id == board.id
    assert board.id in boards_withheld(console.desk.document)
    assert private(console, board) == "Dana Reid"
    assert private(console, board, named=False) == ""
    console.desk.undo()
    assert console.desk.document == before


def test_what_is_added_in_a_session_for_a_group_is_everybodys(console):
    console.live.agenda.choose_session("group")
    board = add(console, "checklist")
    assert private(console, board) == ""
    assert boards_withheld(console.desk.document) == frozenset()
