"""Then and now: where everybody stood who has moved, who has left, who is new."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boards.stakeholder_web.people import compared, items, points, spokes, texts
from boards.stakeholder_web.webs import DARK, LIGHT, web, webs
from facilitator.boards.drawing import HEADER
from facilitator.boards.stakeholder_web.layout.geometry import FRAME
from facilitator.boards.stakeholder_web.picture import picture_of
from facilitator.content.theme import contrast
from facilitator.domain.picture import Path

both_themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@both_themes
@pytest.mark.parametrize("seed", range(3))
def test_then_and_now_shows_where_everybody_stood_who_has_moved(theme, seed):
    view = compared(web(), seed)
    picture = picture_of(view, theme)
    now = {each.id: each for each in view.stakeholders}
    moved = [place for place in view.then if place.id in now and now[place.id].ring != place.ring]
    stood = [group for group in picture.groups if group.label.startswith("Before: ")]
    assert len(stood) == len(moved) + 1
    assert (
        sum(
            "Interim officer (no longer on the map)" in " ".join(texts(group)[0].lines)
            for group in stood
            if texts(group)
        )
        == 1
    )
    for group in stood:
        assert not any(group.box.overlaps(other.box) for other in items(picture).values())
        assert min(group.box.width, group.box.height) >= 20
    for place in moved:
        (_, came) = (group for group in spokes(picture) if group.ends == ("web", place.id))
        (tip,) = (points(shape)[1] for shape in came.shapes if isinstance(shape, Path) and shape.fill)
        assert items(picture)[place.id].box.grown(6).contains(*tip)
        assert contrast(came.shapes[0].stroke, theme.paper) >= 3
    assert "New since then" in items(picture)["s1"].label
    header = next(group for group in picture.groups if group.box == HEADER)
    assert "Compared with Session of 14 May" in header.label


def test_nothing_is_compared_without_an_earlier_moment():
    assert not any(group.label.startswith("Before: ") for group in picture_of(web(), LIGHT).groups)
    assert "Who is outside city hall?" in picture_of(web(), LIGHT).groups[1].label


@pytest.mark.slow
@settings(max_examples=8)
@given(webs(most=40), st.integers(0, 99))
def test_ghosts_lie_on_nothing_and_stay_on_the_stage(view, seed):
    picture = picture_of(compared(view, seed), LIGHT)
    ghosts = [group for group in picture.groups if group.label.startswith("Before: ")]
    words = [group for group in picture.groups if group not in ghosts and texts(group)]
    for ghost in ghosts:
        assert FRAME.contains(ghost.box.x, ghost.box.y)
        assert FRAME.contains(ghost.box.right, ghost.box.bottom)
        assert not any(ghost.box.overlaps(other.box) for other in words)
