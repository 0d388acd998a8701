"""PanelKind: a kind of board whose items are cards in panels. A kind says its panels, and what is special to it."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from facilitator.boards.described import Direction, Field, Form, Item, ItemGroup, Table
from facilitator.boards.filtering import Filter, FilterChoice
from facilitator.boards.heading import heading_fields, set_heading
from facilitator.boards.importing import ImportPlan, Mapped, Target
from facilitator.boards.incoming import Incoming
from facilitator.boards.kind import Kind
from facilitator.boards.panels import columns, edits, importing, merging, reading, tables
from facilitator.boards.panels.layout import place_at
from facilitator.boards.panels.picture import picture_of
from facilitator.boards.panels.shape import Panel
from facilitator.boards.panels.view import PanelsView
from facilitator.boards.typed import require_field
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.picture import Picture
from facilitator.domain.record import Record
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import PLAIN, Showing, View
from facilitator.exchange.duplicates import Pair, likely_duplicates
from facilitator.workshop.capture import AddLine, LinkLine

if TYPE_CHECKING:
    from reportlab.platypus import Flowable


class PanelKind(Kind, ABC):
    """Cards in panels side by side; one card, or one panel, can be enlarged on the stage.

    A kind gives `id`, `records` (the frame if it has one, each panel's record before its note) and `panels`; it
    overrides what is special to it.
    """

    links_items = False
    enlarges = True

    @property
    @abstractmethod
    def panels(self) -> tuple[Panel, ...]:
        """The panels in their order; the first takes what is captured unless another is chosen."""

    def board_fields(self, document: Document, board_id: str, words: Words) -> tuple[Field, ...]:
        """The lines of the board itself below title and question; () for none."""
        return ()

    def set_board_field(self, document: Document, board_id: str, key: str, value: str) -> Change:
        """Edit one of `board_fields`; raises KeyError for a key that is none."""
        raise KeyError(key)

    def hanging(self, document: Document, card_ids: frozenset[str]) -> Iterable[Swap]:
        """What has to go, or to change, before these cards can be removed, besides their notes."""
        return ()

    def merged(self, document: Document, kept_id: str, other_id: str) -> Iterable[Swap]:
        """What becomes of that which hangs on a card when it is merged into another one."""
        return ()

    def forms(self, words: Words) -> tuple[Form, ...]:
        """One form only, unless a kind says otherwise."""
        return ()

    def view(self, document: Document, board_id: str, showing: Showing = PLAIN) -> PanelsView:
        """The public words of all cards."""
        return reading.view_of(document, board_id, self.panels, showing)

    def picture(self, view: View, theme: Theme) -> Picture:
        """The panels side by side, or what is in the spotlight enlarged."""
        return picture_of(_own(view), theme)

    def items(self, view: View) -> tuple[Item, ...]:
        """All cards, panel by panel."""
        return tuple(
            Item(card.id, card.code, card.words, panel.id) for panel in _own(view).panels for card in panel.cards
        )

    def groups(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        """The panels."""
        return tuple(ItemGroup(each.id, each.name(words)) for each in self.panels)

    def group_at(self, view: View, x: float, y: float) -> str:
        """The panel under the point."""
        try:
            return place_at(_own(view), x, y, frozenset())[0]
        except EditRejected:
            return ""

    def spots(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        """The panels where there are several, then the cards."""
        cards = tuple(ItemGroup(each.id, f"{each.code} {each.name}") for each in self.items(view))
        return (*self.groups(view, words), *cards) if len(self.panels) > 1 else cards

    def spot_of(self, view: View, item_id: str) -> str:
        """The card itself."""
        return item_id if _own(view).card(item_id) else ""

    def counts(self, view: View) -> Mapping[str, int]:
        """How many cards there are."""
        return {"cards": len(self.items(view))}

    def tables(self, view: View, words: Words) -> tuple[Table, ...]:
        """One table a panel, with all public fields."""
        return tables.tables(_own(view), self.panels, words)

    def sheets(self, view: View, words: Words) -> tuple[Table, ...]:
        """One table of all cards, which can be read back."""
        return (columns.sheet(_own(view), self.panels, words),)

    def private_sheets(self, document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
        """The same with what is noted of each card; () for a board without one."""
        title = document.get(Board, board_id).title
        sheet = columns.private_sheet(document, board_id, title, self.panels, words)
        return (sheet,) if sheet.rows else ()

    def filters(self, view: View, today: date, words: Words) -> tuple[Filter, ...]:
        """By the panel, where there are several."""
        own = [
            FilterChoice(each.id, each.name, frozenset(card.id for card in each.cards)) for each in _own(view).panels
        ]
        return (Filter("panel", words("panels.head_panel"), tuple(own)),) if len(own) > 1 else ()

    def import_targets(self, document: Document, board_id: str) -> tuple[Target, ...]:
        """The words of a card, its panel and all its fields, private ones too."""
        return columns.targets(self.panels)

    def guess_columns(self, document: Document, board_id: str, incoming: Incoming) -> dict[str, str]:
        """By the names of the fields and panels in either language."""
        return columns.guess_columns(self.panels, incoming)

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
        """What an import would do: see `importing.plan_import`."""
        its = (document, board_id, incoming, mapped, group)
        return importing.plan_import(self, self.panels, *its, update=update, words=words)

    def duplicates(self, view: View) -> tuple[Pair, ...]:
        """Cards of one sort that are likely to be the same."""
        sorts: dict[type[Record], list[tuple[str, str]]] = {}
        shown = {each.id: each.cards for each in _own(view).panels}
        for panel in self.panels:
            sorts.setdefault(panel.record, []).extend((card.id, card.words) for card in shown[panel.id])
        return tuple(pair for cards in sorts.values() for pair in likely_duplicates(cards))

    def merge(self, document: Document, kept_id: str, other_id: str) -> Change:
        """One card out of two of a sort; no word of either is lost: see `merging.merge`."""
        hung = tuple(self.merged(document, kept_id, other_id))
        return merging.merge(document, self.panels, kept_id, other_id, hung)

    def private_tables(self, document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
        """One table a panel of which something private is noted."""
        return tables.private_tables(document, board_id, self.panels, words)

    def handout(self, view: View, words: Words, width: float) -> "list[Flowable]":
        """The picture, then every card with all that is known of it."""
        from facilitator.boards.panels.handout import handout  # ReportLab is slow to load and seldom needed

        return handout(_own(view), words, width)

    def private_report(
        self, document: Document, board_id: str, today: date, words: Words, width: float
    ) -> "list[Flowable]":
        """What is private of the cards, and what checks find."""
        from facilitator.boards.panels.report import private_report

        found = self.findings(document, board_id, today, words)
        return private_report(document, board_id, self.private_tables(document, board_id, words), found, words)

    def add(self, document: Document, board_id: str, line: AddLine, group: str) -> Change:
        """A new card at the foot of a panel."""
        return edits.add_card(document, board_id, self.panels, line, group)

    def link(self, document: Document, board_id: str, line: LinkLine) -> Change:
        """Always raises EditRejected("no_links_here")."""
        raise EditRejected("no_links_here")

    def rename(self, document: Document, item_id: str, name: str) -> Change:
        """Other words on a card."""
        return edits.rename(document, self.panels, item_id, name)

    def regroup(self, document: Document, item_ids: Sequence[str], group: str) -> Change:
        """Cards into another panel of their sort."""
        return edits.move(document, self.panels, item_ids, group)

    def nudge(self, document: Document, item_ids: Sequence[str], direction: Direction) -> Change:
        """Left and right: the neighbouring panel of the same sort; up and down: one place."""
        return edits.nudge(document, self.panels, item_ids, direction)

    def drop(
        self,
        document: Document,
        board_id: str,
        item_ids: Sequence[str],
        x: float,
        y: float,
        showing: Showing = PLAIN,
    ) -> Change:
        """Into the panel and to the place under the point; raises EditRejected("nothing_to_do") beside all panels."""
        group, after_id = place_at(self.view(document, board_id, showing), x, y, frozenset(item_ids))
        return edits.place(document, self.panels, item_ids, group, after_id)

    def delete(self, document: Document, item_ids: Sequence[str]) -> Change:
        """Cards with what is noted of them."""
        return edits.delete(document, self.panels, item_ids, self.hanging)

    def fields(self, document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
        """All that is known of a card; title, question and what the kind adds of the board."""
        if document.find(Board, item_id):
            return (*heading_fields(document, item_id, words), *self.board_fields(document, item_id, words))
        return reading.fields_of(document, *reading.card_with(document, self.panels, item_id), words)

    def set_field(self, document: Document, item_id: str, key: str, value: str) -> Change:
        """Edit one of `fields`; raises KeyError for a key that is none."""
        require_field(self.fields(document, item_id, Words(language_of(document))), key, value)
        if not document.find(Board, item_id):
            return edits.set_card(document, self.panels, item_id, key, value)
        if key in ("title", "question"):
            return set_heading(document, item_id, key, value)
        return self.set_board_field(document, item_id, key, value)


def _own(view: View) -> PanelsView:
    return cast(PanelsView, view)
