"""ImportOrder: what is wanted of an import, and its plan in words."""

from dataclasses import dataclass

from facilitator.boards.importing import ImportPlan
from facilitator.boards.incoming import Incoming
from facilitator.boards.kind import Kind
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """What is to be imported, into which board and how: what `Kind.plan_import` asks for."""

    kind: Kind
    board_id: str
    incoming: Incoming
    mapped: dict[str, str]
    group: str
    update: bool
    words: Words

    @property
    def size(self) -> int:
        """How many rows and ties there are to plan."""
        return len(self.incoming.rows) + len(self.incoming.ties)

    def planned(self, document: Document) -> "PlannedImport":
        """What it would do to these records; raises EditRejected."""
        plan = self.kind.plan_import(
            document, self.board_id, self.incoming, self.mapped, self.group, update=self.update, words=self.words
        )
        return PlannedImport(self, document, plan)


@dataclass(frozen=True, slots=True)
class PlannedImport:
    """An order, the records that it was planned for, and the plan."""

    order: ImportOrder
    document: Document
    plan: ImportPlan

    def change(self, document: Document) -> Change:
        """The one step, planned anew where the records are others by now; raises EditRejected."""
        plan = self.plan if document is self.document else self.order.planned(document).plan
        if plan.change is None:
            raise EditRejected("nothing_to_do")
        return plan.change


def counted(plan: ImportPlan, words: Words) -> list[str]:
    """How many there are of what: "12 new", "1 not taken"."""
    counts = {fate: plan.count(fate) for fate in ("new", "update")} | {"ties": plan.ties}
    counts |= {fate: plan.count(fate) for fate in ("same", "there", "rejected")}
    counts |= {"rejected_ties": len(plan.rejected_ties)}
    return [words(f"exchange.count_{what}", count=count) for what, count in counts.items() if count]


def done(plan: ImportPlan, words: Words) -> list[str]:
    """What was done: the part of `counted` that changed something."""
    counts = {"new": plan.count("new"), "update": plan.count("update"), "ties": plan.ties}
    return [words(f"exchange.count_{what}", count=count) for what, count in counts.items() if count]


def asked(plan: ImportPlan, words: Words) -> str:
    """The words for doing it: how many, and that there are others which are not taken."""
    count = plan.count("new") + plan.count("update")
    if not count:
        return words("exchange.import_ties", count=plan.ties) if plan.ties else words("exchange.import_none")
    return words("exchange.import_others" if plan.count("rejected") else "exchange.import", count=count)
