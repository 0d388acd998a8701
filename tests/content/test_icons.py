"""Every icon that the app names is there, well formed, and fills its square."""

import json
from itertools import pairwise

import pytest

from facilitator.content.icons import icon_names, icon_path
from facilitator.content.resources import resource

# fmt: off
NEEDED = [
    "internal", "othergov", "private", "publicsector", "community", "knowledge", "council",
    "exec", "service", "enabling", "labour", "abc", "residents", "indigenous", "guiding",
    "approach", "impact", "kpi", "warning", "check", "checkbox_empty", "checkbox_done",
    "checkbox_partial", "not_for_us", "link", "lock", "eye", "eye_off", "pause", "play", "stop",
    "blank", "plus", "pencil", "delete", "undo", "redo", "fit", "help", "handout", "clock",
    "export", "folder", "search", "gate", "bid", "group", "new", "unknown",
    "spotlight", "large_text", "compare", "rising", "falling", "steady", "learning",
]
# fmt: on


def test_the_needed_icons_and_no_others_are_there() -> None:
    assert sorted(icon_names()) == sorted(NEEDED)


@pytest.mark.parametrize("name", NEEDED)
def test_an_icon_is_closed_contours_inside_the_unit_square(name: str) -> None:
    path = icon_path(name)
    assert path[0][0] == "M"
    assert path[-1][0] == "Z"
    for before, after in pairwise(path):
        assert (before[0] == "Z") == (after[0] == "M"), "a contour begins with M, ends with Z, and has neither within"
    numbers = [number for _, *numbers in path for number in numbers]
    assert min(numbers) >= 0
    assert max(numbers) <= 1


@pytest.mark.parametrize("name", NEEDED)
def test_an_icon_is_about_as_large_as_the_others(name: str) -> None:
    ends = [command[-2:] for command in icon_path(name) if command[0] != "Z"]
    across = max(x for x, _ in ends) - min(x for x, _ in ends)
    down = max(y for _, y in ends) - min(y for _, y in ends)
    assert max(across, down) >= 0.45, "too small to be seen beside the others"
    assert min(across, down) >= 0.3


def test_y_runs_down() -> None:
    ends = [command[-2:] for command in icon_path("play") if command[0] != "Z"]
    assert len({y for _, y in ends}) == 3, "three corners"
    tip = max(ends)
    assert tip[1] == pytest.approx(0.5, abs=0.01), "the triangle points right"
    roof = min((y, x) for x, y in (command[-2:] for command in icon_path("warning") if command[0] != "Z"))
    assert roof[0] < 0.2, "the warning triangle stands on its base: its tip is at the top"
    assert roof[1] == pytest.approx(0.5, abs=0.02)


def test_no_two_icons_look_the_same() -> None:
    assert len({icon_path(name) for name in NEEDED}) == len(NEEDED)


def test_an_unknown_name_is_a_key_error_with_that_name() -> None:
    with pytest.raises(KeyError, match="unicorn"):
        icon_path("unicorn")


def test_the_file_says_where_each_outline_comes_from() -> None:
    drawn = json.loads(resource("icons.json").read_text(encoding="utf-8"))
    assert all(icon["glyph"] and icon["box"] == [24, 24] for icon in drawn.values())
    assert "Apache License, Version 2.0" in resource("icons-LICENSE.txt").read_text(encoding="utf-8")
