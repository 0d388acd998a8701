"""What the stage shows of a web."""

import math
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings

from boards.stakeholder_web.people import extent, items, links, points, spokes, texts
from boards.stakeholder_web.webs import DARK, LIGHT, TWENTY, ids, rows_of, web, webs
from facilitator.boards.drawing import HEADER
from facilitator.boards.stakeholder_web.layout.geometry import CENTRE_X, CENTRE_Y
from facilitator.boards.stakeholder_web.layout.layout import layout_of
from facilitator.boards.stakeholder_web.picture import picture_of
from facilitator.content import methods
from facilitator.domain.picture import Box, Group, Oval, Path, Picture, Text
from facilitator.domain.view import Showing

both_themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def ties(picture: Picture) -> dict[str, Group]:
    return {group.item_id: group for group in links(picture) if group.item_id}


@pytest.mark.slow
@settings(max_examples=15)
@given(webs(most=40))
def test_words_stay_large_inside_what_they_stand_on_and_clear_of_the_header(view):
    picture = picture_of(view, LIGHT)
    for group in picture.groups:
        for text in texts(group):
            assert text.size >= LIGHT.stage_minimum
            inside = extent(text)
            assert group.box.grown(0.01).contains(inside.x, inside.y)
            assert group.box.grown(0.01).contains(inside.right, inside.bottom)
            if group.box != HEADER:
                assert inside.y > HEADER.bottom


@both_themes
@pytest.mark.parametrize("rows", [TWENTY, rows_of(1, 60, "short")], ids=["evening", "full"])
def test_names_prompts_and_rings_stand_clear_of_each_other(theme, rows):
    picture = picture_of(web(rows), theme)
    with_words = [group for group in picture.groups if texts(group) and group.box != HEADER]
    for one, other in combinations(with_words, 2):
        assert not one.box.overlaps(other.box), f"{one.label} / {other.label}"


def test_a_pill_says_name_category_and_ring_and_shows_its_category():
    picture = picture_of(web(), LIGHT)
    colours = dict(picture.category_colours)
    assert list(colours) == ids("short")
    for number, (name, category, ring) in enumerate(TWENTY, 1):
        group = items(picture)[f"s{number}"]
        assert " ".join(texts(group)[0].lines) == name
        named = methods.category(category, "short").name.en
        assert group.label == f"{name}, {named}, {methods.rings()[ring - 1].name.en}"
        assert group.category == category
        patch = next(shape for shape in group.shapes if isinstance(shape, Box) and shape.rect == group.swatch)
        assert patch.fill == colours[category]
        assert min(group.swatch.width, group.swatch.height) >= 20
        assert group.box.grown(-4).contains(group.swatch.x, group.swatch.y)


def test_internal_ones_are_squarer_than_external_ones():
    picture = picture_of(web(), LIGHT)
    corner = {number: items(picture)[f"s{number}"].shapes[0].radius for number in (1, 6)}
    assert corner[1] < corner[6]


def test_french_words_around_french_names():
    picture = picture_of(web([("Greffe", "internal", 2)], language="fr"), LIGHT)
    assert items(picture)["s1"].label == "Greffe, Interne, Participation directe"
    shown = {" ".join(text.lines) for group in picture.groups for text in texts(group)}
    assert "Secteur privé" in shown
    assert any("Qui y gagne" in text for text in shown)
    assert any(text.startswith("« ") or text.startswith("«\u202f") for text in shown)


def test_the_hub_is_an_item_and_quotes_the_problem_inside_its_oval():
    long = "Residents wait eleven weeks for a permit, call three offices, and nobody can tell them where it is " * 4
    for problem in ("", "Permits take 11 weeks", long):
        picture = picture_of(web(problem=problem), LIGHT)
        hub = items(picture)["web"]
        assert hub.box.centre == (CENTRE_X, CENTRE_Y)
        assert isinstance(hub.shapes[0], Oval)
        for text in texts(hub):
            area = extent(text)
            for x, y in ((area.x, area.y), (area.right, area.y), (area.x, area.bottom), (area.right, area.bottom)):
                away = math.hypot((x - CENTRE_X) / (hub.box.width / 2), (y - CENTRE_Y) / (hub.box.height / 2))
                assert away < 1.05
        quoted = " ".join(line for text in texts(hub)[1:] for line in text.lines)
        assert bool(quoted) == bool(problem)
        assert not problem or (quoted[0], quoted[-1]) == ("“", "”")
    assert "…" in quoted


