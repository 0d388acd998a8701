from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given

from boards.value_board.boards import LIGHT, view
from boards.value_board.stages import board, grouped, sixty, twenty, wild
from facilitator.boards.value_board.drawing.inks import COLOURS, Inks
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.layout.layout import layout_of
from facilitator.content.theme import contrast, theme
from facilitator.content.typeface import line_height, width
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Box, Oval, Path, Text
from facilitator.domain.view import Showing

THREAD = view(
    [("G1", "Equity"), ("G2", "Privacy"), ("A1", "Ask"), ("I1", "Trust"), ("K1", "Days to permit")],
    [("G1", "A1"), ("A1", "I1"), ("I1", "K1")],
)


def drawn(view_, **showing):
    return KIND.picture(replace(view_, showing=Showing(**showing)) if showing else view_, LIGHT)


def group(picture, item):
    return next(each for each in picture.groups if each.item_id == item)


def texts(shapes):
    return [line for shape in shapes if isinstance(shape, Text) for line in shape.lines]


@given(wild(most=40))
def test_all_text_is_large_enough_and_stays_on_the_stage(board):
    least = LIGHT.stage_large if board.showing.large else LIGHT.stage_minimum
    for shape in chain.from_iterable(each.shapes for each in KIND.picture(board, LIGHT).groups):
        if isinstance(shape, Text) and shape.lines:
            assert shape.size >= least
            for line in shape.lines:
                wide = width(line, shape.size, bold=shape.bold)
                left = {"start": shape.x, "middle": shape.x - wide / 2, "end": shape.x - wide}[shape.anchor]
                assert left >= 0
                assert left + wide <= STAGE_WIDTH
            assert shape.y >= 0
            assert shape.y + line_height(shape.size) * len(shape.lines) <= STAGE_HEIGHT


@given(wild(most=30))
def test_words_stay_inside_what_they_stand_on(board):
    for each in KIND.picture(board, LIGHT).groups:
        for shape in each.shapes:
            if isinstance(shape, Text) and each.role == "item":
                wide = max(width(line, shape.size, bold=shape.bold) for line in shape.lines)
                assert each.box.grown(0.6).contains(shape.x, shape.y)
                if not any(len(line) <= 2 for line in shape.lines):
                    high = line_height(shape.size) * len(shape.lines)
                    assert each.box.grown(0.6).contains(shape.x + wide, shape.y + high)


@given(wild(most=30))
def test_links_run_below_cards(board):
    roles = [each.role for each in KIND.picture(board, LIGHT).groups if each.role != "scenery"]
    assert roles == sorted(roles, key=["link", "item"].index)


@given(wild(most=30))
def test_only_what_is_on_the_board_is_an_item(board):
    shown = [each.item_id for each in KIND.picture(board, LIGHT).groups if each.role == "item"]
    assert len(shown) == len(set(shown))
    assert set(shown) <= {item.id for item in KIND.items(board)} == {card.id for card in board.cards}


def test_a_gap_is_marked_by_dashes_a_sign_and_words():
    picture = KIND.picture(THREAD, LIGHT)
    whole, open_one = group(picture, "G1"), group(picture, "G2")
    assert "No approach yet" in texts(open_one.shapes)
    assert any(isinstance(shape, Path) and shape.fill == LIGHT.warning for shape in open_one.shapes)
    outline = next(shape for shape in open_one.shapes if isinstance(shape, Box))
    assert outline.dash
    assert outline.stroke == LIGHT.warning
    assert "No approach yet" in open_one.label
    assert texts(whole.shapes) == ["G1", "Equity"]
    assert not next(shape for shape in whole.shapes if isinstance(shape, Box)).dash


