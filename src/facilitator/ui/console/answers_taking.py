"""Taking the votes of a poll from a chat."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import islice

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.poll import Poll
from facilitator.ui.console.heard_before import HeardBefore
from facilitator.workshop.answers import read_answers
from facilitator.workshop.chat_tray import Spoken
from facilitator.workshop.polls import options_of, votes_of
from facilitator.workshop.votes import AT_ONCE, Settled, VoteLine, VotesRead

Save = Callable[[Mapping[str, str], Sequence[Spoken], Sequence[Spoken]], bool]
"""Saves what each person chose (the id of an option, "" to take the vote back), which messages say nothing else, and
all other messages.
"""


class AnswersTaking:
    """Votes for the options of a poll as it stands in `document`.

    `now` is what time it is here; `save` says whether it was saved.
    """

    def __init__(
        self,
        document: Document,
        poll_id: str,
        heard: HeardBefore,
        now: Callable[[], datetime],
        save: Save,
        words: Words,
    ) -> None:
        self._poll, self._heard, self._now, self._words = document.get(Poll, poll_id), heard, now, words
        self._save = save
        self._options = [(each.id, each.text) for each in options_of(document, poll_id)]
        self._names = {each.id: f"{each.number} {each.text}".strip() for each in options_of(document, poll_id)}
        self._before = {name.casefold(): option_id for name, option_id in votes_of(document, poll_id).items()}

    @property
    def choices(self) -> Sequence[tuple[str, str]]:
        """The options, by id and as they are told, in their order."""
        return tuple(self._names.items())

    def before(self, messages: Sequence[Spoken]) -> frozenset[int]:
        """Where the messages stand that were said before the poll, or to another one, as far as that is known."""
        return self._heard.before(self._poll.id, messages, self._now())

    def settled(self, messages: Sequence[Spoken]) -> Settled:
        """What the facilitator said of these messages when votes were taken from them before."""
        return self._heard.settled(self._poll.id, messages)

    def read(self, messages: Sequence[Spoken], before: frozenset[int], settled: Settled) -> VotesRead:
        """What the messages come to, but for those `before`."""
        scale = self._poll.scale
        return read_answers(
            messages, self._options, scale=scale, before=before, settled=settled, nameless=self._nameless
        )

    def told(self, line: VoteLine) -> str:
        """What a message comes to: the option, and in place of which other one; or why it counts for nothing."""
        words = self._words
        match line.verdict:
            case "taken":
                given, before = self._names[_choice(line)], self._before.get(line.person.casefold(), "")
                if before and before != _choice(line):
                    return words("poll.told_replaces", given=given, before=self._names[before])
                if before:
                    return words("poll.told_same", given=given)
                key = "told_settled" if line.settled else "told_given" if line.sure else "told_more"
                return words(f"poll.{key}", given=given)
            case "unknown":
                return words("poll.told_no_option", number=line.unknown[0])
            case "unclear" if line.gives:
                return words("poll.told_guess", given=self._names[_choice(line)])
            case _:
                return words(f"poll.told_{line.verdict}")

    def is_new(self, line: VoteLine) -> bool:
        """Whether the person chose another option before, or none; whether there is a vote to take back."""
        return self._before.get(line.person.casefold(), "") != _choice(line)

    def take(self, read: VotesRead, messages: Sequence[Spoken], before: frozenset[int], settled: Settled) -> bool:
        """Take the votes that are new, as one step, at most `AT_ONCE` of them."""
        counted = [line.place for line in (*read.of("taken"), *read.of("superseded")) if line.sure]
        votes, others = [messages[place] for place in counted], set(range(len(messages))) - set(counted)
        chosen = {line.person: _choice(line) for line in self._new(read)}
        saved = self._save(chosen, votes, [messages[place] for place in sorted(others)])
        if saved:
            self._heard.took(self._poll.id, messages, before, settled, counted)
        return saved

    def _new(self, read: VotesRead) -> Iterable[VoteLine]:
        return islice(filter(self.is_new, (*read.of("taken"), *read.withdrawn)), AT_ONCE)

    def _nameless(self, number: int) -> str:
        return self._words("poll.nameless", number=number)


def _choice(line: VoteLine) -> str:
    return next(iter(line.gives), "")
