"""Redaction: what becomes of every text of a board in the copy that a group may see. Generic: any kind can make one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from facilitator.domain.refusal import EditRejected

Place = tuple[str, str]
"""Where a text stands: the id of its item (or of its board) and the key of its field."""


@dataclass(frozen=True, slots=True)
class RedactionAnswers:
    """What the facilitator decided: the same board and the same answers lead to the same exemplar.

    `switches` are those that she turned, the others stand as they usually do. `typed` holds what a text becomes
    instead of what is proposed. `kept` are places where a name may stay, a decision of its own for each. `taken` tells
    of places that go along or are left out as a whole, where that is not decided as it usually is.
    """

    switches: Mapping[str, bool] = field(default_factory=dict)
    typed: Mapping[Place, str] = field(default_factory=dict)
    kept: frozenset[Place] = frozenset()
    taken: Mapping[Place, bool] = field(default_factory=dict)

    def switched(self, switch: str, on: bool) -> Self:
        """The same with a switch turned."""
        return replace(self, switches={**self.switches, switch: on})

    def having_typed(self, place: Place, text: str) -> Self:
        """The same with other words at a place; whether a name may stay there is asked anew."""
        return replace(self, typed={**self.typed, place: text}, kept=self.kept - {place})

    def as_proposed(self, place: Place) -> Self:
        """The same with what is proposed at a place, whatever was typed or kept there."""
        typed = {where: text for where, text in self.typed.items() if where != place}
        return replace(self, typed=typed, kept=self.kept - {place})

    def keeping(self, place: Place) -> Self:
        """The same with the names that stand at a place allowed there."""
        return replace(self, kept=self.kept | {place})

    def taking(self, place: Place, take: bool) -> Self:
        """The same with what stands at a place taken along, or left out."""
        return replace(self, taken={**self.taken, place: take})


UNTOUCHED = RedactionAnswers()
"""Everything as it is proposed."""


@dataclass(frozen=True, slots=True)
class RedactionLine:
    """One text, or something else that tells, and what becomes of it.

    `code` and `label` say where it stands ("S7", "Concerns"), `why` why it is proposed to change or to stay, in words.
    `still` are the names, mail addresses and telephone numbers of the original that `becomes` still holds; they may
    stay only where they were `kept`. `long` texts have several lines. What is no text (a tie, say) can't be typed: it
    goes along as a whole where it is `taken`, and `becomes` nothing where it is not; None for a text.
    """

    place: Place
    code: str
    label: str
    was: str
    becomes: str
    why: str
    still: tuple[str, ...] = ()
    kept: bool = False
    long: bool = False
    taken: bool | None = None

    @property
    def changes(self) -> bool:
        """Whether the group will read something else than what was written."""
        return self.was != self.becomes

    @property
    def open(self) -> bool:
        """Whether it still has to be decided if what it holds may stay."""
        return bool(self.still) and not self.kept


@dataclass(frozen=True, slots=True)
class RedactionSwitch:
    """Something that is taken along or left behind as a whole."""

    id: str
    name: str
    on: bool


@dataclass(frozen=True, slots=True)
class Redaction:
    """All that passes into an exemplar as text, and what is left behind.

    `title` is the line of the new board's title. `dropped` are phrases with their counts ("12 private notes").
    `notice` is a sentence to read first, `agreed` what was agreed on about what may be shown, for the facilitator
    alone; "" for none.
    """

    title: RedactionLine
    lines: tuple[RedactionLine, ...]
    switches: tuple[RedactionSwitch, ...]
    dropped: tuple[str, ...]
    notice: str = ""
    agreed: str = ""

    @property
    def left_out(self) -> frozenset[Place]:
        """The places that are left out as a whole."""
        return frozenset(line.place for line in self.lines if line.taken is False)

    @property
    def open(self) -> tuple[RedactionLine, ...]:
        """The lines that still have to be decided, the title first."""
        return tuple(line for line in (self.title, *self.lines) if line.open)

    def texts(self) -> dict[Place, str]:
        """What stands at each place of the exemplar.

        Raises EditRejected("redaction_open") (place, names) while something still has to be decided.
        """
        for line in self.open:
            raise EditRejected("redaction_open", place=f"{line.code} {line.label}".strip(), names=", ".join(line.still))
        return {line.place: line.becomes for line in (self.title, *self.lines) if line.taken is None}
