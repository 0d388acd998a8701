from itertools import chain

from hypothesis import given

from boards.value_board.boards import LIGHT, view, views
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.picture import COLOURS
from facilitator.content.theme import theme
from facilitator.content.typeface import width
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Box, Path, Text

THREAD = view(
    [("G1", "Equity"), ("G2", "Privacy"), ("A1", "Ask"), ("I1", "Trust"), ("K1", "Days to permit")],
    [("G1", "A1"), ("A1", "I1"), ("I1", "K1")],
)


def group(picture, item):
    return next(each for each in picture.groups if each.item_id == item)


def texts(shapes):
    return [line for shape in shapes if isinstance(shape, Text) for line in shape.lines]


@given(views(most=30))
def test_all_text_is_large_enough_and_stays_on_the_stage(board):
    for shape in chain.from_iterable(each.shapes for each in KIND.picture(board, LIGHT).groups):
        if isinstance(shape, Text):
            assert shape.size >= LIGHT.stage_minimum
            for line in shape.lines:
                wide = width(line, shape.size, bold=shape.bold)
                left = {"start": shape.x, "middle": shape.x - wide / 2, "end": shape.x - wide}[shape.anchor]
                assert left >= 0
                assert left + wide <= STAGE_WIDTH
            assert shape.y >= 0
            assert shape.y + 1.2 * shape.size * len(shape.lines) <= STAGE_HEIGHT


@given(views(most=30))
def test_scenery_comes_first_then_links_then_items(board):
    roles = [each.role for each in KIND.picture(board, LIGHT).groups if each.item_id]
    assert roles == sorted(roles, key=["link", "item"].index)


@given(views(most=60))
def test_every_card_is_an_item_whether_it_is_shown_or_stacked(board):
    items = KIND.items(board)
    assert {item.id for item in items} == {card.id for card in board.cards}
    shown = [each.item_id for each in KIND.picture(board, LIGHT).groups if each.role == "item"]
    assert set(shown) <= {item.id for item in items}
    ranks = [list(COLOURS).index(item.group) for item in items]
    assert ranks == sorted(ranks)


def test_a_gap_is_marked_by_dashes_a_sign_and_words():
    picture = KIND.picture(THREAD, LIGHT)
    whole, open_one = group(picture, "G1"), group(picture, "G2")
    assert "No approach yet" in texts(open_one.shapes)
    assert any(isinstance(shape, Path) and shape.fill == LIGHT.warning for shape in open_one.shapes)
    outline = next(shape for shape in open_one.shapes if isinstance(shape, Box))
    assert outline.dash
    assert outline.stroke == LIGHT.warning
    assert "No approach yet" in open_one.label
    assert texts(whole.shapes) == ["G1", "Equity"] or texts(whole.shapes) == ["Equity", "G1"]
    assert not next(shape for shape in whole.shapes if isinstance(shape, Box)).dash


def test_links_name_their_ends_and_are_opaque():
    links = [each for each in KIND.picture(THREAD, LIGHT).groups if each.role == "link"]
    assert [each.ends for each in links] == [("G1", "A1"), ("A1", "I1"), ("I1", "K1")]
    assert links[0].label == "Equity shapes Ask"
    assert all(shape.opacity == 1 for each in links for shape in each.shapes)


def test_links_that_pull_against_are_dashed_and_explained():
    from dataclasses import replace

    link = replace(THREAD.links[0], to_id="I1", kind="pulls_against")
    picture = KIND.picture(replace(THREAD, links=(link,)), LIGHT)
    (drawn,) = [each for each in picture.groups if each.role == "link"]
    assert drawn.shapes[0].dash
    assert any(each.label == "pulls against" for each in picture.groups if each.role == "scenery")
    assert all(each.label != "pulls against" for each in KIND.picture(THREAD, LIGHT).groups)


def test_an_empty_board_asks_its_questions_in_its_language():
    empty = view([], language="fr")
    labels = [each.label for each in KIND.picture(empty, LIGHT).groups]
    assert sum(label.endswith("\u202f?") for label in labels) >= 4
    assert any("Valeurs directrices" in label for label in labels)


def test_the_stack_is_counted():
    crowd = view([(f"I{n}", "Residents can see where their permit is") for n in range(1, 61)])
    picture = KIND.picture(crowd, LIGHT)
    shown = sum(each.role == "item" for each in picture.groups)
    assert f"+{60 - shown} more" in [each.label for each in picture.groups]


def test_text_of_people_is_drawn_as_it_is():
    hostile = view([("G1", "<b>Fair</b> {count} &amp; %s")])
    assert "<b>Fair</b> {count} &amp; %s" in " ".join(texts(group(KIND.picture(hostile, LIGHT), "G1").shapes))


def test_the_alternative_text_counts_what_there_is():
    alt = KIND.picture(THREAD, LIGHT).alt
    assert "2 guiding values" in alt
    assert "1 approach," in alt
    assert "3 links" in alt


def test_each_column_has_its_own_colour_in_both_themes():
    for name in ("light", "dark"):
        colours = dict(KIND.picture(THREAD, theme(name)).category_colours)
        assert colours == {column: theme(name).categories[place] for column, place in COLOURS.items()}
        assert len(set(colours.values())) == 4
