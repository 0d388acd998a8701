"""Broken threads as findings (B01 to B06)."""

from datetime import date

import pytest

from boards.value_board.boards import after, document, view
from facilitator.boards.value_board.findings import findings_of
from facilitator.boards.value_board.kind import KIND
from facilitator.content.checks import checks
from facilitator.content.words import Words

CARDS = [("G1", "Equity"), ("A1", "Ask"), ("I1", "Trust"), ("K1", "Days")]
WHOLE = [("G1", "A1"), ("A1", "I1"), ("I1", "K1")]


def found(cards, links=()):
    return [(each.check, *each.items) for each in findings_of(view(cards, links), Words("en"))]


def test_cards_alone_break_every_thread_the_most_severe_first():
    assert found(CARDS) == [
        ("B01", "I1"),
        ("B02", "K1"),
        ("B03", "G1"),
        ("B05", "A1"),
        ("B06", "I1"),
        ("B04", "A1"),
    ]
    assert found(CARDS, WHOLE) == []


@pytest.mark.parametrize(
    ("missing", "fires"),
    [(0, {"B03", "B04"}), (1, {"B05", "B06"}), (2, {"B01", "B02"})],
)
def test_each_missing_link_is_found_at_both_ends(missing, fires):
    links = [link for number, link in enumerate(WHOLE) if number != missing]
    assert {check for check, _ in found(CARDS, links)} == fires


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_check_can_be_said_and_opens_a_line(language):
    board = after(document(language), "Equity #guiding", "Ask #approach", "Trust {code} #impact", "Days #kpi")
    findings = KIND.findings(board, "b", date(2026, 11, 30), Words(language))
    assert {each.check for each in findings} == set(checks("value"))
    for each in findings:
        item, key = each.opens
        assert key in {field.key for field in KIND.fields(board, item, Words(language))}
        assert each.message.replace("Trust {code}", "").count("{") == 0
        assert "{" not in each.why + each.action
    assert any(each.message.startswith("Trust {code}") for each in findings)
