"""The stakeholder web as a kind of board."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from facilitator.boards.kind import Direction, Field, Form, Item, ItemGroup, Kind, Layer, Table
from facilitator.boards.stakeholder_web import edits, fields, tools
from facilitator.boards.stakeholder_web.model import (
    RECORDS,
    Stakeholder,
    StakeholderAttitude,
    StakeholderInfluence,
    Web,
)
from facilitator.boards.stakeholder_web.picture import picture_of
from facilitator.boards.stakeholder_web.tables import items, private_table, relationship_table, stakeholder_table
from facilitator.boards.stakeholder_web.view import ATTITUDE, GRID, INFLUENCE, LEVELS, WEB, StakeholderWebView, view_of
from facilitator.content import methods
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.picture import Picture
from facilitator.domain.record import Record
from facilitator.domain.view import PLAIN, Showing, View
from facilitator.workshop.capture import AddLine, LinkLine

if TYPE_CHECKING:
    from reportlab.platypus import Flowable


class StakeholderWeb(Kind):
    """Who is inside and outside a project, how close, how they are tied, and how to engage each of them."""

    id = "stakeholder_web"
    records: tuple[type[Record], ...] = RECORDS

    def found(self, board: Board, today: date) -> tuple[Record, ...]:
        """A hub that is named like the board until the project has a name."""
        return (Web(id=board.id, project=board.title, reviewed_on=today),)

    def forms(self, words: Words) -> tuple[Form, ...]:
        """By closeness, participation now and wanted, influence against stake."""
        needs = {GRID: frozenset({INFLUENCE})}
        return tuple(
            Form(each, words(f"web.form_{each}"), needs.get(each, frozenset())) for each in (WEB, LEVELS, GRID)
        )

    def layers(self, words: Words) -> tuple[Layer, ...]:
        """Influence and attitude."""
        return tuple(Layer(each, words(f"web.layer_{each}")) for each in (INFLUENCE, ATTITUDE))

    def view(self, document: Document, board_id: str, showing: Showing = PLAIN) -> StakeholderWebView:
        """Names, places, ties and plans; influence and attitude only where their layer is on, never a note."""
        return view_of(document, board_id, showing)

    def picture(self, view: View, theme: Theme) -> Picture:
        """The hub with its sectors, rings and stakeholders."""
        return picture_of(_own(view), theme)

    def items(self, view: View) -> tuple[Item, ...]:
        """All stakeholders, those in stacks too."""
        return items(_own(view))

    def groups(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        """The sectors, clockwise."""
        categories = methods.categories(_own(view).category_set)
        return tuple(ItemGroup(each.id, each.name.within(words.language)) for each in categories)

    def counts(self, view: View) -> Mapping[str, int]:
        """Stakeholders and relationships."""
        return {"stakeholders": len(_own(view).stakeholders), "relationships": len(_own(view).relationships)}

    def tables(self, view: View, words: Words) -> tuple[Table, ...]:
        """The stakeholders, and their ties if there are any."""
        tables = (stakeholder_table(_own(view), words),)
        return (*tables, relationship_table(_own(view), words)) if _own(view).relationships else tables

    def private_tables(self, document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
        """The stakeholders with influence, attitude and note."""
        return (private_table(document, view_of(document, board_id), words),)

    def handout(self, view: View, words: Words, width: float) -> "list[Flowable]":
        """The map, what was agreed, the ties, what is still open."""
        from facilitator.boards.stakeholder_web.handout import handout  # ReportLab is slow to load, seldom needed

        return handout(_own(view), words, width)

    def add(self, document: Document, board_id: str, line: AddLine, group: str) -> Change:
        """A new stakeholder."""
        return edits.add_stakeholder(document, board_id, line, group)

    def link(self, document: Document, board_id: str, line: LinkLine) -> Change:
        """A tie between two stakeholders."""
        return edits.relate(document, board_id, line)

    def rename(self, document: Document, item_id: str, name: str) -> Change:
        """Another name for a stakeholder; in the hub, for the project."""
        key = "project" if document.find(Web, item_id) else "name"
        return fields.set_field(document, item_id, key, name)

    def regroup(self, document: Document, item_ids: Sequence[str], group: str) -> Change:
        """Stakeholders into another sector."""
        return tools.regroup(document, item_ids, group)

    def nudge(self, document: Document, item_ids: Sequence[str], direction: Direction) -> Change:
        """Left and right: the neighbouring sector; up and down: towards the hub and away from it."""
        return tools.nudge(document, item_ids, direction)

    def drop(self, document: Document, board_id: str, item_ids: Sequence[str], x: float, y: float) -> Change:
        """Into the sector and ring under the point, where they stay."""
        return tools.drop(document, board_id, item_ids, x, y)

    def tidy(self, document: Document, board_id: str) -> Change:
        """Everybody where the layout puts them."""
        return edits.release_all(document, board_id)

    def delete(self, document: Document, item_ids: Sequence[str]) -> Change:
        """Stakeholders with their ties and private records, or ties."""
        return edits.delete(document, item_ids)

    def fields(self, document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
        """Public words and plan of a stakeholder, then the private ones; the kind of a tie; the words of the hub."""
        return fields.fields_of(document, item_id, words)

    def set_field(self, document: Document, item_id: str, key: str, value: str) -> Change:
        """Edit one of `fields`."""
        return fields.set_field(document, item_id, key, value)

    def private_badges(self, document: Document, board_id: str) -> Mapping[str, str]:
        """Influence and attitude in the marks of capture lines: "!3 ~-1"."""
        badges: dict[str, str] = {}
        for each in document.every(Stakeholder):
            if each.board_id != board_id:
                continue
            influence = document.find(StakeholderInfluence, each.id)
            attitude = document.find(StakeholderAttitude, each.id)
            marks = [f"!{influence.influence}"] if influence else []
            if attitude:
                marks.append(f"~{attitude.attitude:+d}".replace("-", "\u2212").replace("+0", "0"))
            if marks:
                badges[each.id] = " ".join(marks)
        return badges


def _own(view: View) -> StakeholderWebView:
    return cast(StakeholderWebView, view)


KIND = StakeholderWeb()
