"""Polls and temperature checks as pure edits of their records, and what participants may see of them."""

from collections import Counter

from facilitator.domain.document import Document
from facilitator.domain.engagement import language_of
from facilitator.domain.poll import CountedVotes, Poll, PollOption, PollVote
from facilitator.domain.screens import PollAnswer, PollScreen


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


def poll_screen(document: Document, poll_id: str) -> PollScreen:
    """What everybody may see of a poll; raises EditRejected("gone") if it is no more."""
    poll, counts = document.get(Poll, poll_id), totals(document, poll_id)
    answers = tuple(
        PollAnswer(option.number, option.text, counts[option.id] if poll.shown else None)
        for option in options_of(document, poll_id)
    )
    return PollScreen(language_of(document), poll.question, poll.scale, answers, sum(counts.values()))
