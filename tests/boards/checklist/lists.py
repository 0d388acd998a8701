"""Checklists for tests: documents, and views of any state."""

from datetime import date

from hypothesis import strategies as st

from facilitator.boards.checklist.model import STATUSES, ChecklistEntry
from facilitator.boards.checklist.view import ChecklistView, EntryView, entry_id
from facilitator.catalogue import CHECKLIST as KIND
from facilitator.content import checklist as content
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement
from facilitator.domain.language import Language
from facilitator.workshop.capture import AddLine, LinkLine, parse


def document(language: Language = "en") -> Document:
    """An engagement with an untouched checklist, "c"."""
    return Document.of(
        [
            Engagement(id="engagement", title="Permits", language=language),
            Board(id="c", number=1, kind="checklist", title="Checklist", question="What is in place?"),
        ]
    )


def change_of(held: Document, line: str, group: str = "done") -> Change:
    """What one capture line does."""
    parsed = parse(line)
    if isinstance(parsed, LinkLine):
        return KIND.link(held, "c", parsed)
    assert isinstance(parsed, AddLine)
    return KIND.add(held, "c", parsed, group)


def after(held: Document, *lines: str) -> Document:
    """The document after capture lines."""
    for line in lines:
        held = held.after(change_of(held, line))
    return held


def entry(held: Document, item: str) -> ChecklistEntry | None:
    """What is noted about an item."""
    return held.find(ChecklistEntry, entry_id("c", item))


def status(held: Document, item: str) -> str:
    """The status of an item as the view has it."""
    return next(each.status for each in KIND.view(held, "c").entries if each.item == item)


OWNERS = st.just("") | st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=200)


@st.composite
def views(draw: st.DrawFn) -> ChecklistView:
    """Any checklist, in either language."""
    entries = tuple(
        EntryView(
            id=entry_id("c", item.id),
            item=item.id,
            phase=item.phase,
            status=draw(st.sampled_from(STATUSES)),
            owner=draw(OWNERS).strip(),
            due=draw(st.none() | st.dates(date(2026, 1, 1), date(2030, 1, 1))),
            evidence="",
            reason="",
        )
        for item in content.items()
    )
    return ChecklistView(
        "c", "checklist", "Checklist", "What is in place?", draw(st.sampled_from(["en", "fr"])), entries
    )
