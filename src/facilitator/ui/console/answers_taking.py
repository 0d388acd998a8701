"""Taking the votes of a poll from a chat, and remembering what was said before the poll."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice, takewhile

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.poll import Poll
from facilitator.workshop.chat_tray import Spoken
from facilitator.workshop.polls import options_of, votes_of
from facilitator.workshop.votes import AT_ONCE, VoteLine, VotesRead, read_answers

_Key = tuple[str, str, str]


class HeardBefore:
    """What had been said before each poll, so that a "2" said to something else does not count for it.

    It lasts as long as the window: where nothing is remembered, all messages count.
    """

    def __init__(self) -> None:
        self._heard: tuple[_Key, ...] = ()
        self._before: dict[str, tuple[_Key, ...]] = {}

    def opened(self, poll_id: str, messages: Sequence[Spoken]) -> None:
        """Remember what has been said when a poll is put on the stage for the first time: what is in the tray."""
        said = tuple(map(_key, messages))
        self._before.setdefault(poll_id, max(said, self._heard, key=len))

    def start(self, poll_id: str, messages: Sequence[Spoken]) -> int:
        """The place of the first message that can be about this poll."""
        before = self._before.get(poll_id, self._heard)
        same = takewhile(lambda pair: _key(pair[0]) == pair[1], zip(messages, before, strict=False))
        return sum(1 for _ in same)

    def took(self, poll_id: str, messages: Sequence[Spoken], start: int) -> None:
        """Remember that the messages from `start` on were read for this poll."""
        self._heard = tuple(map(_key, messages))
        self._before[poll_id] = self._heard[:start]


class AnswersTaking:
    """Votes for the options of a poll as it stands in `document`.

    `save` saves what each person chose (the id of an option) and says whether it was saved.
    """

    def __init__(
        self,
        document: Document,
        poll_id: str,
        heard: HeardBefore,
        save: Callable[[Mapping[str, str]], bool],
        words: Words,
    ) -> None:
        self._poll, self._heard, self._save, self._words = document.get(Poll, poll_id), heard, save, words
        self._options = [(each.id, each.text) for each in options_of(document, poll_id)]
        self._names = {each.id: f"{each.number} {each.text}".strip() for each in options_of(document, poll_id)}
        self._before = {name.casefold(): option_id for name, option_id in votes_of(document, poll_id).items()}

    def start(self, messages: Sequence[Spoken]) -> int:
        """After what was said before the poll, as far as that is known."""
        return self._heard.start(self._poll.id, messages)

    def read(self, messages: Sequence[Spoken], start: int) -> VotesRead:
        """What the messages from `start` on come to."""
        return read_answers(messages, self._options, scale=self._poll.scale, start=start, nameless=self._nameless)

    def told(self, line: VoteLine) -> str:
        """What a message comes to: the option, and in place of which other one; or why it counts for nothing."""
        words = self._words
        match line.verdict:
            case "taken":
                given, before = self._names[_choice(line)], self._before.get(line.person.casefold(), "")
                if before and before != _choice(line):
                    return words("poll.told_replaces", given=given, before=self._names[before])
                return words("poll.told_same" if before else "poll.told_given", given=given)
            case "unknown":
                return words("poll.told_no_option", number=line.unknown[0])
            case _:
                return words(f"poll.told_{line.verdict}")

    def is_new(self, line: VoteLine) -> bool:
        """Whether the person chose another option before, or none."""
        return self._before.get(line.person.casefold(), "") != _choice(line)

    def take(self, read: VotesRead, messages: Sequence[Spoken], start: int) -> bool:
        """Take the votes that are new, as one step, at most `AT_ONCE` of them."""
        saved = self._save({line.person: _choice(line) for line in self._new(read)})
        if saved:
            self._heard.took(self._poll.id, messages, start)
        return saved

    def _new(self, read: VotesRead) -> Iterable[VoteLine]:
        return islice(filter(self.is_new, read.of("taken")), AT_ONCE)

    def _nameless(self, number: int) -> str:
        return self._words("poll.nameless", number=number)


def _choice(line: VoteLine) -> str:
    return next(iter(line.gives))


def _key(message: Spoken) -> _Key:
    return message.author, message.said_at, message.text
