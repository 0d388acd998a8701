"""What the fields of a checklist to fill in hold, and what a filled one says that is new. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from facilitator.boards.answers import Answer, Taken
from facilitator.boards.checklist.edits import entry_of, merged
from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.boards.checklist.view import EntryView, entry_id
from facilitator.boards.clear_day import clear_day
from facilitator.boards.said_day import said_day
from facilitator.boards.typed import optional_line
from facilitator.content import checklist as content
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import language_of
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
    return tuple(_answers(document, board_id, form, words))


def take(document: Document, board_id: str, taken: Sequence[Taken], words: Words) -> Change:
    """These answers in one step. A comment goes below those that are there, with the name of who wrote it where its
    form has one.

    Raises EditRejected: "nothing_to_do" for none, and for what can't stand what `edits.set_entry` does.
    """
    entries: dict[str, ChecklistEntry] = {}
    for each in taken:
        for answer in answers_of(document, board_id, each.form, words):
            if answer.id in each.answer_ids:
                item, _, field = answer.id.partition(".")
                entry = entries.get(item) or entry_of(document, entry_id(board_id, item))
                entries[item] = _having(
                    entry, field, _signed(document, answer, each.form.person), each.form.taken_in_on
                )
    return merged(document, "take_answers", entries.values())


def _answers(document: Document, board_id: str, form: FilledForm, words: Words) -> Iterator[Answer]:
    for item in content.items():
        entry = entry_of(document, entry_id(board_id, item.id))
        for field in FIELDS:
            name = f"{item.id}.{field}"
            value = form.values.get(name, FormValue("", ""))
            here = _shown(entry, field)
            if value.now == value.first or value.now == here:
                continue
            adds = field == "comment" and bool(value.now)
            text = item.text.within(words.language)
            answer = Answer(
                id=name,
                item=f"{item.id} {text}",
                field=words(f"checklist.answer_{field}"),
                at_first=value.first,
                here=here,
                said=_added(value) if adds else value.now,
                fate="new" if adds or _is_free(entry, field, here, value) else "since",
                is_tick=field == "done",
                adds=adds,
                code=item.id,
                brief=value.now,
            )
            try:
                after = _having(entry, field, _signed(document, answer, form.person), form.taken_in_on)
            except EditRejected as refusal:
                yield replace(answer, fate="rejected", why=words(f"refusals.{refusal.key}", **refusal.values))
                continue
            if after != entry and not (adds and _having(entry, field, answer.said, None) == entry):
                # else it is the same in other words: another way to write a day, a comment that came in without a name
                yield replace(answer, means=_shown(after, field), brief=_brief(after, field, words))


def _is_free(entry: ChecklistEntry, field: str, here: str, value: FormValue) -> bool:
    """Whether the board says what the file did at first; a tick says nothing of what somebody left out on purpose."""
    return here == value.first and not (field == "done" and entry.status == "not_for_us")


def _added(value: FormValue) -> str:
    """What somebody wrote behind the comment that was there, or all of it."""
    return (value.now.removeprefix(value.first) if value.first else value.now).strip()


def _signed(document: Document, answer: Answer, person: str) -> str:
    """What comes to stand on the board: of a comment who wrote it, too, in the language of the engagement."""
    if not answer.adds or not person:
        return answer.said
    return Words(language_of(document))("checklist.comment_by", person=person, text=answer.said)


def _shown(entry: ChecklistEntry, field: str) -> str:
    """What a file would have in this field now."""
    texts = {
        "done": "1" if entry.status == "done" else "",
        "owner": entry.owner,
        "due": entry.due.isoformat() if entry.due else "",
        "comment": comment_of(entry).strip(),
    }
    return texts[field]


def _brief(entry: ChecklistEntry, field: str, words: Words) -> str:
    if field == "due" and entry.due:
        return words("checklist.answer_by", day=words.date(entry.due))
    return _shown(entry, field)


def _having(entry: ChecklistEntry, field: str, said: str, today: date | None) -> ChecklistEntry:
    if field == "done":
        return entry.having(status="done" if said else "not_started")
    if field == "owner":
        return entry.having(owner=optional_line(said))
    if field == "due":
        return entry.having(due=said_day(said, today) if today else clear_day(said))
    note = _below(comment_of(entry), words_of_people.note(said))
    return entry.having(reason=note) if entry.status == "not_for_us" else entry.having(evidence=note)


def _below(there: str, said: str) -> str:
    """Both, one below the other; what is there already is not said twice, and nothing said empties it."""
    if not said or not there.strip():
        return said
    if f"\n{said}\n" in f"\n{there.strip()}\n":
        return there
    return words_of_people.note(f"{there}\n{said}")
