"""Room to write by hand: what is asked is read aloud, the lines are not, and nothing is parted from its lines."""

import pypdfium2

from facilitator.handouts import kit

LONG = "Who has which difficulty, where, since when, and what would be different for them if it were solved?"


def rules_below(path, page_number=0):
    """How far below the upper edge the hairlines of a page stand, each once, in points."""
    with pypdfium2.PdfDocument(path) as pdf:
        page = pdf[page_number]
        height = page.get_height()
        paths = [each for each in page.get_objects() if each.type == 2]  # a path
        found = sorted({round(height - each.get_bounds()[3]) for each in paths if each.get_bounds()[1] > 60})
        page.close()
    return found


def test_what_is_asked_is_read_and_the_lines_are_not(written):
    handout = written(lambda words, width: [kit.heading("T", 1), kit.writing_space("The problem", "Who?", 4)])
    assert [each.words() for each in handout.tree().every("P")][1:] == ["The problem", "Who?"]
    assert len(rules_below(handout.path)) == 4


def test_the_lines_of_a_row_stand_on_one_level(written):
    questions = [("Short", ""), ("Long", LONG), ("Last", "")]
    handout = written(lambda words, width: [kit.heading("T", 1), *kit.writing_columns(questions, 2)])
    assert len(rules_below(handout.path)) == 4  # two rows, whatever the hints
    assert [each.words() for each in handout.tree().every("P")][1:] == ["Short", "Long", LONG, "Last"]


def test_a_space_that_does_not_fit_goes_overleaf_whole(written):
    def parts(words, width):
        return [kit.heading("T", 1), *(kit.writing_space(f"Question {n}", "", 10) for n in range(4))]

    handout = written(parts)
    pages = handout.page_words()
    assert len(pages) == 2
    for number, words in enumerate(pages):
        assert len(rules_below(handout.path, number)) == 10 * words.count("Question")


def test_boxes_to_tick_are_a_list_with_labels(written):
    handout = written(lambda words, width: [kit.heading("T", 1), *kit.tick_list(["One", " ", "Two <b>"], words)])
    tree = handout.tree()
    assert [each.words() for each in tree.every("LBody")] == ["One", "Two <b>"]
    assert [each.alt for each in tree.every("Lbl")] == ["Box to tick"] * 2
    assert len(tree.every("L")) == 1
