"""What the preview of an import says of a row."""

from facilitator.boards.importing import PlannedRow
from facilitator.content.words import Words


def test_a_rejected_row_says_where_it_is():
    line = PlannedRow(7, "", "rejected", "“Nom” is empty; give a name.")
    path = PlannedRow("elements[3].label", "", "rejected", "«\u202flabel\u202f» est vide\u202f; donnez un nom.")
    assert line.sentence(Words("en")) == "Line 7: “Nom” is empty; give a name."
    assert path.sentence(Words("fr")) == "elements[3].label\u202f: «\u202flabel\u202f» est vide\u202f; donnez un nom."
