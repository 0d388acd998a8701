"""Tables into boards of panels and out again, for every kind that is one."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.panels.boards import PANEL_KINDS, board
from facilitator.boards.incoming import read_incoming
from facilitator.boards.panels.reading import cards_of
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement
from facilitator.domain.refusal import EditRejected
from facilitator.exchange.csv_tables import csv_of
from facilitator.templates import new_board

every_kind = pytest.mark.parametrize("kind", PANEL_KINDS, ids=lambda kind: kind.id)
both_languages = pytest.mark.parametrize("language", ["en", "fr"])
EN = Words("en")


def written(kind, document, language="en", *, private=True) -> bytes:
    words = Words(language)
    view = dataclasses.replace(kind.view(document, kind.id), language=language)
    tables = kind.private_sheets(document, kind.id, words) if private else kind.sheets(view, words)
    return csv_of((each.title, each.columns, each.rows) for each in tables)


def plan(kind, document, data, *, update=False, group="", words=EN, mapped=None):
    incoming = read_incoming(data, "cards.csv", has_header=True)
    columns = mapped or kind.guess_columns(document, kind.id, incoming)
    group = group or kind.panels[0].id
    return kind.plan_import(document, kind.id, incoming, columns, group, update=update, words=words)


def empty(kind, language="en") -> Document:
    return Document.of([Engagement(id="engagement", title="T", language=language)]).after(
        new_board(Document.of([Engagement(id="engagement", title="T", language=language)]), kind.id, "Board", "")
    )


def told(kind, document) -> list[tuple[object, ...]]:
    """All cards of a board with every field, whatever their ids."""
    found = []
    for panel in kind.panels:
        for card in cards_of(document, kind.id, panel):
            fields = kind.fields(document, card.id, EN)
            found.append((panel.id, card.code, *(field.value for field in fields if not field.key.endswith("_id"))))
    return found


def filled(kind, document, value_of=lambda field: f"Said of {field.key}") -> Document:
    """Every field of every card typed, or the last of its choices taken; what leads to other records stays open."""
    for panel in kind.panels:
        for card in cards_of(document, kind.id, panel):
            for field in kind.fields(document, card.id, EN):
                if field.key.endswith("_id") or field.form == "told" or field.key == panel.words:
                    continue
                value = "2027-01-14" if field.form == "date" else value_of(field)
                value = field.choices[-1][0] if field.form == "choice" else value
                if value != field.value:
                    document = document.after(kind.set_field(document, card.id, field.key, value))
    return document


@every_kind
@both_languages
def test_a_whole_board_reads_back_with_what_is_private(kind, language):
    document = filled(kind, board(kind, "First", "=Second, with “marks”"))
    data = written(kind, document, language)
    planned = plan(kind, empty(kind, language), data, words=Words(language))
    assert {row.fate for row in planned.rows} == {"new"}
    after = empty(kind, language).after(planned.change)
    assert told(kind, after) == told(kind, document)


@every_kind
def test_what_everybody_may_have_reads_back_and_holds_nothing_private(kind):
    document = filled(kind, board(kind, "First"), lambda field: "CANARY" if field.private else "Open")
    data = written(kind, document, private=False)
    assert b"CANARY" not in data
    assert b"CANARY" in written(kind, document)
    planned = plan(kind, empty(kind), data)
    assert {row.fate for row in planned.rows} <= {"new"}


@every_kind
def test_what_was_written_and_is_read_again_changes_nothing(kind):
    document = filled(kind, board(kind, "First", "Second"))
    planned = plan(kind, document, written(kind, document), update=True)
    assert {row.fate for row in planned.rows} == {"same"}
    assert planned.change is None


sentences = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)


@given(st.sampled_from(PANEL_KINDS), st.lists(sentences, min_size=1, max_size=4, unique_by=str.casefold), st.data())
def test_any_words_read_back(kind, names, data):
    document = empty(kind)
    for name in names:
        panel = data.draw(st.sampled_from(kind.panels))
        try:
            words_of_people.name(name)
            line = csv_of([("", ("Panel", "Card"), [(panel.name(EN), name)])])
        except EditRejected:
            continue
        change = plan(kind, document, line).change
        document = document.after(change) if change else document
    planned = plan(kind, empty(kind), written(kind, document)) if told(kind, document) else None
    assert planned is None or told(kind, empty(kind).after(planned.change)) == told(kind, document)


@every_kind
@pytest.mark.parametrize(("head", "language"), [("Panel", "en"), ("Panneau", "fr")])
def test_a_column_says_the_panel_by_name_in_either_language(kind, head, language):
    panel = kind.panels[-1]
    data = f"{head},{Words(language)(panel.words_label)}\n{panel.name(Words(language))},Words\n".encode()
    after = empty(kind).after(plan(kind, empty(kind), data).change)
    assert [each[0] for each in told(kind, after)] == [panel.id]


@every_kind
def test_without_such_a_column_cards_go_into_the_panel_that_is_asked_for(kind):
    panel = kind.panels[-1]
    after = empty(kind).after(plan(kind, empty(kind), b"Card\nOne\nTwo\n", group=panel.id).change)
    assert [each[0] for each in told(kind, after)] == [panel.id] * 2
    with pytest.raises(EditRejected, match="group_unknown"):
        plan(kind, empty(kind), b"Card\nOne\n", group="no panel")


def test_all_wrong_cells_of_a_row_are_named_and_nothing_of_it_is_taken():
    kind = next(each for each in PANEL_KINDS if each.id == "change_plan")
    dated = next(each for panel in kind.panels for each in panel.fields if each.form == "date")
    chosen = next(each for panel in kind.panels for each in panel.fields if each.form == "choice" and not each.private)
    panel = next(each for each in kind.panels if dated in each.fields and chosen in each.fields)
    heads = [EN(dated.label), EN(chosen.label)]
    data = (
        f"Panel,Card,{','.join(heads)}\n{panel.name(EN)},Clerks,someday,perhaps\n{panel.name(EN)},Others,,\n".encode()
    )
    planned = plan(kind, empty(kind), data)
    wrong, right = planned.rows
    assert (wrong.fate, right.fate) == ("rejected", "new")
    assert all(head in wrong.why for head in heads)
    assert "someday" in wrong.why
    assert "perhaps" in wrong.why
    assert len(told(kind, empty(kind).after(planned.change))) == 1


@every_kind
def test_a_card_that_is_there_is_left_alone_unless_it_is_to_be_updated_and_then_by_its_code(kind):
    document = board(kind, "Old words")
    note = next(each for each in kind.panels[0].fields if each.private and each.form == "text")
    code = told(kind, document)[0][1]
    head = EN(note.label)
    same = f"Code,Card,{head}\n{code},Old words,Noted\n".encode()
    assert [row.fate for row in plan(kind, document, same).rows] == ["there"]
    assert plan(kind, document, same).change is None
    renamed = f"Code,Card,{head}\n{code},New words,Noted\n".encode()
    planned = plan(kind, document, renamed, update=True)
    assert [row.fate for row in planned.rows] == ["update"]
    after = document.after(planned.change)
    first = told(kind, after)[0]
    assert first[1:3] == (code, "New words")
    assert "Noted" in first
    assert len(told(kind, after)) == len(told(kind, document))
    without = plan(kind, document, renamed)
    assert [row.fate for row in without.rows] == ["new"]


@every_kind
def test_a_row_that_says_another_panel_moves_the_card_if_it_is_to_be_updated(kind):
    sorts = [panel for panel in kind.panels if panel.record is kind.panels[-1].record]
    if len(sorts) < 2:
        return
    document = empty(kind).after(plan(kind, empty(kind), b"Card\nOne\n", group=sorts[0].id).change)
    row = f"Panel,Card\n{sorts[-1].name(EN)},One\n".encode()
    assert [each.fate for each in plan(kind, document, row).rows] == ["there"]
    after = document.after(plan(kind, document, row, update=True).change)
    assert [each[0] for each in told(kind, after)] == [sorts[-1].id]


def test_a_card_of_another_sort_is_not_moved():
    kind = next(each for each in PANEL_KINDS if each.id == "change_plan")
    first, second = kind.panels[:2]
    document = empty(kind).after(plan(kind, empty(kind), b"Card\nOne\n", group=first.id).change)
    code = told(kind, document)[0][1]
    (row,) = plan(kind, document, f"Panel,Code,Card\n{second.name(EN)},{code},One\n".encode(), update=True).rows
    assert row.fate == "rejected"
    assert second.name(EN) in row.why


@every_kind
def test_a_code_of_one_card_beside_the_words_of_another_is_refused(kind):
    document = board(kind, "One", "Two")
    code = told(kind, document)[0][1]
    (row,) = plan(kind, document, f"Code,Card\n{code},Two\n".encode(), update=True).rows
    assert row.fate == "rejected"
    assert code in row.why


@every_kind
def test_a_row_that_stands_twice_is_taken_once(kind):
    planned = plan(kind, empty(kind), b"Card\nOne\none\n")
    assert [row.fate for row in planned.rows] == ["new", "there"]
    assert len(told(kind, empty(kind).after(planned.change))) == 1


@every_kind
def test_an_import_is_one_step_to_undo(kind):
    document = board(kind, "One")
    change = plan(kind, document, written(kind, filled(kind, board(kind, "Three", "Four")))).change
    assert change.label == "import"
    assert document.after(change).after(change.reversed()) == document


@every_kind
def test_columns_that_go_nowhere_are_named(kind):
    planned = plan(kind, empty(kind), b"Card,Shoe size\nOne,43\n")
    assert [(each.name, each.why) for each in planned.left_out] == [("Shoe size", "unknown")]


@every_kind
def test_private_targets_are_marked(kind):
    targets = {target.key: target for target in kind.import_targets(empty(kind), kind.id)}
    for panel in kind.panels:
        for field in panel.fields:
            assert any(target.private == field.private for key, target in targets.items() if key.startswith(field.key))


@every_kind
def test_cards_can_be_filtered_by_panel(kind):
    view = kind.view(board(kind, "One"), kind.id)
    if len(kind.panels) > 1:
        (found,) = kind.filters(view, None, EN)
        shown = {item for choice in found.choices for item in choice.items}
        assert shown == {item.id for item in kind.items(view)}
