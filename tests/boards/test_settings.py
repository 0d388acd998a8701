"""Several fields as one step: all of them or none."""

import pytest

from box_board import KIND, Crate, CrateSecret, records
from facilitator.boards.settings import Setting, SettingsRejected, set_together
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected


@pytest.fixture
def document():
    return Document.of(records())


def test_all_are_set_as_one_step(document):
    wanted = [Setting("b1", "name", "Mayor"), Setting("b1", "column", "right"), Setting("b2", "note", "Call")]
    change = set_together(KIND, document, wanted, "paste_cells")
    after = document.after(change)
    assert change.label == "paste_cells"
    assert (after.get(Crate, "b1").name, after.get(Crate, "b1").column) == ("Mayor", "right")
    assert after.get(CrateSecret, "b2").note == "Call"
    assert after.after(change.reversed()) == document


def test_every_value_that_cannot_be_had_is_named_and_none_is_set(document):
    wanted = [Setting("b1", "name", "Mayor"), Setting("b2", "name", "  "), Setting("b3", "name", "\u202e")]
    with pytest.raises(SettingsRejected) as caught:
        set_together(KIND, document, wanted, "paste_cells")
    assert [setting for setting, _ in caught.value.refused] == wanted[1:]
    assert caught.value.refused[0][1].key == "name_empty"


def test_a_field_that_there_is_not_is_refused(document):
    refusing = type("Refusing", (type(KIND),), {"set_field": lambda *_: {}["told"]})()
    with pytest.raises(SettingsRejected) as caught:
        set_together(refusing, document, [Setting("b1", "told", "x")], "paste_cells")
    assert [why.key for _, why in caught.value.refused] == ["field_told"]


def test_what_changes_nothing_is_passed_over(document):
    def set_field(kind, document, item_id, key, value):
        if value == "Clerk":
            raise EditRejected("nothing_to_do")
        return KIND.set_field(document, item_id, key, value)

    kind = type("Strict", (type(KIND),), {"set_field": set_field})()
    both = [Setting("b1", "name", "Clerk"), Setting("b2", "name", "Mayor")]
    after = document.after(set_together(kind, document, both, "paste_cells"))
    assert [crate.name for crate in after.every(Crate)] == ["Clerk", "Mayor", "Developers"]
    with pytest.raises(EditRejected, match="nothing_to_do"):
        set_together(kind, document, both[:1], "paste_cells")
