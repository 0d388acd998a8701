"""Entry: one line of the journal as it stands in the file, sealed by a hash over itself and the line before."""

import json
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

Step = Literal["do", "undo", "redo"]
FIRST_HASH = "0" * 32


@dataclass(frozen=True, slots=True)
class Entry:
    """A saved step.

    `seq` counts from 1 without gaps; `at` is UTC in ISO form; `swaps` is what the step did, as `Codec` writes it.
    `undo_top` and `redo_top` are the seq of the entries that undo and redo would take back after this one (0: none):
    so the stacks are in the file, and undoing costs the same however long the journal is.
    """

    seq: int
    at: str
    step: Step
    label: str
    swaps: str
    undo_top: int
    redo_top: int
    previous_hash: str
    hash: str

    @classmethod
    def sealed(
        cls,
        previous: "Entry | None",
        *,
        at: str,
        step: Step,
        label: str,
        swaps: str,
        undo_top: int,
        redo_top: int,
    ) -> "Entry":
        """The entry that follows `previous`, with its hash."""
        seq = previous.seq + 1 if previous else 1
        previous_hash = previous.hash if previous else FIRST_HASH
        seal = seal_of(seq, at, step, label, swaps, undo_top, redo_top, previous_hash)
        return cls(seq, at, step, label, swaps, undo_top, redo_top, previous_hash, seal)

    def is_whole(self) -> bool:
        """Whether the hash still fits what the entry says: finds changed bits that SQLite does not see."""
        return self.hash == seal_of(
            self.seq, self.at, self.step, self.label, self.swaps, self.undo_top, self.redo_top, self.previous_hash
        )


def seal_of(*parts: str | int) -> str:
    """BLAKE2b (128 bits, hexadecimal) over the parts in their order."""
    return blake2b(json.dumps(parts, ensure_ascii=False).encode(), digest_size=16).hexdigest()
