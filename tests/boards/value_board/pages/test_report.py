"""The facilitator's own report: findings of all checks, dots by person, what reviews answered; marked on every page."""

from datetime import date

import pytest

from boards.value_board.complete import BREAKS, TODAY, complete, document_of
from boards.value_board.printing import printed, rows
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.model import CountedHands, PersonDots, Review
from facilitator.content.words import Words
from facilitator.domain.document import Document

PERSON, ANSWER = "Zqxj Thibeaudin", "Zqxj: nobody read the letter"
PRIVATE = (
    PersonDots(id="d1", board_id="b", card_id="I1", person=PERSON, dots=3),
    PersonDots(id="d2", board_id="b", card_id="G1", person=PERSON, dots=2),
    CountedHands(id="I2", hands=7),
    Review(id="r", board_id="b", cadence="monthly", planned_on=TODAY, held_on=date(2026, 11, 3), surprises=ANSWER),
)


def with_private(view, *more) -> Document:
    return Document.of([*document_of(view).records(), *PRIVATE, *more])


@pytest.fixture
def report(tmp_path):
    def write(document, language="en"):
        def pages(words):
            return KIND.private_report(document, "b", TODAY, words, 500)

        return printed(tmp_path / "p.pdf", pages, language, private=True)

    return write


def test_it_tells_who_gave_dots_and_what_they_add_up_to_before_that_is_revealed(report):
    handout = report(with_private(complete()))
    assert rows(handout, "Person") == [[PERSON, "G1 × 2, I1 × 3", "5"], ["Show of hands", "I2 × 7", "7"]]
    assert [row[3] for row in rows(handout, "Column")] == ["2", "7", "3"]
    assert "Participants do not see these totals yet." in handout.copied()


def test_it_tells_what_reviews_answered(report):
    handout = report(with_private(complete()))
    assert rows(handout, "Question") == [["What surprised us?", ANSWER]]
    assert "Indicator check, 3 November 2026" in handout.copied()


def test_it_tells_all_that_the_checks_find_with_what_to_do(report):
    document = with_private(BREAKS["Q10"](BREAKS["B03"](complete())))
    found = KIND.findings(document, "b", TODAY, Words("en"))
    told = rows(report(document), "Weight")
    assert {each.check for each in found} >= {"B03", "Q10"}
    assert [row[2] for row in told] == [each.action for each in found]
    assert all(each.check in row[0] and each.message in row[1] for each, row in zip(found, told, strict=True))


def test_every_page_is_marked_private(report):
    pages = report(with_private(complete()), "fr").page_words()
    assert len(pages) == 3
    assert all(Words("fr")("handouts.private") in page for page in pages)


def test_a_board_without_cards_and_answers_has_no_report():
    empty = document_of(complete()).records()
    bare = Document.of(each for each in empty if type(each).__name__ in ("Engagement", "Board"))
    assert KIND.private_report(bare, "b", TODAY, Words("en"), 500) == []


@pytest.mark.parametrize("full", [False, True])
def test_nothing_of_it_is_on_the_participants_pages(tmp_path, full):
    view = KIND.view(with_private(complete()), "b")
    make = KIND.full_handout if full else KIND.handout
    handout = printed(tmp_path / "h.pdf", lambda words: make(view, words, 500))
    whole = handout.copied() + "".join(each.alt for each in handout.tree().every("Figure"))
    assert "Trust" in whole
    assert "Zqxj" not in whole
    assert "Ranking" not in whole
