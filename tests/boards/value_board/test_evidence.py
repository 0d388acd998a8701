"""What a value board shows of the checklist's items."""

from datetime import date

import pytest

from facilitator.boards.stakeholder_web.model import Served
from facilitator.boards.value_board.evidence import evidence_of
from facilitator.boards.value_board.model import Approach, Card, GuidingValue, Kpi, Reading, Review
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement
from facilitator.domain.refusal import EditRejected

EN = Words("en")
DAY = date(2027, 1, 14)


def cards(column, count):
    return [
        Card(id=f"{column}{number}", board_id="b", code=f"C{number}", column=column, text="X")
        for number in range(1, count + 1)
    ]


def shown(*records):
    board = Board(id="b", number=1, kind="value_board", title="Value")
    held = Document.of([Engagement(id="engagement", title="T"), board, *records])
    return {each.item: (each.done, each.sentence) for each in evidence_of(held, "b", EN)}


def test_an_empty_board_shows_nothing_and_one_that_is_gone_is_refused():
    assert shown() == {}
    with pytest.raises(EditRejected):
        evidence_of(Document.of([Engagement(id="engagement", title="T")]), "b", EN)


def test_impacts_are_done_once_it_is_said_of_each_for_whom():
    served = [Served(id=f"v{number}", card_id=f"impact{number}", name="Builders") for number in (1, 2)]
    assert shown(*cards("impact", 2), served[0])["v2"] == (False, "2 desired impacts, for whom is said of 1")
    assert shown(*cards("impact", 2), *served)["v2"] == (True, "2 desired impacts, for whom is said of 2")


def test_guiding_values_are_done_once_it_is_said_what_breaks_each():
    one, two = (GuidingValue(id=f"guiding{n}", broken_when="w", source=s) for n, s in ((1, "council"), (2, "law")))
    found = shown(*cards("guiding", 2), one)
    assert found["v4"] == (False, "2 guiding values, what breaks them is said of 1")
    assert found["v3"] == (False, "1 guiding value comes from council or a strategy")
    assert shown(*cards("guiding", 2), one, two)["v4"][0]
    assert "v3" not in shown(*cards("guiding", 2), two)


@pytest.mark.parametrize(("count", "done"), [(2, False), (3, True), (7, True), (8, False)])
def test_three_to_seven_indicators_with_baselines_are_done(count, done):
    known = [Kpi(id=f"kpi{number}", baseline=0.0) for number in range(1, count + 1)]
    assert shown(*cards("kpi", count), *known)["v8"] == (done, f"{count} indicators, {count} with a baseline")
    assert not shown(*cards("kpi", count), *known[1:])["v8"][0]


def test_retired_indicators_do_not_count():
    known = [Kpi(id=f"kpi{n}", baseline=1.0, status="retired" if n > 3 else "active") for n in range(1, 9)]
    assert shown(*cards("kpi", 8), *known)["v8"] == (True, "3 indicators, 3 with a baseline")
    assert shown(*cards("kpi", 1), Kpi(id="kpi1", status="retired")) == {}


def test_accounts_of_people_and_results_by_group_are_beginnings():
    held = [*cards("kpi", 1), Kpi(id="kpi1", split_by="ward")]
    assert {"s2", "s4"} & set(shown(*held)) == set()
    plain = Reading(id="r1", kpi_id="kpi1", read_on=DAY, value=1)
    assert shown(*held, plain)["s4"] == (False, "1 indicator that is read by group or place")
    assert "s2" not in shown(*held, plain)
    assert shown(*held, plain.having(voices="8 callers"))["s2"][1] == "1 reading with an account of what people say"


def test_tests_are_approaches_that_are_being_tested():
    stages = [Approach(id="approach1", stage="testing"), Approach(id="approach2", stage="idea")]
    assert shown(*cards("approach", 2), *stages)["d3"] == (False, "1 approach being tested")


@pytest.mark.parametrize(("cadence", "item"), [("monthly", "s1"), ("pulse", "s1"), ("annual", "s7")])
def test_a_review_is_a_beginning_once_planned_and_done_once_held(cadence, item):
    planned = Review(id="r", board_id="b", cadence=cadence, planned_on=DAY)
    assert shown(planned) == {item: (False, "a review is planned for 14 January 2027")}
    assert shown(planned.having(held_on=date(2027, 1, 15))) == {item: (True, "1 review held, on 15 January 2027")}
    assert shown(planned.having(cadence="quarterly")) == {}
