"""Votes read from the messages of a chat: dots as spoken codes (`dots`), answers to a poll as numbers (`answers`).

A message is a vote if it holds nothing but codes (or one answer), how often, and a few small words such as "my vote:".
An answer may say more behind a mark that ends it ("2 - it scares me"); that is not `sure`. Whatever else names a code
is `unclear`: what it may mean is offered, and nobody takes it but the facilitator. Of each person the last vote counts,
whole, in place of those before; people are told apart by their names without regard to capitals, and a message without
a name is a voter of its own. A vote that is over the budget is not taken: the one before it stands.
"""

import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from facilitator.content.naming import bared
from facilitator.domain.words_of_people import NAME_LIMIT
from facilitator.workshop.chat_tray import Spoken

Verdict = Literal["taken", "superseded", "over", "unknown", "unclear", "out", "talk"]
"""A vote that counts; one that a later vote of the same person replaces; one over the budget; one in which nothing is
there to be voted for; a message that names something that is, and is no vote; one that the facilitator took out; one
that is about something else."""

Settled = Mapping[int, str]
"""What the facilitator says that messages are, by their places: the id of what each votes for, "" for nothing."""

NOTHING_SETTLED: Settled = MappingProxyType({})

Nameless = Callable[[int], str]
"""What the n-th message without a name (from 1) is called as a voter."""

AT_ONCE = 1_000
"""Votes that one step takes: more would keep the window waiting. Reading the same again takes the next ones."""

READ_LIMIT = 500
"""Characters that a vote may have; what is longer is talk."""


@dataclass(frozen=True, slots=True)
class VoteLine:
    """A message about a vote. `place` is its place among all messages, from 0; `person` who wrote it.

    `gives` says how many dots go to what, by id, or what an unclear message may mean; `unknown` are the codes or
    numbers in it that are not there. `sure` tells that it says nothing but the vote, `settled` that the facilitator
    said what it is.
    """

    place: int
    person: str
    said_at: str
    text: str
    verdict: Verdict
    gives: Mapping[str, int] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    sure: bool = True
    settled: bool = False

    @property
    def given(self) -> int:
        """How many dots it gives in all."""
        return sum(self.gives.values())


@dataclass(frozen=True, slots=True)
class VotesRead:
    """All messages about a vote, in the order in which they were said."""

    lines: tuple[VoteLine, ...] = ()

    @property
    def votes(self) -> dict[str, Mapping[str, int]]:
        """What each person gives, by name."""
        return {line.person: line.gives for line in self.of("taken")}

    @property
    def unknown(self) -> tuple[tuple[str, str], ...]:
        """Who typed what that is not there: (person, code or number)."""
        heard = (line for line in self.lines if line.verdict != "superseded")
        return tuple((line.person, code) for line in heard for code in line.unknown)

    @property
    def withdrawn(self) -> tuple[VoteLine, ...]:
        """Messages that were taken out, one for each person of whom no other one counts."""
        voters = {line.person.casefold() for line in self.of("taken")}
        last = {line.person.casefold(): line for line in self.of("out")}
        return tuple(line for person, line in last.items() if person not in voters)

    def of(self, verdict: Verdict) -> tuple[VoteLine, ...]:
        """The messages of which this is to be said."""
        return tuple(line for line in self.lines if line.verdict == verdict)


@dataclass(frozen=True, slots=True)
class Said:
    """What one message comes to by itself: the same as a `VoteLine` tells."""

    verdict: Verdict
    gives: Mapping[str, int] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    sure: bool = True


DIGIT = re.compile(r"\d")
"""Without one, no message names a code or number."""

_BULLET = re.compile(r"^\s*[-–*•]\s+", re.MULTILINE)
_KEYCAP = "\u20e3"
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def short(text: str) -> str:
    """As much of a message as can be a vote, in small letters without accents and without what can't be seen."""
    return bared(_BULLET.sub("", text)).replace(_KEYCAP, "").strip()


def read_votes(
    messages: Sequence[Spoken],
    read: Callable[[Spoken], Said | None],
    before: Container[int],
    settled: Settled,
    nameless: Nameless,
) -> VotesRead:
    """What messages come to: `read` says it of one by itself, None where it is not among the lines.

    Those at the places `before` are not, unless they are `settled`; `nameless` names voters without a name.
    """
    lines: list[VoteLine] = []
    voters: list[object] = []
    unnamed = 0
    for place, message in enumerate(messages):
        person = _person(message.author)
        unnamed += not person  # counted over all messages, so that a longer chat names the same voters the same
        if place in settled:
            option_id = settled[place]
            said: Said | None = Said("taken", {option_id: 1}, sure=False) if option_id else Said("out")
        else:
            said = None if place in before else read(message)
        if said:
            voters.append(person.casefold() or unnamed)
            lines.append(
                VoteLine(
                    place,
                    person or nameless(unnamed),
                    message.said_at,
                    message.text[:READ_LIMIT],
                    said.verdict,
                    said.gives,
                    said.unknown,
                    said.sure,
                    place in settled,
                )
            )
    return VotesRead(tuple(_last_ones(lines, voters)))


def _last_ones(lines: Iterable[VoteLine], voters: Iterable[object]) -> list[VoteLine]:
    """The same lines, those superseded that a later vote of the same voter replaces."""
    found, told = [], set[object]()
    counted = set[object]()
    for line, voter in reversed(list(zip(lines, voters, strict=True))):
        is_vote = line.verdict in ("taken", "over")
        replaced = is_vote and (voter in counted or (line.verdict == "over" and voter in told))
        if line.verdict == "taken":
            counted.add(voter)
        elif line.verdict == "over":
            told.add(voter)
        found.append(replace(line, verdict="superseded") if replaced else line)
    return found[::-1]


def _person(author: str) -> str:
    """A name that can be kept, "" for none."""
    words = unicodedata.normalize("NFC", _HIDDEN.sub("", author[: 4 * NAME_LIMIT])).split()
    name = " ".join(words)[:NAME_LIMIT].strip()
    return name if any(unicodedata.category(letter)[0] not in "CZ" for letter in name) else ""
