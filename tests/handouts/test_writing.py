"""Room to write by hand: what is asked is read aloud, the lines are not, and nothing is parted from its lines."""

import pikepdf
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


def test_fields_stand_in_place_of_lines_and_are_read_after_their_questions(written):
    def parts(words, width):
        yield kit.heading("T", 1)
        yield kit.writing_space("The problem", "Who?", 4, "a.problem")
        yield from kit.writing_columns([("Left", ""), ("Right", "Why?")], 1, ["a.left", "a.right"])
        yield from kit.tick_fields([("One", "b.one"), ("Two <b>", "b.two")])

    handout = written(parts)
    assert rules_below(handout.path) == []
    tree = handout.tree()
    tags = [[kid.tag for kid in each.kids] for each in tree.every("Div")]
    assert tags == [["P", "P", "Form"], ["P", "Form"], ["P", "P", "Form"]]
    assert [each.alt for each in tree.every("Form")] == ["The problem Who?", "Left", "Right Why?", "One", "Two <b>"]
    assert [each.words() for each in tree.every("LBody")] == ["One", "Two <b>"]
    assert len(tree.every("L")) == 1
    with pikepdf.open(handout.path) as pdf:
        kinds = {f"{group.T}.{each.T}": str(each.FT) for group in pdf.Root.AcroForm.Fields for each in group.Kids}
    assert kinds == {"a.problem": "/Tx", "a.left": "/Tx", "a.right": "/Tx", "b.one": "/Btn", "b.two": "/Btn"}