def test_on_a_full_board_a_gap_has_a_sign_and_the_foot_of_the_column_says_what_is_missing():
    picture = KIND.picture(sixty(), LIGHT)
    card = group(picture, "G1")
    soft = Inks(LIGHT).sign(soft=True)
    assert any(isinstance(shape, Path) and shape.fill == soft for shape in card.shapes)
    assert "No approach yet" not in texts(card.shapes)
    assert "No approach yet" in card.label
    foot = next(each for each in picture.groups if each.label.startswith("No approach yet: "))
    missing = sum("No approach yet" in each.label for each in picture.groups if each.category == "guiding")
    assert texts(foot.shapes) == ["No approach yet", str(missing)]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_links_and_signs_of_full_boards_are_thin_and_pale_but_seen(name):
    chosen = theme(name)
    picture = KIND.picture(sixty(), chosen)
    lines = [each.shapes[0] for each in picture.groups if each.role == "link"]
    assert {line.stroke_width for line in lines} == {1.5}
    assert all(1.8 <= contrast(line.stroke, chosen.paper) < 4.5 for line in lines)
    assert contrast(Inks(chosen).sign(soft=True), chosen.paper) >= 3
    few = KIND.picture(twenty(), chosen)
    assert {each.shapes[0].stroke_width for each in few.groups if each.role == "link"} == {3}


def test_links_name_their_ends_and_are_opaque():
    links = [each for each in KIND.picture(THREAD, LIGHT).groups if each.role == "link"]
    assert [each.ends for each in links] == [("G1", "A1"), ("A1", "I1"), ("I1", "K1")]
    assert links[0].label == "Equity shapes Ask"
    assert all(shape.opacity == 1 for each in links for shape in each.shapes)


def test_trade_offs_differ_by_their_dashes_and_are_explained():
    dashes = set()
    for kind, words in (("pulls_against", "pulls against"), ("reinforces", "reinforces")):
        link = replace(THREAD.links[0], to_id="I1", kind=kind)
        picture = KIND.picture(replace(THREAD, links=(link,)), LIGHT)
        (line,) = [each for each in picture.groups if each.role == "link"]
        assert line.shapes[0].dash
        dashes.add(line.shapes[0].dash)
        (legend,) = [each for each in picture.groups if each.label == words]
        assert texts(legend.shapes) == [words]
        assert line.shapes[0].dash in {shape.dash for shape in legend.shapes if isinstance(shape, Path)}
    assert len(dashes) == 2
    assert all(each.label != "pulls against" for each in KIND.picture(THREAD, LIGHT).groups)


def test_in_the_order_that_groups_think_in_contributions_point_back():
    picture = drawn(THREAD, form="think")
    heads = {each.ends: len(each.shapes) for each in picture.groups if each.role == "link"}
    assert heads == {("G1", "A1"): 1, ("A1", "I1"): 2, ("I1", "K1"): 1}


def test_an_empty_board_asks_its_questions_in_its_language():
    empty = view([], language="fr")
    labels = [each.label for each in KIND.picture(empty, LIGHT).groups]
    assert sum(label.endswith("\u202f?") for label in labels) >= 4
    assert any("Valeurs directrices" in label for label in labels)


def test_the_stack_is_counted_and_tells_what_is_in_it():
    crowd = view([(f"I{n}", "Residents can see where their permit is") for n in range(1, 61)])
    picture = KIND.picture(crowd, LIGHT)
    shown = sum(each.role == "item" for each in picture.groups)
    (stack,) = [each for each in picture.groups if each.label.startswith(f"+{60 - shown} more: I{shown + 1}, ")]
    assert texts(stack.shapes) == [f"+{60 - shown} more"]
    assert stack.label.endswith("I60")


def test_a_folded_group_has_its_name_and_number_and_the_sign_of_gaps_in_it():
    full = grouped(board({"I": 40, "K": 1}), {"Reconciliation": [f"I{n}" for n in range(1, 31)]})
    (pill,) = [each for each in KIND.picture(full, LIGHT).groups if "Reconciliation" in each.label]
    assert texts(pill.shapes) == ["Reconciliation (30)"]
    assert pill.label == "Group Reconciliation (30): " + ", ".join(f"I{n}" for n in range(1, 31))
    assert any(isinstance(shape, Path) and shape.fill == LIGHT.warning for shape in pill.shapes)


