"""The checklist as a kind of board."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NoReturn, cast

from facilitator.boards.answers import Answer
from facilitator.boards.checklist import edits, filling, offers
from facilitator.boards.checklist.filling import VERSION
from facilitator.boards.checklist.layout import progress
from facilitator.boards.checklist.model import RECORDS
from facilitator.boards.checklist.picture import picture_of
from facilitator.boards.checklist.view import ChecklistView, EntryView, view_of
from facilitator.boards.described import Direction, Field, Item, ItemGroup, Offer, Table
from facilitator.boards.heading import heading_fields, set_heading
from facilitator.boards.kind import Kind
from facilitator.boards.typed import require_field
from facilitator.content import checklist as content
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.picture import Picture
from facilitator.domain.record import Record
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import PLAIN, Showing, View
from facilitator.exchange.filled_form import FilledForm
from facilitator.workshop.capture import AddLine, LinkLine

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_CAPTURE_ORDER = ("done", "under_way", "not_for_us", "not_started")


class Checklist(Kind):
    """Forty-five items in five phases: what is in place, who does the rest by when."""

    id = "checklist"
    links_items = False
    pressable = True
    form_version = VERSION
    records: tuple[type[Record], ...] = RECORDS

    def view(self, document: Document, board_id: str, showing: Showing = PLAIN) -> ChecklistView:
        """All of it: a checklist holds nothing private."""
        return view_of(document, board_id)

    def picture(self, view: View, theme: Theme) -> Picture:
        """The five phases side by side."""
        return picture_of(_own(view), theme)

    def items(self, view: View) -> tuple[Item, ...]:
        """All items, phase by phase; the group of each is its status."""
        return tuple(
            Item(entry.id, entry.item, content.item(entry.item).text.within(view.language), entry.status)
            for entry in _own(view).entries
        )

    def groups(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        """The statuses: typing an item's code gives it the chosen one, "done" unless another is chosen."""
        return tuple(ItemGroup(status, content.status(status).name.within(words.language)) for status in _CAPTURE_ORDER)

    def counts(self, view: View) -> Mapping[str, int]:
        """How many items are in place, how many apply, how many there are."""
        done, applying = progress(_own(view).entries)
        return {"in_place": done, "applying": applying, "items": len(_own(view).entries)}

    def tables(self, view: View, words: Words) -> tuple[Table, ...]:
        """One table a phase."""
        heads = ("code", "item", "status", "owner", "due", "evidence", "reason")
        columns = tuple(words(f"checklist.head_{head}") for head in heads)
        return tuple(
            Table(
                phase.name.within(words.language),
                columns,
                tuple(_row(entry, words) for entry in _own(view).entries if entry.phase == phase.id),
            )
            for phase in content.phases()
        )

    def handout(self, view: View, words: Words, width: float) -> "list[Flowable]":
        """Tick boxes to fill in, phase by phase."""
        from facilitator.boards.checklist.handout import handout  # ReportLab is slow to load and seldom needed

        return handout(_own(view), words)

    def form(self, view: View, words: Words, width: float) -> "list[Flowable]":
        """Where things stand, a page a phase, a page for oneself, all to fill in."""
        from facilitator.boards.checklist.form import form

        return form(_own(view), words)

    def answers(self, document: Document, board_id: str, form: FilledForm, words: Words) -> tuple[Answer, ...]:
        """Ticks, owners, days and comments that somebody changed."""
        return filling.answers_of(document, board_id, form, words)

    def take_answers(
        self, document: Document, board_id: str, form: FilledForm, answer_ids: Sequence[str], words: Words
    ) -> Change:
        """Put them with their items: see `filling.take`."""
        return filling.take(document, board_id, form, answer_ids, words)

    def capture_hint(self, words: Words) -> str:
        """Its code or words."""
        return words("checklist.capture_hint")

    def add(self, document: Document, board_id: str, line: AddLine, group: str) -> Change:
        """The item that the line names gets the status that the line says, else `group`."""
        return edits.mark_item(document, board_id, line, group)

    def offers(self, document: Document, board_id: str, words: Words) -> tuple[Offer, ...]:
        """Next steps and decisions of the sessions, each over the items that it can be put with."""
        return offers.offers_of(document, board_id, words)

    def take(self, document: Document, board_id: str, offer_ids: Sequence[str], words: Words) -> Change:
        """Put them with items: see `offers.take`."""
        return offers.take(document, board_id, offer_ids)

    def link(self, document: Document, board_id: str, line: LinkLine) -> NoReturn:
        """Always raises EditRejected("no_links_here")."""
        raise EditRejected("no_links_here")

    def rename(self, document: Document, item_id: str, name: str) -> NoReturn:
        """Always raises EditRejected("checklist_fixed")."""
        raise EditRejected("checklist_fixed")

    def regroup(self, document: Document, item_ids: Sequence[str], group: str) -> Change:
        """Give items another status."""
        return edits.set_status(document, item_ids, group)

    def nudge(self, document: Document, item_ids: Sequence[str], direction: Direction) -> Change:
        """Right: one status on; left: one back. Raises EditRejected("nothing_to_do") for up and down, at the ends."""
        if direction in ("up", "down"):
            raise EditRejected("nothing_to_do")
        return edits.step_status(document, item_ids, 1 if direction == "right" else -1)

    def drop(
        self,
        document: Document,
        board_id: str,
        item_ids: Sequence[str],
        x: float,
        y: float,
        showing: Showing = PLAIN,
    ) -> NoReturn:
        """Always raises EditRejected("nothing_to_do"): every item has its place."""
        raise EditRejected("nothing_to_do")

    def press(self, document: Document, item_id: str) -> Change:
        """Tick an item, or take its tick back."""
        return edits.toggle(document, item_id)

    def delete(self, document: Document, item_ids: Sequence[str]) -> Change:
        """Back to not started, nothing noted."""
        return edits.clear(document, item_ids)

    def fields(self, document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
        """Status, owner, due date, evidence and reason of an item; title and question of the board."""
        if document.find(Board, item_id):
            return heading_fields(document, item_id, words)
        entry = edits.entry_of(document, item_id)
        item = content.item(entry.item)
        statuses = tuple((each.id, each.name.within(words.language)) for each in content.statuses())
        usual = content.owner_role(item.owner)
        roles = (usual, *(role for role in content.owner_roles() if role != usual))
        owners = tuple((name, name) for name in (role.name.within(words.language) for role in roles))
        example = item.evidence.within(words.language)
        return (
            Field("status", words("checklist.head_status"), entry.status, "choice", choices=statuses),
            Field("owner", words("checklist.head_owner"), entry.owner, "line", choices=owners),
            Field("due", words("checklist.head_due"), entry.due.isoformat() if entry.due else "", "date"),
            Field(
                "evidence",
                words("checklist.field_evidence", example=example),
                entry.evidence,
                "text",
                head=words("checklist.head_evidence"),
            ),
            Field("reason", words("checklist.head_reason"), entry.reason, "text"),
        )

    def set_field(self, document: Document, item_id: str, key: str, value: str) -> Change:
        """Edit one of `fields`; raises KeyError for a key that is none."""
        require_field(self.fields(document, item_id, Words(language_of(document))), key, value)
        set_line = set_heading if document.find(Board, item_id) else edits.set_entry
        return set_line(document, item_id, key, value)


def _row(entry: EntryView, words: Words) -> tuple[str, ...]:
    return (
        entry.item,
        content.item(entry.item).text.within(words.language),
        content.status(entry.status).name.within(words.language),
        entry.owner,
        words.date(entry.due) if entry.due else "",
        entry.evidence,
        entry.reason,
    )


def _own(view: View) -> ChecklistView:
    return cast(ChecklistView, view)


KIND = Checklist()
