import pikepdf

from facilitator.handouts.form_heads import PageHead, Progress, ProgressRow

PROGRESS = Progress(2, "#4B1D6B", 3, 9, "3 of 9 in place")


def test_a_head_is_one_heading_and_bookmark_and_its_badge_is_not_read(written):
    labels = ("Owner", "By when", "Comment")
    handout = written(lambda words, width: [PageHead("Vision", "What is wrong", labels, PROGRESS)])
    (heading,) = handout.tree().every("H1", "H2")
    assert heading.words() == "Vision"
    with pikepdf.open(handout.path) as pdf, pdf.open_outline() as outline:
        assert [each.title for each in outline.root] == ["Vision"]
    said = handout.tree().words()
    assert "3 of 9 in place" in said
    assert "2" not in said


def test_an_overview_says_in_words_how_far_each_is(written):
    said = written(lambda words, width: [ProgressRow("Vision", "What is wrong", PROGRESS, last=True)]).tree().words()
    assert "Vision" in said
    assert "3 of 9 in place" in said
