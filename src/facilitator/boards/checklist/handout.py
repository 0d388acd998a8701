"""A checklist on paper: every item with its tick box, what would be evidence, and room for who and by when."""

from typing import cast

from reportlab.platypus import Flowable

from facilitator.boards.checklist.layout import progress
from facilitator.boards.checklist.view import ChecklistView, EntryView
from facilitator.content import checklist as content
from facilitator.content.words import Words
from facilitator.handouts import kit


def handout(view: ChecklistView, words: Words) -> list[Flowable]:
    """The parts of a participant's handout, phase by phase; each part is as wide as its page."""
    parts = [
        kit.kicker(words("checklist.kicker")),
        kit.heading(view.title, 1),
        kit.lead(view.question),
        kit.lead(words("checklist.lead")),
    ]
    for number, phase in enumerate(content.phases(), start=1):
        entries = [entry for entry in view.entries if entry.phase == phase.id]
        title = words("checklist.phase", number=number, phase=phase.name.within(words.language))
        parts.append(kit.progress_heading(title, *progress(entries), words))
        parts += kit.checklist([_printed(entry, words) for entry in entries], words)
    return parts


def _printed(entry: EntryView, words: Words) -> kit.ChecklistEntry:
    item = content.item(entry.item)
    example = "" if entry.status == "not_for_us" else item.evidence.within(words.language)
    return kit.ChecklistEntry(
        text=item.text.within(words.language),
        state=cast(kit.State, entry.status),
        evidence=entry.evidence,
        example=example,
        owner=entry.owner,
        due=entry.due,
        reason=entry.reason,
    )
