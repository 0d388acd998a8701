"""MadeHandout: a pack that is made and not written yet: what is seen, printed and saved is one and the same."""

from dataclasses import dataclass

from facilitator.content.words import Words


@dataclass(frozen=True, slots=True)
class PartOffered:
    """A part that a pack can have: `key` stays the same in both languages and from day to day.

    `whose` names the cohorts that its board belongs to, "" for none. One that is `apart` belongs to others than the
    pack is for: it is in the pack only where it is asked for by its key.
    """

    key: str
    title: str
    whose: str = ""
    apart: bool = False


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

    def cohorts_told(self, words: Words) -> str:
        """A sentence where it holds boards of another cohort than it is for, or of several cohorts, else ""."""
        taken = [part for part in self.offered if part.key in self.taken]
        others = [part for part in taken if part.apart]
        if others:
            named = [f"{words.quote(part.title)} ({part.whose})" for part in others]
            return words("handouts.of_others", count=len(named), parts=words.list(named))
        whose = [*dict.fromkeys(part.whose for part in taken if part.whose)]
        return words("handouts.several_cohorts", cohorts=words.list(whose)) if len(whose) > 1 else ""

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.numbers)
