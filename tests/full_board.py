"""The boxes of look_board with everything that a kind may offer: spots, offers, entries, a ballot, fields by column."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from box_board import RECORD_TYPES as BOX_TYPES
from box_board import Crate, crate
from facilitator.boards.described import Ballot, Entry, EntryList, Field, Item, ItemGroup, Offer
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap, adding, removing
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.record import Record, new_id
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import View
from look_board import LookBoard

ON_OFFER = {
    "safe": Offer("safe", "Social", "Safety", "Nobody gets hurt."),
    "fair": Offer("fair", "Social", "Équité", "Same rules for everybody & no favours."),
    "open": Offer("open", "Democratic", "Openness"),
}


class CrateReading(Record):
    """A dated row of a crate or of the board."""

    of_id: str
    read_on: date
    value: str
    story: str = ""


class CrateDots(Record):
    private: ClassVar[bool] = True

    board_id: str
    crate_id: str
    person: str
    dots: int


class CrateHands(Record):
    private: ClassVar[bool] = True

    hands: int


class DotFrame(Record):
    budget: int = 5
    shown: bool = False


TYPES: tuple[type[Record], ...] = (*BOX_TYPES, CrateReading, CrateDots, CrateHands, DotFrame)


class FullBoard(LookBoard):
    """Each box is a spot of its own; those on the right have a field more, a size, and no mood."""

    records = TYPES

    def spots(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        return tuple(ItemGroup(each.id, f"{each.code} {each.name}") for each in self.items(view))

    def spot_of(self, view: View, item_id: str) -> str:
        return item_id if any(each.id == item_id for each in self.items(view)) else ""

    def fields(self, document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
        fields = super().fields(document, item_id, words)
        found = document.find(Crate, item_id)
        if found is None or found.column == "left":
            return fields
        return (*(each for each in fields if each.key != "mood"), Field("size", "Size", "", "line"))

    def offers(self, document: Document, board_id: str, words: Words) -> tuple[Offer, ...]:
        there = {each.name for each in document.every(Crate)}
        return tuple(
            Offer(each.id, each.heading, each.name, each.note, each.name in there) for each in ON_OFFER.values()
        )

    def take(self, document: Document, board_id: str, offer_ids: Sequence[str], words: Words) -> Change:
        wanted = [ON_OFFER[each].name for each in offer_ids]
        if any(each.name in wanted for each in document.every(Crate)):
            raise EditRejected("nothing_to_do")
        count = len(list(document.every(Crate)))
        made = [crate(count + place + 1, name) for place, name in enumerate(wanted)]
        return Change("capture_list", adding([each.having(board_id=board_id) for each in made]))

    def entry_lists(self, document: Document, item_id: str, words: Words) -> tuple[EntryList, ...]:
        fields = (
            Field("read_on", "Day", "", "date"),
            Field("value", "Value", "", "choice", choices=(("", "Not known"), ("1", "Little"), ("2", "Much"))),
            Field("story", "Story", "", "text"),
        )
        rows = sorted((each for each in document.every(CrateReading) if each.of_id == item_id), key=lambda r: r.read_on)
        entries = tuple(Entry(each.id, (each.read_on.isoformat(), each.value, each.story)) for each in rows)
        if document.find(Board, item_id):
            return (EntryList("reviews", "Reviews", (*fields[:1], fields[2]), tuple(_short(e) for e in entries)),)
        found = document.find(Crate, item_id)
        return (EntryList("readings", "Readings", fields, entries),) if found and found.column == "left" else ()

    def put_entry(
        self, document: Document, item_id: str, list_id: str, entry_id: str, values: Mapping[str, str], words: Words
    ) -> Change:
        told = dict(values)
        if "read_on" in told:
            try:
                told["read_on"] = date.fromisoformat(told["read_on"])
            except ValueError:
                raise EditRejected("date_unreadable", text=told["read_on"]) from None
        before = document.get(CrateReading, entry_id) if entry_id else None
        if before:
            return Change("capture_list", (Swap(before, before.having(**told)),))
        return Change("capture_list", adding((CrateReading(**{"id": new_id(), "of_id": item_id, "value": ""} | told),)))

    def delete_entry(self, document: Document, item_id: str, list_id: str, entry_id: str) -> Change:
        return Change("capture_list", removing((document.get(CrateReading, entry_id),)))

    def ballot(self, document: Document, board_id: str) -> Ballot | None:
        items = tuple(
            Item(each.id, each.code, each.name, each.column)
            for each in document.every(Crate)
            if each.board_id == board_id
        )
        frame = self._frame(document, board_id)
        given: dict[str, dict[str, int]] = {}
        for each in document.every(CrateDots):
            given.setdefault(each.person, {})[each.crate_id] = each.dots
        hands = {each.id: each.hands for each in document.every(CrateHands)}
        totals = {
            each.id: sum(dots.get(each.id, 0) for dots in given.values()) + hands.get(each.id, 0) for each in items
        }
        return Ballot(items, frame.budget, frame.shown, tuple(sorted(given.items())), hands, totals)

    def give_dots(self, document: Document, board_id: str, person: str, dots: Mapping[str, int]) -> Change:
        budget = self._frame(document, board_id).budget
        if sum(dots.values()) > budget:
            raise EditRejected("dots_over_budget", person=person, given=sum(dots.values()), budget=budget)
        before = [each for each in document.every(CrateDots) if each.person == person]
        after = [
            CrateDots(id=new_id(), board_id=board_id, crate_id=each, person=person, dots=count)
            for each, count in dots.items()
        ]
        return Change("capture_list", (*removing(before), *adding(after)))

    def count_hands(self, document: Document, board_id: str, hands: Mapping[str, int]) -> Change:
        swaps = []
        for item_id, count in hands.items():
            before = document.find(CrateHands, item_id)
            swaps.append(Swap(before, CrateHands(id=item_id, hands=count) if count else None))
        return Change("capture_list", tuple(swaps))

    def set_ballot(
        self, document: Document, board_id: str, *, budget: int | None = None, shown: bool | None = None
    ) -> Change:
        before = document.find(DotFrame, board_id)
        after = self._frame(document, board_id)
        after = after if budget is None else after.having(budget=budget)
        after = after if shown is None else after.having(shown=shown)
        return Change("capture_list", (Swap(before, after),))

    @staticmethod
    def _frame(document: Document, board_id: str) -> DotFrame:
        return document.find(DotFrame, board_id) or DotFrame(id=board_id)


def _short(entry: Entry) -> Entry:
    return Entry(entry.id, (entry.values[0], entry.values[2]))


FULL = FullBoard()
