"""Whatever is done to a board can be undone and done again, and leaves a board that hangs together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boards.value_board.boards import COLUMNS, after, document
from facilitator.boards.stakeholder_web.model import Served, Stakeholder, Web
from facilitator.boards.value_board import groups
from facilitator.boards.value_board.card_fields import LINES
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.model import DETAIL_OF, Card, CardGroup, CardLink
from facilitator.boards.value_board.places import cards_of
from facilitator.content.value_board import link_kinds_between
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import AddLine, LinkLine

EN = Words("en")
TEXTS = st.sampled_from(["", "Fair", "fair", "Group 1", "R&D; Renters", "12,5", "40 %", "2027-01-14", "x" * 201])


def start():
    held = after(
        document(), "Equity", "Privacy", "Ask #app", "Trust #imp", "Faster #imp", "Days #kpi", "Later #parking"
    )
    held = after(held, "G1 > A1", "A1 > I1", "I1 > I2", "I2 > K1")
    people = (
        Board(id="w", number=2, kind="stakeholder_web", title="Map"),
        Web(id="w", project="Permits"),
        Stakeholder(id="clerk", board_id="w", code="S1", name="Clerk", category="council"),
    )
    return held.after(Change("x", adding(people)))


def some_edit(draw, held):
    """One edit out of all that there are, with whatever it needs of what is on the board."""
    cards = [each.id for each in held.every(Card)]
    chosen = draw(st.lists(st.sampled_from(cards), max_size=4)) if cards else []
    any_of = [*cards, *(each.id for each in held.every(CardLink)), *(each.id for each in held.every(CardGroup)), "b"]
    way = draw(st.integers(0, 9))
    if way == 0:
        return KIND.add(held, "b", AddLine(draw(TEXTS), draw(st.sampled_from([*COLUMNS.values()]))), "guiding")
    if way == 1:
        return KIND.link(held, "b", LinkLine((chosen or [""])[0], (chosen or [""])[-1], remove=draw(st.booleans())))
    if way == 2:
        return KIND.regroup(held, chosen, draw(st.sampled_from([*COLUMNS.values()])))
    if way == 3:
        return KIND.nudge(held, chosen, draw(st.sampled_from(["left", "right", "up", "down"])))
    if way == 4:
        return KIND.delete(held, draw(st.lists(st.sampled_from(any_of), max_size=3)))
    if way == 5:
        offers = KIND.offers(held, "b", EN)
        return KIND.take(held, "b", [each.id for each in draw(st.lists(st.sampled_from(offers), max_size=3))], EN)
    if way == 6:
        return groups.group_onto(held, chosen, draw(st.sampled_from([*cards, "gone"])))
    if way == 7:
        return KIND.drop(held, "b", chosen or ["gone"], draw(st.floats(0, 1920)), draw(st.floats(0, 1080)))
    if way == 8:
        return KIND.tidy(held, "b")
    item = draw(st.sampled_from(any_of))
    field = draw(st.sampled_from(KIND.fields(held, item, EN)))
    value = draw(st.sampled_from([value for value, _ in field.choices])) if field.choices else draw(TEXTS)
    return KIND.set_field(held, item, field.key, value)


def whole(held):
    """Nothing refers to what is gone, or says what its column cannot."""
    cards = {each.id: each for each in held.every(Card)}
    for link in held.every(CardLink):
        assert link.kind in {
            kind.id for kind in link_kinds_between(cards[link.from_id].column, cards[link.to_id].column)
        }
    pairs = [(link.from_id, link.to_id) for link in held.every(CardLink)]
    assert len(set(pairs)) == len(pairs)
    found = {each.id: each for each in held.every(CardGroup)}
    assert {each.group_id for each in cards.values() if each.group_id} == set(found)
    for card in cards.values():
        assert card.group_id is None or found[card.group_id].column == card.column
    for kind in DETAIL_OF.values():
        assert {each.id for each in held.every(kind)} <= set(cards)
    assert {each.card_id for each in held.every(Served)} <= set(cards)
    for column in COLUMNS.values():
        standing = cards_of(held, "b", column)
        assert len(standing) == sum(card.column == column for card in cards.values())
        runs = [card.group_id for card in standing if card.group_id]
        kept = [group for place, group in enumerate(runs) if place == 0 or runs[place - 1] != group]
        assert len(set(kept)) == len(kept)
    assert set(LINES) == set(DETAIL_OF)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_edits_can_be_undone_and_redone_in_order(data):
    held, done = start(), []
    for _ in range(data.draw(st.integers(1, 12))):
        try:
            change = some_edit(data.draw, held)
        except EditRejected:
            continue
        done.append((held, change))
        held = held.after(change)
        whole(held)
    for before, change in reversed(done):
        after_it = held
        held = held.after(change.reversed())
        assert held == before
        assert held.after(change) == after_it
