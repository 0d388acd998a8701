"""The checks CA1 to CA3."""

from datetime import date

import pytest

from boards.case_cards.shelves import BOARD, EN, FR, TOLD, empty, with_card
from facilitator.boards.case_cards.findings import CHECKS
from facilitator.boards.case_cards.kind import KIND

DAY = date(2027, 1, 14)


def found(document, words=EN):
    return KIND.findings(document, BOARD, DAY, words)


def test_a_full_case_and_the_examples_have_nothing_to_tell():
    document, _ = with_card(empty(), "Keys", **TOLD)
    document = document.after(KIND.take(document, BOARD, [each.id for each in KIND.offers(document, BOARD, EN)], EN))
    assert found(document) == ()


def test_a_bare_title_lacks_source_problem_and_question_the_source_first():
    document, card_id = with_card(empty(), "Keys")
    findings = found(document)
    assert [(each.check, each.severity) for each in findings] == [("CA1", "medium"), ("CA2", "low"), ("CA3", "low")]
    assert findings[0].message == "C1 “Keys” names no source."
    assert [each.opens for each in findings] == [(card_id, field) for field, _ in CHECKS.values()]


@pytest.mark.parametrize("field", [field for field, _ in CHECKS.values()])
def test_each_check_looks_at_its_own_field(field):
    left = {key: value for key, value in TOLD.items() if key != field}
    document, _ = with_card(empty(), "Keys", **left)
    (one,) = found(document, FR)
    assert one.opens[1] == field
    assert "C1" in one.message
