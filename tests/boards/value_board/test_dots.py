"""Weighing with dots: the budget, one person's dots at a time, ties, and that nobody learns who gave what."""

import secrets

import pytest

from boards.value_board.boards import LIGHT, after, card, document
from facilitator.boards.value_board import dots
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.model import CountedHands, PersonDots, ValueFrame
from facilitator.boards.value_board.ranking import ranking
from facilitator.boards.value_board.view import view_of
from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected

EN = Words("en")


@pytest.fixture
def start():
    return after(document(), "Trust", "Equity", "Privacy", "Openness")


def ids(held, *codes):
    return [card(held, code).id for code in codes]


def give(held, person, **by_code):
    given = {card(held, code).id: count for code, count in by_code.items()}
    return held.after(dots.give_dots(held, "b", person, given))


def refused(key, act, *arguments, **named):
    with pytest.raises(EditRejected) as found:
        act(*arguments, **named)
    assert found.value.key == key
    for language in ("en", "fr"):
        assert Words(language)(f"refusals.{key}", **found.value.values)
    return found.value


def totals(held):
    found = dots.ballot(held, "b")
    return {item.code: found.totals[item.id] for item in found.items if found.totals.get(item.id)}


def test_one_person_s_dots_replace_the_earlier_ones(start):
    held = give(start, "Marie Roy", G1=3, G2=2)
    held = give(held, " marie  ROY", G2=1, G3=1)
    assert totals(held) == {"G2": 1, "G3": 1}
    assert {each.person for each in held.every(PersonDots)} == {"marie ROY"}
    assert totals(give(held, "Marie Roy")) == {}
    refused("nothing_to_do", give, start, "Marie Roy")


def test_nobody_gives_more_than_the_budget(start):
    found = refused("dots_over_budget", give, start, "Marie", G1=3, G2=3)
    assert found.values == {"person": "Marie", "given": 6, "budget": 5}
    refused("dots_negative", give, start, "Marie", G1=-1, G2=3)
    refused("name_empty", give, start, "  ", G1=1)
    held = give(start, "Marie", G1=5)
    assert totals(give(held, "Omar", G1=5)) == {"G1": 10}


def test_cards_of_other_boards_are_refused(start):
    with pytest.raises(EditRejected, match="gone"):
        dots.give_dots(start, "b", "Marie", {"nothing": 1})
    with pytest.raises(EditRejected, match="gone"):
        dots.give_dots(start, "another", "Marie", {card(start, "G1").id: 1})
    with pytest.raises(EditRejected, match="gone"):
        dots.count_hands(start, "another", {card(start, "G1").id: 1})


def test_hands_are_counted_and_taken_back(start):
    one, two = ids(start, "G1", "G2")
    held = start.after(dots.count_hands(start, "b", {one: 7, two: 0}))
    assert {each.id: each.hands for each in held.every(CountedHands)} == {one: 7}
    held = give(held, "Marie", G1=2)
    assert totals(held) == {"G1": 9}
    assert totals(held.after(dots.count_hands(held, "b", {one: 0}))) == {"G1": 2}
    refused("hands_range", dots.count_hands, held, "b", {one: 1001})
    refused("hands_range", dots.count_hands, held, "b", {one: -1})
    refused("nothing_to_do", dots.count_hands, held, "b", {one: 7})


def test_the_budget_never_falls_below_what_somebody_gave(start):
    held = give(give(start, "Marie Zqxj", G1=4), "Omar Zqxj", G1=5)
    found = refused("dot_budget_given", dots.set_ballot, held, "b", budget=3)
    assert found.values == {"count": 2, "budget": 3}
    assert "Zqxj" not in EN("refusals.dot_budget_given", **found.values)
    held = held.after(dots.set_ballot(held, "b", budget=9))
    assert dots.ballot(held, "b").budget == 9
    for budget in (0, 51):
        refused("dot_budget_range", dots.set_ballot, held, "b", budget=budget)
    refused("nothing_to_do", dots.set_ballot, held, "b", budget=9, shown=False)


def test_cards_come_column_by_column(start):
    held = after(start, "Publish #approach", "Trust #impact", "Days #kpi", "Rumours #side_effect")
    assert [item.code for item in dots.ballot(held, "b").items] == ["G1", "G2", "G3", "G4", "A1", "I1", "K1", "E1"]


def test_showing_and_hiding_leave_nothing_behind(start):
    held = start.after(dots.set_ballot(start, "b", shown=True))
    assert dots.ballot(held, "b").shown
    held = held.after(dots.set_ballot(held, "b", shown=False))
    assert not list(held.every(ValueFrame))


def test_ties_share_a_rank(start):
    held = give(give(start, "Marie", G1=2, G2=1, G3=1), "Omar", G4=3)
    assert ranking(view_of(held, "b")) == ()
    view = view_of(held.after(dots.set_ballot(held, "b", shown=True)), "b")
    found = [(each.rank, each.card.code, each.dots, each.tied) for each in ranking(view)]
    assert found == [(1, "G4", 3, False), (2, "G1", 2, False), (3, "G2", 1, True), (3, "G3", 1, True)]


def test_the_facilitator_s_table_names_who_gave_what(start):
    assert dots.dots_table(start, "b", EN) is None
    held = give(give(start, "Omar", G4=3, G1=1), "Marie", G2=1)
    held = held.after(dots.count_hands(held, "b", {card(held, "G2").id: 4}))
    assert dots.dots_table(held, "b", EN).rows == (
        ("Marie", "G2 × 1", "1"),
        ("Omar", "G1 × 1, G4 × 3", "4"),
        ("Show of hands", "G2 × 4", "4"),
    )


def test_every_edit_is_undone(start):
    held = give(start, "Marie", G1=2)
    changes = [
        dots.give_dots(held, "b", "Marie", {ids(held, "G2")[0]: 1}),
        dots.count_hands(held, "b", {ids(held, "G2")[0]: 3}),
        dots.set_ballot(held, "b", budget=7, shown=True),
    ]
    for change in changes:
        assert held.after(change).after(change.reversed()) == held


@pytest.mark.parametrize("shown", [False, True])
def test_names_and_hidden_totals_reach_nothing_that_participants_get(start, shown):
    """Names never; totals only once they are revealed."""
    tokens = [secrets.token_hex(6) for _ in range(3)]
    held = start
    for token in tokens:
        held = give(held, token, G1=2, G3=1)
    held = held.after(dots.count_hands(held, "b", {card(held, "G2").id: 777}))
    if shown:
        held = held.after(dots.set_ballot(held, "b", shown=True))
    view = KIND.view(held, "b")
    public = [repr(view), repr(KIND.items(view)), repr(KIND.picture(view, LIGHT))]
    public += [repr(KIND.tables(view, EN)), repr(KIND.sheets(view, EN)), repr(KIND.links(view, EN))]
    public += [repr(KIND.groups(view, EN)), repr(KIND.fields(held, "b", EN)), repr(KIND.dates(held, "b", EN))]
    for text in public:
        assert not any(token in text for token in tokens)
    if shown:
        assert [card.dots for card in view.cards] == [6, 777, 3, 0]
    else:
        assert view == KIND.view(start, "b")
        assert "777" not in "".join(public)
