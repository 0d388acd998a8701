from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given

from boards.checklist.lists import after, document, views
from facilitator.catalogue import CHECKLIST as KIND
from facilitator.content.theme import contrast, theme
from facilitator.content.typeface import width
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Box, Path, Text

LIGHT = theme()


def group(picture, item):
    return next(each for each in picture.groups if each.item_id == item)


def kinds(shapes):
    """How the status sign is drawn: the shapes before the first text."""
    sign = []
    for shape in shapes:
        if isinstance(shape, Text):
            break
        sign.append(type(shape))
    return sign


@pytest.mark.slow
@given(views())
def test_all_text_is_large_enough_and_stays_on_the_stage(view):
    for shape in chain.from_iterable(each.shapes for each in KIND.picture(view, LIGHT).groups):
        if isinstance(shape, Text):
            assert shape.size >= LIGHT.stage_minimum
            for line in shape.lines:
                wide = width(line, shape.size, bold=shape.bold)
                left = {"start": shape.x, "middle": shape.x - wide / 2, "end": shape.x - wide}[shape.anchor]
                assert left >= 0
                assert left + wide <= STAGE_WIDTH
            assert shape.y + 1.2 * shape.size * len(shape.lines) <= STAGE_HEIGHT


@pytest.mark.slow
@given(views())
def test_the_legend_and_the_heads_are_clear_of_the_items(view):
    groups = KIND.picture(view, LIGHT).groups
    items = [each.box for each in groups if each.role == "item"]
    for scenery in (each.box for each in groups if each.role == "scenery"):
        assert not any(scenery.overlaps(box) for box in items)


def test_each_status_has_a_sign_and_a_word_of_its_own():
    held = after(document(), "v1", "v2 #under", "v3 #not-for")
    picture = KIND.picture(KIND.view(held, "c"), LIGHT)
    signs = [kinds(group(picture, f"c.v{number}").shapes) for number in (1, 2, 3, 4)]
    assert signs == [[Box, Path], [Path, Box], [Box], [Box]]
    dash, empty = (group(picture, f"c.v{number}").shapes[0] for number in (3, 4))
    assert dash.rect.height < empty.rect.height
    labels = [group(picture, f"c.v{number}").label for number in (1, 2, 3, 4)]
    words = ("Done", "Under way", "Not for us", "Not started")
    assert all(word in label for word, label in zip(words, labels, strict=True))
    assert "Not started, Under way, Done, Not for us" in [each.label for each in picture.groups]


def test_what_is_not_for_us_is_quiet_but_can_be_read():
    held = after(document(), "v3 #not-for")
    picture = KIND.picture(KIND.view(held, "c"), LIGHT)
    quiet, loud = (
        next(s.colour for s in group(picture, item).shapes if isinstance(s, Text)) for item in ("c.v3", "c.v4")
    )
    assert loud == LIGHT.ink
    assert 7 <= contrast(quiet, LIGHT.paper) < contrast(loud, LIGHT.paper)


def test_progress_is_told_in_words_and_in_the_alternative():
    picture = KIND.picture(KIND.view(after(document(), "v1", "v2", "v3 #not-for"), "c"), LIGHT)
    assert "Vision: 2 of 8 in place" in [each.label for each in picture.groups]
    assert "Vision, 2 of 8" in picture.alt


def test_the_bar_is_as_long_as_the_share_that_is_done():
    view = KIND.view(after(document(), "v1", "v2", "v3"), "c")
    head = next(each for each in KIND.picture(view, LIGHT).groups if each.category == "vision" and each.swatch)
    whole, done = [shape.rect.width for shape in head.shapes if isinstance(shape, Box)]
    assert done / whole == 3 / 9
    nothing = replace(view, entries=tuple(replace(each, status="not_for_us") for each in view.entries))
    head = next(each for each in KIND.picture(nothing, LIGHT).groups if each.category == "vision" and each.swatch)
    assert len([shape for shape in head.shapes if isinstance(shape, Box)]) == 1
