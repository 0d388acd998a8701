"""Participation now and wanted: everybody on their level, and arrows that run under nobody."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boards.stakeholder_web.people import LEVELS, alone, assert_legible, compared, items, links, said, texts
from boards.stakeholder_web.webs import DARK, LIGHT, TWENTY, named_rows, rows_of, web, webs
from facilitator.boards.drawing import HEADER
from facilitator.boards.stakeholder_web.drawing.levels import LevelsLayout, levels_layout
from facilitator.boards.stakeholder_web.drawing.levels_picture import levels_keys
from facilitator.boards.stakeholder_web.layout.geometry import FRAME
from facilitator.boards.stakeholder_web.picture import picture_of
from facilitator.boards.stakeholder_web.view import LEVELS as FORM
from facilitator.boards.stakeholder_web.view import StakeholderWebView
from facilitator.content import methods
from facilitator.content.participation import participation_credit, participation_levels
from facilitator.content.theme import contrast
from facilitator.domain.picture import Path, Rect, Text

EVENING = said(web(TWENTY), 1, form=FORM)


def laid_out(view) -> LevelsLayout:
    return levels_layout(view, LIGHT, levels_keys(view, LIGHT))


def one(**answers) -> StakeholderWebView:
    """One stakeholder with these answers."""
    return replace(alone(("Council", "internal", 2), **answers), showing=EVENING.showing)


def arrows(standing) -> list[Rect]:
    """What the arrows of somebody take, spots included."""
    found = []
    for arrow in (standing.arrow, standing.before):
        if arrow:
            left, right = min(arrow.start, arrow.spot.x), max(arrow.start, arrow.spot.right)
            found.append(Rect(left, arrow.spot.y, right - left, arrow.spot.height))
    return found


@pytest.mark.slow
@settings(max_examples=12)
@given(webs(most=45), st.integers(0, 999), st.booleans(), st.booleans())
def test_whatever_comes_up_nothing_overlaps_and_everybody_is_there_or_counted(view, seed, large, moment):
    view = said(view, seed, form=FORM, large=large, layers=frozenset({"attitude"}))
    view = compared(view, seed) if moment else view
    picture, layout = picture_of(view, LIGHT), laid_out(view)
    assert_legible(picture)
    assert {each.id for each in layout.standings} == set(items(picture))
    counted = [each for pile in layout.piles for each in pile.ids]
    assert sorted([*counted, *items(picture)]) == sorted(each.id for each in view.stakeholders)
    for pile in layout.piles:
        assert not any(pile.rect.overlaps(standing.rect) for standing in layout.standings)


@pytest.mark.parametrize("count", [20, 30, 60])
@pytest.mark.parametrize("seed", range(3))
def test_no_arrow_runs_under_anybody_else(count, seed):
    view = compared(said(web(rows_of(seed, count, "full"), "full"), seed, form=FORM), seed)
    layout = laid_out(view)
    for standing in layout.standings:
        for area in arrows(standing):
            for other in layout.standings:
                assert other is standing or not other.rect.overlaps(area), f"{standing.lines} / {other.lines}"
                assert other is standing or not any(area.overlaps(another) for another in arrows(other))


def test_an_evening_stands_there_whole_and_large():
    picture = picture_of(EVENING, LIGHT)
    assert len(items(picture)) == 20
    assert all(text.size >= 20 for group in items(picture).values() for text in texts(group))


@pytest.mark.parametrize("level", LEVELS)
def test_a_pill_stands_in_the_column_of_its_level_and_its_arrow_ends_in_that_wanted(level):
    for wanted in LEVELS:
        view = one(level_now=level, level_wanted=wanted)
        layout = laid_out(view)
        columns = {column.level: column.rect for column in layout.columns}
        (standing,) = layout.standings
        assert columns[level].contains(*standing.rect.centre)
        gap = LEVELS.index(wanted) - LEVELS.index(level)
        assert (standing.arrow.levels if standing.arrow else 0) == gap
        if standing.arrow:
            assert columns[wanted].contains(*standing.arrow.spot.centre)
        (link,) = links(picture_of(view, LIGHT)) or (None,)
        assert (link is not None) == bool(gap)
        if link:
            assert link.ends == ("web", "s1")
            badge = [line for text in texts(link) for line in text.lines]
            assert badge == ([f"{gap:+d}".replace("-", "\u2212")] if abs(gap) > 1 else [])
            line = next(shape for shape in link.shapes if isinstance(shape, Path) and shape.stroke)
            assert line.stroke_width >= 2 * (1 + (abs(gap) > 1))


def test_a_level_that_is_not_known_has_a_column_of_its_own_and_says_what_is_wanted_in_words():
    view = one(level_wanted="involve")
    layout, picture = laid_out(view), picture_of(view, LIGHT)
    assert layout.columns[0].level == ""
    assert layout.columns[0].rect.contains(*layout.standings[0].rect.centre)
    assert texts(items(picture)["s1"])[0].lines[-1] == "Wanted: Involve"
    assert items(picture)["s1"].label == "Council, Internal, now: Not known, wanted: Involve"
    known = one(level_now="involve")
    assert [column.level for column in laid_out(known).columns] == LEVELS


def unsaid(count: int, known: int, seed: int, **showing) -> StakeholderWebView:
    """So many stakeholders, of whom only the first `known` have said where they are."""
    view = said(web(named_rows(seed, count, "short")), seed, form=FORM, **showing)
    people = (each if place < known else replace(each, level_now=None) for place, each in enumerate(view.stakeholders))
    return replace(view, stakeholders=tuple(people))


@pytest.mark.parametrize("seed", range(4))
def test_many_whose_level_is_not_known_lie_side_by_side_and_leave_the_levels_their_room_and_descriptions(seed):
    layout = laid_out(unsaid(27, 3, seed))
    tray, *levels = layout.columns
    assert not layout.piles
    assert tray.rect.width <= FRAME.width / 3 + 1
    assert all(column.rect.width >= 180 for column in levels)
    assert all(column.promise for column in levels[1:])
    inside = [standing.rect for standing in layout.standings if tray.rect.contains(*standing.rect.centre)]
    assert len(inside) >= 24
    assert len({rect.x for rect in inside}) > 1


@pytest.mark.parametrize("known", [0, 15, 45])
@pytest.mark.parametrize("large", [False, True])
def test_the_place_of_the_not_known_is_at_most_a_third_and_full_before_it_counts_anybody(known, large):
    layout = laid_out(unsaid(60, known, 2, large=large))
    tray, *levels = layout.columns
    assert tray.level == ""
    assert tray.rect.width <= FRAME.width / 3 + 1
    assert all(column.rect.width >= 180 - 1e-6 for column in levels)
    for pile in (pile for pile in layout.piles if pile.where == ""):
        lowest = max(standing.rect.bottom for standing in layout.standings if standing.rect.x < tray.rect.right)
        assert pile.rect.y - lowest < 120


def test_a_few_whose_level_is_not_known_take_no_more_than_a_level_does():
    tray, *levels = laid_out(unsaid(12, 8, 1)).columns
    assert tray.rect.width <= min(column.rect.width for column in levels)


@pytest.mark.parametrize("labels", ["iap2", "plain"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_columns_bear_the_names_of_the_levels_and_the_credit_where_it_is_due(labels, language):
    view = replace(EVENING, level_labels=labels, language=language)
    shown = {" ".join(text.lines) for group in picture_of(view, DARK).groups for text in texts(group)}
    assert {level.name.within(language) for level in participation_levels(labels)} <= shown
    assert (participation_credit().within(language) in shown) == (labels == "iap2")


def test_categories_and_marks_in_use_are_explained():
    view = said(web(TWENTY), 2, form=FORM, layers=frozenset({"attitude"}))
    labels = {group.label for group in picture_of(view, LIGHT).groups if group.role == "scenery"}
    assert {category.name.en for category in methods.categories("short")} <= labels
    assert {"Must formally approve", "Added by the group", "Holds rights", "Attitude: Supportive"} <= labels
    assert not any(label.startswith("Attitude") for label in (g.label for g in picture_of(EVENING, LIGHT).groups))


def test_arrows_can_be_told_from_the_columns_they_cross():
    for theme in (LIGHT, DARK):
        for link in links(picture_of(EVENING, theme)):
            for shape in link.shapes:
                if isinstance(shape, Path) and shape.stroke:
                    assert contrast(shape.stroke, theme.paper) >= 3


def test_then_and_now_shows_earlier_levels_and_who_is_new():
    view = web([("Council", "internal", 2), ("Clerk", "internal", 2), ("Library", "internal", 3)])
    people = (
        replace(view.stakeholders[0], level_now="involve"),
        replace(view.stakeholders[1], level_now="consult", level_wanted="involve"),
        replace(view.stakeholders[2], level_now="inform"),
    )
    view = replace(view, stakeholders=people, showing=EVENING.showing)
    then = compared(view, 0).then[:1]
    view = replace(view, then=(replace(then[0], level_now="inform"),), then_title="Session of 14 May")
    layout, picture = laid_out(view), picture_of(view, LIGHT)
    columns = {column.level: column.rect for column in layout.columns}
    clerk = layout.standings[1]
    assert columns["inform"].contains(*clerk.before.spot.centre)
    assert columns["involve"].contains(*clerk.arrow.spot.centre)
    assert "New since then" in items(picture)["s1"].label
    assert "New since then" not in items(picture)["s2"].label
    header = next(group for group in picture.groups if group.box == HEADER)
    assert "Compared with Session of 14 May" in header.label
    assert "Where they stood: Session of 14 May" in {group.label for group in picture.groups}


def test_a_spotlight_counts_the_others_in_piles():
    view = replace(EVENING, showing=replace(EVENING.showing, spotlight="community"))
    picture, layout = picture_of(view, LIGHT), laid_out(view)
    lit = {each.id for each in view.stakeholders if each.category == "community"}
    assert set(items(picture)) == lit
    assert sum(len(pile.ids) for pile in layout.piles) == 20 - len(lit)
    assert min(text.size for group in items(picture).values() for text in texts(group)) > 20


def test_large_letters_can_be_read_on_a_phone():
    view = replace(EVENING, showing=replace(EVENING.showing, large=True))
    sizes = {text.size for group in picture_of(view, LIGHT).groups for text in texts(group)}
    assert min(sizes) >= LIGHT.stage_large


def test_the_alternative_text_counts_levels_and_those_who_are_to_take_part_more():
    view = one(level_now="inform", level_wanted="involve")
    alt = picture_of(view, LIGHT).alt
    assert "1 stakeholder" in alt
    assert "Inform 1" in alt
    assert "1 is to take part more" in alt
    assert picture_of(replace(view, stakeholders=()), LIGHT).alt.endswith("still empty.")


def test_words_of_people_stay_literal():
    view = replace(alone(("<b>R&D</b> {name}", "internal", 2), level_now="inform"), showing=EVENING.showing)
    group = items(picture_of(view, LIGHT))["s1"]
    assert isinstance(texts(group)[0], Text)
    assert " ".join(texts(group)[0].lines) == "<b>R&D</b> {name}"
