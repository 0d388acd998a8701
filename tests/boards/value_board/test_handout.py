from itertools import chain

import pytest

from boards.value_board.boards import view
from facilitator.boards.value_board.kind import KIND
from facilitator.content.words import Words
from facilitator.handouts.blocks import Heading, ListItem
from facilitator.handouts.figures import FigureBlock
from facilitator.handouts.tables import TableBlock

THREAD = view(
    [("G1", "Equity & <b>care</b>"), ("G2", "Privacy"), ("A1", "Ask"), ("I1", "Trust"), ("K1", "Days")],
    [("G1", "A1"), ("A1", "I1"), ("I1", "K1")],
)


def of(kind, parts):
    return [part for part in parts if isinstance(part, kind)]


@pytest.mark.parametrize(("language", "still_open"), [("en", "Still open"), ("fr", "Encore à régler")])
def test_a_handout_has_the_picture_what_is_open_and_a_table_for_each_column(language, still_open):
    parts = KIND.handout(THREAD, Words(language), 468)
    assert [heading.text for heading in of(Heading, parts)][:2] == ["Civic value board", still_open]
    assert len(of(FigureBlock, parts)) == 1
    assert len(of(ListItem, parts)) == 1
    assert len(of(TableBlock, parts)) == 4


def test_people_s_words_stay_literal_and_the_open_card_is_named():
    parts = KIND.handout(THREAD, Words("en"), 468)
    assert [item.text for item in of(ListItem, parts)] == ["G2 Privacy: No approach yet"]
    cells = chain.from_iterable(chain.from_iterable(_texts(table)) for table in of(TableBlock, parts))
    assert "Equity & <b>care</b>" in set(cells)


def test_an_empty_board_is_its_picture():
    parts = KIND.handout(view([]), Words("en"), 468)
    assert len(of(FigureBlock, parts)) == 1
    assert not of(TableBlock, parts)


def _texts(table):
    return [["".join(block.text for block in cell.blocks) for cell in row] for row in table.rows]
