import pytest

from boards.assessment.own.interviews import CAPACITY, GOVERNANCE, KINDS, PRINCIPLES, after, document, full
from facilitator.boards.assessment.own.drawing.radar import Axis, Radar
from facilitator.boards.assessment.own.view import ANSWERS, DIMENSION, OVERVIEW, STATEMENT
from facilitator.content.theme import contrast, theme
from facilitator.content.typeface import line_height, width
from facilitator.content.words import Words
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Box, Oval, Path, Rect, Text
from facilitator.domain.view import Showing

LEAST = 20
ON = frozenset({ANSWERS})


def picture(kind, held, form, *, on=False, spot=""):
    showing = Showing(form=form, layers=ON if on else frozenset(), spotlight=spot)
    return kind.picture(kind.view(held, "b", showing), theme())


def box_of(text: Text) -> Rect:
    wide = max(width(line, text.size, bold=text.bold) for line in text.lines)
    left = {"start": text.x, "middle": text.x - wide / 2, "end": text.x - wide}[text.anchor]
    return Rect(left, text.y, wide, len(text.lines) * line_height(text.size))


def texts(drawn) -> list[Text]:
    return [shape for group in drawn.groups for shape in group.shapes if isinstance(shape, Text) and shape.lines]


def ensure_readable(drawn) -> None:
    """No text is small, outside the stage, outside its group or on another one."""
    boxes = [(text, box_of(text)) for text in texts(drawn)]
    for place, (text, box) in enumerate(boxes):
        assert text.size >= LEAST
        assert box.x >= 0
        assert box.right <= STAGE_WIDTH
        assert box.bottom <= STAGE_HEIGHT
        for other, its in boxes[place + 1 :]:
            assert not box.grown(-1).overlaps(its.grown(-1)), (text.lines, other.lines)
    for group in drawn.groups:
        for shape in group.shapes:
            if isinstance(shape, Text) and shape.lines and not shape.sign:
                box = box_of(shape)
                assert box.x >= group.box.x - 1, shape.lines
                assert box.right <= group.box.right + 1, shape.lines
                assert box.bottom <= group.box.bottom + 4, shape.lines


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("on", [False, True], ids=["off", "on"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_statement_can_be_read_in_every_form(kind, language, on):
    held = full(kind, language)
    for form in kind.forms(Words(language)):
        for area in kind.asked.areas:
            ensure_readable(picture(kind, held, form.id, on=on, spot=f"b.{area.id}"))


def test_the_first_form_follows_the_answers():
    held = document()
    for area in CAPACITY.asked.areas:
        drawn = picture(CAPACITY, held, STATEMENT)
        assert [group.item_id for group in drawn.groups if group.role == "item"] == [f"b.{area.id}"]
        held = after(held, "3")
    whole = picture(CAPACITY, held, STATEMENT)
    assert [group.item_id for group in whole.groups if group.role == "item"] == [
        f"b.{area.id}" for area in CAPACITY.asked.areas
    ]
    assert "28 of 28 answered" in whole.alt


def test_the_overview_ticks_what_was_answered_and_says_what_comes_next():
    held = after(document(), "P1 3", "P2 ?")
    for form_on, told in ((held, "Next: P3 Staff in the choice"), (full(CAPACITY), "choose up to 5 next steps.")):
        drawn = picture(CAPACITY, form_on, OVERVIEW)
        assert told in drawn.alt
        assert any(told in group.label for group in drawn.groups if group.role == "scenery")
    tiles = {group.item_id: group for group in picture(CAPACITY, held, OVERVIEW).groups if group.role == "item"}
    ticked = {its_id for its_id, tile in tiles.items() if any(isinstance(shape, Path) for shape in tile.shapes)}
    assert len(tiles) == 28
    assert ticked == {"b.cap_p1", "b.cap_p2"}
    sizes = {shape.size for tile in tiles.values() for shape in tile.shapes if isinstance(shape, Text)}
    assert len(sizes) == 1
    assert min(sizes) >= 24


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_the_overview_without_the_layer_looks_the_same_whatever_was_answered(kind):
    low, high = document(kind), document(kind)
    for area in kind.asked.areas:
        low, high = after(low, f"{area.code} 0", kind=kind), after(high, f"{area.code} 4", kind=kind)
    assert picture(kind, low, OVERVIEW) == picture(kind, high, OVERVIEW)


def test_a_dimension_is_that_of_the_statement_in_the_spotlight():
    drawn = picture(GOVERNANCE, full(GOVERNANCE), DIMENSION, spot="b.dg_c2")
    assert [group.item_id for group in drawn.groups if group.role == "item"] == ["b.dg_c1", "b.dg_c2"]


@pytest.mark.parametrize("level", range(5))
def test_in_a_dimension_what_the_chosen_level_looks_like_has_a_frame(level):
    held = after(document(), f"P1 {level}")
    for on in (True, False):
        row = next(group for group in picture(CAPACITY, held, DIMENSION, on=on).groups if group.item_id == "b.cap_p1")
        frames = [shape for shape in row.shapes if isinstance(shape, Box) and shape.stroke_width == 4]
        inside = [frame for frame in frames if frame.rect.width < 400]
        assert len(inside) == (on and level in CAPACITY.asked.anchors_at)


def test_levels_are_told_only_where_they_are_shown():
    held = after(document(), "P1 3")
    off, on = (picture(CAPACITY, held, STATEMENT, on=on, spot="b.cap_p1") for on in (False, True))
    assert "(Answered)" in off.alt
    assert "(3 Established)" in on.alt
    assert [group.label for group in on.groups if "Chosen" in group.label] == ["3 Established. Chosen"]
    assert not [group.label for group in off.groups if "Chosen" in group.label]


def test_a_principle_without_an_example_is_hollow():
    held = after(document(PRINCIPLES), "L1 3", kind=PRINCIPLES)
    labels = [group.label for group in picture(PRINCIPLES, held, STATEMENT, on=True, spot="b.user").groups]
    assert "3 Often. no example yet" in labels
    assert "no example yet" in " ".join(
        group.label for group in picture(PRINCIPLES, held, OVERVIEW, on=True).groups if group.item_id == "b.user"
    )


@pytest.mark.parametrize(("language", "told"), [("en", "of 4 answered"), ("fr", "Réponses\u202f: ")])
def test_how_many_answers_there_are_does_not_look_like_a_level(language, told):
    labels = [group.label for group in picture(CAPACITY, full(CAPACITY, language), OVERVIEW).groups]
    assert any(told in label for label in labels), labels


def test_a_radar_has_a_gap_where_a_value_is_not_known():
    box = Rect(0, 0, 1000, 1000)

    def filled(*values):
        radar = Radar(tuple(Axis("A", value) for value in values), box, 300)
        paths = [shape for shape in radar.shapes(theme()) if isinstance(shape, Path)]
        return [path for path in paths if path.fill], [path for path in paths if path.stroke == theme().focus]

    assert [len(each) for each in filled(1, 2, 3)] == [1, 1]
    assert [len(each) for each in filled(1, None, 3, 2)] == [0, 2]
    assert [len(each) for each in filled(None, None, None)] == [0, 0]
    assert Radar((Axis("A", 4), Axis("B", 2)), box, 300).point(0, 4) == (500, 200)


def levels(drawn):
    """The groups of the levels, by number."""
    return {group.label[0]: group for group in drawn.groups if group.label[:1].isdigit() and group.role == "scenery"}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_levels_without_an_example_take_less_room_and_examples_wrap_seldom(kind, language):
    for area in kind.asked.areas:
        rows = levels(picture(kind, document(kind, language), STATEMENT, spot=f"b.{area.id}"))
        with_example = {str(each.value) for each in kind.asked.scale.levels if area.anchor(each.value)}
        least = min(rows[each].box.height for each in with_example)
        for number, row in rows.items():
            told = [shape for shape in row.shapes if isinstance(shape, Text) and not shape.sign]
            if number in with_example:
                largest = max(told, key=lambda text: text.size)
                assert 36 <= largest.size <= 56
                assert len(largest.lines) <= 2
            else:
                assert row.box.height < 0.7 * least
                assert not [shape for shape in row.shapes if isinstance(shape, Box)]


@pytest.mark.parametrize("level", range(5))
def test_a_level_that_was_chosen_is_told_without_colour(level):
    rows = levels(picture(CAPACITY, after(document(), f"P1 {level}"), STATEMENT, on=True, spot="b.cap_p1"))
    ticked = {number for number, row in rows.items() if any(isinstance(shape, Path) for shape in row.shapes)}
    assert ticked == {str(level)}
    discs = {number: shape.fill for number, row in rows.items() for shape in row.shapes if isinstance(shape, Oval)}
    assert {number for number, fill in discs.items() if contrast(fill, theme().surface) > 4.5} == {str(level)}
    framed = {
        number: max((shape.stroke_width for shape in row.shapes if isinstance(shape, Box)), default=0)
        for number, row in rows.items()
    }
    assert all(framed[str(level)] >= 2 * strength for number, strength in framed.items() if number != str(level))


def test_what_is_no_level_is_as_large_as_what_levels_mean():
    for group in picture(CAPACITY, document(), STATEMENT).groups:
        if group.label in {"Don’t know", "Does not apply", "Not applicable"}:
            assert [shape.size for shape in group.shapes if isinstance(shape, Text)] == [32, 28]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_before_the_first_answer_the_overview_tells_what_is_asked_and_counts_nothing(kind, language):
    drawn = picture(kind, document(kind, language), OVERVIEW)
    ensure_readable(drawn)
    told = [drawn.alt, *(group.label for group in drawn.groups)]
    words = Words(language)
    nothing = [words("assessment.progress", done=0, count=len(kind.asked.areas)), words("assessment.not_answered")]
    nothing.append(words("assessment.answered_of", done=0, count=4))
    assert not [each for each in told for none in nothing if none in each]
    assert any(kind.asked.lead.within(language) in each for each in told)
    labels = {group.item_id: group.label for group in drawn.groups if group.role == "item"}
    for area in kind.asked.areas:
        assert area.text.within(language) in labels[f"b.{area.id}"]


def test_no_level_of_an_instrument_is_the_word_of_the_box_for_not_known():
    for kind in KINDS:
        for area in kind.asked.areas:
            for anchor in area.anchors:
                for language in ("en", "fr"):
                    told = anchor.text.within(language)
                    assert told not in ("unknown", "inconnu", "inconnues", "on ne le sait pas"), area.id
