"""Names that are looked for as they are written: found by how they begin, as if each were looked for by itself."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.hidden_names import NamesAnywhere

LETTERS = st.text("ab 漢", min_size=1, max_size=5)


def test_a_name_is_found_inside_of_words_in_the_order_given():
    sought = NamesAnywhere([("marie roy", "A"), ("漢字", "B"), ("town of wilno", "C")])
    assert list(sought.those_in("xmarie royx and 漢字さん")) == [("marie roy", "A"), ("漢字", "B")]
    assert list(sought.those_in("marie de roy")) == []
    assert list(sought.those_in("")) == []


def test_where_no_name_is_sought_none_is_found():
    assert list(NamesAnywhere([]).those_in("marie roy")) == []


@given(st.lists(LETTERS, max_size=8), st.text("ab 漢", max_size=30))
def test_those_are_found_that_the_text_holds(names, text):
    sought = [(name, str(number)) for number, name in enumerate(names)]
    assert list(NamesAnywhere(sought).those_in(text)) == [each for each in sought if each[0] in text]
