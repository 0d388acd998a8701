"""The value board as a kind of board."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from facilitator.boards.described import (
    Ballot,
    Dated,
    Direction,
    EntryList,
    Field,
    Finding,
    Form,
    Item,
    ItemGroup,
    ItemLink,
    Offer,
    Table,
)
from facilitator.boards.evidence import Evidence
from facilitator.boards.importing import ImportPlan, Mapped, Target
from facilitator.boards.incoming import Incoming
from facilitator.boards.kind import Kind
from facilitator.boards.value_board import dates, edits, entries, fields, linking, offers, reviews, tables, tools
from facilitator.boards.value_board import dots as voting
from facilitator.boards.value_board.checks.analyses import findings_of
from facilitator.boards.value_board.evidence import evidence_of
from facilitator.boards.value_board.exchange import columns, importing
from facilitator.boards.value_board.groups import cards_among
from facilitator.boards.value_board.model import RECORDS
from facilitator.boards.value_board.picture import picture_of
from facilitator.boards.value_board.view import ValueBoardView, view_of
from facilitator.content import value_board as content
from facilitator.content.steps import Step
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.change import Change, composed
from facilitator.domain.document import Document
from facilitator.domain.picture import Picture
from facilitator.domain.record import Record
from facilitator.domain.view import PLAIN, Showing, View
from facilitator.workshop.capture import AddLine, LinkLine

if TYPE_CHECKING:
    from reportlab.platypus import Flowable


class ValueBoard(Kind):
    """Guiding values, approaches, desired impacts and indicators in columns, their links, and three strips beside."""

    id = "value_board"
    records: tuple[type[Record], ...] = RECORDS
    settings = ("dot_budget",)
    enlarges = True
    prints_in_full = True
    changes_by_day = True

    def forms(self, words: Words) -> tuple[Form, ...]:
        """The results chain, the order in which groups think, the register of indicators, the ranking."""
        return tuple(Form(each, words(f"value.form_{each}")) for each in ("chain", "think", "measures", "ranking"))

    def view(self, document: Document, board_id: str, showing: Showing = PLAIN) -> ValueBoardView:
        """All but who gave how many dots, and the totals until they are revealed."""
        return view_of(document, board_id, showing)

    def picture(self, view: View, theme: Theme) -> Picture:
        """Columns of cards with their links, or what else the form shows."""
        return picture_of(_own(view), theme)

    def items(self, view: View) -> tuple[Item, ...]:
        """All cards, column by column, then the strips, those in stacks too."""
        return tables.items(_own(view))

    def links(self, view: View, words: Words) -> tuple[ItemLink, ...]:
        """The links between cards."""
        return tuple(
            ItemLink(link.id, link.from_id, link.to_id, content.link_kind(link.kind).name.within(words.language))
            for link in _own(view).links
        )

    def groups(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        """The columns, then the strips."""
        return tuple(ItemGroup(each.id, each.name.within(words.language)) for each in content.columns_and_strips())

    def evidence(self, document: Document, board_id: str, words: Words) -> tuple[Evidence, ...]:
        """Values, impacts, indicators, tests and reviews."""
        return evidence_of(document, board_id, words)

    def spots(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        """The cards: each lifts its golden thread."""
        return tuple(ItemGroup(each.id, f"{each.code} {each.name}") for each in self.items(view))

    def spot_of(self, view: View, item_id: str) -> str:
        """The card itself."""
        return item_id if any(card.id == item_id for card in _own(view).cards) else ""

    def counts(self, view: View) -> Mapping[str, int]:
        """Cards and links."""
        return {"cards": len(_own(view).cards), "links": len(_own(view).links)}

    def tables(self, view: View, words: Words) -> tuple[Table, ...]:
        """All cards with their threads, what is known of them, the register of indicators."""
        return tables.tables(_own(view), words)

    def sheets(self, view: View, words: Words) -> tuple[Table, ...]:
        """Every public field, link and reading."""
        return tables.sheets(_own(view), words)

    def handout(self, view: View, words: Words, width: float) -> "list[Flowable]":
        """The picture, all cards in words, golden threads, the register, what is still open, the days to keep."""
        from facilitator.boards.value_board.handout import handout  # ReportLab is slow to load and seldom needed

        return handout(_own(view), words)

    def full_handout(self, view: View, words: Words, width: float) -> "list[Flowable]":
        """The same with all that is known of cards and indicators."""
        from facilitator.boards.value_board.handout import full_handout

        return full_handout(_own(view), words)

    def private_report(
        self, document: Document, board_id: str, today: date, words: Words, width: float
    ) -> "list[Flowable]":
        """Findings, who gave how many dots, and what reviews answered."""
        from facilitator.boards.value_board.pages.report import private_report

        return private_report(document, board_id, self.findings(document, board_id, today, words), words)

    def findings(self, document: Document, board_id: str, today: date, words: Words) -> tuple[Finding, ...]:
        """Alignment, B01 to B28, and the quality of measures, Q1 to Q10."""
        return findings_of(view_of(document, board_id), words, today)

    def steps(self) -> tuple[Step, ...]:
        """Column by column, then reporting."""
        return content.steps()

    def offers(self, document: Document, board_id: str, words: Words) -> tuple[Offer, ...]:
        """Starter values, impacts, approaches and indicators, what digital audits have found, the next reviews."""
        return (*offers.offers_of(document, board_id, words), *reviews.review_offers(document, board_id, words))

    def take(self, document: Document, board_id: str, offer_ids: Sequence[str], words: Words) -> Change:
        """New cards with all that is known of them; approaches with their usual links. Reviews that are planned."""
        planned = [each for each in offer_ids if each.startswith(reviews.OFFER)]
        cards = [each for each in offer_ids if each not in planned]
        if not planned:
            return offers.take(document, board_id, cards, words)
        planning = reviews.plan_reviews(document, board_id, planned, words)
        return composed("take_offers", (planning, offers.take(document, board_id, cards, words))) if cards else planning

    def add(self, document: Document, board_id: str, line: AddLine, group: str) -> Change:
        """A new card."""
        return edits.add_card(document, board_id, line, group)

    def link(self, document: Document, board_id: str, line: LinkLine) -> Change:
        """A link between two cards, in the direction from value to measure."""
        return linking.link_cards(document, board_id, line)

    def rename(self, document: Document, item_id: str, name: str) -> Change:
        """Other words on a card, another name for a group."""
        return edits.rename(document, item_id, name)

    def regroup(self, document: Document, item_ids: Sequence[str], group: str) -> Change:
        """Cards into another column."""
        return edits.recolumn(document, cards_among(document, item_ids), group)

    def nudge(self, document: Document, item_ids: Sequence[str], direction: Direction) -> Change:
        """Left and right: the neighbouring column; up and down: one place."""
        return tools.nudge(document, item_ids, direction)

    def drop(
        self,
        document: Document,
        board_id: str,
        item_ids: Sequence[str],
        x: float,
        y: float,
        showing: Showing = PLAIN,
    ) -> Change:
        """Into the column and to the place under the point; onto another card of the column: into its group."""
        return tools.drop(document, board_id, item_ids, x, y, showing)

    def delete(self, document: Document, item_ids: Sequence[str]) -> Change:
        """Cards with all that hangs on them, links, or groups without their cards."""
        return edits.delete(document, item_ids)

    def tidy(self, document: Document, board_id: str) -> Change:
        """Every card where few links cross."""
        return edits.tidy_board(document, board_id)

    def entry_lists(self, document: Document, item_id: str, words: Words) -> tuple[EntryList, ...]:
        """The readings of an indicator, the reviews of the board."""
        return entries.entry_lists(document, item_id, words)

    def put_entry(
        self, document: Document, item_id: str, list_id: str, entry_id: str, values: Mapping[str, str], words: Words
    ) -> Change:
        """A reading, or a review."""
        return entries.put_entry(document, item_id, list_id, entry_id, values, words)

    def delete_entry(self, document: Document, item_id: str, list_id: str, entry_id: str) -> Change:
        """A reading, or a review with its answers."""
        return entries.delete_entry(document, item_id, list_id, entry_id)

    def ballot(self, document: Document, board_id: str) -> Ballot:
        """Dots and hands for the cards."""
        return voting.ballot(document, board_id)

    def give_dots(self, document: Document, board_id: str, person: str, dots: Mapping[str, int]) -> Change:
        """One person's dots within the budget."""
        return voting.give_dots(document, board_id, person, dots)

    def count_hands(self, document: Document, board_id: str, hands: Mapping[str, int]) -> Change:
        """A show of hands."""
        return voting.count_hands(document, board_id, hands)

    def set_ballot(
        self, document: Document, board_id: str, *, budget: int | None = None, shown: bool | None = None
    ) -> Change:
        """The budget, and whether totals are revealed."""
        return voting.set_ballot(document, board_id, budget=budget, shown=shown)

    def dates(self, document: Document, board_id: str, words: Words) -> tuple[Dated, ...]:
        """Reviews to come, target dates, and when the next readings are due."""
        return dates.dates_of(view_of(document, board_id), words)

    def private_tables(self, document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
        """Who gave how many dots, and the hands counted."""
        table = voting.dots_table(document, board_id, words)
        return (table,) if table else ()

    def private_sheets(self, document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
        """All that everybody gets, and who gave how many dots; () where nobody gave any."""
        private = self.private_tables(document, board_id, words)
        return (*self.sheets(view_of(document, board_id), words), *private) if private else ()

    def import_targets(self, document: Document, board_id: str) -> tuple[Target, ...]:
        """All fields of cards and of readings."""
        return columns.targets()

    def guess_columns(self, document: Document, board_id: str, incoming: Incoming) -> dict[str, str]:
        """By the names of the fields, or what else they are called where the cells can be read so."""
        return columns.guess_columns(incoming)

    def plan_import(
        self,
        document: Document,
        board_id: str,
        incoming: Incoming,
        mapped: Mapped,
        group: str,
        *,
        update: bool,
        words: Words,
    ) -> ImportPlan:
        """Cards, readings of indicators, or all of a board that was written as CSV."""
        return importing.plan_import(document, board_id, incoming, mapped, group, update=update, words=words)

    def fields(self, document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
        """All that is known of a card, a link, a group; title, question and value test of the board."""
        return fields.fields_of(document, item_id, words)

    def set_field(self, document: Document, item_id: str, key: str, value: str) -> Change:
        """Edit one of `fields`."""
        return fields.set_field(document, item_id, key, value)


def _own(view: View) -> ValueBoardView:
    return cast(ValueBoardView, view)


KIND = ValueBoard()
