"""Readings of indicators are imported through the same dialog as everything else: looked at, mapped, one step."""

from datetime import date

import pytest

from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.model import Card, Kpi, Reading
from facilitator.catalogue import RECORD_TYPES
from facilitator.domain.engagement import Board, Engagement
from facilitator.ui.desk import Kinds

RECORDS = (
    Engagement(id="engagement", title="T"),
    Board(id="board", number=1, kind="value_board", title="Values"),
    Card(id="k1", board_id="board", code="K1", column="kpi", text="Median days to permit"),
    Kpi(id="k1", nature="quantitative"),
)


@pytest.fixture
def desk(make_desk):
    return make_desk(*RECORDS, kinds=Kinds(lambda _: KIND, (), None), types=RECORD_TYPES)


def test_pasted_readings_are_one_step(desk, console, changes):
    console.work.paste(
        "KPI\tDate\tValue\r\nMedian days\t2027-01-31\t77\r\nK1\t03/04/2027\t70\r\nK1\t2027-02-28\t71\r\n"
    )
    dialog = console.work.importing.dialog
    assert dialog.planned.plan.count("new") == 2
    assert dialog.planned.plan.count("rejected") == 1
    assert dialog.outcome.preview.texts[0][2].startswith("Not taken: Date: “03/04/2027” could be ")
    dialog.do()
    assert [change.label for change in changes] == ["import"]
    assert [(each.read_on, each.value) for each in desk.document.every(Reading)] == [
        (date(2027, 1, 31), 77),
        (date(2027, 2, 28), 71),
    ]
    desk.undo()
    assert not list(desk.document.every(Reading))


def test_cards_go_into_the_column_that_is_chosen(desk, console):
    console.work.paste("Text\tMeans here\r\nOpenness\tReasons are public\r\nEquity\t\r\n")
    dialog = console.work.importing.dialog
    assert dialog.mapping.mapped == {"Text": "name", "Means here": "means_here"}
    dialog.group.setCurrentIndex(dialog.group.findData("guiding"))
    dialog.do()
    assert {(each.code, each.column) for each in desk.document.every(Card)} == {
        ("K1", "kpi"),
        ("G1", "guiding"),
        ("G2", "guiding"),
    }
