"""Change: what one edit did, as records before and after, so that the same data saves, undoes and tells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facilitator.domain.record import Record


@dataclass(frozen=True, slots=True)
class Swap:
    """One record replaced: `before` None adds it, `after` None removes it. Both are of one type and one id."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("a swap needs a record before or after")
        if self.before and self.after:
            same = type(self.before) is type(self.after) and self.before.id == self.after.id
            if not same:
                raise ValueError("a swap keeps the type and the id of its record")

    @property
    def record(self) -> Record:
        """The record that is there on either side: tells type and id."""
        record = self.after or self.before
        assert record is not None  # __post_init__ promises it
        return record

    def reversed(self) -> "Swap":
        """The swap that takes this one back."""
        return Swap(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """One step of the facilitator: saved whole, undone whole.

    `label` is a key of resources/words/edits.json ("add_stakeholder"), never people's words: it is logged and it
    names the step in the undo menu in either language.
    """

    label: str
    swaps: tuple[Swap, ...]

    @property
    def lasts(self) -> bool:
        """Whether it can't be undone, as it brings in or changes what others may have seen (see `Record`)."""
        return any(swap.after is not None and swap.after.lasting for swap in self.swaps)

    def reversed(self) -> "Change":
        """The change that takes this one back, last swap first."""
        return Change(self.label, tuple(swap.reversed() for swap in reversed(self.swaps)))

    def added(self) -> Iterator[Record]:
        """The records that this change brings in."""
        return (swap.after for swap in self.swaps if swap.before is None and swap.after is not None)


def adding(records: Iterable[Record]) -> tuple[Swap, ...]:
    """Swaps that add these records."""
    return tuple(Swap(None, record) for record in records)


def removing(records: Iterable[Record]) -> tuple[Swap, ...]:
    """Swaps that remove these records."""
    return tuple(Swap(record, None) for record in records)


def composed(label: str, changes: Iterable[Change]) -> Change:
    """One step that does what `changes` do one after the other; a record touched twice is swapped once."""
    swaps: dict[tuple[type[Record], str], Swap | None] = {}
    for change in changes:
        for swap in change.swaps:
            key = (type(swap.record), swap.record.id)
            earlier = swaps.get(key)
            before = earlier.before if earlier else swap.before
            gone = before is None and swap.after is None
            swaps[key] = None if gone else Swap(before, swap.after)
    return Change(label, tuple(swap for swap in swaps.values() if swap))
