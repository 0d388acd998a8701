"""What the engagement shows, offered to be put with the items of a checklist; nothing changes by itself. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from facilitator.boards.checklist.edits import entry_of
from facilitator.boards.checklist.evidence import Shown
from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.boards.checklist.view import entry_id
from facilitator.boards.described import Offer
from facilitator.content import checklist as content
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.document import Document
from facilitator.domain.engagement import language_of

EVIDENCE = "evidence:"
"""How the ids of these offers begin; the id of the source and, after a colon, that of the item follow."""


def evidence_offers(
    document: Document, board_id: str, shown: Sequence[Shown], lines: Sequence[Shown], words: Words
) -> Iterator[Offer]:
    """An offer for each thing that is shown of an item, in the order of the items, with what taking it would do.

    `shown` are in the language of `words`, `lines` the same in that of the engagement. Left out are items that are not
    for us, and such as are done and have evidence of their own.
    """
    written = {offer_id(each): each.sentence for each in lines}
    places = [item.id for item in content.items()]
    for each in sorted(shown, key=lambda one: places.index(one.item)):
        entry, line = entry_of(document, entry_id(board_id, each.item)), written[offer_id(each)]
        taken = _is_on(entry, line)
        if not taken and (entry.status == "not_for_us" or (entry.status == "done" and entry.evidence.strip())):
            continue
        before, after = (
            content.status(status).name.within(words.language) for status in (entry.status, _status(entry, each))
        )
        said = each.sentence
        if said != line:
            said = words("checklist.evidence_said", said=said, line=words.quote(line))
        key = "checklist.evidence_note" if before == after else "checklist.evidence_note_status"
        yield Offer(
            offer_id(each),
            words("checklist.offer_evidence"),
            f"{each.item}  {content.item(each.item).text.within(words.language)}",
            words(key, said=said, before=before, after=after),
            taken=taken,
        )


def with_evidence(entry: ChecklistEntry, shown: Shown) -> ChecklistEntry:
    """The entry with what is shown as a line of its evidence, and no further back than it was.

    `shown` is in the language of the engagement. Raises EditRejected where the evidence gets too long.
    """
    if _is_on(entry, shown.sentence):
        return entry
    evidence = words_of_people.note(f"{entry.evidence}\n{shown.sentence}")
    return entry.having(status=_status(entry, shown), evidence=evidence)


def by_offer(shown: Iterable[Shown]) -> Mapping[str, Shown]:
    """What is shown by the ids of its offers."""
    return {offer_id(each): each for each in shown}


def offer_id(shown: Shown) -> str:
    """The id of the offer, which stays while its words change."""
    return f"{EVIDENCE}{shown.source}:{shown.item}"


def engagement_words(document: Document) -> Words:
    """In which evidence is written, whatever the language of the console."""
    return Words(language_of(document))


def _status(entry: ChecklistEntry, shown: Shown) -> str:
    if entry.status in ("done", "not_for_us"):
        return entry.status
    return "done" if shown.done else "under_way"


def _is_on(entry: ChecklistEntry, line: str) -> bool:
    return line in entry.evidence.splitlines()
