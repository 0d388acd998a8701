"""What the window of votes needs to know: where votes are read, and what they are for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from facilitator.content.words import Words
from facilitator.exchange.chat.message import Shape
from facilitator.workshop.chat_tray import Spoken
from facilitator.workshop.votes import Settled, VoteLine, VotesRead


@dataclass(frozen=True, slots=True)
class Heard:
    """The messages of a source. `shape` is how they were read, None where nobody need say.

    `direct` counts the messages to one person that were skipped.
    """

    messages: Sequence[Spoken]
    shape: Shape | None = None
    direct: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """Where votes may be read: its name, how long it is in characters, and how to read it (in a shape, if named)."""

    name: str
    length: int
    read: Callable[[Shape | None], Heard]


class VoteTaking(Protocol):
    """What votes are for. All but `take` may run on another thread and must touch nothing that changes."""

    @property
    def choices(self) -> Sequence[tuple[str, str]]:
        """What the facilitator may say that a message votes for, by id and in words; none where that can't be said."""

    def before(self, messages: Sequence[Spoken]) -> frozenset[int]:
        """The places of the messages that do not count unless the facilitator says so."""

    def settled(self, messages: Sequence[Spoken]) -> Settled:
        """What the facilitator said of these messages before."""

    def read(self, messages: Sequence[Spoken], before: frozenset[int], settled: Settled) -> VotesRead:
        """What the messages come to, but for those `before`."""

    def told(self, line: VoteLine) -> str:
        """What a message comes to, in words."""

    def is_new(self, line: VoteLine) -> bool:
        """Whether a vote that counts, or is taken back, differs from what the person gave before."""

    def take(self, read: VotesRead, messages: Sequence[Spoken], before: frozenset[int], settled: Settled) -> bool:
        """Take the votes that are new, as one step, at most `AT_ONCE` of them; says whether that was saved."""


def told_votes(read: VotesRead, new: int, direct: int, words: Words) -> list[str]:
    """How many votes there are of each sort, in words; the sorts of which there are none are left out."""
    taken_back = sum(1 for line in read.withdrawn)
    counts = {
        "poll.count_new": new,
        "poll.count_as_before": max(0, len(read.of("taken")) + taken_back - new),
        "poll.count_superseded": len(read.of("superseded")),
        "poll.count_over": len(read.of("over")),
        "poll.count_unknown": len(read.unknown),
        "poll.count_unclear": len(read.of("unclear")),
        "poll.count_talk": len(read.of("talk")),
        "chat.direct": direct,
    }
    return [words(key, count=count) for key, count in counts.items() if count]
