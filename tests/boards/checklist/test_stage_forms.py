"""One phase in large text, and all of them at a glance: what stands on the stage."""

from dataclasses import replace
from itertools import chain, combinations

import pytest
from hypothesis import given

from boards.checklist.lists import after, document, views
from facilitator.boards.drawing import HEADER
from facilitator.catalogue import CHECKLIST as KIND
from facilitator.content import checklist as content
from facilitator.content.theme import theme
from facilitator.content.typeface import width
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Text
from facilitator.domain.view import Showing

LIGHT = theme()
PHASES = [phase.id for phase in content.phases()]
WAYS = [Showing(form="overview"), *(Showing(form="phases", spotlight=phase) for phase in PHASES)]


def picture(showing, *lines, language="en"):
    return KIND.picture(KIND.view(after(document(language), *lines), "c", showing), LIGHT)


def items(shown):
    return [group for group in shown.groups if group.role == "item"]


def said(group):
    return [" ".join(shape.lines) for shape in group.shapes if isinstance(shape, Text)]


def sizes(shown):
    return [shape.size for group in items(shown) for shape in group.shapes if isinstance(shape, Text)]


@pytest.mark.slow
@pytest.mark.parametrize("showing", WAYS, ids=lambda each: each.spotlight or each.form)
@given(view=views())
def test_everything_is_whole_readable_and_apart(view, showing):
    shown = KIND.picture(replace(view, showing=showing), LIGHT)
    boxes = [group.box for group in items(shown)]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    scenery = [group.box for group in shown.groups if group.role == "scenery"]
    assert not any(one.overlaps(other) for one in boxes for other in scenery)
    assert all(HEADER.bottom < box.y and box.bottom <= STAGE_HEIGHT and box.right <= STAGE_WIDTH for box in boxes)
    for shape in chain.from_iterable(group.shapes for group in shown.groups):
        if isinstance(shape, Text):
            wide = max((width(line, shape.size, bold=shape.bold) for line in shape.lines), default=0)
            left = shape.x - wide / 2 if shape.anchor == "middle" else shape.x
            assert shape.size >= LIGHT.stage_minimum
            assert left >= 0
            assert left + wide <= STAGE_WIDTH
            assert shape.y + 1.2 * shape.size * len(shape.lines) <= STAGE_HEIGHT


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("phase", content.phases(), ids=lambda phase: phase.id)
def test_a_phase_stands_alone_whole_and_large(phase, language):
    shown = picture(Showing(spotlight=phase.id), language=language)
    assert [group.item_id for group in items(shown)] == [f"c.{item.id}" for item in phase.items]
    for group, item in zip(items(shown), phase.items, strict=True):
        text, state = said(group)
        assert "".join(text.split()) == "".join(f"{item.id}{item.text.within(language)}".split())
        assert state == content.status("not_started").name.within(language)
    assert min(sizes(shown)) >= 24
    usual = picture(Showing(), language=language)
    assert max(sizes(shown)) > 1.3 * max(sizes(usual))


def test_an_item_has_a_sign_a_word_its_day_and_its_owner():
    held = after(document(), "v1 #under", "v2 #not-for")
    for item, key, value in (("v1", "owner", "Clerk"), ("v1", "due", "2027-01-14"), ("v2", "reason", "No <b> plan")):
        held = held.after(KIND.set_field(held, f"c.{item}", key, value))
    shown = KIND.picture(KIND.view(held, "c", Showing(spotlight="vision")), LIGHT)
    first, second = items(shown)[:2]
    assert said(first)[1].replace("\u00a0", " ") == "Under way · 14 Jan · Clerk"
    assert said(second)[1] == "Not for us · No <b> plan"
    assert first.shapes[:2] != second.shapes[:2]
    assert (
        first.label == "v1: State the problem in one paragraph, from the user’s side. Under way. Clerk. 14 January 2027"
    )


@pytest.mark.parametrize("showing", WAYS[:2], ids=["overview", "vision"])
def test_each_phase_tells_how_many_items_have_which_status(showing):
    shown = picture(showing, "v1", "v2", "v3 #under", "v4 #not-for")
    counts = next(group for group in shown.groups if group.role == "scenery" and "2 Done" in group.label)
    assert "Vision" in counts.label
    assert {"5 Not started", "1 Under way", "1 Not for us"} <= set(counts.label.removeprefix("Vision: ").split(", "))


def test_the_overview_has_every_item_and_the_alternative_says_what_is_shown():
    shown = picture(Showing(form="overview"))
    assert len(items(shown)) == 45
    assert shown.alt.startswith("Checklist. What is in place? ")
    assert "Vision: 9 Not started." in picture(Showing(spotlight="vision")).alt


def test_the_overview_stays_whole_and_lifts_the_phase_in_the_spotlight():
    plain, lit = (picture(Showing(form="overview", spotlight=phase)) for phase in ("", "change"))
    assert items(plain) == items(lit)
    (ground,) = set(lit.groups) - set(plain.groups)
    change = [group.box for group in items(lit) if group.category == "change"]
    assert all(ground.shapes[0].rect.contains(*box.centre) for box in change)


def test_a_sign_can_be_pressed_where_it_stands():
    for showing in WAYS:
        assert all(group.mark and group.box.grown(4).contains(*group.mark.centre) for group in items(picture(showing)))
