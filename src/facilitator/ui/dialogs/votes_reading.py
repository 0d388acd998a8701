"""VotesReading: what the messages of a chat come to as votes, and what comes of saying more about a line."""

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.ui.dialogs.vote_taking import Heard, VoteTaking
from facilitator.workshop.votes import Settled, VoteLine, VotesRead


@dataclass(frozen=True, slots=True)
class VotesReading:
    """The messages `heard`, those of which do not count as they came `before`, and what is `settled` of single lines.

    `read` is what counts, `whole` the same with those before, so that every line can be chosen as the first one.
    """

    taking: VoteTaking
    heard: Heard
    before: frozenset[int]
    settled: Settled
    whole: VotesRead
    read: VotesRead

    @property
    def lines(self) -> list[VoteLine]:
        """All that may be votes, and whatever was said since they were asked for."""
        return [line for line in self.whole.lines if line.verdict != "talk" or line.place not in self.before]

    def counted_from(self, line: VoteLine) -> "VotesReading":
        """The same with votes from this line on; of the line from which they count already, with all."""
        first = next((each.place for each in self.lines if each.place not in self.before), None)
        before = frozenset() if self.before and line.place == first else frozenset(range(line.place))
        return votes_reading(self.taking, self.heard, before, self.settled)

    def settling(self, line: VoteLine, option_id: str | None) -> "VotesReading":
        """The same where a line votes for an option, "" for nothing; None leaves it as it is read."""
        others = {place: choice for place, choice in self.settled.items() if place != line.place}
        settled = others if option_id is None else others | {line.place: option_id}
        return votes_reading(self.taking, self.heard, self.before, settled)

    def row_to_choose(self, rows: Sequence[VoteLine], place: int) -> int:
        """The row of the message at `place`, for -1 the first that needs a look, else the first that counts."""
        if place >= 0:
            return next((row for row, line in enumerate(rows) if line.place == place), 0)
        told = {line.place: line for line in self.read.lines}
        for wanted in ("unclear", "unknown", "taken"):
            found = (row for row, line in enumerate(rows) if line.place in told and told[line.place].verdict == wanted)
            row = next(found, None)
            if row is not None:
                return row
        return next((row for row, line in enumerate(rows) if line.place in told), 0)


def votes_reading(taking: VoteTaking, heard: Heard, before: frozenset[int], settled: Settled) -> VotesReading:
    """What the messages come to."""
    whole = taking.read(heard.messages, frozenset(), settled)
    return VotesReading(taking, heard, before, settled, whole, taking.read(heard.messages, before, settled))
