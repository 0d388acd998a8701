"""What the facilitator decided, and what it leads to."""

import pytest

from facilitator.boards.redaction import UNTOUCHED, Redaction, RedactionLine
from facilitator.domain.refusal import EditRejected

PLACE, OTHER = ("s1", "name"), ("s2", "needs")
TITLE = RedactionLine(("board", "title"), "", "Title", "T", "Exemplar: T", "")


def line(place=PLACE, was="Marie", becomes="Planner", **more):
    return RedactionLine(place, "S1", "Name", was, becomes, "why", **more)


def redaction(*lines):
    return Redaction(TITLE, lines, (), ())


def test_answers_are_never_changed_in_place():
    typed = UNTOUCHED.having_typed(PLACE, "A").having_typed(OTHER, "B")
    assert UNTOUCHED.typed == {}
    assert typed.typed == {PLACE: "A", OTHER: "B"}
    assert typed.as_proposed(PLACE).typed == {OTHER: "B"}
    assert typed.switched("x", True).switched("x", False).switches == {"x": False}


def test_what_may_stay_is_asked_anew_for_other_words():
    kept = UNTOUCHED.having_typed(PLACE, "A").keeping(PLACE).keeping(OTHER)
    assert kept.kept == {PLACE, OTHER}
    assert kept.having_typed(PLACE, "B").kept == {OTHER}
    assert kept.as_proposed(PLACE).kept == {OTHER}


def test_a_line_is_open_while_it_names_somebody_and_nobody_decided():
    assert line().changes
    assert not line(becomes="Marie").changes
    assert not line().open
    assert line(becomes="Marie", still=("Marie",)).open
    assert not line(becomes="Marie", still=("Marie",), kept=True).open


def test_the_texts_are_there_once_nothing_is_open():
    assert redaction(line()).texts() == {TITLE.place: "Exemplar: T", PLACE: "Planner"}
    names = line(becomes="Marie and Luc", still=("Marie", "Luc"))
    with pytest.raises(EditRejected) as refusal:
        redaction(line(OTHER), names).texts()
    assert refusal.value.key == "redaction_open"
    assert dict(refusal.value.values) == {"place": "S1 Name", "names": "Marie, Luc"}


def test_what_is_no_text_goes_along_or_is_left_out():
    taken, left = line(("t1", "tie"), taken=True), line(("t2", "tie"), becomes="", taken=False)
    assert redaction(line(), taken, left).left_out == {("t2", "tie")}
    assert redaction(line(), taken, left).texts() == {TITLE.place: "Exemplar: T", PLACE: "Planner"}
    assert UNTOUCHED.taking(PLACE, True).taking(PLACE, False).taken == {PLACE: False}
