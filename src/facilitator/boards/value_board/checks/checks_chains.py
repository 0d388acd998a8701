"""Chains of impacts that lead to impacts (B17, B28). Circles are allowed on a board, and hang nothing here."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from facilitator.boards.checking import Hit, Value
from facilitator.boards.value_board.checks.facts import Facts

_LONG = 4


def long_chain(facts: Facts, day: date) -> Iterator[Hit]:
    """B17: a way of more than four links from an approach over impacts without indicator, told once for its end.

    The hit is on the approach and on the impacts before the last. Steps within a circle are left to B28.
    """
    after = _after(facts)
    circles = _circles(after)
    number = {each: place for place, circle in enumerate(circles) for each in circle}
    length: dict[str, int] = {}
    before: dict[str, str] = {}
    for link in facts.view.links:
        if facts.cards[link.from_id].column == "approach" and facts.cards[link.to_id].column == "impact":
            length[link.to_id] = 1
            before.setdefault(link.to_id, link.from_id)
    onward = {here: [each for each in there if number[each] != number[here]] for here, there in after.items()}
    for here in (each for circle in circles for each in circle):
        for there in onward[here] if here in length and here not in facts.measures_of else ():
            if length.get(there, 0) <= length[here]:
                length[there], before[there] = length[here] + 1, here
    for last in after:
        if length.get(last, 0) > _LONG and (last in facts.measures_of or not onward[last]):
            chain = [last]
            while chain[0] in before:
                chain.insert(0, before[chain[0]])
            yield _told(facts, chain)


def circular(facts: Facts, day: date) -> Iterator[Hit]:
    """B28: impacts that lead to themselves, once for each knot of circles; opens the link that closes one."""
    after = _after(facts)
    place = {each: number for number, each in enumerate(after)}
    links = {(link.from_id, link.to_id): link.id for link in facts.leads_to}
    knots = [sorted(each, key=place.__getitem__) for each in _circles(after)]
    for knot in sorted(knots, key=lambda each: place[each[0]]):
        if len(knot) > 1 or knot[0] in after[knot[0]]:
            first, *others = _shortest_circle(knot, after)
            closing = links[(others[-1] if others else first), first]
            yield Hit((first, *others), (closing, "note"), {"chain": facts.chain([first, *others, first])})


def _told(facts: Facts, chain: Sequence[str]) -> Hit:
    middle, last = facts.cards[chain[len(chain) // 2]], facts.cards[chain[-1]]
    values: dict[str, Value] = {"card": last.text, "count": len(chain) - 1, "chain": facts.chain(chain)}
    return Hit(tuple(chain[:-1]), (middle.id, "text"), {**values, "middle": middle.text})


def _after(facts: Facts) -> dict[str, list[str]]:
    """For every impact those that it leads to."""
    after: dict[str, list[str]] = {card.id: [] for card in facts.column("impact")}
    for link in facts.leads_to:
        after[link.from_id].append(link.to_id)
    return after


def _circles(after: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The impacts in knots of those that lead to each other, mostly of one, what leads on before what follows.

    Kosaraju's algorithm, with a stack of its own instead of recursion.
    """
    coming: dict[str, list[str]] = {each: [] for each in after}
    for here, those in after.items():
        for there in those:
            coming[there].append(here)
    finished: list[str] = []
    seen: set[str] = set()
    for start in after:
        if start in seen:
            continue
        seen.add(start)
        stack = [(start, iter(after[start]))]
        while stack:
            here, rest = stack[-1]
            onward = next((each for each in rest if each not in seen), None)
            if onward is None:
                finished.append(here)
                stack.pop()
            else:
                seen.add(onward)
                stack.append((onward, iter(after[onward])))
    knots: list[list[str]] = []
    taken: set[str] = set()
    for root in reversed(finished):
        if root in taken:
            continue
        taken.add(root)
        knot = [root]
        for here in knot:  # grows while it is gone through
            fresh = [each for each in dict.fromkeys(coming[here]) if each not in taken]
            taken.update(fresh)
            knot += fresh
        knots.append(knot)
    return knots


def _shortest_circle(knot: Sequence[str], after: Mapping[str, Sequence[str]]) -> list[str]:
    """The shortest way from the first impact of a knot back to it; the last of the way leads to the first."""
    first, within = knot[0], set(knot)
    came: dict[str, str] = {}
    waiting = [first]
    for here in waiting:  # grows while it is gone through
        if first in after[here]:
            way = [here]
            while way[0] != first:
                way.insert(0, came[way[0]])
            return way
        for there in after[here]:
            if there not in came and there in within:
                came[there] = here
                waiting.append(there)
    raise ValueError("these impacts do not lead back to the first")