def test_a_group_can_be_picked_by_its_panel_or_pill():
    panels = grouped(twenty(), {"Ways in": ["A2", "A4"]})
    pills = grouped(board({"I": 40}), {"Ways in": [f"I{n}" for n in range(1, 31)]})
    for view_ in (panels, pills):
        (found,) = [each for each in KIND.picture(view_, LIGHT).groups if each.item_id == "group0"]
        assert found.role == "scenery"
        assert "Ways in" in found.label


def test_the_cards_of_a_group_say_so_and_stand_under_its_name():
    picture = KIND.picture(grouped(twenty(), {"Ways in": ["A2", "A4"]}), LIGHT)
    (panel,) = [each for each in picture.groups if each.label == "Group Ways in: A2, A4"]
    assert texts(panel.shapes) == ["Ways in"]
    assert "In the group Ways in" in group(picture, "A4").label
    assert "In the group" not in group(picture, "A1").label


def test_text_of_people_is_drawn_as_it_is():
    hostile = view([("G1", "<b>Fair</b> {count} &amp; %s")])
    assert "<b>Fair</b> {count} &amp; %s" in " ".join(texts(group(KIND.picture(hostile, LIGHT), "G1").shapes))


def test_the_alternative_text_counts_what_there_is():
    alt = KIND.picture(THREAD, LIGHT).alt
    assert "2 guiding values" in alt
    assert "1 approach," in alt
    assert "3 links" in alt
    assert "breaks off at 1 card" in alt
    assert "Parking" not in alt
    parked = board({"G": 1, "P": 2}, dots={"G1": 3})
    assert "Parking lot: 2." in KIND.picture(parked, LIGHT).alt
    assert "Dots are shown." in KIND.picture(parked, LIGHT).alt
    assert "The golden thread of I1 Trust is lifted: 4 cards." in drawn(THREAD, spotlight="I1").alt


def test_each_column_has_its_own_colour_in_both_themes():
    for name in ("light", "dark"):
        colours = dict(KIND.picture(THREAD, theme(name)).category_colours)
        assert colours == {column: theme(name).categories[place] for column, place in COLOURS.items()}
        assert len(set(colours.values())) == 4


@pytest.mark.parametrize("counts", [(1, 2, 7), (1, 5, 13), (3, 8, 120)])
def test_all_cards_show_as_many_dots_as_they_got_or_all_of_them_bars(counts):
    given_dots = dict(zip(("G1", "G2", "A1"), counts, strict=True))
    picture = KIND.picture(board({"G": 2, "A": 1}, dots=given_dots), LIGHT)
    drawn_dots, bars = [], []
    for its_id, count in given_dots.items():
        card = group(picture, its_id)
        drawn_dots.append(sum(isinstance(shape, Oval) for shape in card.shapes))
        bars += [shape.rect.width for shape in card.shapes[1:] if isinstance(shape, Box)]
        assert str(count) in texts(card.shapes)
        assert f"{count} dot" in card.label
    if max(counts) <= 7:
        assert (tuple(drawn_dots), bars) == (counts, [])
    else:
        assert drawn_dots == [0, 0, 0]
        assert [wide / bars[-1] for wide in bars[1:]] == pytest.approx([each / counts[-1] for each in counts[1:]])
        assert bars == sorted(bars)


def test_no_dots_are_drawn_where_none_were_given_or_shown():
    picture = KIND.picture(board({"G": 2}, dots={"G1": 3}), LIGHT)
    assert not any(isinstance(shape, Oval) for shape in group(picture, "G2").shapes)
    assert "dot" not in group(picture, "G2").label
    hidden = KIND.picture(board({"G": 2}), LIGHT)
    assert not any(isinstance(shape, Oval) for shape in group(hidden, "G1").shapes)


