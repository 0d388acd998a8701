"""What the fields of a checklist to fill in hold, and what a filled one says that is new. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from facilitator.boards.answers import Answer, Fate
from facilitator.boards.checklist.edits import entry_of, merged
from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.boards.checklist.view import EntryView, entry_id
from facilitator.boards.clear_day import clear_day
from facilitator.boards.typed import optional_line
from facilitator.content import checklist as content
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.exchange.filled_form import FilledForm, FormValue

VERSION = "1"
"""Of the fields and their names; a later app may name them otherwise."""
FIELDS = ("done", "owner", "due", "comment")
"""The fields of an item, in the order in which they stand."""


def comment_of(entry: EntryView | ChecklistEntry) -> str:
    """What stands in the field for comments: what proves that an item is in place, or why it is not for us."""
    return entry.reason if entry.status == "not_for_us" else entry.evidence


def answers_of(document: Document, board_id: str, form: FilledForm, words: Words) -> tuple[Answer, ...]:
    """Every field that somebody filled in, in the order of the file; what was left as it was says nothing."""
    return tuple(_answers(document, board_id, form.values, words))


def take(document: Document, board_id: str, form: FilledForm, answer_ids: Sequence[str], words: Words) -> Change:
    """These answers in one step.

    Raises EditRejected: "nothing_to_do" for none, and for what can't stand what `edits.set_entry` does.
    """
    entries: dict[str, ChecklistEntry] = {}
    for answer in answers_of(document, board_id, form, words):
        if answer.id in answer_ids:
            item, _, field = answer.id.partition(".")
            entry = entries.get(item) or entry_of(document, entry_id(board_id, item))
            entries[item] = _having(entry, field, answer.said)
    return merged(document, "take_answers", entries.values())


def _answers(document: Document, board_id: str, values: Mapping[str, FormValue], words: Words) -> Iterator[Answer]:
    for item in content.items():
        entry = entry_of(document, entry_id(board_id, item.id))
        for field in FIELDS:
            name = f"{item.id}.{field}"
            value = values.get(name, FormValue("", ""))
            here = _shown(entry, field)
            if value.now == value.first or value.now == here:
                continue
            why = ""
            try:
                if _having(entry, field, value.now) == entry:
                    continue  # the same in other words: another way to write a day
            except EditRejected as refusal:
                why = words(f"refusals.{refusal.key}", **refusal.values)
            fate: Fate = "rejected" if why else "new" if here == value.first else "since"
            text = item.text.within(words.language)
            label = words(f"checklist.answer_{field}")
            yield Answer(
                name, f"{item.id} {text}", label, value.first, here, value.now, fate, why, is_tick=field == "done"
            )


def _shown(entry: ChecklistEntry, field: str) -> str:
    """What a file would have in this field now."""
    texts = {
        "done": "1" if entry.status == "done" else "",
        "owner": entry.owner,
        "due": entry.due.isoformat() if entry.due else "",
        "comment": comment_of(entry).strip(),
    }
    return texts[field]


def _having(entry: ChecklistEntry, field: str, said: str) -> ChecklistEntry:
    if field == "done":
        return entry.having(status="done" if said else "not_started")
    if field == "owner":
        return entry.having(owner=optional_line(said))
    if field == "due":
        return entry.having(due=clear_day(said))
    note = words_of_people.note(said)
    return entry.having(reason=note) if entry.status == "not_for_us" else entry.having(evidence=note)
