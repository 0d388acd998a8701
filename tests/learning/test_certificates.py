"""Certificates at every boundary of their rules; their numbers, hours and check codes."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.learning.certificates import (
    Series,
    certificate_number,
    check_code,
    course_certificate,
    learning_hours,
    next_serial,
    series_certificate,
)

RANK = ("", "part", "comp", "dist")


@pytest.mark.parametrize(
    ("badges", "reflected", "sort"),
    [
        ([], True, ""),
        ([1] * 3 + [0] * 5, True, ""),  # 37.5 %
        ([1] * 4 + [0] * 4, True, "part"),  # 50 %
        ([3] * 6 + [0] * 2, True, "part"),  # 75 %: no completion, whatever the level
        ([1] * 7 + [0], True, "comp"),  # 87.5 %
        ([1] * 4 + [0], True, "comp"),  # 80 %
        ([2] * 4 + [1] * 4, True, "comp"),  # 50 % at Silver
        ([2] * 5 + [1] * 3, True, "dist"),  # 62.5 %
        ([2] * 3 + [1] * 2, True, "dist"),  # 60 %
        ([2] * 3 + [1] + [0], True, "dist"),  # 80 % and 60 %
        ([2] * 59 + [1] * 41, True, "comp"),
        ([2] * 60 + [1] * 40, True, "dist"),
        ([1] * 49 + [0] * 51, True, ""),
        ([1] * 50 + [0] * 50, True, "part"),
        ([1] * 79 + [0] * 21, True, "part"),
        ([1] * 80 + [0] * 20, True, "comp"),
        ([3] * 8, False, "comp"),  # without the closing reflection
        ([3] * 8, True, "dist"),
    ],
)
def test_a_course_goes_by_the_share_of_lessons_with_badges(badges, reflected, sort):
    assert course_certificate(badges, reflected=reflected) == sort


P, H, A, N = "present", "partial", "absent", ""


@pytest.mark.parametrize(
    ("attended", "answered", "carried_out", "sort"),
    [
        ((P, A, A, A), 45, True, ""),
        ((P, H, A, A), 45, True, ""),  # one and a half
        ((P, P, A, A), 0, False, "part"),
        ((P, H, H, A), 0, False, "part"),  # two partials are one
        ((H, H, H, H), 45, True, "part"),
        ((P, P, P, A), 9, True, "part"),  # the checklist not started
        ((P, P, P, A), 10, False, "comp"),
        ((P, P, H, H), 10, True, "comp"),  # two partials are one
        ((P, P, H, A), 10, True, "part"),  # two and a half
        ((N, P, P, P), 10, True, "comp"),  # enrolled after the first session, which still counts
        ((N, N, P, P), 45, True, "part"),
        ((P, P, P, H), 45, True, "comp"),  # three and a half are not four
        ((P, P, P, P), 45, False, "comp"),
        ((P, P, P, P), 10, True, "dist"),
        ((P, P, P, P), 0, False, "part"),
        ((), 45, True, ""),
        ((P, P, P, A, A, A), 10, False, "part"),  # another length, the same shares
        ((P, P, P, P, H, A), 10, False, "comp"),
    ],
)
def test_a_series_goes_by_what_was_attended(attended, answered, carried_out, sort):
    assert series_certificate(Series(attended, answered, carried_out)) == sort


@pytest.mark.parametrize(
    ("state", "takes"),
    [("active", True), ("paused", True), ("completed", True), ("invited", False), ("withdrawn", False)],
)
def test_who_withdrew_or_never_came_gets_none(state, takes):
    assert course_certificate([3] * 8, reflected=True, state=state) == ("dist" if takes else "")
    assert series_certificate(Series((P,) * 4, 45, True), state=state) == ("dist" if takes else "")


@given(st.lists(st.integers(0, 3), min_size=1), st.booleans(), st.data())
def test_a_better_badge_never_lowers_a_certificate(badges, reflected, data):
    place = data.draw(st.integers(0, len(badges) - 1))
    better = [*badges[:place], data.draw(st.integers(badges[place], 3)), *badges[place + 1 :]]
    before = course_certificate(badges, reflected=reflected)
    assert RANK.index(course_certificate(better, reflected=reflected)) >= RANK.index(before)
    assert RANK.index(course_certificate(badges, reflected=True)) >= RANK.index(before)


@given(st.lists(st.sampled_from((N, A, H, P)), min_size=1), st.integers(0, 45), st.booleans(), st.data())
def test_more_attendance_never_lowers_a_certificate(attended, answered, carried_out, data):
    place = data.draw(st.integers(0, len(attended) - 1))
    better = (*attended[:place], P, *attended[place + 1 :])
    before = series_certificate(Series(tuple(attended), answered, carried_out))
    assert RANK.index(series_certificate(Series(better, answered, carried_out))) >= RANK.index(before)
    assert RANK.index(series_certificate(Series(better, 45, True))) >= RANK.index(before)


@pytest.mark.parametrize(
    ("minutes", "hours"), [([], 0), ([14], 0), ([15], 0.25), ([29], 0.25), ([30], 0.5), ([59], 0.75), ([50, 54], 1.5)]
)
def test_hours_are_rounded_down_to_a_quarter(minutes, hours):
    assert learning_hours(minutes) == hours


@pytest.mark.parametrize(
    ("program", "cohort", "serial", "number"),
    [
        ("LEAD", "F26", 7, "LEAD-F26-007"),
        ("Été numérique", "hiver 2027", 12, "ETENUMERIQ-HIVER2027-012"),
        ("ᐊᓂᔑᓈᐯ", "", 1000, "X-X-1000"),
        ("a-b/c d", "<b>", 1, "ABCD-B-001"),
    ],
)
def test_a_number_is_made_of_codes_and_nothing_else(program, cohort, serial, number):
    assert certificate_number(program, cohort, serial) == number


def test_a_number_follows_the_highest_one():
    assert next_serial([]) == 1
    assert next_serial([1, 5, 2]) == 6


def test_a_check_code_changes_with_anything_that_is_printed():
    fields = {"learner": "Zoë", "hours": 12.25, "day": date(2027, 2, 12), "objectives": ("a", "b")}
    code = check_code(fields)
    assert code == check_code(dict(reversed(fields.items())))
    assert len(code) == 9
    assert set(code) <= set("ABCDEFGHJKMNPQRSTUVWXYZ23456789-")
    others = [
        fields | {"learner": "Zoé"},
        fields | {"hours": 12.5},
        fields | {"day": date(2027, 2, 13)},
        fields | {"objectives": ("ab",)},
    ]
    assert len({code, *map(check_code, others)}) == 5
    assert check_code(fields | {"learner": "Zoe\u0308"}) == code  # the same letters, composed otherwise
    with pytest.raises(TypeError):
        check_code({"x": object()})


@given(st.text(), st.text())
def test_two_names_have_two_codes(one, other):
    alike = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert alike or check_code({"learner": one}) != check_code({"learner": other})
