"""Statements with a mark under each number, and fields that share what is left of a page."""

import pytest

from facilitator.handouts.scale_rows import ScaleRow, ScaleRows, WordFields

ROW = ScaleRow(
    "F1", "It was useful.", "not at all", "very much", "useful.level", tuple((str(n), f"{n} of 5") for n in range(1, 6))
)
FIELDS = [("What helped?", "helped.comment", "What helped? A few words"), ("And now?", "take.comment", "And now?")]


def test_a_row_is_read_in_order_statement_ends_numbers_marks(written):
    tree = written(lambda words, width: [ScaleRows([ROW])]).tree()
    (item,) = tree.every("LI")
    label, body = item.kids
    assert label.words() == "F1"
    assert [kid.tag for kid in body.kids] == ["P", "P", "P", *["P", "Form"] * 5]
    assert [kid.words() for kid in body.kids[:3]] == ["It was useful.", "not at all", "very much"]
    assert [kid.alt for kid in body.kids if kid.tag == "Form"] == [tip for _, tip in ROW.marks]


def test_fields_for_words_share_what_is_left_of_the_page_up_to_a_limit():
    fields = WordFields(FIELDS)
    least = fields.height_for(500)
    assert fields.wrap(500, least + 20) == (500, pytest.approx(least + 20))
    assert fields.wrap(500, 2000)[1] < least + 200
    assert fields.wrap(500, least - 50)[1] == least


def test_a_long_statement_makes_its_row_higher():
    rows, longer = (
        ScaleRows([ScaleRow("F1", "Useful. " * many, "no", "yes", ROW.name, ROW.marks)]).height_for(400)
        for many in (1, 60)
    )
    assert longer > rows
