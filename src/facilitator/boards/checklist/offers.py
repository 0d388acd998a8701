"""What sessions decided and what is to be done next, put with the items of a checklist that they are about.

The items are given, so nothing is added: an item that an outcome is put with gets its owner and day where it has none,
and the outcome's code, words, owner and day as a line of its evidence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facilitator.boards.checklist.edits import entry_of, merged
from facilitator.boards.checklist.evidence import Shown
from facilitator.boards.checklist.evidence_offers import by_offer, with_evidence
from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.boards.checklist.view import entry_id
from facilitator.boards.described import Offer
from facilitator.content import checklist as content
from facilitator.content.naming import plain
from facilitator.content.outcomes import taken_on
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.language import Language
from facilitator.domain.outcome import Outcome
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.agenda import sessions_of
from facilitator.workshop.one_to_ones import boards_between_two, with_whom
from facilitator.workshop.outcomes import outcomes_of

_KINDS = ("next_step", "decision")
_OPEN = ("not_started", "under_way")
_NEAREST = 5  # items that stand under an outcome at first; the others come after those of all outcomes
_STEM, _LEAST = 5, 4  # words are alike from their first letters: permit, permits; short ones say little


def offers_of(document: Document, board_id: str, words: Words) -> tuple[Offer, ...]:
    """Each next step and decision as a heading over the items that share most words with it, open ones before done.

    Below all of them each stands once more, over all other items. One that is on the checklist already stands over the
    items that it was put with only, marked as taken.
    """
    document.get(Board, board_id)
    found = [_offers(document, board_id, outcome, words) for outcome in _outcomes(document, board_id)]
    nearest = [offer for offers in found for offer in offers[:_NEAREST]]
    others = [
        replace(offer, heading=words("checklist.offer_others", outcome=offer.heading))
        for offers in found
        for offer in offers[_NEAREST:]
    ]
    return (*nearest, *others)


def take(document: Document, board_id: str, offer_ids: Sequence[str], shown: Sequence[Shown] = ()) -> Change:
    """Put outcomes and what the engagement shows with items, in one step; a next step has an item be under way.

    `shown` is in the language of the engagement.

    Raises EditRejected: "gone" (id) for an id that is no offer, "nothing_to_do" where all are there already, and what
    a note may not be.
    """
    document.get(Board, board_id)
    outcomes = {outcome.id: outcome for outcome in _outcomes(document, board_id)}
    known, evidence = {item.id for item in content.items()}, by_offer(shown)
    after: dict[str, ChecklistEntry] = {}
    for offer_id in dict.fromkeys(offer_ids):
        outcome_id, _, item = offer_id.rpartition(":")
        if offer_id not in evidence and (outcome_id not in outcomes or item not in known):
            raise EditRejected("gone", id=offer_id)
        its_id = entry_id(board_id, item)
        before = after.get(its_id) or entry_of(document, its_id)
        if offer_id in evidence:
            after[its_id] = with_evidence(before, evidence[offer_id])
        else:
            after[its_id] = _taken(before, outcomes[outcome_id], Words(language_of(document)))
    return merged(document, "take_offers", after.values())


def _taken(entry: ChecklistEntry, outcome: Outcome, words: Words) -> ChecklistEntry:
    if _is_on(entry, outcome):
        return entry
    begins = outcome.kind == "next_step" and entry.status == "not_started"
    evidence = words_of_people.note(f"{entry.evidence}\n{_evidence(outcome, words)}")
    return entry.having(
        status="under_way" if begins else entry.status,
        owner=entry.owner or outcome.who,
        due=entry.due or outcome.due,
        evidence=evidence,
    )


def _offers(document: Document, board_id: str, outcome: Outcome, words: Words) -> list[Offer]:
    language, offers = language_of(document), list[Offer]()
    heading = " · ".join((_line(outcome), *taken_on(outcome, words)))
    entries = {item.id: entry_of(document, entry_id(board_id, item.id)) for item in content.items()}
    there = {item for item, entry in entries.items() if _is_on(entry, outcome)}
    line = words.quote(_evidence(outcome, Words(language)))
    done = [item for item, entry in entries.items() if entry.status not in _OPEN]
    for item in sorted(_nearest_first(outcome, language), key=lambda item: item.id in done):
        if there and item.id not in there:
            continue
        status = content.status(entries[item.id].status).name.within(words.language)
        offers.append(
            Offer(
                f"{outcome.id}:{item.id}",
                heading,
                f"{item.id}  {item.text.within(words.language)}",
                words("checklist.offer_note", status=status, line=line),
                taken=item.id in there,
            )
        )
    return offers


def _outcomes(document: Document, board_id: str) -> Iterator[Outcome]:
    """Next steps, then decisions, session by session in the order of time; of a 1:1 for checklists of the same person.

    What comes out of a 1:1 stays between the two.
    """
    mine, sessions = boards_between_two(document).get(board_id), [each.id for each in sessions_of(document)]
    withs = {each: with_whom(document, each) for each in sessions}
    ids = [*(each for each, person in withs.items() if person is None or mine == frozenset({person.id})), ""]
    for kind in _KINDS:
        yield from (each for its in ids for each in outcomes_of(document, its) if each.kind == kind)


def _nearest_first(outcome: Outcome, language: Language) -> list[content.Item]:
    """All items: those that share most words with an outcome first, else as they come."""
    said = _stems(f"{outcome.text} {outcome.who}")
    return sorted(content.items(), key=lambda item: -len(said & _stems(item.text.within(language))))


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in plain(text).split() if len(word) >= _LEAST}


def _line(outcome: Outcome) -> str:
    return f"{outcome.code} {outcome.text}"


def _evidence(outcome: Outcome, words: Words) -> str:
    """The line with who and by when: "N4 call the supplier (Sam, by 1 December 2026)"."""
    taken = ", ".join(taken_on(outcome, words))
    return f"{_line(outcome)} ({taken})" if taken else _line(outcome)


def _is_on(entry: ChecklistEntry, outcome: Outcome) -> bool:
    """By the code, which stays when the words are edited."""
    return any(line.startswith(f"{outcome.code} ") for line in entry.evidence.splitlines())
