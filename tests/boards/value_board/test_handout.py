"""The pages of a value board: which there are, in which order, on which paper."""

from dataclasses import replace

import pytest

from boards.value_board.boards import view
from boards.value_board.complete import TODAY, complete
from boards.value_board.printing import headings, printed
from facilitator.boards.value_board.kind import KIND
from facilitator.domain.view import Showing

ON_DAY = Showing(day=TODAY)
TITLES = {
    "en": ["The board in words", "Golden threads", "Indicator register", "Where we stand, and next"],
    "fr": ["Le tableau en mots", "Fils conducteurs", "Registre des indicateurs", "Où nous en sommes, et la suite"],
}


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_picture_comes_first_then_its_twin_threads_register_and_what_is_next(tmp_path, language, full):
    shown = replace(complete(), language=language, showing=ON_DAY)
    make = KIND.full_handout if full else KIND.handout
    tree = printed(tmp_path / "h.pdf", lambda words: make(shown, words, 500), language).tree()
    assert [each.words() for each in tree.every("H1")] == ["Civic value board"]
    assert [each.words() for each in tree.every("H2")] == TITLES[language]
    read = [each.tag for each in tree.every("H1", "Figure", "Table")]
    assert read[:3] == ["H1", "Figure", "Table"]


def test_the_picture_has_a_page_on_its_side_and_people_s_words_stay_literal(tmp_path):
    shown = view([("G1", "Equity & <b>care</b>"), ("A1", "Ask"), ("I1", "Trust")], [("G1", "A1"), ("A1", "I1")])
    handout = printed(tmp_path / "h.pdf", lambda words: KIND.handout(shown, words, 500))
    copied = handout.copied()
    assert copied.count("Equity & <b>care</b>") >= 3  # picture, twin, matrix
    assert "What would we see, hear or count?" in handout.page_words()[0]


@pytest.mark.parametrize("full", [False, True])
def test_an_empty_board_is_its_picture(tmp_path, full):
    make = KIND.full_handout if full else KIND.handout
    handout = printed(tmp_path / "h.pdf", lambda words: make(replace(view([]), showing=ON_DAY), words, 500))
    assert len(handout.page_words()) == 1
    assert headings(handout.tree()) == ["Civic value board"]


@pytest.mark.slow
def test_sixty_cards_have_all_their_words_in_the_handout(tmp_path):
    cards = [(f"{letter}{number}", f"Words of {letter} {number}") for letter in "GAIK" for number in range(1, 16)]
    links = [(f"{one}{n}", f"{two}{1 + n % 15}") for one, two in ("GA", "AI", "IK") for n in range(1, 16)]
    shown = replace(view(cards, links), showing=ON_DAY)
    copied = printed(tmp_path / "h.pdf", lambda words: KIND.full_handout(shown, words, 500)).copied()
    assert [text for _, text in cards if text not in copied] == []
