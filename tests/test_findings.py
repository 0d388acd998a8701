"""Findings of a whole engagement as lines and as data."""

import pytest

from boards.stakeholder_web.maps import TODAY, crowd, map_of, person
from facilitator.content.words import Words
from facilitator.domain.engagement import Board
from facilitator.findings import finding_lines, finding_rows, findings_on


def lines(document, language="en", headed=False):
    words = Words(language)
    found = findings_on(document, list(document.every(Board)), TODAY, words)
    return list(finding_lines(document, found, words, headed=headed))


@pytest.mark.parametrize(
    ("language", "start"),
    [
        ("en", "A01 high S1 Person 1: a strong or decisive say, and nobody"),
        ("fr", "A01 élevé S1 Person 1\u202f: un poids important ou décisif, et personne"),
    ],
)
def test_a_line_names_check_severity_code_and_what_to_do(language, start):
    first = lines(map_of(person(1, influence=4)), language)[0]
    assert first.startswith(start)
    assert first.endswith("contact.")


def test_many_items_are_counted_and_a_whole_board_has_no_code():
    told = lines(map_of(*crowd(10, influence=2)), headed=True)
    assert told[0] == "Our map (web)"
    assert any(line.startswith("A22 low S1 S2 S3 +7 Influence or stake") for line in told)
    assert any(line.startswith("A03 medium Private sector: nobody here.") for line in told)


def test_rows_are_plain_data_and_boards_without_findings_are_left_out():
    document = map_of(person(1, influence=4))
    found = findings_on(document, list(document.every(Board)), TODAY, Words("en"))
    row = finding_rows(found)[0]
    assert list(row) == ["check", "severity", "board", "items", "message", "why", "action"]
    assert (row["check"], row["severity"], row["board"], row["items"]) == ("A01", "high", "web", ["s1"])
    assert list(findings_on(map_of(), list(document.every(Board)), TODAY, Words("en"))) == []
