"""500 cards and 2,000 links stay usable: an edit does little work for each record, whichever it is."""

import random

import pytest

from boards.value_board.boards import document
from calls_counted import calls_of
from facilitator.boards.value_board import groups
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.model import Card, CardGroup, CardLink
from facilitator.content.value_board import link_kinds_between
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.engagement import SpokenCode
from facilitator.workshop.capture import AddLine, LinkLine

LETTERS = {"G": "guiding", "A": "approach", "I": "impact", "K": "kpi"}
CALLS_A_RECORD = 16


@pytest.fixture(scope="module")
def crowd():
    chance, records = random.Random(4), []
    for letter, column in LETTERS.items():
        records += [SpokenCode(id=letter, last=125)]
        records += [
            CardGroup(id=f"{column}{each}", board_id="b", column=column, number=each, name=f"Group {each}")
            for each in range(5)
        ]
        for number in range(1, 126):
            slot = chance.randint(0, 124) if number % 3 == 0 else None
            group = f"{column}{number % 5}" if number % 2 else None
            records.append(
                Card(
                    id=f"{letter}{number}",
                    board_id="b",
                    code=f"{letter}{number}",
                    column=column,
                    text=f"Word {number} {column}",
                    slot=slot,
                    group_id=group,
                )
            )
    pairs = set()
    while len(pairs) < 2000:
        one, other = chance.choice(["GA", "AI", "IK", "GK", "GI", "II"])
        start, end = f"{one}{chance.randint(1, 124)}", f"{other}{chance.randint(1, 124)}"
        if start != end:
            pairs.add((start, end))
    for start, end in sorted(pairs):
        kind = link_kinds_between(LETTERS[start[0]], LETTERS[end[0]])[0].id
        records.append(CardLink(id=f"{start}.{end}", board_id="b", from_id=start, to_id=end, kind=kind))
    return document().after(Change("x", adding(records)))


EDITS = {
    "add": lambda held: KIND.add(held, "b", AddLine("One more"), "impact"),
    "link": lambda held: KIND.link(held, "b", LinkLine("G125", "A125")),
    "rename": lambda held: KIND.rename(held, "G1", "Other"),
    "regroup": lambda held: KIND.regroup(held, [f"G{number}" for number in range(1, 60)], "parking"),
    "nudge up": lambda held: KIND.nudge(held, ["I60", "I61"], "up"),
    "nudge many": lambda held: KIND.nudge(held, [f"I{number}" for number in range(1, 120)], "down"),
    "nudge aside": lambda held: KIND.nudge(held, ["I60"], "right"),
    "group": lambda held: groups.group_onto(held, ["A1", "A3", "A5"], "A8"),
    "field": lambda held: KIND.set_field(held, "K7", "baseline", "12"),
    "take": lambda held: KIND.take(held, "b", [each.id for each in KIND.offers(held, "b", Words("en"))], Words("en")),
    "delete": lambda held: KIND.delete(held, [f"A{number}" for number in range(1, 60)]),
    "delete groups": lambda held: KIND.delete(held, [group.id for group in held.every(CardGroup)]),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_of_a_crowded_board_is_little_work(crowd, edit):
    """A whole document is made from it, too."""
    count = sum(1 for _ in crowd.records())
    assert count > 2500
    assert calls_of(lambda: crowd.after(edit(crowd))) < CALLS_A_RECORD * count
