"""Taking the dots of a ballot from a chat, and telling in words what each message comes to."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import islice

from facilitator.boards.described import Ballot
from facilitator.boards.kind import Kind
from facilitator.content.words import Words
from facilitator.domain.change import Change, composed
from facilitator.domain.document import Document
from facilitator.workshop.chat_tray import Spoken
from facilitator.workshop.dots import read_dots
from facilitator.workshop.votes import AT_ONCE, Settled, VoteLine, VotesRead


class DotsTaking:
    """Votes of dots for the items of a board. `ballot` is how it stands, `elsewhere` the codes of other boards.

    `save` saves what `dots_taken` makes of the votes and says whether it was saved.
    """

    def __init__(
        self,
        ballot: Ballot,
        elsewhere: Collection[str],
        save: Callable[[Mapping[str, Mapping[str, int]]], bool],
        words: Words,
    ) -> None:
        self._budget, self._elsewhere, self._save, self._words = ballot.budget, elsewhere, save, words
        codes = {item.code: item.id for item in ballot.items if item.code}
        self._code_of = {item_id: code for code, item_id in codes.items()}
        known = {**ballot.also, **codes}
        self._codes = {code: item_id for code, item_id in known.items() if item_id not in ballot.closed}
        self._spent = {
            person.casefold(): {each: count for each, count in dots.items() if each in ballot.closed}
            for person, dots in ballot.people
        }
        self._before = {person.casefold(): dict(dots) for person, dots in ballot.people}

    choices: Sequence[tuple[str, str]] = ()
    """Which dots somebody gives is typed; all that can be said of a message is that it counts for nothing."""

    def before(self, messages: Sequence[Spoken]) -> frozenset[int]:
        """A code says what it is about, so all messages count."""
        return frozenset()

    def settled(self, messages: Sequence[Spoken]) -> Settled:
        """Every message says by itself what it is."""
        return {}

    def read(self, messages: Sequence[Spoken], before: frozenset[int], settled: Settled) -> VotesRead:
        """What the messages come to, but for those `before`."""
        found = (messages, self._codes, self._budget)
        return read_dots(*found, spent=self._spent, before=before, settled=settled, nameless=self._nameless)

    def told(self, line: VoteLine) -> str:
        """What a message comes to: the dots, and in place of which others; or why it counts for nothing."""
        words = self._words
        strange = [self._strange(code) for code in line.unknown]
        match line.verdict:
            case "taken":
                before = self._before.get(line.person.casefold(), {})
                if before and before != dict(line.gives):
                    told = words("poll.told_replaces", given=self._dots(line.gives), before=self._dots(before))
                else:
                    told = words("poll.told_same" if before else "poll.told_given", given=self._dots(line.gives))
                return " · ".join([told, *strange])
            case "over":
                told = words("poll.told_over", given=line.given, budget=self._budget)
                return " · ".join([told, *strange])
            case "unknown":
                return " · ".join(strange)
            case _:
                return words(f"poll.told_{line.verdict}")

    def is_new(self, line: VoteLine) -> bool:
        """Whether the person gave other dots before, or there are some to take back."""
        return self._before.get(line.person.casefold(), {}) != dict(line.gives)

    def take(self, read: VotesRead, messages: Sequence[Spoken], before: frozenset[int], settled: Settled) -> bool:
        """Take the votes that are new, as one step, at most `AT_ONCE` of them."""
        return self._save({line.person: line.gives for line in self._new(read)})

    def _dots(self, given: Mapping[str, int]) -> str:
        """Dots by code, in the order of the board."""
        order = [each for each in self._code_of if each in given]
        times = (f"{self._code_of[each]} ×{given[each]}" if given[each] > 1 else self._code_of[each] for each in order)
        return ", ".join(times)

    def _strange(self, code: str) -> str:
        return self._words("poll.told_elsewhere" if code in self._elsewhere else "poll.told_unknown", code=code)

    def _new(self, read: VotesRead) -> Iterable[VoteLine]:
        return islice(filter(self.is_new, (*read.of("taken"), *read.withdrawn)), AT_ONCE)

    def _nameless(self, number: int) -> str:
        return self._words("poll.nameless", number=number)


def dots_taken(kind: Kind, document: Document, board_id: str, votes: Mapping[str, Mapping[str, int]]) -> Change:
    """The dots of all these people in place of what each gave before, as one step; raises as `Kind.give_dots` does."""
    return composed("take_votes", [kind.give_dots(document, board_id, person, dots) for person, dots in votes.items()])
