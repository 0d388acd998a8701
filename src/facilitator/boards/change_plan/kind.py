"""The change plan as a kind of board."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from facilitator.boards.change_plan import offers
from facilitator.boards.change_plan.dates import dates_of
from facilitator.boards.change_plan.edits import roles_there, win_turned, with_its_role, with_other_role, with_roles
from facilitator.boards.change_plan.evidence import evidence_of
from facilitator.boards.change_plan.findings import findings_of
from facilitator.boards.change_plan.model import (
    AffectedGroup,
    AffectedGroupNote,
    EarlyWin,
    EarlyWinNote,
    TeamRole,
    TeamRoleNote,
)
from facilitator.boards.change_plan.panels import PANELS
from facilitator.boards.change_plan.view import REVIEWS, own_cards, review_table, view_of
from facilitator.boards.described import Dated, Field, Finding, Item, ItemGroup, Offer, Table
from facilitator.boards.evidence import Evidence
from facilitator.boards.panels.kind import PanelKind
from facilitator.boards.panels.layout import place_at
from facilitator.boards.panels.shape import Panel
from facilitator.boards.panels.view import PanelsView
from facilitator.content.change_plan import roles
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import PLAIN, Showing, View
from facilitator.workshop.capture import AddLine

if TYPE_CHECKING:
    from reportlab.platypus import Flowable


class ChangePlan(PanelKind):
    """Who leads a change, whom it touches and where they stand, early wins, and when to look at it again."""

    id = "change_plan"
    records = (TeamRole, TeamRoleNote, AffectedGroup, AffectedGroupNote, EarlyWin, EarlyWinNote)
    changes_by_day = True
    pressable = True
    plans_reviews = True

    @property
    def panels(self) -> tuple[Panel, ...]:
        """The team, the groups, the wins; when each review comes next is told beside them."""
        return PANELS

    def board_fields(self, document: Document, board_id: str, words: Words) -> tuple[Field, ...]:
        """Which of the eight roles the team has."""
        choices = tuple((each.id, each.name.within(words.language)) for each in roles())
        return (
            Field("roles", words("change.roles"), " ".join(roles_there(document, board_id)), "many", choices=choices),
        )

    def set_board_field(self, document: Document, board_id: str, key: str, value: str) -> Change:
        """Other roles of the house in the team; raises KeyError for another key."""
        if key != "roles":
            raise KeyError(key)
        return with_roles(document, board_id, value)

    def view(self, document: Document, board_id: str, showing: Showing = PLAIN) -> PanelsView:
        """The public words of all cards, and the reviews that come next on that day."""
        return view_of(document, board_id, showing)

    def items(self, view: View) -> tuple[Item, ...]:
        """All cards; reviews are sessions and no items."""
        return super().items(own_cards(_own(view)))

    def spots(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        """The panels, the reviews among them, then the cards."""
        panels = len(self.panels)
        found = super().spots(view, words)
        return (*found[:panels], ItemGroup(REVIEWS, words("change.panel_reviews")), *found[panels:])

    def tables(self, view: View, words: Words) -> tuple[Table, ...]:
        """The team, the impact table of the groups, the wins, and when each review comes next."""
        return (*super().tables(own_cards(_own(view)), words), review_table(_own(view), words))

    def handout(self, view: View, words: Words, width: float) -> "list[Flowable]":
        """The picture, then the team, the impact table of the groups, the wins and the next reviews."""
        from facilitator.boards.change_plan.handout import handout  # ReportLab is slow to load and seldom needed

        return handout(_own(view), words, width)

    def findings(self, document: Document, board_id: str, today: date, words: Words) -> tuple[Finding, ...]:
        """The checks CH01 to CH13."""
        return findings_of(document, board_id, today, words)

    def offers(self, document: Document, board_id: str, words: Words) -> tuple[Offer, ...]:
        """The roles of the house, groups of maps and adoption boards, and where those on the board stand now."""
        return offers.offers_of(document, board_id, words)

    def take(self, document: Document, board_id: str, offer_ids: Sequence[str], words: Words) -> Change:
        """New cards, and cards brought up to date."""
        return offers.take(document, board_id, offer_ids, words)

    def evidence(self, document: Document, board_id: str, words: Words) -> tuple[Evidence, ...]:
        """Of the items on change: how many roles, groups, steps and wins."""
        return evidence_of(document, board_id, words)

    def dates(self, document: Document, board_id: str, words: Words) -> tuple[Dated, ...]:
        """What helps groups on, early wins, reviews."""
        return dates_of(document, board_id, words)

    def add(self, document: Document, board_id: str, line: AddLine, group: str) -> Change:
        """A new card; a role that is called as one of the house is that one."""
        return with_its_role(super().add(document, board_id, line, group))

    def rename(self, document: Document, item_id: str, name: str) -> Change:
        """Other words on a card; a role that is called as one of the house becomes that one."""
        return with_its_role(super().rename(document, item_id, name))

    def merge(self, document: Document, kept_id: str, other_id: str) -> Change:
        """One card out of two of a sort, which is the role of the house that either was."""
        return with_other_role(document, super().merge(document, kept_id, other_id), kept_id, other_id)

    def press(self, document: Document, item_id: str) -> Change:
        """An early win is done, or planned again; raises EditRejected("nothing_to_do") for another card."""
        return win_turned(document, item_id)

    def set_field(self, document: Document, item_id: str, key: str, value: str) -> Change:
        """As for all boards of panels, with the role as by `rename`."""
        return with_its_role(super().set_field(document, item_id, key, value))

    def drop(
        self,
        document: Document,
        board_id: str,
        item_ids: Sequence[str],
        x: float,
        y: float,
        showing: Showing = PLAIN,
    ) -> Change:
        """As for all boards of panels; raises EditRejected("nothing_to_do") among the reviews, too."""
        if place_at(self.view(document, board_id, showing), x, y, frozenset(item_ids))[0] == REVIEWS:
            raise EditRejected("nothing_to_do")
        return super().drop(document, board_id, item_ids, x, y, showing)


def _own(view: View) -> PanelsView:
    return cast(PanelsView, view)


KIND = ChangePlan()
