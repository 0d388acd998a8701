import pytest

from boards.assessment.group.towns import community, released, spread
from boards.assessment.own.interviews import KINDS, PRINCIPLES
from boards.assessment.own.test_drawing import ensure_readable, texts
from facilitator.boards.assessment.edits import changed
from facilitator.boards.assessment.group.kind import KIND
from facilitator.boards.assessment.group.view import FIGURES, TALK
from facilitator.boards.assessment.model import AnswerTag, OwnAnswer
from facilitator.boards.assessment.own.kind import CAPACITY
from facilitator.content.instruments import terms
from facilitator.content.theme import theme
from facilitator.domain.picture import Oval
from facilitator.domain.view import Showing


def picture(held, form=FIGURES):
    return KIND.picture(KIND.view(held, "s", Showing(form=form)), theme())


def level(town, place):
    """Medians of all sorts, with two and three bands, and some that are alike everywhere."""
    return ((0, 4, 1, 3)[(town + place) % 4], (town + place // 4) % 5, 3, (0, 2, 4)[town % 3])[place // 4 % 4]


def with_tags(held):
    """Everybody raised all that can be raised."""
    tags = [each.id for each in (*terms().constraints, *terms().opportunities)]
    first = {each.board_id: each.id for each in held.every(OwnAnswer)}
    return held.after(
        changed(
            "edit_answer",
            [(None, AnswerTag(id=f"{b}{tag}", answer_id=a, tag=tag)) for b, a in first.items() for tag in tags],
        )
    )


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("levels", [level, spread, lambda town, place: 2], ids=["all_sorts", "spread", "alike"])
@pytest.mark.parametrize("count", [0, 4, 7, 20])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_what_is_shown_can_be_read(kind, count, levels, language):
    held = community(count, kind=kind, level=levels, language=language)
    if count:
        held = released(with_tags(held), mode="figures")
    for form in (FIGURES, TALK):
        drawn = picture(held, form)
        ensure_readable(drawn)
        assert not [text.lines for text in texts(drawn) for line in text.lines if line.endswith("…")]


def test_a_median_stands_as_a_number_in_a_disc_where_it_is_on_the_scale():
    held = released(community(8, level=lambda town, place: (1, 1, 2, 2, 3, 3, 4, 4)[town % 8]))
    row = next(group for group in picture(held).groups if group.label.startswith("Human resources: 2.5"))
    disc = max((shape for shape in row.shapes if isinstance(shape, Oval)), key=lambda oval: oval.rect.width)
    number = next(shape for shape in row.shapes if getattr(shape, "lines", ()) == ("2.5",))
    knots = sorted(shape.rect.centre[0] for shape in row.shapes if isinstance(shape, Oval) and shape is not disc)
    assert number.size >= 32
    assert number.x == disc.rect.centre[0] == pytest.approx((knots[2] + knots[3]) / 2)


def test_what_is_alike_everywhere_has_no_disc_on_a_scale():
    row = next(
        group
        for group in picture(released(community(8, level=lambda town, place: 3))).groups
        if group.label == "Human resources: broadly similar"
    )
    assert not [shape for shape in row.shapes if isinstance(shape, Oval)]
    assert ("broadly similar",) in [text.lines for text in row.shapes if hasattr(text, "lines")]


def test_themes_stand_only_where_the_instrument_asks_for_them():
    headings = [
        [text.lines for text in texts(picture(released(community(6, kind=kind), mode="themes"), TALK))]
        for kind in (CAPACITY, PRINCIPLES)
    ]
    assert ("Common constraints",) in headings[0]
    assert ("Common constraints",) not in headings[1]
