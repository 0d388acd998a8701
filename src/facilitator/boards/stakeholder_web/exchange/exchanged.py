"""ExchangedWeb: what of a stakeholder web comes in and goes out as tables and graphs, and who is there twice."""

from abc import ABC
from typing import cast

from facilitator.boards.described import Table
from facilitator.boards.importing import ImportPlan, Mapped, Target
from facilitator.boards.incoming import Incoming
from facilitator.boards.kind import Kind
from facilitator.boards.stakeholder_web import merging
from facilitator.boards.stakeholder_web.exchange import columns, exporting, importing, sheets
from facilitator.boards.stakeholder_web.view import StakeholderWebView, view_of
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.view import View
from facilitator.exchange.duplicates import Pair, likely_duplicates
from facilitator.exchange.graph import Graph


class ExchangedWeb(Kind, ABC):
    """This part of the kind."""

    def sheets(self, view: View, words: Words) -> tuple[Table, ...]:
        """Every public field, and every tie."""
        return sheets.sheets(_own(view), words)

    def private_sheets(self, document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
        """Every field, and every tie."""
        return sheets.private_sheets(document, view_of(document, board_id), words)

    def import_targets(self, document: Document, board_id: str) -> tuple[Target, ...]:
        """All fields of a stakeholder."""
        return importing.targets(document, board_id)

    def guess_columns(self, document: Document, board_id: str, incoming: Incoming) -> dict[str, str]:
        """By the names of the fields, or what else they are called where the cells can be read so."""
        return columns.guess_columns(document, board_id, incoming)

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
        """Stakeholders and their ties."""
        return importing.plan_import(document, board_id, incoming, mapped, group, update=update, words=words)

    def graph(self, view: View, words: Words) -> Graph:
        """An element a stakeholder and one for the hub, a connection a tie."""
        return exporting.graph_of(_own(view), words)

    def private_graph(self, document: Document, board_id: str, words: Words) -> Graph:
        """The same with influence, attitude, salience, reasons and notes."""
        return exporting.private_graph_of(document, view_of(document, board_id), words)

    def duplicates(self, view: View) -> tuple[Pair, ...]:
        """Stakeholders whose names are nearly the same."""
        return tuple(likely_duplicates([(each.id, each.name) for each in _own(view).stakeholders]))

    def merge(self, document: Document, kept_id: str, other_id: str) -> Change:
        """One stakeholder out of two, with the ties of both."""
        return merging.merge(document, kept_id, other_id)


def _own(view: View) -> StakeholderWebView:
    return cast(StakeholderWebView, view)
