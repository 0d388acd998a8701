from datetime import date

import pytest

from boards.value_board.boards import after, card, document
from facilitator.boards.stakeholder_web.model import Served
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.model import Reading
from facilitator.content.value_board import column
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding

EN, FR = Words("en"), Words("fr")


def rich(language="en"):
    """A board where something is said in every table."""
    held = after(document(language), "Equity", "Ask #approach", "Trust #impact", "Days #kpi", "Noise #side", "G1 > I1")
    values = {
        "G1": {"means_here": "Fair", "source": "law", "group": "People"},
        "K1": {
            "baseline": "1,234.5" if language == "en" else "1 234,5",
            "target_date": "2027-01-14",
            "status": "active",
        },
        "I1": {"level": "medium"},
    }
    for code, fields in values.items():
        for key, value in fields.items():
            held = held.after(KIND.set_field(held, card(held, code).id, key, value))
    held = held.after(
        KIND.set_field(held, next(link.id for link in KIND.links(KIND.view(held, "b"), EN)), "note", "So")
    )
    held = held.after(KIND.set_field(held, "b", "doable", "partly"))
    measure = card(held, "K1").id
    more = (
        Reading(id="r", kpi_id=measure, read_on=date(2026, 5, 1), value=1000.25, narrative="Fewer"),
        Served(id="s", card_id=card(held, "I1").id, name="Renters"),
        Served(id="t", card_id=card(held, "I1").id, name="Owners"),
    )
    return held.after(Change("x", adding(more)))


def by_title(tables):
    return {table.title: [dict(zip(table.columns, row, strict=True)) for row in table.rows] for table in tables}


def test_the_twin_tells_what_is_known_column_by_column():
    found = by_title(KIND.tables(KIND.view(rich(), "b"), EN))
    assert found["Guiding values"] == [
        {"Code": "G1", "Card": "Equity", "Group": "People", "Means here": "Fair", "Source": "Law"}
    ]
    assert found["Desired impacts"][0]["Serves"] == "Owners; Renters"
    assert found["Desired impacts"][0]["Shows when"] == "Medium term (6–24 months)"
    register = found["Indicator register"][0]
    assert (register["Baseline"], register["Target date"], register["Status"]) == (
        "1,234.5",
        "14 January 2027",
        "Active",
    )
    assert found["Readings"][0]["Value"] == "1,000.25"
    assert found["Links"][0]["Note"] == "So"
    assert found["Public value test"][2]["Answer"] == "Partly"
    assert "Approaches" not in found
    assert "Side effects" not in found


@pytest.mark.parametrize(("language", "words", "number"), [("en", EN, "1234.5"), ("fr", FR, "1234,5")])
def test_a_spreadsheet_gets_every_field_as_it_is_typed(language, words, number):
    held = rich(language)
    sheets = {table.title: table for table in KIND.sheets(KIND.view(held, "b"), words)}
    register = sheets[words("value.register")]
    labels = {field.head or field.label for field in KIND.fields(held, card(held, "K1").id, words)}
    row = dict(zip(register.columns, register.rows[0], strict=True))
    assert {"Text", "Texte", words("value.head_column")} & set(register.columns) == set()
    assert set(row) - {words("value.head_code"), words("value.head_card")} == labels - {
        words("value.field_text"),
        words("value.head_column"),
    }
    assert (row[words("value.field_baseline")], row[words("value.field_target_date")]) == (number, "2027-01-14")
    in_use = ("guiding", "approach", "impact", "side_effect")
    assert {column(each).name.within(language) for each in in_use} <= set(sheets)


def test_dots_are_in_the_tables_once_they_are_revealed():
    held = rich()
    held = held.after(KIND.give_dots(held, "b", "Ada", {card(held, "G1").id: 2}))
    assert "Dots" not in by_title(KIND.tables(KIND.view(held, "b"), EN))["Guiding values"][0]
    held = held.after(KIND.set_ballot(held, "b", shown=True))
    assert by_title(KIND.tables(KIND.view(held, "b"), EN))["Guiding values"][0]["Dots"] == "2"


def test_items_come_column_by_column_and_strips_last():
    held = after(document(), "Later #parking", "Days #kpi", "Equity", "Budget #assumption")
    assert [item.code for item in KIND.items(KIND.view(held, "b"))] == ["G1", "K1", "H1", "P1"]
