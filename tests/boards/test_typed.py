"""What was typed, read once for all kinds."""

from datetime import date

import pytest

from facilitator.boards.described import Field
from facilitator.boards.typed import optional_day, optional_line, require_field, require_no_scales
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import AddLine

FIELDS = (
    Field("ring", "Closeness", "3", "choice", choices=(("", "Not known"), ("1", "Core team"))),
    Field("owner", "Who", "", "line", choices=(("Clerk", "Clerk"),)),
)


def refused(edit) -> tuple[str, dict[str, object]]:
    with pytest.raises(EditRejected) as refusal:
        edit()
    return refusal.value.key, dict(refusal.value.values)


def test_a_choice_holds_what_it_offers_and_a_line_anything():
    require_field(FIELDS, "ring", "1")
    require_field(FIELDS, "ring", "")
    require_field(FIELDS, "owner", "Somebody else")
    told = {"choice": "9", "known": "Not known, Core team"}
    assert refused(lambda: require_field(FIELDS, "ring", "9")) == ("choice_unknown", told)
    with pytest.raises(KeyError):
        require_field(FIELDS, "size", "1")


def test_a_blank_line_or_day_is_left_open():
    assert (optional_line(" \n"), optional_day(" ")) == ("", None)
    assert (optional_line(" City  Clerk "), optional_day(" 2027-01-14 ")) == ("City Clerk", date(2027, 1, 14))
    assert refused(lambda: optional_day(" 14 Jan ")) == ("date_unreadable", {"text": "14 Jan"})
    assert refused(lambda: optional_line("x" * 201))[0] == "name_too_long"


def test_marks_that_a_board_has_no_use_for_are_refused():
    require_no_scales(AddLine("Clerk", "done"))
    for line, mark in (
        (AddLine("Clerk", ring=1), "@"),
        (AddLine("Clerk", influence=1), "!"),
        (AddLine("Clerk", attitude=0), "~"),
    ):
        assert refused(lambda line=line: require_no_scales(line)) == ("capture_no_scale", {"mark": mark})
