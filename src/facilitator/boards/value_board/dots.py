"""Weighing the cards of a value board with dots, or by show of hands. Who gave what is private, always."""

from collections.abc import Mapping

from facilitator.boards.described import Ballot, Item, Table
from facilitator.boards.value_board.model import Card, CountedHands, PersonDots, ValueFrame
from facilitator.boards.value_board.places import CODE_LETTERS
from facilitator.boards.value_board.view import dot_totals
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board, by_code
from facilitator.domain.record import Record, new_id
from facilitator.domain.refusal import EditRejected

BUDGETS = (1, 50)
MOST_HANDS = 1000


def ballot(document: Document, board_id: str) -> Ballot:
    """How the cards of a board are weighed, column by column; raises EditRejected("gone") if the board is no more."""
    document.get(Board, board_id)
    frame = document.find(ValueFrame, board_id) or ValueFrame(id=board_id)
    columns = list(CODE_LETTERS)
    cards = sorted(
        (each for each in document.every(Card) if each.board_id == board_id),
        key=lambda each: (columns.index(each.column), by_code(each.code)),
    )
    given: dict[str, dict[str, int]] = {}
    for each in _given(document, board_id):
        given.setdefault(each.person, {})[each.card_id] = each.dots
    hands = {card.id: found.hands for card in cards if (found := document.find(CountedHands, card.id))}
    return Ballot(
        tuple(Item(card.id, card.code, card.text, card.column) for card in cards),
        frame.dot_budget,
        frame.dots_shown,
        tuple(sorted(given.items(), key=lambda each: (each[0].casefold(), each[0]))),
        hands,
        dot_totals(document, board_id),
    )


def give_dots(document: Document, board_id: str, person: str, dots: Mapping[str, int]) -> Change:
    """All the dots of one person, in place of what they gave before; {} takes them back.

    A person is the same however their name is capitalized. Raises EditRejected: "dots_over_budget" (person, given,
    budget), "dots_negative", "gone" for a card that is none of the board, or what a name may not be.
    """
    frame = document.find(ValueFrame, board_id) or ValueFrame(id=board_id)
    name = words_of_people.name(person)
    wanted = _counted(document, board_id, dots)
    if sum(wanted.values()) > frame.dot_budget:
        raise EditRejected("dots_over_budget", person=name, given=sum(wanted.values()), budget=frame.dot_budget)
    pairs: list[tuple[Record | None, Record | None]] = []
    for each in _given(document, board_id):
        if each.person.casefold() == name.casefold():
            count = wanted.pop(each.card_id, 0)
            pairs.append((each, each.having(person=name, dots=count) if count else None))
    pairs += [
        (None, PersonDots(id=new_id(), board_id=board_id, card_id=card_id, person=name, dots=count))
        for card_id, count in wanted.items()
    ]
    return changed("give_dots", pairs)


def count_hands(document: Document, board_id: str, hands: Mapping[str, int]) -> Change:
    """The hands counted for these cards, in place of what was counted for them before; 0 takes them back.

    Raises EditRejected: "hands_range" (limit), "gone" for a card that is none of the board.
    """
    pairs: list[tuple[Record | None, Record | None]] = []
    for card_id, count in hands.items():
        _require_card(document, board_id, card_id)
        if not 0 <= count <= MOST_HANDS:
            raise EditRejected("hands_range", limit=MOST_HANDS)
        pairs.append((document.find(CountedHands, card_id), CountedHands(id=card_id, hands=count) if count else None))
    return changed("count_hands", [pair for pair in pairs if pair != (None, None)])


def set_ballot(document: Document, board_id: str, *, budget: int | None = None, shown: bool | None = None) -> Change:
    """Another budget of dots, or totals shown to everybody or hidden; None leaves it as it is.

    Raises EditRejected: "dot_budget_range" (least, most), "dot_budget_given" (count: how many people gave more,
    budget), "gone".
    """
    document.get(Board, board_id)
    before = document.find(ValueFrame, board_id)
    after = before or ValueFrame(id=board_id)
    if budget is not None:
        least, most = BUDGETS
        if not least <= budget <= most:
            raise EditRejected("dot_budget_range", least=least, most=most)
        over = sum(sum(dots.values()) > budget for _, dots in ballot(document, board_id).people)
        if over:
            raise EditRejected("dot_budget_given", count=over, budget=budget)
        after = after.having(dot_budget=budget)
    if shown is not None:
        after = after.having(dots_shown=shown)
    blank = ValueFrame(id=board_id)
    return changed("set_ballot", [(before, None if after == blank else after)])


def dots_table(document: Document, board_id: str, words: Words) -> Table | None:
    """Who gave which cards how many dots, and the hands counted: for the facilitator only. None where nobody did."""
    found = ballot(document, board_id)
    if not found.people and not found.hands:
        return None
    code_of = {item.id: item.code for item in found.items}

    def row(name: str, dots: Mapping[str, int]) -> tuple[str, str, str]:
        said = [words("value.dots_of", code=code_of[each], count=dots[each]) for each in code_of if each in dots]
        return name, ", ".join(said), words.number(sum(dots.values()))

    rows = [row(name, dots) for name, dots in found.people]
    if found.hands:
        rows.append(row(words("value.hands"), found.hands))
    heads = tuple(words(f"value.head_{head}") for head in ("person", "dots", "given"))
    return Table(words("value.dots_by_person"), heads, tuple(rows), numbers=frozenset({2}))


def _given(document: Document, board_id: str) -> list[PersonDots]:
    return [each for each in document.every(PersonDots) if each.board_id == board_id]


def _counted(document: Document, board_id: str, dots: Mapping[str, int]) -> dict[str, int]:
    """Dots by card, without those cards that got none."""
    for card_id, count in dots.items():
        _require_card(document, board_id, card_id)
        if count < 0:
            raise EditRejected("dots_negative")
    return {card_id: count for card_id, count in dots.items() if count}


def _require_card(document: Document, board_id: str, card_id: str) -> None:
    if document.get(Card, card_id).board_id != board_id:
        raise EditRejected("gone", id=card_id)
