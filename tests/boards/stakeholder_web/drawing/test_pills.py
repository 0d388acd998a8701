"""Pills: their form, their marks, what is private on them, and the legend that explains them."""

from dataclasses import replace
from itertools import pairwise

import pytest

from boards.stakeholder_web.people import alone, extent, items, points, said, spokes, texts
from boards.stakeholder_web.webs import DARK, LIGHT, rows_of, web
from facilitator.boards.stakeholder_web.drawing.mark_signs import mark_shapes
from facilitator.boards.stakeholder_web.layout.layout import layout_of
from facilitator.boards.stakeholder_web.marks import marks_of
from facilitator.boards.stakeholder_web.picture import picture_of
from facilitator.content import methods
from facilitator.content.theme import contrast
from facilitator.domain.picture import Box, Group, Oval, Path, Rect, Text
from facilitator.domain.view import Showing

both_themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def outline(group: Group) -> Box | Path:
    """The shape of a pill."""
    shape = group.shapes[0]
    assert isinstance(shape, Box | Path)
    return shape


def test_rights_holders_are_hexagons_and_guesses_are_dashed():
    plain, holder, guess = (
        items(picture_of(alone(("Métis council", "othergov", 3), **answers), LIGHT))["s1"]
        for answers in ({}, {"flags": ("rights_holder",)}, {"confidence": "guess"})
    )
    assert isinstance(outline(plain), Box)
    assert isinstance(outline(holder), Path)
    assert len(outline(holder).commands) == 7
    assert (bool(outline(plain).dash), bool(outline(guess).dash)) == (False, True)
    assert holder.label == f"{plain.label}, Holds rights"
    assert guess.label == f"{plain.label}, A guess"


@both_themes
@pytest.mark.parametrize("mark", ["attitude:-2", "attitude:-1", "attitude:+0", "attitude:+1", "attitude:+2"])
def test_every_attitude_has_a_sign_of_its_own_that_is_no_mere_colour(theme, mark):
    def bare(name: str) -> list[object]:
        shapes = mark_shapes(name, Rect(0, 0, 24, 24), theme)
        return [replace(shape, fill=bool(shape.fill), stroke=bool(shape.stroke)) for shape in shapes]

    others = [f"attitude:{value}" for value in ("-2", "-1", "+0", "+1", "+2", "unknown")]
    assert all(bare(mark) != bare(other) for other in others if other != mark)
    ground, *signs = mark_shapes(mark, Rect(0, 0, 24, 24), theme)
    for sign in signs:
        assert contrast(sign.stroke, ground.fill) >= 4.5
    assert contrast(ground.stroke or ground.fill, theme.surface) >= 3


def test_signs_of_what_is_private_are_there_only_while_their_layer_is_on():
    layers = frozenset({"attitude", "influence"})
    view = replace(alone(("Council", "internal", 2), attitude=-1, influence=3), showing=Showing(layers=layers))
    label = items(picture_of(view, LIGHT))["s1"].label
    assert label.endswith("Influence: Strong say, Attitude: Doubtful")
    unknown = alone(("Council", "internal", 2))
    shown = items(picture_of(replace(unknown, showing=Showing(layers=layers)), LIGHT))["s1"].label
    assert shown.endswith("Influence: Not known, Attitude: Not known")
    assert items(picture_of(unknown, LIGHT))["s1"].label == "Council, Internal, Directly involved"


def test_marks_have_a_meaning_in_words():
    view = alone(("Town supplier", "private", 2), flags=("formal_approver", "in_procurement"), origin="group")
    label = items(picture_of(view, LIGHT))["s1"].label
    assert label.endswith("Must formally approve, Possible bidder in an open procurement, Added by the group")


LAYERS = frozenset({"attitude", "influence"})


@both_themes
@pytest.mark.parametrize("count", [20, 60])
def test_every_pill_has_its_marks_inside_and_clear_of_its_words(theme, count):
    view = said(web(rows_of(2, count, "short")), 7, layers=LAYERS)
    layout = layout_of(view, theme)
    people = {each.id: each for each in view.stakeholders}
    for pill in layout.pills:
        group = items(picture_of(view, theme))[pill.id]
        words = extent(texts(group)[0])
        assert len(pill.marks) == len(marks_of(people[pill.id], view))
        for mark in pill.marks:
            assert min(mark.width, mark.height) >= 20
            assert group.box.contains(mark.x, mark.y)
            assert group.box.contains(mark.right, mark.bottom)
            assert not mark.overlaps(words)
            assert not (group.swatch and mark.overlaps(group.swatch))


def test_more_influence_is_a_wider_outline_and_a_wider_spoke():
    def widths(influence: int | None) -> tuple[float, float]:
        view = replace(alone(("Council", "internal", 2), influence=influence), showing=Showing(layers=LAYERS))
        picture = picture_of(view, LIGHT)
        return outline(items(picture)["s1"]).stroke_width, spokes(picture)[0].shapes[0].stroke_width

    for weak, strong in pairwise(widths(each) for each in (1, 2, 3, 4)):
        assert weak[0] < strong[0]
        assert weak[1] < strong[1]
    assert widths(None) == widths(1)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_legend_explains_what_is_in_use_with_samples_of_it(language):
    view = said(web(ties=[(1, 2, "funds"), (3, 4, "tension")], language=language), 7, layers=LAYERS)
    ties_ = tuple(replace(tie, quality="strained", confidence="guess") for tie in view.relationships)
    view = replace(view, relationships=ties_)
    legend = layout_of(view, LIGHT).legend
    group = next(each for each in picture_of(view, LIGHT).groups if each.box == legend.rect)
    shown = [" ".join(text.lines) for text in texts(group)]
    assert len(shown) == len(legend.rows)
    for kind in ("funds", "tension"):
        assert methods.line_kind(kind).name.within(language) in shown
    assert {"en": "Must formally approve", "fr": "Doit approuver officiellement"}[language] in shown
    assert {"en": "Holds rights", "fr": "Détient des droits"}[language] in shown
    for row in legend.rows:
        assert any(
            not isinstance(shape, Text) and row.sample.grown(3).overlaps(area(shape)) for shape in group.shapes[1:]
        ), row.id


def area(shape: Box | Oval | Path) -> Rect:
    if not isinstance(shape, Path):
        return shape.rect
    xs, ys = zip(*points(shape), strict=True)
    return Rect(min(xs) - 1, min(ys) - 1, max(xs) - min(xs) + 2, max(ys) - min(ys) + 2)
