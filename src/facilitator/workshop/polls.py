"""Polls and temperature checks as pure edits of their records, and what participants may see of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitator.content.naming import key_of
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, adding, removing
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Session, language_of
from facilitator.domain.poll import CountedVotes, Poll, PollOption, PollVote, mean_choice
from facilitator.domain.record import Record, new_id
from facilitator.domain.refusal import EditRejected
from facilitator.domain.screens import PollAnswer, PollScreen
from facilitator.workshop.answers import read_answers

OPTIONS = (2, 6)
"""How many options a poll has, the fewest and the most."""

LEVELS = 5
"""How many a temperature check has."""

OPTION_LIMIT = 100
"""Characters of an option: all six have to be readable on the stage."""

MOST_HANDS = 1000


def polls_of(document: Document, session_id: str) -> tuple[Poll, ...]:
    """The polls of a session ("" those of none) in their order."""
    its = (each for each in document.every(Poll) if (each.session_id or "") == session_id)
    return tuple(sorted(its, key=_in_order))


def polls_in_sight(document: Document, session_id: str) -> tuple[Poll, ...]:
    """The polls of a session, and those of none, in their order: see `outcomes_in_sight`."""
    its = (each for each in document.every(Poll) if each.session_id in (session_id, None))
    return tuple(sorted(its, key=_in_order))


def options_of(document: Document, poll_id: str) -> tuple[PollOption, ...]:
    """The options of a poll in their order."""
    its = (each for each in document.every(PollOption) if each.poll_id == poll_id)
    return tuple(sorted(its, key=lambda each: each.number))


def totals(document: Document, poll_id: str) -> Counter[str]:
    """How many chose each option, by its id: what people typed and the hands counted. Private until revealed."""
    found = Counter(each.option_id for each in document.every(PollVote) if each.poll_id == poll_id)
    for option in options_of(document, poll_id):
        counted = document.find(CountedVotes, option.id)
        found[option.id] += counted.hands if counted else 0
    return found


def average(document: Document, poll_id: str) -> float:
    """The mean number that was chosen, hands included, of a poll that somebody answered. Private until revealed."""
    counts = totals(document, poll_id)
    return mean_choice({each.number: counts[each.id] for each in options_of(document, poll_id)})


def poll_screen(document: Document, poll_id: str) -> PollScreen:
    """What everybody may see of a poll; raises EditRejected("gone") if it is no more."""
    poll, counts = document.get(Poll, poll_id), totals(document, poll_id)
    answers = tuple(
        PollAnswer(option.number, option.text, counts[option.id] if poll.shown else None)
        for option in options_of(document, poll_id)
    )
    return PollScreen(language_of(document), poll.question, poll.scale, answers, sum(counts.values()))


def revealed_screens(document: Document, session_id: str) -> tuple[PollScreen, ...]:
    """What everybody may see of those polls of a session ("" those of none) whose totals are revealed, in order."""
    return tuple(poll_screen(document, each.id) for each in polls_of(document, session_id) if each.shown)


def votes_of(document: Document, poll_id: str) -> dict[str, str]:
    """The id of the option that each person chose, by name, in the order of names. Private, always."""
    its = (each for each in document.every(PollVote) if each.poll_id == poll_id)
    return {each.person: each.option_id for each in sorted(its, key=lambda each: (each.person.casefold(), each.person))}


def new_poll(document: Document, session_id: str, question: str, options: Sequence[str]) -> Change:
    """A poll of a session ("" of none) after the last one, nobody having voted and its totals hidden.

    Raises EditRejected: "poll_options" (least, most) for too few or too many, "poll_option_twice" (text),
    "poll_option_number" (text) for words that would be read as the number or letter of another option, "gone" for the
    session, or what a name may not be.
    """
    return _new(document, session_id, question, _checked(options))


def temperature_check(document: Document, session_id: str) -> Change:
    """A check from 1 to 5 with the house's question, in the language of the stage; else as `new_poll`.

    Raises EditRejected("gone") for the session.
    """
    words = Words(language_of(document))
    ends = (words("poll.temperature_low"), *[""] * (LEVELS - 2), words("poll.temperature_high"))
    return _new(document, session_id, words("poll.temperature_question"), ends, scale=True)


def edited(document: Document, poll_id: str, question: str, options: Sequence[tuple[str, str]] | None = None) -> Change:
    """Other words for a poll: its question, and its options as (id, words) in their order, "" as the id of a new one.

    None leaves the options as they are; those of a temperature check always stay. Words may change at any time, since
    votes go with their option; one that somebody chose can't go. Raises EditRejected: "poll_option_chosen" (text), and
    as `new_poll` does.
    """
    poll = document.get(Poll, poll_id)
    pairs: list[tuple[Record | None, Record | None]] = [
        (poll, poll.having(question=words_of_people.name(question))),
    ]
    if options is not None and not poll.scale:
        before = {each.id: each for each in options_of(document, poll_id)}
        texts = _checked([text for _, text in options])
        for number, ((option_id, _), text) in enumerate(zip(options, texts, strict=True), start=1):
            if option_id and option_id not in before:
                raise EditRejected("gone", id=option_id)
            was = before.pop(option_id) if option_id else None
            there = was or PollOption(id=new_id(), poll_id=poll_id, number=number, text=text)
            pairs.append((was, there.having(number=number, text=text)))
        chosen = totals(document, poll_id)
        for each in before.values():
            if chosen[each.id]:
                raise EditRejected("poll_option_chosen", text=each.text)
            pairs.append((each, None))
    return changed("edit_poll", pairs)


def votes_taken(document: Document, poll_id: str, choices: Mapping[str, str]) -> Change:
    """What each of these people chose (the id of an option), in place of what they chose before; "" takes a vote back.

    A person is the same however their name is capitalized. Raises EditRejected: "gone" for the poll or an option,
    "nothing_to_do", or what a name may not be.
    """
    document.get(Poll, poll_id)
    its = {each.id for each in options_of(document, poll_id)}
    there = {each.person.casefold(): each for each in document.every(PollVote) if each.poll_id == poll_id}
    pairs: list[tuple[Record | None, Record | None]] = []
    for person, option_id in choices.items():
        if option_id and option_id not in its:
            raise EditRejected("gone", id=option_id)
        name = words_of_people.name(person)
        before = there.get(name.casefold())
        if not option_id:
            pairs += [(before, None)] if before else []
            continue
        vote = before or PollVote(id=new_id(), poll_id=poll_id, option_id=option_id, person=name)
        after = vote.having(option_id=option_id, person=name)
        pairs.append((before, after))
    return changed("take_votes", pairs)


def hands_counted(document: Document, option_id: str, hands: int) -> Change:
    """The hands counted for an option, in place of those counted before; 0 takes them back.

    Raises EditRejected: "hands_range" (limit), "gone", "nothing_to_do".
    """
    document.get(PollOption, option_id)
    if not 0 <= hands <= MOST_HANDS:
        raise EditRejected("hands_range", limit=MOST_HANDS)
    before = document.find(CountedVotes, option_id)
    return changed("count_hands", [(before, CountedVotes(id=option_id, hands=hands) if hands else None)])


def revealed(document: Document, poll_id: str, shown: bool) -> Change:
    """Let everybody see the totals, or hide them again; raises EditRejected: "gone", "nothing_to_do"."""
    poll = document.get(Poll, poll_id)
    label = "reveal_poll" if shown else "hide_poll"
    return changed(label, [(poll, poll.having(shown=shown))])


def cleared(document: Document, poll_id: str) -> Change:
    """Take all votes and hands back, so that it can be asked again; totals are hidden then.

    Raises EditRejected: "gone", "nothing_to_do".
    """
    poll = document.get(Poll, poll_id)
    votes = _votes(document, poll_id)
    if not votes:
        raise EditRejected("nothing_to_do")
    return changed("clear_poll", [(poll, poll.having(shown=False)), *((each, None) for each in votes)])


def removed(document: Document, poll_id: str) -> Change:
    """Remove a poll with its votes; raises EditRejected("gone")."""
    poll = document.get(Poll, poll_id)
    return Change("delete_poll", removing((*_votes(document, poll_id), *options_of(document, poll_id), poll)))


@dataclass(frozen=True, slots=True)
class _Typed:
    text: str
    author: str = ""
    said_at: str = ""


def _new(document: Document, session_id: str, question: str, options: Sequence[str], *, scale: bool = False) -> Change:
    if session_id:
        document.get(Session, session_id)
    number = max((each.number for each in document.every(Poll)), default=0) + 1
    title = words_of_people.name(question)
    poll = Poll(id=new_id(), session_id=session_id or None, number=number, question=title, scale=scale)
    its = (
        PollOption(id=new_id(), poll_id=poll.id, number=place, text=text) for place, text in enumerate(options, start=1)
    )
    return Change("add_poll", adding((poll, *its)))


def _in_order(poll: Poll) -> tuple[int, str]:
    return poll.number, poll.id


def _checked(options: Sequence[str]) -> list[str]:
    """Options as they can stand."""
    texts = [words_of_people.name(each, limit=OPTION_LIMIT) for each in options]
    least, most = OPTIONS
    if not least <= len(texts) <= most:
        raise EditRejected("poll_options", least=least, most=most)
    numbered = [(str(place), "") for place in range(len(texts))]
    met = set[str]()
    for place, text in enumerate(texts):
        read = read_answers([_Typed(text)], numbered).of("taken")
        if any(line.sure and str(place) not in line.gives for line in read):
            raise EditRejected("poll_option_number", text=text)
        alike = key_of(text)
        if alike in met:
            raise EditRejected("poll_option_twice", text=text)
        met.add(alike)
    return texts


def _votes(document: Document, poll_id: str) -> list[Record]:
    """All that was voted: by people, and hands."""
    counted = (document.find(CountedVotes, each.id) for each in options_of(document, poll_id))
    votes = (each for each in document.every(PollVote) if each.poll_id == poll_id)
    return [*votes, *(each for each in counted if each)]
