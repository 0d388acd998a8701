"""Lines that stand alike at the edges of pages are told from others, and no page of a handout has them."""

import pytest

from facilitator.handouts import kit
from facilitator.handouts.edge_lines import EdgeLines
from facilitator.handouts.pack import Part
from facilitator.handouts.paper import SIZES
from facilitator.handouts.styles import EDGE, Sheet
from pdf_gate.engines import outloud
from written_packs import write_pack

HIGH = 800.0


def edges_of(*lines: tuple[int, str, float]) -> EdgeLines:
    """Lines as (page, words, baseline) on pages of 800 points, in letters of 10."""
    found = EdgeLines()
    for page, text, baseline in lines:
        found.note(text, page, 50, baseline, 10, HIGH)
    return found


@pytest.mark.parametrize("baseline", [30, 80, 720, 780])
def test_a_line_on_three_pages_is_found_at_their_edges(baseline):
    lines = [(page, f"Concerns: {page}", baseline) for page in (1, 4, 7)]
    assert edges_of(*lines).any_repeated(9)
    assert not edges_of(*lines[:2]).any_repeated(9)
    assert edges_of(*lines[:2], (1, "Concerns: ", baseline + 12)).any_repeated(9) is False


@pytest.mark.parametrize("baseline", [110, 400, 690])
def test_in_the_middle_of_pages_lines_may_be_alike(baseline):
    assert not edges_of(*((page, "Concerns", baseline) for page in range(9))).any_repeated(9)


def test_of_two_pages_none_is_alike_and_of_four_three_are_enough():
    on = [(page, "Cost", 40.0) for page in (1, 2, 3)]
    assert not edges_of(*on[:2]).any_repeated(2)
    assert edges_of(*on).any_repeated(4)


def test_what_stands_side_by_side_is_one_line():
    cells = [(page, text, 40.0) for page in (1, 2, 3) for text in ("Cost", ("Clerk", "Mayor", "Council")[page - 1])]
    assert not edges_of(*cells).any_repeated(9)


@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize("wide", [False, True])
def test_a_deep_sheet_leaves_the_edges_free(paper, wide):
    sheet, plain = Sheet(paper, wide, deep=True), Sheet(paper, wide)
    assert sheet.bottom + 9 > EDGE * sheet.size[1]
    assert sheet.size[1] - sheet.bottom - sheet.frame_height + 9 > EDGE * sheet.size[1]
    assert 0.85 < sheet.frame_height / plain.frame_height < 1


def alike(words, width):
    """Rows that fill pages with the same words."""
    return [kit.heading("What we heard", 1), kit.table(["Who", "What"], [["The clerk", "Concerns: cost"]] * 150)]


def unlike(words, width):
    return [kit.heading("What we heard", 1), *(kit.paragraph(f"{chr(97 + n % 26) * (3 + n)} cost") for n in range(90))]


def test_no_line_of_a_pack_can_be_taken_for_page_furniture(tmp_path, about):
    told: list[tuple[int, int]] = []
    write_pack(tmp_path / "alike.pdf", [Part("A", alike)], about, "a4", "en", progress=lambda *done: told.append(done))
    assert outloud(tmp_path / "alike.pdf") == []
    assert told == [(1, 2), (2, 3), (3, 3)]


def test_where_there_is_none_the_pages_stay_as_full_as_they_are(tmp_path, about):
    told: list[tuple[int, int]] = []
    write_pack(
        tmp_path / "unlike.pdf", [Part("A", unlike)], about, "a4", "en", progress=lambda *done: told.append(done)
    )
    assert told == [(1, 2), (2, 2)]
