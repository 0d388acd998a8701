"""Weighing the items of a board with dots, or by show of hands, whatever its kind. Who gave what is private, always."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from facilitator.boards.described import Ballot, Field, Item, Table
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board
from facilitator.domain.record import Record, new_id
from facilitator.domain.refusal import EditRejected

BUDGETS = (1, 50)
MOST_HANDS = 1000


@dataclass(frozen=True, slots=True)
class Weighing:
    """The records in which a kind keeps how its items are weighed.

    `frame` is the record of the board (same id) whose fields `budget` and `shown` say how many dots a person may give
    and whether everybody sees the totals. `dots` is the record of one person's dots for one item, with board_id,
    person, dots, and the item's id in the field `item`; `hands` the record of counted hands, whose id is the item's.
    `items` are those of a board that are weighed now, in their order: what was given to others stays as it is.
    """

    frame: type[Record]
    budget: str
    shown: str
    dots: type[Record]
    item: str
    hands: type[Record]
    items: Callable[[Document, str], Sequence[Item]]

    def frame_of(self, document: Document, board_id: str) -> Record:
        """How a board is weighed: as somebody said, else as usual."""
        return document.find(self.frame, board_id) or self.frame(id=board_id)

    def budget_of(self, document: Document, board_id: str) -> int:
        """How many dots a person may give."""
        return int(getattr(self.frame_of(document, board_id), self.budget))

    def is_shown(self, document: Document, board_id: str) -> bool:
        """Whether everybody sees the totals."""
        return bool(getattr(self.frame_of(document, board_id), self.shown))


def ballot(weighing: Weighing, document: Document, board_id: str) -> Ballot:
    """How the items of a board are weighed; raises EditRejected("gone") if the board is no more."""
    document.get(Board, board_id)
    items = tuple(weighing.items(document, board_id))
    given: dict[str, dict[str, int]] = {}
    for each in _given(weighing, document, items):
        given.setdefault(_said(each, "person"), {})[_said(each, weighing.item)] = _many(each, "dots")
    return Ballot(
        items,
        weighing.budget_of(document, board_id),
        weighing.is_shown(document, board_id),
        tuple(sorted(given.items(), key=lambda each: (each[0].casefold(), each[0]))),
        _hands(weighing, document, items),
        _totals(weighing, document, items),
    )


def totals(weighing: Weighing, document: Document, board_id: str) -> Counter[str]:
    """Dots and counted hands together by item id. Private as long as the board does not show them."""
    return _totals(weighing, document, weighing.items(document, board_id))


def give_dots(weighing: Weighing, document: Document, board_id: str, person: str, dots: Mapping[str, int]) -> Change:
    """All the dots of one person, in place of what they gave before; {} takes them back.

    A person is the same however their name is capitalized. Raises EditRejected: "dots_over_budget" (person, given,
    budget), "dots_negative", "gone" for an item that is not weighed there, or what a name may not be.
    """
    budget = weighing.budget_of(document, board_id)
    name = words_of_people.name(person)
    items = weighing.items(document, board_id)
    _require(items, dots)
    if any(count < 0 for count in dots.values()):
        raise EditRejected("dots_negative")
    wanted = {item_id: count for item_id, count in dots.items() if count}
    if sum(wanted.values()) > budget:
        raise EditRejected("dots_over_budget", person=name, given=sum(wanted.values()), budget=budget)
    pairs: list[tuple[Record | None, Record | None]] = []
    for each in _given(weighing, document, items):
        if _said(each, "person").casefold() == name.casefold():
            count = wanted.pop(_said(each, weighing.item), 0)
            pairs.append((each, each.having(person=name, dots=count) if count else None))
    pairs += [(None, _dots_of(weighing, board_id, item_id, name, count)) for item_id, count in wanted.items()]
    return changed("give_dots", pairs)


def count_hands(weighing: Weighing, document: Document, board_id: str, hands: Mapping[str, int]) -> Change:
    """The hands counted for these items, in place of what was counted for them before; 0 takes them back.

    Raises EditRejected: "hands_range" (limit), "gone" for an item that is not weighed there.
    """
    _require(weighing.items(document, board_id), hands)
    if not all(0 <= count <= MOST_HANDS for count in hands.values()):
        raise EditRejected("hands_range", limit=MOST_HANDS)
    found = [
        (
            document.find(weighing.hands, each),
            weighing.hands.model_validate({"id": each, "hands": many}) if many else None,
        )
        for each, many in hands.items()
    ]
    return changed("count_hands", [pair for pair in found if pair != (None, None)])


def set_ballot(
    weighing: Weighing, document: Document, board_id: str, *, budget: int | None = None, shown: bool | None = None
) -> Change:
    """Another budget of dots, or totals shown to everybody or hidden; None leaves it as it is.

    Raises EditRejected: "dot_budget_range" (least, most), "dot_budget_given" (count: how many people gave more,
    budget) where it gets smaller, "gone".
    """
    document.get(Board, board_id)
    before = document.find(weighing.frame, board_id)
    after = weighing.frame_of(document, board_id)
    if budget is not None:
        least, most = BUDGETS
        if not least <= budget <= most:
            raise EditRejected("dot_budget_range", least=least, most=most)
        over = sum(sum(dots.values()) > budget for _, dots in ballot(weighing, document, board_id).people)
        if over and budget < weighing.budget_of(document, board_id):
            raise EditRejected("dot_budget_given", count=over, budget=budget)
        after = after.having(**{weighing.budget: budget})
    if shown is not None:
        after = after.having(**{weighing.shown: shown})
    return changed("set_ballot", [(before, None if after == weighing.frame(id=board_id) else after)])


def budget_field(weighing: Weighing, document: Document, board_id: str, words: Words) -> Field:
    """The line of the inspector that says how many dots a person may give; its key is the name of the frame's field."""
    budget = str(weighing.budget_of(document, board_id))
    return Field(weighing.budget, words("board.field_dot_budget"), budget, "line", part=words("board.part_dots"))


