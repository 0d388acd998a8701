from datetime import date

import pytest

from boards.checklist.lists import after, document
from facilitator.catalogue import CHECKLIST as KIND
from facilitator.content.words import Words
from facilitator.domain.view import Showing

EN, FR = Words("en"), Words("fr")


def test_all_forty_five_items_can_be_selected_by_their_codes():
    items = KIND.items(KIND.view(after(document(), "v2"), "c"))
    assert len(items) == 45
    assert [item.code for item in items[:3]] == ["v1", "v2", "v3"]
    assert items[0].id == "c.v1"
    assert items[1].group == "done"


def test_groups_are_the_statuses_with_done_first():
    view = KIND.view(document(), "c")
    assert [group.id for group in KIND.groups(view, EN)] == ["done", "under_way", "not_for_us", "not_started"]
    assert KIND.groups(view, FR)[0].name == "Fait"


def test_counts_begin_with_what_is_in_place():
    counts = KIND.counts(KIND.view(after(document(), "v1", "v2 #not-for"), "c"))
    assert list(counts.items()) == [("in_place", 1), ("applying", 44), ("items", 45)]


def test_there_is_a_table_for_each_phase():
    held = document()
    held = held.after(KIND.set_field(held, "c.v2", "due", "2027-01-14"))
    tables = KIND.tables(KIND.view(held, "c"), FR)
    assert [len(table.rows) for table in tables] == [9, 11, 8, 9, 8]
    assert tables[0].rows[1][0] == "v2"
    assert tables[0].rows[1][2] == "Pas commencé"
    assert tables[0].rows[1][4] == FR.date(date(2027, 1, 14))
    assert all(len(row) == len(table.columns) for table in tables for row in table.rows)


def test_nothing_is_private_but_what_the_engagement_says():
    held = document()
    assert KIND.private_tables(held, "c", EN) == ()
    assert KIND.private_badges(held, "c") == {}
    assert [field.key for field in KIND.fields(held, "c.v1", EN) if field.private] == ["shown"]


@pytest.mark.parametrize(("words", "role"), [(EN, "Product lead"), (FR, "Responsable du produit")])
def test_the_inspector_suggests_the_usual_owner_first_and_an_example_of_evidence(words, role):
    held = document()
    held = held.after(KIND.set_field(held, "c.v6", "due", "2027-01-14"))
    fields = {field.key: field for field in KIND.fields(held, "c.v6", words)}
    assert list(fields) == ["status", "owner", "due", "evidence", "reason", "shown"]
    assert fields["owner"].choices[0] == (role, role)
    assert len(fields["owner"].choices) == 14
    assert fields["due"].value == date(2027, 1, 14).isoformat()
    assert fields["status"].value == "not_started"
    assert len(fields["status"].choices) == 4
    assert ":" in fields["evidence"].label
    assert {field.key for field in KIND.fields(held, "c", words)} == {"title", "question"}


@pytest.mark.parametrize(
    ("words", "names"), [(EN, ["All items", "Overview"]), (FR, ["Tous les points", "Vue d’ensemble"])]
)
def test_phases_are_what_can_be_spotlit_in_either_form(words, names):
    view = KIND.view(document(), "c")
    assert [form.name for form in KIND.forms(words)] == names
    assert [spot.id for spot in KIND.spots(view, words)] == ["vision", "deliver", "sustain", "change", "procure"]
    assert (KIND.spot_of(view, "c.d3"), KIND.spot_of(view, "c.zz")) == ("deliver", "")


def test_a_view_keeps_of_how_it_is_shown_what_it_knows():
    odd = Showing(form="grid", spotlight="nobody", large=True, layers=frozenset({"attitude"}), then="m", day=date.max)
    assert KIND.view(document(), "c", odd) == KIND.view(document(), "c")
    assert KIND.view(document(), "c", Showing(form="overview", spotlight="change")).showing == Showing(
        form="overview", spotlight="change"
    )
