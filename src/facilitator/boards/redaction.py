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
    instead of what is proposed. `kept` are places where a name may stay, a decision of its own for each.
    """

    switches: Mapping[str, bool] = field(default_factory=dict)
    typed: Mapping[Place, str] = field(default_factory=dict)
    kept: frozenset[Place] = frozenset()

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


UNTOUCHED = RedactionAnswers()
"""Everything as it is proposed."""


@dataclass(frozen=True, slots=True)
class RedactionLine:
    """One text and what becomes of it.

    `code` and `label` say where it stands ("S7", "Concerns"), `why` why it is proposed to change or to stay, in words.
    `still` are the names, mail addresses and telephone numbers of the original that `becomes` still holds; they may
    stay only where they were `kept`. `long` texts have several lines.
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
    `notice` is a sentence to read first, "" for none.
    """

    title: RedactionLine
    lines: tuple[RedactionLine, ...]
    switches: tuple[RedactionSwitch, ...]
    dropped: tuple[str, ...]
    notice: str = ""

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
        return {line.place: line.becomes for line in (self.title, *self.lines)}
