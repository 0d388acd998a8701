"""Codes with their texts, a figure beside a table, a line after a sign: in reading order, whatever their length."""

from facilitator.domain.picture import Box, Picture, Rect
from facilitator.handouts import kit

BOX = Rect(0, 0, 40, 20)
SIGN = kit.Sign((Box(BOX, fill="#000000"),), BOX, "On track")
PICTURE = Picture("#FFFFFF", (), "A chart of days")


def beside(rows):
    return kit.figure_beside(PICTURE, PICTURE.alt, Rect(0, 0, 400, 200), ["What", "Known"], rows)


def test_codes_are_one_list_read_row_by_row_and_blank_ones_are_left_out(written):
    pairs = [("A1", "Ask <b>people</b>"), ("A2", " "), ("A3", "Tell"), ("A4", "Show")]
    (found,) = written(lambda words, width: kit.codes(pairs, 2)).tree().every("L")
    items = [[(part.tag, part.words()) for part in item.kids] for item in found.every("LI")]
    assert items == [
        [("Lbl", "A1"), ("LBody", "Ask <b>people</b>")],
        [("Lbl", "A3"), ("LBody", "Tell")],
        [("Lbl", "A4"), ("LBody", "Show")],
    ]
    assert kit.codes([]) == []


def test_hundreds_of_codes_go_on_over_pages(written):
    pairs = [(f"K{number}", f"Measure number {number} in a few words") for number in range(1, 301)]
    handout = written(lambda words, width: kit.codes(pairs, 3))
    assert len(handout.page_words()) > 1
    assert [item.kids[0].words() for item in handout.tree().every("LI")] == [code for code, _ in pairs]


def test_a_figure_and_its_table_are_read_one_after_the_other(written):
    handout = written(lambda words, width: [beside([["Owner", "Clerk"], ["Source", "Register"]])])
    assert [each.tag for each in handout.tree().every("Figure", "Table")] == ["Figure", "Table"]
    assert handout.tree().every("Figure")[0].alt == "A chart of days"


def test_a_table_too_long_to_stand_beside_its_figure_follows_it_over_pages(written):
    rows = [[f"Field {number}", "what is known " * 30] for number in range(20)]
    handout = written(lambda words, width: [beside(rows)])
    assert len(handout.page_words()) > 1
    assert [each.tag for each in handout.tree().every("Figure", "Table")] == ["Figure", "Table"]


def test_a_sign_is_decoration_and_its_line_is_read(written):
    tree = written(lambda words, width: [kit.signed(SIGN), kit.paragraph("After")]).tree()
    assert [each.words() for each in tree.every("P")][-2:] == ["On track", "After"]


def test_a_heading_and_a_signed_line_go_overleaf_with_what_they_tell_of(written):
    rows = [[f"Field {number}", "known"] for number in range(8)]

    def parts(words, width):
        for number in range(6):
            yield kit.heading(f"Indicator {number}", 2)
            yield kit.signed(SIGN)
            yield beside(rows)

    for page in written(parts).page_words():
        assert page.count("Indicator") == page.count("On track") == page.count("Field 7")


def test_a_whole_table_begins_a_new_page_and_only_a_very_high_one_goes_on_overleaf(written):
    short, long = ([["one", "x"]] * count for count in (10, 100))

    def parts(words, width):
        for _ in range(5):
            yield kit.table(["A", "B"], short, whole=True)

    assert all(page.count("one") % 10 == 0 for page in written(parts).page_words())
    assert len(written(lambda words, width: [kit.table(["A", "B"], long, whole=True)]).page_words()) > 2
