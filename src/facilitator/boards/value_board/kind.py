"""The value board as a kind of board."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from facilitator.boards.described import Direction, Field, Finding, Item, ItemGroup, ItemLink, Table
from facilitator.boards.heading import heading_fields, set_heading
from facilitator.boards.kind import Kind
from facilitator.boards.typed import require_field
from facilitator.boards.value_board import edits, tools
from facilitator.boards.value_board.findings import findings_of
from facilitator.boards.value_board.model import RECORDS, Card
from facilitator.boards.value_board.picture import picture_of
from facilitator.boards.value_board.tables import card_table, items
from facilitator.boards.value_board.view import ValueBoardView, view_of
from facilitator.content import value_board as content
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.picture import Picture
from facilitator.domain.record import Record
from facilitator.domain.view import PLAIN, Showing, View
from facilitator.workshop.capture import AddLine, LinkLine

if TYPE_CHECKING:
    from reportlab.platypus import Flowable


class ValueBoard(Kind):
    """Guiding values, approaches, desired impacts and measures in four columns, and the links between them."""

    id = "value_board"
    records: tuple[type[Record], ...] = RECORDS

    def view(self, document: Document, board_id: str, showing: Showing = PLAIN) -> ValueBoardView:
        """All of it: a value board holds nothing private."""
        return view_of(document, board_id)

    def picture(self, view: View, theme: Theme) -> Picture:
        """Four columns of cards."""
        return picture_of(_own(view), theme)

    def items(self, view: View) -> tuple[Item, ...]:
        """All cards, column by column, those in stacks too."""
        return items(_own(view))

    def links(self, view: View, words: Words) -> tuple[ItemLink, ...]:
        """The links between cards."""
        return tuple(
            ItemLink(link.id, link.from_id, link.to_id, content.link_kind(link.kind).name.within(words.language))
            for link in _own(view).links
        )

    def groups(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        """The columns."""
        return tuple(ItemGroup(column.id, column.name.within(words.language)) for column in content.columns())

    def counts(self, view: View) -> Mapping[str, int]:
        """Cards and links."""
        return {"cards": len(_own(view).cards), "links": len(_own(view).links)}

    def tables(self, view: View, words: Words) -> tuple[Table, ...]:
        """One table of all cards."""
        return (card_table(_own(view), words),)

    def handout(self, view: View, words: Words, width: float) -> "list[Flowable]":
        """The picture, what is still open, and all cards in a table."""
        from facilitator.boards.value_board.handout import handout  # ReportLab is slow to load and seldom needed

        return handout(_own(view), words, width)

    def findings(self, document: Document, board_id: str, today: date, words: Words) -> tuple[Finding, ...]:
        """Broken threads, B01 to B06."""
        return findings_of(view_of(document, board_id), words)

    def add(self, document: Document, board_id: str, line: AddLine, group: str) -> Change:
        """A new card."""
        return edits.add_card(document, board_id, line, group)

    def link(self, document: Document, board_id: str, line: LinkLine) -> Change:
        """A link between two cards, in the direction from value to measure."""
        return edits.link_cards(document, board_id, line)

    def rename(self, document: Document, item_id: str, name: str) -> Change:
        """Other words on a card."""
        return edits.rename_card(document, item_id, name)

    def regroup(self, document: Document, item_ids: Sequence[str], group: str) -> Change:
        """Cards into another column."""
        return edits.recolumn(document, item_ids, group)

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
        """Into the column and to the place under the point."""
        return tools.drop(document, board_id, item_ids, x, y)

    def delete(self, document: Document, item_ids: Sequence[str]) -> Change:
        """Cards with their links, or links."""
        return edits.delete(document, item_ids)

    def tidy(self, document: Document, board_id: str) -> Change:
        """Every card where few links cross."""
        return edits.tidy_board(document, board_id)

    def fields(self, document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
        """Text and column of a card; title and question of the board."""
        if document.find(Board, item_id):
            return heading_fields(document, item_id, words)
        card = document.get(Card, item_id)
        columns = tuple((column.id, column.name.within(words.language)) for column in content.columns())
        return (
            Field("text", words("value.field_text"), card.text, "line"),
            Field("column", words("value.head_column"), card.column, "choice", choices=columns),
        )

    def set_field(self, document: Document, item_id: str, key: str, value: str) -> Change:
        """Edit one of `fields`; raises KeyError for a key that is none."""
        require_field(self.fields(document, item_id, Words(language_of(document))), key, value)
        set_line = set_heading if document.find(Board, item_id) else edits.set_card
        return set_line(document, item_id, key, value)


def _own(view: View) -> ValueBoardView:
    return cast(ValueBoardView, view)


KIND = ValueBoard()
