"""Stages of 30, 60 and 120 stakeholders: sizes, overlaps, frame and contrast of what is drawn."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from boards.stakeholder_web.names import names
from boards.stakeholder_web.webs import DARK, LIGHT, assert_keeps_apart, named_rows, web
from facilitator.boards.stakeholder_web.layout.geometry import direction_of
from facilitator.boards.stakeholder_web.layout.layout import WebLayout, layout_of
from facilitator.boards.stakeholder_web.picture import picture_of
from facilitator.boards.stakeholder_web.view import StakeholderWebView
from facilitator.content.theme import Theme, contrast
from facilitator.content.typeface import line_height, width
from facilitator.domain.language import Language
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Box, Group, Rect, Text

both_sets = pytest.mark.parametrize("category_set", ["short", "full"])
both_languages = pytest.mark.parametrize("language", ["en", "fr"])


def stage(count: int, category_set: str, language: Language, seed: int = 0) -> StakeholderWebView:
    rows = named_rows(seed, count, category_set, language)
    if len(rows) < count:
        rows += named_rows(seed + 1, count - len(rows), category_set, language)
    return web(rows, category_set, language=language)


def texts(view: StakeholderWebView, theme: Theme) -> Iterator[tuple[Group, Text]]:
    for group in picture_of(view, theme).groups:
        for shape in group.shapes:
            if isinstance(shape, Text):
                yield group, shape


def hugging(text: Text) -> Rect:
    widest = max(width(line, text.size, bold=text.bold) for line in text.lines)
    left = text.x - {"start": 0.0, "middle": widest / 2, "end": widest}[text.anchor]
    return Rect(left, text.y, widest, len(text.lines) * line_height(text.size))


def at_home(layout: WebLayout) -> int:
    found = 0
    for pill in layout.pills:
        sector = layout.scenery.sector(pill.category)
        found += sector.start <= direction_of(*pill.rect.centre) <= sector.end
    return found


def test_the_names_are_those_of_real_sessions():
    for language in ("en", "fr"):
        found = names(115, language)
        assert len(set(found)) == len(found) >= 110
        assert all(8 <= len(name) <= 45 for name in found)
        assert 24 <= sum(map(len, found)) / len(found) <= 32


@both_sets
@both_languages
@pytest.mark.parametrize("count", [30, 60])
@pytest.mark.parametrize("seed", range(3))
def test_everybody_is_on_a_stage_of_thirty_and_of_sixty(category_set, language, count, seed):
    layout = layout_of(stage(count, category_set, language, seed), LIGHT)
    assert_keeps_apart(layout)
    assert len(layout.pills) == count
    assert not layout.stacks
    assert at_home(layout) >= 0.9 * count
    assert layout.scenery.style.text == LIGHT.stage_text == 20 if count == 30 else layout.scenery.style.text >= 18


@both_sets
@both_languages
@pytest.mark.parametrize("seed", range(2))
def test_at_least_a_hundred_are_on_a_stage_of_a_hundred_and_twenty(category_set, language, seed):
    view = stage(120, category_set, language, seed)
    layout = layout_of(view, LIGHT)
    assert_keeps_apart(layout)
    assert len(layout.pills) >= 100
    assert len(layout.pills) + sum(len(stack.ids) for stack in layout.stacks) == 120
    assert layout.scenery.style.text >= LIGHT.stage_minimum == 18
    assert layout.scenery.style.patch >= 20


@both_sets
@both_languages
@pytest.mark.parametrize("seed", range(4))
def test_at_least_a_hundred_are_there_even_if_all_have_long_names(category_set, language, seed):
    everything = {name for each in ("en", "fr") for more in range(4) for name in names(115, each, more)}
    long_names = random.Random(seed).sample(sorted(name for name in everything if len(name) >= 26), 120)
    others = stage(120, category_set, language, seed)
    people = zip(others.stakeholders, long_names, strict=True)
    view = replace(others, stakeholders=tuple(replace(each, name=name) for each, name in people))
    layout = layout_of(view, LIGHT)
    assert_keeps_apart(layout)
    assert len(layout.pills) >= 100
    assert len(layout.pills) + sum(len(stack.ids) for stack in layout.stacks) == 120
    assert layout.scenery.style.text >= 18


@both_sets
@both_languages
@pytest.mark.parametrize("count", [30, 60, 120])
def test_who_stands_outside_their_sector_shows_its_patch_where_others_do_not(category_set, language, count):
    view = stage(count, category_set, language, seed=2)
    layout = layout_of(view, LIGHT)
    drawn = {group.item_id: group for group in picture_of(view, LIGHT).groups if group.role == "item"}
    unmarked = 0
    for pill in layout.pills:
        sector, group = layout.scenery.sector(pill.category), drawn[pill.id]
        outside = sector.outside(*pill.rect.centre, 0, 0) > 0
        shown = any(isinstance(shape, Box) and shape.rect == group.swatch for shape in group.shapes)
        assert shown == pill.patched == bool(group.swatch)
        assert pill.patched == layout.scenery.style.patched or outside
        assert not group.swatch or min(group.swatch.width, group.swatch.height) >= 20
        unmarked += outside and not shown
    assert unmarked <= 0.03 * count
    assert layout.scenery.style.patched == (count == 30)


@both_sets
@both_languages
@pytest.mark.parametrize("count", [30, 60, 120])
def test_all_words_are_large_enough_whole_and_inside_what_they_stand_on(category_set, language, count):
    view = stage(count, category_set, language)
    for group, text in texts(view, LIGHT):
        assert text.size >= LIGHT.stage_minimum
        box, words = group.box.grown(0.6), hugging(text)
        assert box.contains(words.x, words.y)
        assert box.contains(words.right, words.bottom)
        assert words.x >= 0
        assert words.y >= 0
        assert words.right <= STAGE_WIDTH
        assert words.bottom <= STAGE_HEIGHT
    drawn = {group.item_id for group in picture_of(view, LIGHT).groups if group.role == "item"}
    for pill in layout_of(view, LIGHT).pills:
        name = next(each.name for each in view.stakeholders if each.id == pill.id)
        assert "".join("".join(pill.lines).split()) == "".join(name.split())
        assert pill.id in drawn


@both_sets
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_names_stand_out_from_their_pills_and_patches_from_paper(category_set, theme):
    view = stage(60, category_set, "en")
    layout = layout_of(view, theme)
    names_drawn = 0
    for group, text in texts(view, theme):
        if group.role == "item" and group.item_id.startswith("s"):
            names_drawn += 1
            assert contrast(text.colour, theme.surface) >= 7
    assert names_drawn == 60
    for sector in layout.scenery.sectors:
        assert contrast(theme.categories[sector.colour], theme.surface) >= 3


@both_sets
def test_a_stage_with_all_hands_on_it_is_as_free_of_overlaps(category_set):
    view = stage(60, category_set, "en")
    layout = layout_of(view, LIGHT)
    where = {pill.id: pill.rect.centre for pill in layout.pills}
    placed = replace(view, stakeholders=tuple(replace(each, placed=where[each.id]) for each in view.stakeholders))
    again = layout_of(placed, LIGHT)
    assert_keeps_apart(again)
    same = sum(one.rect.centre == other.rect.centre for one, other in zip(layout.pills, again.pills, strict=True))
    assert same >= 50, "a few don't fit any more, as those before them may take another shape"