def set_typed_budget(weighing: Weighing, document: Document, board_id: str, text: str) -> Change:
    """What editing that line does; raises EditRejected("dot_budget_range") for no number, else as `set_ballot`."""
    typed = text.strip()
    if not (typed.isascii() and typed.isdigit() and len(typed) < 9):
        raise EditRejected("dot_budget_range", least=BUDGETS[0], most=BUDGETS[1])
    return set_ballot(weighing, document, board_id, budget=int(typed))


def dots_table(found: Ballot, words: Words) -> Table | None:
    """Who gave which items how many dots, and the hands counted: for the facilitator only. None where nobody did."""
    if not found.people and not found.hands:
        return None
    code_of = {item.id: item.code for item in found.items}

    def row(name: str, dots: Mapping[str, int]) -> tuple[str, str, str]:
        said = [words("board.dots_of", code=code_of[each], count=dots[each]) for each in code_of if each in dots]
        return name, ", ".join(said), words.number(sum(dots.values()))

    rows = [row(name, dots) for name, dots in found.people]
    if found.hands:
        rows.append(row(words("board.hands"), found.hands))
    heads = tuple(words(f"board.head_{head}") for head in ("person", "dots", "given"))
    return Table(words("board.dots_by_person"), heads, tuple(rows), numbers=frozenset({2}))


def united(
    weighing: Weighing, document: Document, board_id: str, kept_id: str, other_id: str
) -> list[tuple[Record | None, Record | None]]:
    """What two items got, as that of the kept one alone: records before and after.

    Dots of one person are added up, as far as the budget goes with what the person gave to others; so are hands.
    """
    budget, own, others = weighing.budget_of(document, board_id), {kept_id, other_id}, Counter[str]()
    weighed = {item.id for item in weighing.items(document, board_id)}
    mine: dict[str, list[Record]] = {}
    for each in document.every(weighing.dots):
        person = _said(each, "person").casefold()
        if _said(each, weighing.item) in own:
            mine.setdefault(person, []).append(each)
        elif _said(each, weighing.item) in weighed:
            others[person] += _many(each, "dots")
    pairs: list[tuple[Record | None, Record | None]] = []
    for person, given in mine.items():
        kept = next((each for each in given if _said(each, weighing.item) == kept_id), None)
        count = max(_many(kept, "dots") if kept else 0, min(_sum(given, "dots"), budget - others[person]))
        pairs += [(each, None) for each in given if each is not kept]
        if kept:
            pairs.append((kept, kept.having(dots=count)))
        elif count > 0:
            pairs.append((None, _dots_of(weighing, board_id, kept_id, _said(given[0], "person"), count)))
    counted = [found for each in (kept_id, other_id) if (found := document.find(weighing.hands, each))]
    if counted:
        hands = min(_sum(counted, "hands"), MOST_HANDS)
        both = weighing.hands.model_validate({"id": kept_id, "hands": hands})
        pairs.append((document.find(weighing.hands, kept_id), both))
        pairs.append((document.find(weighing.hands, other_id), None))
    return [pair for pair in pairs if pair != (None, None)]


def given_to(weighing: Weighing, document: Document, item_ids: frozenset[str]) -> list[Record]:
    """All records of dots and hands that these items got."""
    dots = [each for each in document.every(weighing.dots) if _said(each, weighing.item) in item_ids]
    return [*dots, *(each for each in document.every(weighing.hands) if each.id in item_ids)]


def _totals(weighing: Weighing, document: Document, items: Sequence[Item]) -> Counter[str]:
    found: Counter[str] = Counter()
    for each in _given(weighing, document, items):
        found[_said(each, weighing.item)] += _many(each, "dots")
    return found + Counter(_hands(weighing, document, items))


def _hands(weighing: Weighing, document: Document, items: Sequence[Item]) -> dict[str, int]:
    return {each.id: _many(found, "hands") for each in items if (found := document.find(weighing.hands, each.id))}


def _given(weighing: Weighing, document: Document, items: Sequence[Item]) -> list[Record]:
    ids = {item.id for item in items}
    return [each for each in document.every(weighing.dots) if _said(each, weighing.item) in ids]


def _require(items: Sequence[Item], wanted: Mapping[str, int]) -> None:
    ids = {item.id for item in items}
    for each in wanted:
        if each not in ids:
            raise EditRejected("gone", id=each)


def _dots_of(weighing: Weighing, board_id: str, item_id: str, person: str, count: int) -> Record:
    said = {"id": new_id(), "board_id": board_id, weighing.item: item_id, "person": person, "dots": count}
    return weighing.dots.model_validate(said)


def _sum(records: Sequence[Record], key: str) -> int:
    return sum(_many(each, key) for each in records)


def _many(record: Record, key: str) -> int:
    return int(getattr(record, key))


def _said(record: Record, key: str) -> str:
    return str(getattr(record, key))
