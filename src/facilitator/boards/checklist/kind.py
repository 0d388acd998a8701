"""The checklist as a kind of board."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from facilitator.boards.answers import Answer, Taken
from facilitator.boards.checklist import edits, filling, offers
from facilitator.boards.checklist.across import checklists_of, items_across, phases_across, standing_of
from facilitator.boards.checklist.evidence import Shown, Witnesses
from facilitator.boards.checklist.evidence_offers import engagement_words, evidence_offers
from facilitator.boards.checklist.filling import VERSION
from facilitator.boards.checklist.filters import filters_of
from facilitator.boards.checklist.findings import findings_of
from facilitator.boards.checklist.layout import progress
from facilitator.boards.checklist.model import RECORDS, ChecklistEntry
from facilitator.boards.checklist.picture import picture_of
from facilitator.boards.checklist.view import OVERVIEW, PHASES, ChecklistView, EntryView, view_of
from facilitator.boards.described import Direction, Field, Finding, Form, Item, ItemGroup, Offer, Progress, Table
from facilitator.boards.filtering import Filter
from facilitator.boards.given_items import GivenItems
from facilitator.boards.heading import heading_fields, set_heading
from facilitator.boards.kind import Kind
from facilitator.boards.standing import PartsDone
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
from facilitator.workshop.capture import AddLine

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_CAPTURE_ORDER = ("done", "under_way", "not_for_us", "not_started")


class Checklist(GivenItems):
    """Forty-five items in five phases: what is in place, who does the rest by when."""

    id = "checklist"
    fixed = "checklist_fixed"
    pressable = True
    form_version = VERSION
    records: tuple[type[Record], ...] = RECORDS

    def __init__(self, asked: Sequence[Kind]) -> None:
        """`asked` are the kinds whose boards can show something of an item."""
        self._witnesses = Witnesses(asked)

    def view(self, document: Document, board_id: str, showing: Showing = PLAIN) -> ChecklistView:
        """All of it: a checklist holds nothing private."""
        return view_of(document, board_id, showing)

    def picture(self, view: View, theme: Theme) -> Picture:
        """The five phases side by side, their counts, or the phase in the spotlight."""
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

    def forms(self, words: Words) -> tuple[Form, ...]:
        """All items in words; the overview."""
        return tuple(Form(each, words(f"checklist.form_{each}")) for each in (PHASES, OVERVIEW))

    def spots(self, view: View, words: Words) -> tuple[ItemGroup, ...]:
        """The phases, one at a time in large text."""
        return tuple(ItemGroup(phase.id, phase.name.within(words.language)) for phase in content.phases())

    def spot_of(self, view: View, item_id: str) -> str:
        """The phase of an item."""
        return next((entry.phase for entry in _own(view).entries if entry.id == item_id), "")

    def counts(self, view: View) -> Mapping[str, int]:
        """How many items are in place, how many apply, how many there are."""
        done, applying = progress(_own(view).entries)
        return {"in_place": done, "applying": applying, "items": len(_own(view).entries)}

    def tables(self, view: View, words: Words) -> tuple[Table, ...]:
        """One table a phase."""
        return _tables(_own(view), words, words.date)

    def sheets(self, view: View, words: Words) -> tuple[Table, ...]:
        """The same with days as they are typed."""
        return _tables(_own(view), words, date.isoformat)

    def private_sheets(self, document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
        """Where there are several checklists, all of them side by side, too; else ()."""
        boards = checklists_of(document)
        if len(boards) < 2:
            return ()
        own = self.sheets(view_of(document, board_id), words)
        return (*own, phases_across(document, boards, words), items_across(document, boards, words))

    def private_report(
        self, document: Document, board_id: str, today: date, words: Words, width: float
    ) -> "list[Flowable]":
        """Where there are several checklists, what is open, and all of them side by side; else []."""
        from facilitator.boards.checklist.report import private_report  # as in handout

        found = self.findings(document, board_id, today, words)
        return private_report(document, board_id, today, found, words)

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

    def take_answers(self, document: Document, board_id: str, taken: Sequence[Taken], words: Words) -> Change:
        """Put them with their items: see `filling.take`."""
        return filling.take(document, board_id, taken, words)

    def filters(self, view: View, today: date, words: Words) -> tuple[Filter, ...]:
        """Phase, status, owner, day, and the standards that items align with."""
        return filters_of(_own(view), today, words)

    def capture_hint(self, words: Words) -> str:
        """Its code or words."""
        return words("checklist.capture_hint")

    def add(self, document: Document, board_id: str, line: AddLine, group: str) -> Change:
        """The item that the line names gets the status that the line says, else `group`."""
        return edits.mark_item(document, board_id, line, group)

    def offers(self, document: Document, board_id: str, words: Words) -> tuple[Offer, ...]:
        """What the engagement shows of items; next steps and decisions, each over the items that it can be put with."""
        shown, lines = (
            self._shown(document, board_id, words),
            self._shown(document, board_id, engagement_words(document)),
        )
        evidence = evidence_offers(document, board_id, shown, lines, words)
        return (*evidence, *offers.offers_of(document, board_id, words))

    def take(self, document: Document, board_id: str, offer_ids: Sequence[str], words: Words) -> Change:
        """Put them with items: see `offers.take`."""
        return offers.take(document, board_id, offer_ids, self._shown(document, board_id, engagement_words(document)))

    def _shown(self, document: Document, board_id: str, words: Words) -> tuple[Shown, ...]:
        return self._witnesses.shown(document, board_id, words)

    def progress(self, document: Document, board_id: str) -> Progress:
        """Items with a status of their own have an answer; one that is done, with evidence, was carried out."""
        its = [each for each in document.every(ChecklistEntry) if each.board_id == board_id]
        carried_out = any(each.status == "done" and each.evidence for each in its)
        return Progress(sum(each.status != "not_started" for each in its), carried_out)

    def standing(self, document: Document, board_id: str, today: date, words: Words) -> PartsDone:
        """How far each of the five phases has come."""
        return standing_of(view_of(document, board_id), today, words)

    def findings(self, document: Document, board_id: str, today: date, words: Words) -> tuple[Finding, ...]:
        """The checks C01 to C04."""
        return findings_of(
            document, board_id, today, self._shown(document, board_id, engagement_words(document)), words
        )

    def regroup(self, document: Document, item_ids: Sequence[str], group: str) -> Change:
        """Give items another status."""
        return edits.set_status(document, item_ids, group)

    def nudge(self, document: Document, item_ids: Sequence[str], direction: Direction) -> Change:
        """Right: one status on; left: one back. Raises EditRejected("nothing_to_do") for up and down, at the ends."""
        if direction in ("up", "down"):
            raise EditRejected("nothing_to_do")
        return edits.step_status(document, item_ids, 1 if direction == "right" else -1)

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
            Field("shown", words("checklist.head_shown"), self._said(document, entry, words), "told", private=True),
        )

    def _said(self, document: Document, entry: ChecklistEntry, words: Words) -> str:
        shown = self._shown(document, entry.board_id, words)
        return "\n".join(each.sentence for each in shown if each.item == entry.item)

    def set_field(self, document: Document, item_id: str, key: str, value: str) -> Change:
        """Edit one of `fields`; raises KeyError for a key that is none."""
        require_field(self.fields(document, item_id, Words(language_of(document))), key, value)
        set_line = set_heading if document.find(Board, item_id) else edits.set_entry
        return set_line(document, item_id, key, value)


def _tables(view: ChecklistView, words: Words, day: Callable[[date], str]) -> tuple[Table, ...]:
    heads = ("code", "item", "status", "owner", "due", "evidence", "reason")
    columns = tuple(words(f"checklist.head_{head}") for head in heads)
    return tuple(
        Table(
            phase.name.within(words.language),
            columns,
            tuple(_row(entry, words, day) for entry in view.entries if entry.phase == phase.id),
            dates=frozenset({heads.index("due")}),
        )
        for phase in content.phases()
    )


def _row(entry: EntryView, words: Words, day: Callable[[date], str]) -> tuple[str, ...]:
    return (
        entry.item,
        content.item(entry.item).text.within(words.language),
        content.status(entry.status).name.within(words.language),
        entry.owner,
        day(entry.due) if entry.due else "",
        entry.evidence,
        entry.reason,
    )


def _own(view: View) -> ChecklistView:
    return cast(ChecklistView, view)
