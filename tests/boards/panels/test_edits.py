"""Edits of cards, for every kind that is a board of panels: what they keep and what they refuse."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.panels.boards import PANEL_KINDS, board
from facilitator.boards.panels.layout import layout_of
from facilitator.boards.panels.reading import cards_of
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import AddLine, LinkLine

every_kind = pytest.mark.parametrize("kind", PANEL_KINDS, ids=lambda kind: kind.id)
EN = Words("en")


def ids(kind, document) -> list[str]:
    return [item.id for item in kind.items(kind.view(document, kind.id))]


def numbers(kind, document) -> list[tuple[object, int]]:
    return [(panel.record, card.number) for panel in kind.panels for card in cards_of(document, kind.id, panel)]


def change_of(kind, document, what, choose):
    """An edit by hand of a kind with its own id as the board's."""
    there = ids(kind, document)
    panel = choose(st.sampled_from(kind.panels)).id
    if what == "add" or not there:
        return kind.add(document, kind.id, AddLine(choose(st.sampled_from(["One", "Two", "Deux"]))), panel)
    some = choose(st.lists(st.sampled_from(there), min_size=1, max_size=3))
    if what == "move":
        return kind.regroup(document, some, panel)
    if what == "nudge":
        return kind.nudge(document, some, choose(st.sampled_from(["left", "right", "up", "down"])))
    if what == "drop":
        return kind.drop(document, kind.id, some, choose(st.integers(0, 1920)), choose(st.integers(0, 1080)))
    if what == "delete":
        return kind.delete(document, some)
    if what == "merge":
        return kind.merge(document, some[0], some[-1])
    return kind.rename(document, some[0], choose(st.sampled_from(["Other words", "Three"])))


@given(
    st.sampled_from(PANEL_KINDS),
    st.lists(st.sampled_from(["add", "move", "nudge", "drop", "delete", "rename", "merge"]), max_size=20),
    st.data(),
)
def test_any_edits_keep_numbers_and_codes_apart_and_can_be_taken_back(kind, edits, data):
    document = board(kind, "First", "Second")
    codes = set()
    for what in edits:
        before = document
        with suppress(EditRejected):
            change = change_of(kind, document, what, data.draw)
            document = document.after(change)
            assert document.after(change.reversed()) == before
            added = {each.code for each in change.added() if hasattr(each, "code")}
            assert not added & codes
            codes |= added
        found = numbers(kind, document)
        assert len(set(found)) == len(found)
        view = kind.view(document, kind.id)
        placed = layout_of(view, theme("light")).panels
        assert sum(len(each.cards) + len(each.folded) for each in placed) == sum(
            len(each.cards) for each in view.panels
        )


@every_kind
def test_a_card_dropped_into_another_panel_of_its_sort_stands_where_it_was_dropped(kind):
    same = next((each for each in kind.panels if sum(e.record is each.record for e in kind.panels) > 1), None)
    if same is None:
        same = kind.panels[0]
    others = [each for each in kind.panels if each.record is same.record]
    document = board(kind, "First", "Second", "Third")
    moving = cards_of(document, kind.id, others[0])[0].id
    view = kind.view(document, kind.id)
    target = next(each for each in layout_of(view, theme("light")).panels if each.panel.id == others[-1].id)
    slot = target.cards[1].rect
    after = document.after(kind.drop(document, kind.id, [moving], slot.centre[0], slot.y + slot.height * 0.9))
    assert [card.id for card in cards_of(after, kind.id, others[-1])].index(moving) in (1, 2)


@every_kind
def test_one_step_up_and_down_and_back(kind):
    document = board(kind, "First", "Second")
    panel = kind.panels[0]
    first, second = (card.id for card in cards_of(document, kind.id, panel))
    after = document.after(kind.nudge(document, [second], "up"))
    assert [card.id for card in cards_of(after, kind.id, panel)] == [second, first]
    assert after.after(kind.nudge(after, [second], "down")) == document


