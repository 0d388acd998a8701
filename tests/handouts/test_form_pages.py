from dataclasses import replace

import pikepdf
import pytest

from facilitator.handouts.form_pages import FormRow, FormRows, Labelled, LabelledFields, RunIn
from facilitator.handouts.styles import ROW_NOTE
from facilitator.handouts.tagging import Node

TIPS = ("Done", "Owner", "Due", "Comment")
ROW = FormRow("v1", "v1", "State the problem", ("Solutions drift.", "Evidence: a paragraph."), TIPS, state="Under way.")


def rows(count: int) -> list[FormRow]:
    tips = [tuple(f"{tip} {number}" for tip in TIPS) for number in range(count)]
    return [replace(ROW, name=f"v{number}", tips=tips[number]) for number in range(count)]


def test_rows_share_what_is_left_of_the_page_up_to_a_limit():
    few, many = FormRows(rows(2)), FormRows(rows(10))
    least = many.height_for(500)
    assert many.wrap(500, least + 100) == (500, pytest.approx(least + 100))
    assert few.wrap(500, 600)[1] < 200
    assert many.wrap(500, least - 50)[1] == least


def test_notes_stand_on_lines_of_their_own_where_there_is_room(written):
    def lines(room: float) -> str:
        class Short(FormRows):
            def wrap(self, width, height):
                return super().wrap(width, self.height_for(width) + room)

        return written(lambda words, width: [Short(rows(1))]).page_words()[0]

    assert "drift. Evidence" in lines(0)
    assert "drift. \r\nEvidence" in lines(40)


def test_a_row_is_read_in_order_and_says_how_it_stands(written):
    tree = written(lambda words, width: [FormRows([replace(ROW, owner="Clerk", done=True)])]).tree()
    (item,) = tree.every("LI")
    label, body = item.kids
    assert label.words() == "v1"
    assert [kid.tag for kid in body.kids] == ["Form", "P", "P", "Form", "Form", "Form"]
    assert body.kids[2].words().startswith("Under way. Solutions drift.")
    assert [kid.alt for kid in body.kids if kid.tag == "Form"] == ["Done", "Owner – Clerk", "Due", "Comment"]


@pytest.mark.parametrize("width", [120, 200, 500])
def test_a_paragraph_that_begins_in_bold_loses_no_word(width):
    block = RunIn("Under way.", "One two three four five six seven eight nine ten.\nEleven", ROW_NOTE, Node("P"))
    lines = block.lines(width)
    assert " ".join("".join(lines).split()) == "One two three four five six seven eight nine ten. Eleven"
    assert RunIn("", "One two", ROW_NOTE, Node("P")).lines(width) == ("One two",)
    assert RunIn("Under way.", "", ROW_NOTE, Node("P")).lines(width) == ("",)


def test_labels_stand_above_fields_and_lists_offer_their_choices(written):
    fields = [
        Labelled("Item", "own1.item", "My item", 2, ("v1 · One", "v2 · Two")),
        Labelled("Step", "own1.step", "Step"),
    ]
    path = written(lambda words, width: [LabelledFields(fields, tick=Labelled("", "own1.done", "Done"))]).path
    with pikepdf.open(path) as pdf:
        done, item, step = pdf.pages[0].obj.Annots
        assert [str(each) for each in item.Opt] == ["v1 · One", "v2 · Two"]
        assert item.FT == "/Ch"
        assert int(item.Ff) == (1 << 17 | 1 << 18)
        assert done.Rect[2] < item.Rect[0] < item.Rect[2] < step.Rect[0]
