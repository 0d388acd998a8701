from datetime import date, timedelta
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from boards.value_board.boards import LIGHT
from boards.value_board.registers import any_indicators, box_of, indicator, ratings, readings, register
from facilitator.boards.value_board.drawing.chart import Lettered, chart
from facilitator.boards.value_board.drawing.room import crosses
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Oval, Path, Rect, Text

FRAME = Rect(300, 200, 500, 120)
EN, FR = Words("en"), Words("fr")
SMALL = Lettered(20)
DAY = date(2026, 3, 1)


def drawn(kpi, lettered=SMALL, words=EN, frame=FRAME):
    return chart(kpi, frame, words, LIGHT, lettered)


def labels(shapes):
    return [" ".join(shape.lines) for shape in shapes if isinstance(shape, Text)]


def of(kind, shapes):
    return [shape for shape in shapes if isinstance(shape, kind)]


def bounds_of(shape):
    if isinstance(shape, Text):
        return box_of(shape)
    if isinstance(shape, Path):
        numbers = [number for command in shape.commands for number in command[1:]]
        xs, ys = numbers[::2], numbers[1::2]
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return shape.rect


FRAMES = st.builds(Rect, st.just(40.0), st.just(30.0), st.floats(120, 1200), st.floats(70, 600))


@given(any_indicators(), FRAMES, st.sampled_from([None, SMALL, Lettered(20, values=True)]), st.sampled_from([EN, FR]))
def test_any_chart_stays_in_its_frame_and_its_words_meet_nothing(kpi, frame, lettered, words):
    shapes = drawn(kpi, lettered, words, frame)
    for shape in shapes:
        box = bounds_of(shape)
        assert box.x >= frame.x - 1
        assert box.y >= frame.y - 1
        assert box.right <= frame.right + 1
        assert box.bottom <= frame.bottom + 1
    for one, other in combinations([box_of(text) for text in of(Text, shapes)], 2):
        assert not one.grown(-0.6).overlaps(other)
    assert lettered or not of(Text, shapes)
    assert kpi.mode != "learning" or not shapes


def test_a_target_is_a_dashed_way_from_the_baseline_to_a_ring():
    shapes = drawn(register().kpis[0])
    (way,) = [path for path in of(Path, shapes) if path.dash]
    (_, x1, y1), (_, x2, y2) = way.commands
    assert x1 < x2
    assert y1 < y2
    rings = [oval for oval in of(Oval, shapes) if oval.stroke]
    assert [ring.rect.centre for ring in rings] == [(x1, y1), (x2, y2)]
    assert labels(shapes) == ["77", "30", "Dec 2027", "Jan 2026"]


def test_readings_are_a_line_of_dots_in_order_of_time_whatever_order_they_come_in():
    said = readings((date(2026, 5, 1), 5.0), (date(2026, 3, 1), 3.0), (date(2026, 4, 1), 9.0))
    (line,) = [
        path for path in of(Path, drawn(indicator("K1", mode="direction", readings=said))) if path.stroke_width == 3
    ]
    xs, ys = [command[1] for command in line.commands], [command[2] for command in line.commands]
    assert xs == sorted(xs)
    assert ys[1] < ys[2] < ys[0]


def test_limits_are_a_tinted_room_with_a_line_at_each():
    for better, lines in (("up", 1), ("down", 1), ("range", 2)):
        kpi = indicator(
            "K1", mode="limit", better_is=better, target=10.0, target_high=20.0, readings=readings((DAY, 12.0))
        )
        shapes = drawn(kpi)
        assert len(of(Box, shapes)) == 1
        levels = [path for path in of(Path, shapes) if path.stroke_width == 2 and path.stroke != LIGHT.line]
        assert len(levels) == lines
        assert not any(path.dash for path in of(Path, shapes))


def test_a_target_without_a_baseline_or_before_it_is_a_level():
    for known in ({"baseline": None}, {"baseline": 2.0, "target_date": date(2025, 1, 1)}):
        shapes = drawn(indicator("K1", target=9.0, readings=readings((DAY, 3.0)), **known))
        (level,) = [path for path in of(Path, shapes) if path.dash]
        assert level.commands[0][2] == level.commands[1][2]