@every_kind
def test_a_card_of_another_sort_has_no_place_in_a_panel(kind):
    document = board(kind, "First")
    sorts = {panel.record: panel for panel in kind.panels}
    if len(sorts) > 1:
        one, other = list(sorts.values())[:2]
        card = cards_of(document, kind.id, one)[0]
        with pytest.raises(EditRejected, match="card_of_other_sort"):
            kind.regroup(document, [card.id], other.id)


@every_kind
def test_links_and_marks_are_refused(kind):
    document = board(kind, "First", "Second")
    with pytest.raises(EditRejected, match="no_links_here"):
        kind.link(document, kind.id, LinkLine("First", "Second"))
    with pytest.raises(EditRejected, match="capture_no_scale"):
        kind.add(document, kind.id, AddLine("Third", influence=3), kind.panels[0].id)


@every_kind
def test_removing_a_card_removes_what_is_noted_of_it(kind):
    document = board(kind, "First")
    for panel in kind.panels:
        for card in cards_of(document, kind.id, panel):
            document = document.after(kind.set_field(document, card.id, "note", "For me"))
    assert kind.private_tables(document, kind.id, EN)
    everything = [card.id for panel in kind.panels for card in cards_of(document, kind.id, panel)]
    after = document.after(kind.delete(document, everything))
    assert not any(True for panel in kind.panels for _ in after.every(panel.note))


@every_kind
def test_merging_keeps_every_word_of_both(kind):
    panel = kind.panels[0]
    document = board(kind, "Kept words", "Other words")
    kept, other = cards_of(document, kind.id, panel)
    for card, name in ((kept, "kept"), (other, "other")):
        for field in kind.fields(document, card.id, EN):
            if field.form in ("line", "text") and field.key != panel.words:
                document = document.after(kind.set_field(document, card.id, field.key, f"{field.key} of {name}"))
    change = kind.merge(document, kept.id, other.id)
    after = document.after(change)
    assert after.after(change.reversed()) == document
    (left,) = cards_of(after, kind.id, panel)
    assert left.id == kept.id
    said = "\n".join(field.value for field in kind.fields(after, kept.id, EN))
    for field in kind.fields(document, other.id, EN):
        if field.form in ("line", "text"):
            assert field.value in said
    assert "Kept words" in said


@every_kind
def test_merging_refuses_what_cannot_be_one(kind):
    document = board(kind, "First")
    first = cards_of(document, kind.id, kind.panels[0])[0].id
    with pytest.raises(EditRejected, match="merge_itself"):
        kind.merge(document, first, first)
    with pytest.raises(EditRejected, match="gone"):
        kind.merge(document, first, "nothing")


@every_kind
def test_merging_refuses_where_a_text_cannot_hold_both(kind):
    document = board(kind, "First", "Second")
    first, second = (card.id for card in cards_of(document, kind.id, kind.panels[0]))
    for card, letter in ((first, "x"), (second, "y")):
        document = document.after(kind.set_field(document, card, "note", letter * 9000))
    with pytest.raises(EditRejected, match="merge_too_long"):
        kind.merge(document, first, second)


@every_kind
def test_cards_that_say_the_same_are_found_within_their_sort_only(kind):
    document = board(kind, "Open the counter on Thursdays")
    first = kind.panels[0]
    document = document.after(kind.add(document, kind.id, AddLine("Open the counter on Thursday"), first.id))
    pairs = {frozenset((pair.id_a, pair.id_b)) for pair in kind.duplicates(kind.view(document, kind.id))}
    sort = {panel.record: set() for panel in kind.panels}
    for panel in kind.panels:
        sort[panel.record] |= {card.id for card in cards_of(document, kind.id, panel)}
    shown = set(ids(kind, document))
    same = {card.id for card in cards_of(document, kind.id, first)}
    if same <= shown:
        assert frozenset(same) in pairs
    assert all(any(pair <= its for its in sort.values()) for pair in pairs)
