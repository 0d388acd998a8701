from dataclasses import replace

import pytest

from boards.assessment.audits import after, document, with_field
from facilitator.boards.assessment.kind import KIND
from facilitator.content.theme import contrast, theme
from facilitator.content.typeface import line_height
from facilitator.domain.picture import Box, Path, Text

LIGHT = theme()
RATED = ("U1 #0", "U2 #1", "U3 #2", "U4 #3", "U5 #4")


def drawn(held, look=LIGHT):
    return KIND.picture(KIND.view(held, "a"), look)


def row(picture, area):
    return next(group for group in picture.groups if group.item_id == f"a.{area}")


def words_of(group):
    return [" ".join(shape.lines) for shape in group.shapes if isinstance(shape, Text)]


def test_a_row_says_its_area_and_its_level_in_words():
    picture = drawn(after(document(), *RATED))
    assert words_of(row(picture, "aud_ux")) == ["U2\u00a0User experience and accessibility", "1 Starting"]
    assert words_of(row(picture, "aud_culture"))[-1] == "Not known"
    assert row(picture, "aud_process").label == "U4 Internal processes (3 Established). Strength"
    assert row(picture, "aud_service").label == "U1 Services and channels (0 Absent). Needs work"


def test_levels_differ_by_a_sign_and_not_by_colour_only():
    picture = drawn(after(document(), *RATED))
    signs = {
        area: next((shape.commands for shape in row(picture, area).shapes if isinstance(shape, Path)), None)
        for area in ("aud_service", "aud_ux", "aud_content", "aud_process", "aud_systems", "aud_culture")
    }
    strength, needs_work, middle, unknown = (
        signs[area] for area in ("aud_process", "aud_service", "aud_content", "aud_culture")
    )
    assert middle is None
    assert strength
    assert needs_work
    assert unknown
    shapes = {tuple(command[0] for command in sign) for sign in (strength, needs_work, unknown)}
    assert len(shapes) == 3


def test_zero_is_drawn_apart_from_not_known():
    zero, unknown = (row(drawn(held), "aud_data") for held in (after(document(), "U6 #0"), document()))
    pills = [
        next(shape for shape in group.shapes if isinstance(shape, Box) and shape.dash) for group in (zero, unknown)
    ]
    assert pills[0].rect.centre[0] > pills[1].rect.right
    assert words_of(zero)[-1] == "0 Absent"


def test_what_comes_first_stands_beside_with_what_to_do():
    held = with_field(document(), "aud_data", "mark", "foundation")
    held = with_field(held, "aud_data", "action", "Name <b>owners</b>")
    held = with_field(held, "aud_ux", "mark", "quick")
    told = [text for group in drawn(held).groups for text in words_of(group)]
    assert "Name <b>owners</b>" in told
    assert "U6 Data" in told
    assert "U2 User experience and accessibility" in told
    assert "2 still to choose" in told
    assert "1 still to choose" not in told
    assert words_of(row(drawn(held), "aud_data"))[-1] == "Foundation to fix"


def test_nothing_chosen_says_how_many_are_to_be_chosen():
    told = [text for group in drawn(document("fr")).groups for text in words_of(group)]
    assert {"Encore 3 à choisir", "Encore 1 à choisir", "Pas connu, ce qui n’est pas zéro\u202f: 10"} <= set(told)


def ground_at(boxes, place, paper):
    return next((box.fill for box in reversed(boxes) if box.rect.contains(*place)), paper)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_words_and_signs_hold_on_their_grounds(name):
    """Words with a contrast of 7, signs with 3, on what was drawn last below them."""
    look = theme(name)
    held = with_field(after(document(), *RATED), "aud_data", "mark", "foundation")
    below = []
    for group in drawn(with_field(held, "aud_ux", "mark", "quick"), look).groups:
        for shape in group.shapes:
            if isinstance(shape, Box) and shape.fill:
                below.append(shape)
            elif isinstance(shape, Path):
                assert contrast(shape.fill, ground_at(below, shape.commands[0][1:], look.paper)) >= 3
            elif isinstance(shape, Text):
                ground = ground_at(below, (shape.x + 2, shape.y + line_height(shape.size) / 2), look.paper)
                assert shape.size >= look.stage_text
                assert contrast(shape.colour, ground) >= 7, shape.lines


def test_the_alternative_says_what_is_known_and_chosen():
    held = with_field(after(document(), "U6 #3"), "aud_data", "mark", "quick")
    assert drawn(held).alt == (
        "Audit. Where do we stand? Areas rated: 1 of 10. Data (3 Established). Three quick results: Data."
    )
    view = KIND.view(held, "a")
    assert KIND.picture(replace(view, language="fr"), LIGHT).alt.endswith("Trois résultats rapides\u202f: Données.")