def test_one_reading_and_equal_values_stand_in_the_middle():
    one = drawn(
        indicator("K1", mode="direction", baseline_date=None, target_date=None, readings=readings((DAY, 7.0))), None
    )
    (dot,) = of(Oval, one)
    assert dot.rect.centre == FRAME.centre
    same = drawn(indicator("K1", mode="direction", readings=readings((DAY, 7.0), (date(2026, 4, 1), 7.0))), None)
    assert {oval.rect.centre[1] for oval in of(Oval, same)} == {FRAME.centre[1]}


def test_nothing_is_drawn_of_what_cannot_be():
    assert drawn(indicator("K1")) == ()
    assert drawn(indicator("K1", baseline=float("nan"), readings=readings((DAY, float("inf"))))) == ()
    assert drawn(indicator("K1", mode="learning", baseline=3.0, readings=readings((DAY, 4.0)))) == ()


def test_numbers_that_no_scale_can_span_are_drawn_all_the_same():
    shapes = drawn(indicator("K1", mode="direction", readings=readings((DAY, 1.7e308), (date(2026, 4, 1), -1.7e308))))
    assert "1.7\u00a0×\u00a010³⁰⁸" in labels(shapes)
    low, high = sorted(oval.rect.centre[1] for oval in of(Oval, shapes))
    assert high - low > FRAME.height / 2


def test_ratings_stand_on_a_scale_of_one_to_five_spelled_out_where_there_is_room():
    rated = indicator("K1", nature="qualitative", mode="direction", readings=ratings((DAY, 2), (date(2026, 4, 1), 4)))
    assert labels(drawn(rated))[:3] == ["5", "3", "1"]
    large = drawn(rated, Lettered(20, values=True), FR, Rect(0, 0, 900, 300))
    assert labels(large)[:3] == ["5 Nettement mieux", "3 Inchangé", "1 Nettement pire"]


def test_days_of_a_season_are_told_with_the_day_and_longer_spans_by_month():
    short = indicator("K1", mode="direction", readings=readings((DAY, 2.0), (date(2026, 4, 1), 4.0)))
    assert labels(drawn(short, words=FR))[-2:] == ["1er\u00a0avr.", "1er\u00a0mars"]
    long = indicator("K1", mode="direction", readings=readings((DAY, 2.0), (date(2027, 4, 1), 4.0)))
    assert labels(drawn(long, words=FR))[-2:] == ["avr. 2027", "mars 2026"]


def test_the_first_and_the_last_day_are_told_wherever_the_chart_stands():
    said = readings((DAY, 2.0), (DAY + timedelta(220), 4.0))
    for step in range(100):  # whatever a place is rounded to
        shapes = drawn(
            indicator("K1", mode="direction", readings=said), frame=Rect(step * 3.137, 0, 400 + step / 7, 120)
        )
        assert labels(shapes)[-2:] == ["Oct 2026", "Mar 2026"]


def test_a_reading_at_the_baseline_hides_its_ring():
    kpi = indicator("K1", mode="direction", baseline=2.0, readings=readings((date(2026, 1, 3), 2.0), (DAY, 4.0)))
    assert not any(oval.stroke for oval in of(Oval, drawn(kpi)))


def test_values_stand_beside_their_dots_clear_of_lines():
    shapes = drawn(register().kpis[0], Lettered(20, values=True), frame=Rect(0, 0, 1000, 400))
    values = [text for text in of(Text, shapes) if text.bold]
    assert {text.lines[0] for text in values} == {"75", "71", "66", "58", "52", "49"}
    lines = [path.commands for path in of(Path, shapes) if path.stroke_width == 3 or path.dash]
    for text in values:
        for commands in lines:
            for one, other in pairwise(commands):
                assert not crosses(box_of(text), one[1:], other[1:])


def test_a_line_enters_a_box_or_passes_it():
    box = Rect(10, 10, 10, 10)
    assert crosses(box, (0, 0), (30, 30))
    assert crosses(box, (12, 0), (12, 30))
    assert crosses(box, (15, 15), (16, 16))
    assert not crosses(box, (0, 0), (30, 5))
    assert not crosses(box, (0, 0), (9, 9))
    assert not crosses(box, (25, 0), (25, 30))


def test_a_chart_is_dimmed_as_context_in_both_themes():
    for name in ("light", "dark"):
        dim = chart(register().kpis[0], FRAME, EN, theme(name), SMALL, dimmed=True)
        colours = {shape.stroke for shape in of(Path, dim)} | {shape.fill for shape in of(Oval, dim)}
        assert theme(name).categories[4] not in colours