def test_dots_on_a_full_board_are_one_with_the_number_beside_the_text():
    full = replace(
        sixty(), dots_shown=True, cards=tuple(replace(card, dots=int(card.id == "A1") * 5) for card in sixty().cards)
    )
    card = group(KIND.picture(full, LIGHT), "A1")
    (dot,) = [shape for shape in card.shapes if isinstance(shape, Oval)]
    words = next(shape for shape in card.shapes if isinstance(shape, Text) and len(shape.lines) > 1)
    assert dot.rect.x > words.x + max(width(line, words.size, bold=True) for line in words.lines)
    assert "5" in texts(card.shapes)


def test_the_public_value_test_stands_in_the_header_where_there_is_room_and_else_below():
    answered = replace(twenty(), valuable="yes", authorised="partly", doable="not_yet")
    for view_, below in ((answered, False), (replace(answered, question="Why " * 40), True)):
        (line,) = [each for each in KIND.picture(view_, LIGHT).groups if "Valuable? Yes" in each.label]
        assert line.label == "Valuable? Yes. Authorized? Partly. Doable? Not yet"
        assert texts(line.shapes) == ["Valuable?", "Yes", "Authorized?", "Partly", "Doable?", "Not yet"]
        assert (line.box.y > 72) == below
        assert layout_of(view_, LIGHT).public_value.below == below
        assert line.box.right <= STAGE_WIDTH - 320 + 1e-6
    signs = [[type(s), s.fill] for s in line.shapes if not isinstance(s, Text)]
    assert signs == [[Oval, LIGHT.ink], [Oval, None], [Path, LIGHT.ink], [Oval, None]], "full, half and empty"


def test_a_question_that_nobody_answered_is_left_out():
    (line,) = [each for each in drawn(replace(twenty(), doable="partly")).groups if "Doable" in each.label]
    assert line.label == "Doable? Partly"
    assert not any("Valuable" in each.label for each in KIND.picture(twenty(), LIGHT).groups)


def test_strips_are_shown_when_they_hold_anything():
    picture = KIND.picture(board({"G": 2, "H": 2, "P": 30}), LIGHT)
    assert group(picture, "H1").role == "item"
    assert any(each.label.startswith("Assumptions: ") for each in picture.groups)
    assert any(each.label.startswith("Parking lot: ") for each in picture.groups)
    assert not any(each.label.startswith("Side effects: ") for each in picture.groups)
    shown = sum(each.item_id.startswith("P") for each in picture.groups)
    assert any(each.label.startswith(f"+{30 - shown} more: ") for each in picture.groups)
    assert shown >= 3


def test_a_lifted_thread_has_full_ink_and_strong_links_and_the_rest_is_context():
    picture = drawn(twenty(), spotlight="I2")
    lit, dim = group(picture, "A5"), group(picture, "A3")
    assert lit.label.endswith("On the golden thread")
    assert "golden thread" not in dim.label
    words = {each.item_id: next(s for s in each.shapes if isinstance(s, Text) and not s.sign) for each in (lit, dim)}
    assert (words["A5"].colour, words["A5"].bold) == (LIGHT.ink, True)
    assert (words["A3"].colour, words["A3"].bold) == (LIGHT.quiet, False)
    links = {each.ends: each for each in picture.groups if each.role == "link"}
    assert links["A5", "I2"].shapes[0].stroke_width > links["G3", "A6"].shapes[0].stroke_width
    assert links["G3", "A6"].shapes[0].stroke == LIGHT.line
    assert links["A5", "I2"].label.endswith("On the golden thread")
    assert drawn(twenty(), spotlight="nobody").groups == KIND.picture(twenty(), LIGHT).groups


def test_the_links_of_a_lifted_thread_lie_over_the_others():
    picture = drawn(sixty(), spotlight="I4")
    lit = [each.label.endswith("On the golden thread") for each in picture.groups if each.role == "link"]
    assert lit == sorted(lit)
    assert any(lit)