def test_spokes_end_at_the_edge_of_their_pill_and_lie_below_all_pills():
    picture = picture_of(web(), LIGHT)
    order = [group.role for group in picture.groups]
    assert max(place for place, role in enumerate(order) if role == "link") < order.index("item")
    for spoke in spokes(picture):
        assert spoke.ends[0] == "web"
        box = items(picture)[spoke.ends[1]].box
        x, y = points(spoke.shapes[0])[-1]
        assert box.grown(0.01).contains(x, y)
        assert not box.grown(-0.01).contains(x, y)


def test_an_evenings_spokes_run_under_few_other_pills():
    picture = picture_of(web(), LIGHT)
    boxes = {key: group.box for key, group in items(picture).items() if key != "web"}
    hidden = 0
    for spoke in spokes(picture):
        (x0, y0), (x1, y1) = points(spoke.shapes[0])
        for key, box in boxes.items():
            along = ((x0 + (x1 - x0) * step / 50, y0 + (y1 - y0) * step / 50) for step in range(51))
            hidden += key != spoke.ends[1] and any(box.contains(*point) for point in along)
    assert hidden <= 5  # of 20 spokes past 19 others


def test_empty_sectors_ask_their_question_and_filled_ones_do_not():
    prompts = {category.id: category.prompt.en for category in methods.categories("short")}

    def asked(rows):
        shown = {group.label for group in picture_of(web(rows), LIGHT).groups if group.role == "scenery"}
        return {category for category, prompt in prompts.items() if prompt in shown}

    assert asked(()) == set(prompts)
    assert asked([("Council", "internal", 2)]) == set(prompts) - {"internal"}


def test_the_rings_are_named_where_there_is_room():
    shown = {group.label for group in picture_of(web(()), LIGHT).groups}
    assert {ring.name.en for ring in methods.rings()} <= shown


def test_a_stack_counts_and_names_whom_it_hides_and_ties_end_at_it():
    rows = [(f"Regional office of housing and libraries {number}", "internal", 3) for number in range(150)]
    view = web(rows, ties=[(1, 150, "funds"), (149, 150, "funds")])
    layout, picture = layout_of(view, LIGHT), picture_of(view, LIGHT)
    (stack,) = layout.stacks
    group = next(group for group in picture.groups if group.box == stack.rect)
    assert (group.role, group.item_id, group.category) == ("scenery", "", "internal")
    assert str(len(stack.ids)) in group.label
    assert "Regional office of housing and libraries 149" in group.label
    assert not set(stack.ids) & set(items(picture))
    assert list(ties(picture)) == ["t0000"]  # the other one lies within the stack


def test_the_alternative_text_counts_sectors_and_ties():
    alt = picture_of(web(ties=[(1, 2, "funds")]), LIGHT).alt
    assert "20 stakeholders" in alt
    assert "Internal 5" in alt
    assert "1 relationship" in alt
    assert picture_of(web(()), LIGHT).alt.endswith("still empty.")
    assert "20 parties prenantes" in picture_of(web(language="fr"), LIGHT).alt


def test_names_are_literal_text():
    name = "<b>R&D</b> {name} %s"
    group = items(picture_of(web([(name, "internal", 1)]), LIGHT))["s1"]
    assert " ".join(texts(group)[0].lines) == name
    assert group.label.startswith(name)


def test_a_sector_that_is_empty_on_purpose_says_why_in_place_of_its_question():
    prompts = {category.id: category.prompt.en for category in methods.categories("short")}
    view = replace(web([("Council", "internal", 2)]), none_apply=(("private", "built in house"),))
    shown = {group.label for group in picture_of(view, LIGHT).groups}
    assert "None: built in house" in shown
    assert prompts["private"] not in shown
    assert prompts["knowledge"] in shown
    french = {group.label for group in picture_of(replace(view, language="fr"), LIGHT).groups}
    assert "Aucune\u202f: built in house" in french


def test_beside_a_spotlight_sectors_are_pale_and_only_counted():
    view = replace(web(), showing=Showing(spotlight="internal"))
    picture = picture_of(view, LIGHT)
    assert set(items(picture)) == {"web", *(f"s{number}" for number in range(1, 6))}
    colours = dict(picture.category_colours)
    fills = {shape.fill for shape in picture.groups[0].shapes if isinstance(shape, Path) and shape.fill}
    assert len(fills) == 1
    tabs = {group.category: group.shapes[0] for group in picture.groups if group.label == "Private sector"}
    assert tabs["private"].fill == LIGHT.paper
    shown = [shape for group in picture.groups if group.category == "private" for shape in group.shapes]
    assert colours["private"] not in {shape.fill for shape in shown if not isinstance(shape, Text)}
