"""MadeHandout: a pack that is made and not written yet: what is seen, printed and saved is one and the same."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartOffered:
    """A part that a pack can have: `key` stays the same in both languages and from day to day."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class MadeHandout:
    """The bytes of a pack's PDF, and of the `calendar` beside it, None for none.

    `numbers` are those of its pages, from 1, among the `whole` of the pack. Its files are called `title`, in plain
    letters, and `ending`. `offered` are all parts that there were, in the order of the pack, `taken` the keys of
    those that are in it, in theirs.
    """

    title: str
    ending: str
    pdf: bytes
    numbers: tuple[int, ...]
    whole: int
    calendar: bytes | None = None
    offered: tuple[PartOffered, ...] = ()
    taken: tuple[str, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.numbers)
