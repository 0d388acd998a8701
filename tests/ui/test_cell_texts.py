"""What cells say: to read, to sort, to copy, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.described import Field
from facilitator.boards.stakeholder_web.answers import scale_levels
from facilitator.content.words import Words
from facilitator.domain.refusal import Refusal
from facilitator.exchange.cells import LINE_END_WITHIN
from facilitator.ui.console.cell_texts import cells_in, chosen_by, shown, sort_key, tab_separated, value_of

LEVELS = (("", "Not known"), ("10", "Inform"), ("2", "Consult"), ("3", "Décider"))


def choice(value):
    return Field("level", "Level", value, "choice", choices=LEVELS)


def many(value):
    return Field("flags", "Flags", value, "many", choices=LEVELS[1:])


def line(value):
    return Field("owner", "Owner", value, "line")


def test_values_are_told_in_words():
    assert shown(choice("2")) == "Consult"
    assert shown(choice("")) == ""
    assert shown(choice("older version")) == "older version"
    assert shown(many("3 10")) == "Décider; Inform"
    assert shown(line("Planning")) == "Planning"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("value", ["-2", "-1", "0", "1", "2"])
def test_a_typed_or_pasted_number_means_its_own_sign(language, value):
    levels = scale_levels("attitude", Words(language))
    attitude, texts = Field("attitude", "", "", "choice", choices=levels), [(words, its) for its, words in levels]
    label = dict(levels)[value]
    for typed in (value, label.split()[0], label, value.replace("-", "\u2212"), label.split()[1][:3].lower()):
        assert levels[chosen_by(typed, texts)][0] == value
    for pasted in (value, label.split()[0], label, label.upper(), value.replace("-", "\u2212")):
        assert value_of(attitude, pasted) == value


def test_no_number_means_the_other_sign():
    levels = scale_levels("attitude", Words("en"))
    texts = [(words, value) for value, words in levels]
    assert [chosen_by(typed, texts) for typed in ("3", "+3", "-3", "12", "1 d", "+1 d", "-2 c", "!")] == [None] * 8
    assert [levels[chosen_by(typed, texts)][0] for typed in ("-", "\u2212", "+")] == ["-2", "-2", "1"]
    assert value_of(Field("attitude", "", "", "choice", choices=levels), "1 Doubtful") == "1 Doubtful"
    influence = [(words, value) for value, words in scale_levels("influence", Words("en"))]
    assert [influence[chosen_by(typed, influence)][1] for typed in "1234"] == list("1234")


def test_words_are_values_again():
    assert value_of(choice(""), " consult ") == "2"
    assert value_of(choice(""), "decider") == "3"
    assert value_of(choice("2"), "Not known") == ""
    assert value_of(choice("2"), "") == ""
    assert value_of(choice(""), "10") == "10"
    assert value_of(choice(""), "Nonsense") == "Nonsense"
    assert value_of(many(""), "Décider; inform") == "10 3"
    assert value_of(many("3"), "") == ""
    assert value_of(line(""), " Planning ") == "Planning"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ([choice("3"), choice("2"), choice("10")], ["10", "2", "3"]),
        ([line("10 days"), line("9 days"), line("École"), line("eau"), line("Zoo")], None),
        ([Field("d", "D", "2027-11-02", "date"), Field("d", "D", "2027-09-30", "date")], ["2027-09-30", "2027-11-02"]),
    ],
)
def test_levels_numbers_and_dates_sort_by_size_and_words_as_they_are_looked_up(fields, expected):
    values = [field.value for field in sorted(fields, key=sort_key)]
    assert values == (expected or ["9 days", "10 days", "eau", "École", "Zoo"])


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters=LINE_END_WITHIN)), min_size=1),
        min_size=1,
    )
)
def test_what_is_copied_can_be_pasted(rows):
    rows = [row if any(row) else ["x"] for row in rows]  # a row of one empty cell is an empty line
    assert cells_in(tab_separated(rows)) == rows


def test_a_quotation_that_is_not_closed_is_refused():
    with pytest.raises(Refusal):
        cells_in('"Town\tclerk\nMayor')
