"""The colours of the categories stay apart for everybody and stand out from what they are drawn on."""

from itertools import combinations

import pytest

from content.colour_distance import VISIONS, ciede2000, lab
from facilitator.content.theme import contrast, theme


def least_distance(colours, vision):
    return min(ciede2000(lab(one, vision), lab(other, vision)) for one, other in combinations(colours, 2))


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
        ((50, -1.0, 2.0), (50, 0, 0), 2.3669),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_distance_is_that_of_the_published_pairs(one, other, distance):
    assert ciede2000(one, other) == pytest.approx(distance, abs=1e-4)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("name", ["light", "dark"])
def test_any_two_categories_can_be_told_apart(name, vision):
    colours = theme(name).categories
    assert len(colours) == 8
    assert least_distance(colours, vision) >= 14.5


@pytest.mark.parametrize("vision", VISIONS)
def test_the_six_categories_of_the_short_set_are_further_apart(vision):
    assert least_distance(theme("light").categories[:6], vision) >= 15.5


def test_categories_stand_out_from_paper_and_pills():
    light, dark = theme("light"), theme("dark")
    for colour in light.categories:
        assert min(contrast(colour, light.paper), contrast(colour, light.surface)) >= 3.5
    for colour in dark.categories:
        assert min(contrast(colour, dark.paper), contrast(colour, dark.surface)) >= 3
